// SPDX-License-Identifier: Apache-2.0
#include "feel/trace.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel {
namespace {

Explanation explained(const std::string& text, const std::vector<Value>& inputs) {
  Scope scope;
  (void)scope.declare("a", Type::number());
  (void)scope.declare("b", Type::number());
  const auto compiled = compile(base::whole(base::make_source("expression", text)), scope);
  EXPECT_TRUE(compiled.has_value()) << text;
  return compiled ? explain(**compiled, inputs, Host{}) : Explanation{};
}

TEST(Trace, OfAFalseAndOnlyTheFalseSideCounts) {
  const Explanation why = explained("a >= 3 and b >= 10", {Value::number(5), Value::number(4)});
  EXPECT_FALSE(why.value.as_boolean());
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(why.reasons[0].span.text(), "b >= 10");
  EXPECT_EQ(why.reasons[0].comparison, ">=");
  EXPECT_EQ(why.reasons[0].inputs, (std::vector<std::size_t>{1}));
  ASSERT_TRUE(why.reasons[0].gap.has_value());
  EXPECT_EQ(why.reasons[0].gap->as_number(), base::Decimal(6));
}

TEST(Trace, OfATrueAndBothSidesCount) {
  EXPECT_EQ(explained("a >= 3 and b >= 1", {Value::number(5), Value::number(4)}).reasons.size(), 2U);
}

TEST(Trace, OfAnUnknownTheUnknownSideCounts) {
  const Explanation why = explained("a >= 3 and b >= 1", {Value::number(5), Value::unknown({{"b"}})});
  ASSERT_TRUE(why.value.is_unknown());
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(why.reasons[0].span.text(), "b >= 1");
}

TEST(Trace, OfEveryTheFailingItemsCount) {
  const Explanation why =
      explained("every x in [a, b] satisfies x > 4", {Value::number(5), Value::number(4)});
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(why.reasons[0].left.as_number(), base::Decimal(4));
  EXPECT_EQ(why.reasons[0].inputs, (std::vector<std::size_t>{0, 1}));
}

TEST(Trace, OfACountTheFilteredItemsAreNamed) {
  const Explanation why = explained("count([a, b, 9][item > 4]) = 0", {Value::number(5), Value::number(4)});
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(why.reasons[0].left.as_number(), base::Decimal(2));
  EXPECT_EQ(to_text(Value::list(why.reasons[0].items)), "[5, 9]");
}

TEST(Trace, OfAnUndecidedCountTheDoubtfulItemsAreNamed) {
  const Explanation why =
      explained("count([a, 3][item > b]) = 0", {Value::number(5), Value::unknown({{"b"}})});
  ASSERT_TRUE(why.value.is_unknown());
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(to_text(Value::list(why.reasons[0].items)), "[5, 3]");
}

TEST(Trace, OfASettledCountTheCertainItemsAreNamed) {
  const Explanation why =
      explained("count([a, b, 9][item > 4]) = 0", {Value::number(3), Value::unknown({{"b"}})});
  ASSERT_EQ(why.value.kind(), Kind::Boolean);
  EXPECT_FALSE(why.value.as_boolean());
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(to_text(Value::list(why.reasons[0].items)), "[9]");
}

}  // namespace
}  // namespace qingheng::feel
