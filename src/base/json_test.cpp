// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include <gtest/gtest.h>

namespace qingheng::base {
namespace {

TEST(Json, KeepsEveryDigitAndTheOrder) {
  const std::string text = R"({"z":0.1000000000000000000000000000000001,"a":[1e400,-0.0,true,null,"𠮷\n"]})";
  const auto value = parse_json(text);
  ASSERT_TRUE(value) << value.error().message;
  EXPECT_EQ(value->to_text(), text);
  EXPECT_EQ(value->find("z")->number()->text, "0.1000000000000000000000000000000001");
}

TEST(Json, RefusesWhatIsNotOneText) {
  for (const auto* wrong : {"", "{", "[1,]", "1 2", "{\"a\":1}x", "nul", "\"\\ud800\"", "\"\xff\""}) {
    EXPECT_FALSE(parse_json(wrong)) << wrong;
  }
  const auto twice = parse_json(R"({"a":1,"a":2})");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().message, "the name `a` stands twice");
}

TEST(Json, RefusesDeepNestingWithoutFalling) {
  EXPECT_TRUE(parse_json(std::string(100, '[') + std::string(100, ']')));
  EXPECT_FALSE(parse_json(std::string(1'000'000, '[')));
}

TEST(Json, SaysWhereItFailed) {
  const auto value = parse_json("{\"a\": tru }");
  ASSERT_FALSE(value);
  EXPECT_GE(value.error().offset, 6U);
  EXPECT_LE(value.error().offset, 10U);
}

TEST(Json, WritesIndented) {
  const Json value(JsonObject{{"list", JsonArray{1, 2}}, {"empty", JsonObject{}}});
  EXPECT_EQ(value.to_text(Json::Layout::Indented),
            "{\n  \"list\": [\n    1,\n    2\n  ],\n  \"empty\": {}\n}");
}

}  // namespace
}  // namespace qingheng::base
