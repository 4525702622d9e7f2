// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/value.hpp"

namespace qingheng::feel {
namespace {

TEST(ValueText, WritesLiterals) {
  const Value text = Value::string("a \"b\"\n");
  EXPECT_EQ(to_text(text), R"("a \"b\"\n")");
  EXPECT_EQ(to_bare_text(text), "a \"b\"\n");
  EXPECT_EQ(to_text(Value::list({Value::number(1), Value::string("青"), Value()})), "[1, \"青\", null]");
  EXPECT_EQ(to_text(Value::context({{"部门 a", Value::boolean(true)}, {"{", Value::context({})}})),
            "{部门 a: true, \"{\": {}}");
  EXPECT_EQ(to_text(Value::range({Value::number(1), Value::number(2), true, false})), "[1..2)");
  EXPECT_EQ(to_text(Value::range({std::nullopt, Value::number(2), false, true})), "<= 2");
  EXPECT_EQ(to_text(Value::unknown({{"revenue"}})), "unknown");
  EXPECT_EQ(to_text(Value::date({2019, 9, 12})), "2019-09-12");
}

}  // namespace
}  // namespace qingheng::feel
