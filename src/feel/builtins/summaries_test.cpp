// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

TEST(Summaries, TakeOneListOrTheItemsThemselves) {
  expect_calls({{"count([1, null, 3])", "3"},
                {"count([])", "0"},
                {"count(7)", "1"},
                {"sum([6, 14, -3])", "17"},
                {"sum(6, 14, -3)", "17"},
                {"sum(5)", "5"},
                {"mean([6, 14, -3])", "5.666666666666666666666666666666667"},
                {"mean(1, 2)", "1.5"},
                {"product([2.5, 1, 2.5, 3])", "18.75"},
                {"product(2, 3, 4)", "24"},
                {"min([6, 14, -3])", "-3"},
                {"max(123, 456)", "456"},
                {"max(list: [\"a\", \"b\"])", "\"b\""},
                {"min(@\"2020-01-01\", @\"2019-12-31\")", "2019-12-31"},
                {"max([@\"P1D\", @\"PT30H\"])", "P1DT6H"},
                {"max(5)", "5"}});
}

TEST(Summaries, OfNothingAreNull) {
  for (const char* call : {"sum([])", "mean([])", "product([])", "min([])", "max([])", "median([])"}) {
    EXPECT_EQ(result(call), "null: the list is empty") << call;
  }
  expect_null({"sum()", "min()", "count()", "all()", "median()", "mode()", "stddev()"});
}

TEST(Summaries, SayWhichItemDoesNotFit) {
  expect_calls(
      {{"sum([1, 2, \"foo\", 4])", "null: `sum` takes `list` as list<number>, but item 3 is string"},
       {"product([1, 2, null, 4])", "null: `product` takes `list` as list<number>, but item 3 is null"},
       {"sum(1, \"a\")", "null: `sum` takes `n1` as number, not string"},
       {"min([1, \"a\"])", "null: cannot order number and string"},
       {"max([1, null])", "null: cannot order number and null"},
       {"min([true])", "null: boolean has no order"},
       {"min(1, null)", "null: `min` takes `c1` as number, string, date, time or duration, not null"},
       {"count(null)", "null: `count` takes `list` as list, not null"}});
  expect_null({"product(null)", "product(list: null)", "product(l: [2, 4])", "mean(\"a\")"});
}

TEST(Summaries, KeepTheReasonOfANullArgument) {
  expect_calls({{"sum(modulo(1, 0), 2)", "null: division by zero"},
                {"max([modulo(1, 0)])", "null: division by zero"},
                {"all([true, modulo(1, 0)])", "null: division by zero"}});
}

TEST(Summaries, OverflowIsNull) {
  expect_calls({{"sum([9.9e6144, 9.9e6144])", "null: the result is not a number"},
                {"product([9e6144, 10])", "null: the result is not a number"},
                {"mean([9.9e6144, 9.9e6144])", "null: the result is not a number"}});
}

TEST(Summaries, AreUnknownWhenAnItemIs) {
  expect_calls({{"count([missing, 1])", "2"},
                {"count(missing)", "unknown: missing"},
                {"sum([1, missing, absent])", "unknown: absent, missing"},
                {"max(1, missing)", "unknown: missing"},
                {"median([1, missing])", "unknown: missing"},
                {"mode(missing, 1)", "unknown: missing"}});
}

TEST(AllAndAny, AreDecidedByOneItem) {
  expect_calls({{"all([true, false, true])", "false"},
                {"all([true, true])", "true"},
                {"all(true, false)", "false"},
                {"all([])", "true"},
                {"all(true)", "true"},
                {"all(list: [true, null, false])", "false"},
                {"any([false, false])", "false"},
                {"any([])", "false"},
                {"any(true, false)", "true"},
                {"any(null, true)", "true"}});
}

TEST(AllAndAny, OfOtherKindsAreNullWhenUndecided) {
  expect_calls({{"all([true, 1])", "null: an item is number, not boolean"},
                {"any([123, false])", "null: an item is number, not boolean"},
                {"any(null, false)", "null: an item is null, not boolean"},
                {"all(123)", "null: an item is number, not boolean"},
                {"all(null)", "null: an item is null, not boolean"}});
  expect_null({"any(list: null)", "any(l: [true])"});
}

TEST(AllAndAny, AreUnknownOnlyWhenUndecided) {
  expect_calls({{"all([false, missing])", "false"},
                {"all([missing, false])", "false"},
                {"all([true, missing])", "unknown: missing"},
                {"any(missing, true)", "true"},
                {"any([missing, 1])", "unknown: missing"},
                {"all(missing)", "unknown: missing"}});
}

TEST(Statistics, MedianIsTheMiddle) {
  expect_calls({{"median([8, 2, 5, 3, 4])", "4"},
                {"median(8, 2, 5, 7)", "6"},
                {"median([6, 1, 2, 3])", "2.5"},
                {"median(list: 4)", "4"}});
  expect_null({"median([1, 2, \"foo\", 4])", "median(null)", "median(l: [2])"});
}

TEST(Statistics, DeviationIsOfASample) {
  expect_calls({{"stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"},
                {"stddev(1, 3)", "1.414213562373095048801688724209698"},
                {"stddev([47])", "null: a deviation needs at least two numbers"},
                {"stddev([])", "null: a deviation needs at least two numbers"}});
}

TEST(Statistics, ModeListsAllThatAreMostFrequent) {
  expect_calls({{"mode([6, 3, 9, 6, 6])", "[6]"},
                {"mode([6, 1, 9, 6, 1])", "[1, 6]"},
                {"mode(2.50, 1, 2.5, 3)", "[2.5]"},
                {"mode([])", "[]"}});
  expect_null({"mode(null)", "mode([1, \"foo\"])"});
}

}  // namespace
}  // namespace qingheng::feel
