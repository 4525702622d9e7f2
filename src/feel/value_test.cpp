// SPDX-License-Identifier: Apache-2.0
#include "feel/value.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel {
namespace {

TEST(Value, CopiesShareOneContent) {
  const Value list = Value::list({Value::number(1), Value::string("青")});
  const Value copy = list;
  EXPECT_TRUE(copy.same_object(list));
  EXPECT_EQ(copy.as_list()[1].as_string(), "青");
}

TEST(Value, NestedAMillionDeepIsFreedWithoutRecursion) {
  Value nested = Value::list({});
  for (int depth = 0; depth < 1'000'000; ++depth) nested = Value::list({std::move(nested)});
  nested = Value();
  EXPECT_TRUE(nested.is_null());
}

TEST(Value, MissingFactsAreKeptSortedAndOnce) {
  Missing missing{{"b"}};
  add_missing(missing, Value::unknown({{"a", "b", "c"}}));
  EXPECT_EQ(missing.facts, (std::vector<std::string>{"a", "b", "c"}));
}

}  // namespace
}  // namespace qingheng::feel
