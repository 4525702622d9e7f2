// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "feel/temporal.hpp"

namespace qingheng::feel {
namespace {

Value number(int value) { return Value::number(value); }
const Value kMissing = Value::unknown({{"revenue"}});

TEST(Equality, FollowsTheStandard) {
  EXPECT_EQ(equals(Value(), Value()), true);
  EXPECT_EQ(equals(number(1), Value()), false);
  EXPECT_EQ(equals(number(1), Value::string("1")), std::nullopt);
  EXPECT_EQ(equals(Value::list({number(1)}), Value::list({number(1), number(1)})), false);
  EXPECT_EQ(equals(Value::context({{"a", number(1)}, {"b", number(2)}}),
                   Value::context({{"b", number(2)}, {"a", number(1)}})),
            true);
  EXPECT_EQ(equals(Value::range({number(1), number(2), true, true}),
                   Value::range({number(1), number(2), true, false})),
            false);
  EXPECT_EQ(to_text(equality(number(1), Value::string("1"))), "null");
}

TEST(Equality, UnknownMattersOnlyWhereItCouldChangeTheAnswer) {
  EXPECT_TRUE(equality(kMissing, Value()).is_unknown());
  EXPECT_EQ(equality(kMissing, number(1)).as_unknown().facts, std::vector<std::string>{"revenue"});
  const Value a = Value::list({kMissing, number(1)});
  EXPECT_EQ(to_text(equality(a, Value::list({number(5), number(2)}))), "false");
  EXPECT_TRUE(equality(a, Value::list({number(5), number(1)})).is_unknown());
  EXPECT_EQ(to_text(equality(a, Value::list({}))), "false");
}

TEST(Order, IsForOneKind) {
  EXPECT_EQ(order(Value::string("a"), Value::string("青")), std::strong_ordering::less);
  EXPECT_EQ(order(number(2), number(1)), std::strong_ordering::greater);
  EXPECT_EQ(order(number(2), Value::string("1")), std::nullopt);
  EXPECT_EQ(order(Value::boolean(false), Value::boolean(true)), std::nullopt);
}

RC_GTEST_PROP(OrderProperty, IsAntisymmetric, (std::int64_t a, std::int64_t b)) {
  const auto forth = order(Value::months_duration(a), Value::months_duration(b)).value();
  const auto back = order(Value::number(b), Value::number(a)).value();
  RC_ASSERT((forth < 0) == (back > 0));
}

}  // namespace
}  // namespace qingheng::feel
