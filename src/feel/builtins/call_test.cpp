// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"
#include "feel/builtins/internal/shapes.hpp"

namespace qingheng::feel {
namespace {

Value which(Call& call, const char* overload) {
  std::string text = overload;
  for (const Value& argument : call.arguments) text += " " + result_text(argument);
  return Value::string(text);
}
Value first(Call& call) { return which(call, "first"); }
Value second(Call& call) { return which(call, "second"); }

std::string called(const Builtin& builtin, const List& arguments, std::vector<std::string> names = {}) {
  CallForTest calls;
  const CallSite site{calls.host, calls.span, calls.caller};
  return result_text(names.empty() ? call_builtin(builtin, arguments, site)
                                   : call_builtin(builtin, names, arguments, site));
}

const Value kMissing = Value::unknown({{"missing"}});

TEST(Call, PrefersTheOverloadThatNeedsNoConversion) {
  const Builtin builtin{"f",
                        {{{{"a", Shape::Number}}, 1, Result::Any, first},
                         {{{"b", Shape::NumberList}}, 1, Result::Any, second}}};
  EXPECT_EQ(called(builtin, {Value::number(1)}), "\"first 1\"");
  EXPECT_EQ(called(builtin, {Value::list({Value::number(1)})}), "\"second [1]\"");
  EXPECT_EQ(called(builtin, {Value::list({Value::number(1)})}, {"a"}), "\"first 1\"");
  EXPECT_EQ(called(builtin, {Value::number(1)}, {"b"}), "\"second [1]\"");
}

TEST(Call, ConvertsAsTheStandardAllows) {
  const Value day = Value::date({2024, 2, 29});
  EXPECT_EQ(to_text(*converted(day, Shape::DateTime)), "2024-02-29T00:00:00Z");
  EXPECT_EQ(to_text(*converted(Value::list({day}), Shape::DateOrDateTime)), "2024-02-29");
  EXPECT_EQ(to_text(*converted(day, Shape::List)), "[2024-02-29]");
  EXPECT_FALSE(converted(Value::list({day, day}), Shape::Date));
  EXPECT_FALSE(converted(Value(), Shape::List));
  EXPECT_FALSE(converted(Value::list({Value::list({day})}), Shape::Date));
  EXPECT_FALSE(converted(Value::boolean(true), Shape::Point));
  EXPECT_TRUE(converted(Value::list({kMissing}), Shape::Number)->is_unknown());
}

TEST(Call, TellsALeftOutArgumentFromAWrongOne) {
  const Builtin builtin{
      "f", {{{{"a", Shape::Number}, {"b", Shape::Number}, {"c", Shape::Number}}, 1, Result::Any, first}}};
  EXPECT_EQ(called(builtin, {Value::number(1)}), "\"first 1\"");
  EXPECT_EQ(called(builtin, {Value::number(1), Value::number(3)}, {"a", "c"}), "\"first 1 null 3\"");
  EXPECT_EQ(called(builtin, {Value::number(1), Value()}), "\"first 1 null\"");
  EXPECT_EQ(called(builtin, {Value()}), "null: `f` takes `a` as number, not null");
  EXPECT_EQ(called(builtin, {Value::number(1), Value::number(3)}, {"a", "a"}),
            "null: `f` cannot be called with (a, a)");
  EXPECT_EQ(called(builtin, {Value::number(1)}, {"c"}), "null: `f` cannot be called with (c)");
}

TEST(Call, ReportsTheOverloadThatComesClosest) {
  const Builtin builtin{"f",
                        {{{{"a", Shape::String}, {"b", Shape::Number}}, 2, Result::Any, first},
                         {{{"a", Shape::Number}, {"b", Shape::Range}}, 2, Result::Any, second}}};
  EXPECT_EQ(called(builtin, {Value::number(1), Value::number(2)}),
            "null: `f` takes `b` as range, not number");
  EXPECT_EQ(called(builtin, {Value::boolean(true), Value::number(2)}),
            "null: `f` takes `a` as string, not boolean");
}

TEST(Call, LiftsUnknownsAsTheFunctionAsks) {
  Builtin builtin{"f", {{{{"a", Shape::Any}}, 1, Result::Any, first}}, Unknowns::Lift};
  const Value deep =
      Value::list({Value::context({{"x", Value::range({kMissing, std::nullopt, true, false})}})});
  EXPECT_EQ(called(builtin, {deep}), "unknown: missing");
  EXPECT_EQ(called(builtin, {Value::number(1)}), "\"first 1\"");
  builtin.unknowns = Unknowns::LiftOuter;
  EXPECT_EQ(called(builtin, {kMissing}), "unknown: missing");
  EXPECT_EQ(called(builtin, {Value::list({kMissing})}), "\"first [unknown]\"");
  builtin.unknowns = Unknowns::Handle;
  EXPECT_EQ(called(builtin, {kMissing}), "\"first unknown: missing\"");
}

TEST(Call, AWrongCallIsNullWhateverIsUnknown) {
  const Builtin builtin{"f", {{{{"a", Shape::Number}, {"b", Shape::Number}}, 2, Result::Any, first}}};
  EXPECT_EQ(called(builtin, {kMissing}), "null: `f` takes 2 arguments, not 1");
  EXPECT_EQ(called(builtin, {kMissing, Value::string("x")}), "null: `f` takes `b` as number, not string");
}

TEST(Table, IsSortedAndEachNameStandsOnce) {
  const auto table = all_builtins();
  ASSERT_EQ(table.size(), builtin_names().size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    EXPECT_EQ(table[i].name, builtin_names()[i]);
    EXPECT_EQ(find_builtin(table[i].name), &table[i]);
    if (i > 0) {
      EXPECT_LT(table[i - 1].name, table[i].name);
    }
    for (const Overload& overload : table[i].overloads) {
      EXPECT_NE(overload.function, nullptr) << table[i].name;
      EXPECT_LE(overload.required, overload.parameters.size()) << table[i].name;
    }
  }
  EXPECT_EQ(find_builtin("coun"), nullptr);
  EXPECT_EQ(find_builtin(""), nullptr);
}

}  // namespace
}  // namespace qingheng::feel
