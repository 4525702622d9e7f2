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

TEST(Json, KnowsWhereEachValueStood) {
  const std::string text = R"( {"a" : [1, "x\"]", {}, [] ], "乙":{"c\\": true , "d":null}} )";
  const auto value = parse_json(text);
  ASSERT_TRUE(value);
  const auto at = [&](const Json& json) {
    return text.substr(json.place().begin, json.place().end - json.place().begin);
  };
  const auto name = [&](const Json& json) {
    return text.substr(json.place().name_begin, json.place().name_end - json.place().name_begin);
  };
  EXPECT_EQ(at(*value), text.substr(1, text.size() - 2));
  const JsonArray& items = *value->find("a")->array();
  EXPECT_EQ(at(*value->find("a")), R"([1, "x\"]", {}, [] ])");
  EXPECT_EQ(at(items[0]), "1");
  EXPECT_EQ(at(items[1]), R"("x\"]")");
  EXPECT_EQ(at(items[2]), "{}");
  EXPECT_EQ(at(items[3]), "[]");
  EXPECT_EQ(name(*value->find("乙")), "\"乙\"");
  EXPECT_EQ(name(*value->find("乙")->find("c\\")), R"("c\\")");
  EXPECT_EQ(at(*value->find("乙")->find("c\\")), "true");
  EXPECT_EQ(at(*value->find("乙")->find("d")), "null");
  EXPECT_EQ(*value, *parse_json(R"({"a":[1,"x\"]",{},[]],"乙":{"c\\":true,"d":null}})"))
      << "places do not count";
}

TEST(Json, WritesIndented) {
  const Json value(JsonObject{{"list", JsonArray{1, 2}}, {"empty", JsonObject{}}});
  EXPECT_EQ(value.to_text(Json::Layout::Indented),
            "{\n  \"list\": [\n    1,\n    2\n  ],\n  \"empty\": {}\n}");
}

}  // namespace
}  // namespace qingheng::base
