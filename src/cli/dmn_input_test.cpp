// SPDX-License-Identifier: Apache-2.0
#include "cli/dmn_input.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "feel/json_value.hpp"

namespace qingheng::cli {
namespace {

using feel::Type;

std::string typed(std::string_view json, const Type& type) {
  return feel::to_text(typed_as(feel::from_json(*base::parse_json(json)), type));
}

feel::Context given(std::string_view json) { return feel::from_json(*base::parse_json(json)).as_context(); }

std::vector<std::string> messages(const base::Diagnostics& found) {
  std::vector<std::string> all;
  for (const base::Diagnostic& one : found)
    all.push_back(one.message + (one.help.empty() ? "" : "; " + one.help));
  return all;
}

TEST(DmnInput, ReadsTextsAsTheTypeWants) {
  EXPECT_EQ(typed(R"("2019-09-12")", Type::date()), "2019-09-12");
  EXPECT_EQ(typed(R"("2019-09-12")", Type::string()), R"("2019-09-12")");
  EXPECT_EQ(typed(R"("10:00:00Z")", Type::of(Type::Tag::Time)), "10:00:00Z");
  EXPECT_EQ(typed(R"("2019-09-12T10:00:00")", Type::of(Type::Tag::DateTime)), "2019-09-12T10:00:00");
  EXPECT_EQ(typed(R"("P1D")", Type::of(Type::Tag::DaysDuration)), "P1D");
  EXPECT_EQ(typed(R"("P1Y")", Type::of(Type::Tag::MonthsDuration)), "P1Y");
  EXPECT_EQ(typed("7", Type::date()), "7");
}

TEST(DmnInput, LeavesATextThatIsNoneOfThem) {
  EXPECT_EQ(typed(R"("2019-02-30")", Type::date()), R"("2019-02-30")");
  EXPECT_EQ(typed(R"("P1Y")", Type::of(Type::Tag::DaysDuration)), R"("P1Y")");
}

TEST(DmnInput, GoesIntoListsAndContexts) {
  const Type dates = Type::list(Type::date());
  EXPECT_EQ(typed(R"(["2019-09-12", 1])", dates), "[2019-09-12, 1]");
  EXPECT_EQ(typed(R"("2019-09-12")", dates), "2019-09-12");
  EXPECT_EQ(typed(R"(["2019-09-12"])", Type::date()), "[2019-09-12]");
  const Type trip = Type::context({{.name = "from", .type = Type::date(), .aliases = {}},
                                   {.name = "label", .type = Type::string(), .aliases = {}}});
  EXPECT_EQ(typed(R"([{"from": "2019-09-12", "label": "2019-09-12"}])", Type::list(trip)),
            R"([{from: 2019-09-12, label: "2019-09-12"}])");
}

TEST(DmnInput, WarnsOfWhatNothingAsksForAndOfWhatIsNotThere) {
  const std::vector<std::string> known{"age", "income", "other.rate", "other.more.rate"};
  EXPECT_EQ(
      messages(check_inputs(given(R"({"age": 1, "other": {"rate": 2}})"), {"age", "other.rate"}, known)),
      std::vector<std::string>{});
  EXPECT_EQ(
      messages(check_inputs(given(R"({"other": {"more": {"rate": null}}})"), {"other.more.rate"}, known)),
      std::vector<std::string>{});
  EXPECT_EQ(messages(check_inputs(given(R"({"incom": 1})"), {"age"}, known)),
            (std::vector<std::string>{"nothing asks for the input `incom`; did you mean `income`?",
                                      "the input `age` is not given, which makes it null"}));
  EXPECT_EQ(messages(check_inputs(given(R"({"other": {"rat": 2}})"), {"other.rate"}, known)),
            std::vector<std::string>{"the input `other.rate` is not given, which makes it null"});
}

}  // namespace
}  // namespace qingheng::cli
