// SPDX-License-Identifier: Apache-2.0
#include "feel/json_value.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel {
namespace {

TEST(JsonValue, KeepsDigitsNamesAndMissingFacts) {
  const std::string text = R"({"a":[1,0.10,"2019-01-01",true,null],"b":{"unknown":["x","y"]}})";
  const Value value = from_json(*base::parse_json(text));
  EXPECT_TRUE(value.entry("b")->is_unknown());
  EXPECT_EQ(value.entry("a")->as_list()[2].as_string(), "2019-01-01");
  EXPECT_EQ(to_json(value).to_text(), R"({"a":[1,0.1,"2019-01-01",true,null],"b":{"unknown":["x","y"]}})");
}

TEST(JsonValue, DatesAreWrittenAsText) {
  EXPECT_EQ(to_json(Value::date({2019, 9, 12})).to_text(), "\"2019-09-12\"");
}

}  // namespace
}  // namespace qingheng::feel
