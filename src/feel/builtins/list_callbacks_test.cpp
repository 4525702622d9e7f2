// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"
#include "feel/expression.hpp"

namespace qingheng::feel {
namespace {

// The whole way from text, for functions written in it.
std::string evaluated(const std::string& text) {
  Scope scope;
  scope.declare("missing", Type::any());
  CompileOptions options;
  options.checking = Checking::Standard;
  const auto compiled = compile(base::whole(base::make_source("expression", text)), scope, options);
  if (!compiled) return "error: " + compiled.error().front().message;
  return result_text(evaluate(**compiled, std::vector{Value::unknown({{"missing"}})}, Host{}));
}

void expect_values(std::initializer_list<ExpectedCall> expressions) {
  for (const ExpectedCall& one : expressions) EXPECT_EQ(evaluated(one.text), one.result) << one.text;
}

TEST(Sort, OrdersByWhatPrecedes) {
  expect_values({{"sort([3, 1, 5, 4], function(x, y) x > y)", "[5, 4, 3, 1]"},
                 {"sort([3, 1, 5, 4, 2], function(x, y) x < y)", "[1, 2, 3, 4, 5]"},
                 {"sort(precedes: function(x, y) x < y, list: [\"b\", \"a\"])", "[\"a\", \"b\"]"},
                 {"sort([], function(x, y) x < y)", "[]"},
                 {"sort(7, function(x, y) x < y)", "[7]"}});
}

TEST(Sort, LeavesEqualItemsInTheirOrder) {
  expect_values(
      {{"sort([{a: 2, b: 1}, {a: 1, b: 2}, {a: 2, b: 3}, {a: 1, b: 4}], function(x, y) x.a < y.a).b",
        "[2, 4, 1, 3]"},
       {"sort([3, 1, 2], function(x, y) true)", "[2, 1, 3]"},
       {"sort([3, 1, 2], function(x, y) false)", "[3, 1, 2]"}});
}

TEST(Sort, NeedsAComparison) {
  expect_values({{"sort([1, 2], function(x) true)", "null: `precedes` needs two parameters, not 1"},
                 {"sort([1, 2], function(x, y) x)", "null: `precedes` gives number, not boolean"},
                 {"sort([1, 2], function(x, y) null)", "null: `precedes` gives null, not boolean"},
                 {"sort([1, 2])", "null: `sort` takes 2 arguments, not 1"},
                 {"sort([1, 2], 3)", "null: `sort` takes `precedes` as function, not number"}});
}

TEST(Sort, IsUnknownWhenAComparisonIs) {
  expect_values({{"sort([1, missing], function(x, y) x < y)", "unknown: missing"},
                 {"sort([missing], function(x, y) x < y)", "[unknown]"}});
}

TEST(Sort, StopsWhenThereAreNoMoreSteps) {
  const auto compiled = compile(
      base::whole(base::make_source("expression", "sort(for i in 1..200 return -i, function(x, y) x < y)")),
      Scope());
  ASSERT_TRUE(compiled);
  Host host;
  host.max_steps = 2000;
  EXPECT_TRUE(evaluate(**compiled, {}, host).is_null());
  EXPECT_EQ(evaluate(**compiled, {}, Host{}).as_list().size(), 200U);
}

TEST(ListReplace, AtAPosition) {
  expect_values(
      {{"list replace([1, 2, 3], 2, 4)", "[1, 4, 3]"},
       {"list replace([1, 2, 3], -1.5, 4)", "[1, 2, 4]"},
       {"list replace([1, 2, 3], 3, null)", "[1, 2, null]"},
       {"list replace(position: 2, newItem: 4, list: [1, 2, 3])", "[1, 4, 3]"},
       {"list replace(1, 1, 5)", "[5]"},
       {"list replace([1, 2, 3], 0, 4)", "null: position 0 is outside of a list of 3 items"},
       {"list replace([1, 2, 3], \"2\", 4)", "null: `list replace` takes `position` as number, not string"},
       {"list replace([1, 2, 3], 2, missing)", "[1, unknown, 3]"},
       {"list replace([1, 2, 3], missing, 4)", "unknown: missing"}});
}

TEST(ListReplace, WhereAFunctionMatches) {
  expect_values(
      {{"list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"},
       {"list replace(match: function(item, newItem) item = 2, newItem: 4, list: [1, 2, 3])", "[1, 4, 3]"},
       {"list replace([2, 4], function(item) item = 2, 5)", "null: `match` needs two parameters, not 1"},
       {"list replace([2, 4], function(item, newItem) item, 5)", "null: `match` gives number, not boolean"},
       {"list replace([2, missing], function(item, newItem) item > 1, 5)", "[5, unknown]"}});
}

}  // namespace
}  // namespace qingheng::feel
