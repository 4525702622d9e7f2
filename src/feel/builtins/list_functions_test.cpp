// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

TEST(Lists, TellWhetherAndWhereAnItemIs) {
  expect_calls({{"list contains([1, 2, null], null)", "true"},
                {"list contains([1, [2]], [2])", "true"},
                {"list contains([\"1\"], 1)", "false"},
                {"list contains(element: 2, list: [1, 2])", "true"},
                {"list contains(2, 2)", "true"},
                {"index of([1, 2, 3, 2], 2)", "[2, 4]"},
                {"index of([\"a\", null], null)", "[2]"},
                {"index of(match: 9, list: [1])", "[]"}});
  expect_null({"list contains(null, 1)", "list contains([1])", "index of(null, 1)"});
}

TEST(Lists, FindAmongUnknownItems) {
  expect_calls({{"list contains([missing, 2], 2)", "true"},
                {"list contains([missing, 2], 3)", "unknown: missing"},
                {"list contains([1], missing)", "unknown: missing"},
                {"list contains([], missing)", "false"},
                {"list contains(missing, 1)", "unknown: missing"},
                {"list contains([{a: 1, b: missing}], {a: 2, b: 3})", "false"},
                {"index of([1, missing], 1)", "unknown: missing"}});
}

TEST(Lists, GrowAndShrink) {
  expect_calls({{"append([1], 2, null)", "[1, 2, null]"},
                {"append([1], [2])", "[1, [2]]"},
                {"append(1, 2)", "[1, 2]"},
                {"append(list: [1], item: 2)", "[1, 2]"},
                {"concatenate([1, 2], [3], [])", "[1, 2, 3]"},
                {"concatenate([[1]], [2], 3)", "[[1], 2, 3]"},
                {"insert before([1, 3], 1, 2)", "[2, 1, 3]"},
                {"insert before([1, 3], -1, 2)", "[1, 2, 3]"},
                {"insert before(newItem: null, position: 2, list: [1, 3])", "[1, null, 3]"},
                {"remove([1, 2, 3], 2)", "[1, 3]"},
                {"remove([1, 2, 3], -3)", "[2, 3]"},
                {"reverse([1, 2, 3])", "[3, 2, 1]"},
                {"reverse([])", "[]"},
                {"flatten([[1, [2, []]], 3])", "[1, 2, 3]"},
                {"flatten([{a: [1]}])", "[{a: [1]}]"}});
  expect_null({"append(null, 1)", "concatenate([1], null)", "reverse(null)", "flatten(null)"});
}

TEST(Lists, PositionsStayInside) {
  expect_calls({{"remove([1, 2], 3)", "null: position 3 is outside of a list of 2 items"},
                {"remove([1], 0)", "null: position 0 is outside of a list of 1 item"},
                {"insert before([], 1, 5)", "null: position 1 is outside of a list of 0 items"},
                {"sublist([1, 2], -3)", "null: position -3 is outside of a list of 2 items"},
                {"remove([1, 2], null)", "null: `remove` takes `position` as number, not null"},
                {"remove([1, 2], 1e30)",
                 "null: position 1000000000000000000000000000000 is outside of a list of 2 items"}});
}

TEST(Lists, SublistTakesALength) {
  expect_calls({{"sublist([4, 5, 6], 1, 2)", "[4, 5]"},
                {"sublist([4, 5, 6], 2)", "[5, 6]"},
                {"sublist([4, 5, 6], -2, 1)", "[5]"},
                {"sublist(list: [4, 5, 6], start position: 3, length: 1.9)", "[6]"},
                {"sublist([4, 5, 6], 2, 3)", "null: length 3 is not between 1 and 2"},
                {"sublist([4, 5, 6], 2, 0)", "null: length 0 is not between 1 and 2"},
                {"sublist([4, 5, 6], 2, null)", "null: the length is null"},
                {"sublist([4, 5, 6], 2, modulo(1, 0))", "null: division by zero"}});
}

TEST(Lists, KeepUnknownItems) {
  expect_calls({{"append([1], missing)", "[1, unknown]"},
                {"append(missing, 1)", "unknown: missing"},
                {"concatenate([missing], [2])", "[unknown, 2]"},
                {"concatenate([1], missing)", "unknown: missing"},
                {"insert before([1], 1, missing)", "[unknown, 1]"},
                {"insert before([1], missing, 2)", "unknown: missing"},
                {"remove([missing, 2], 2)", "[unknown]"},
                {"remove([1, 2], missing)", "unknown: missing"},
                {"reverse([missing, 2])", "[2, unknown]"},
                {"sublist([missing, 2], 1, 1)", "[unknown]"},
                {"flatten([1, [missing]])", "unknown: missing"}});
}

TEST(Distinct, KeepsTheFirstOfEqualItems) {
  expect_calls({{"distinct values([1, 2, 1.0, \"1\", null, null])", "[1, 2, \"1\", null]"},
                {"distinct values([[1], {a: 1}, [1], {a: 1}, true, true])", "[[1], {a: 1}, true]"},
                {"distinct values(1)", "[1]"},
                {"union([1, 2], [2, 3], 1)", "[1, 2, 3]"},
                {"union([])", "[]"}});
  expect_null({"distinct values(null)", "union([1], null)"});
}

TEST(Distinct, IsUnknownWhereItemsMayBeEqual) {
  expect_calls({{"distinct values([missing])", "[unknown]"},
                {"distinct values([1, missing])", "unknown: missing"},
                {"distinct values([missing, absent])", "unknown: absent, missing"},
                {"distinct values([{a: 1, b: missing}, {a: 2, b: 3}])", "[{a: 1, b: unknown}, {a: 2, b: 3}]"},
                {"distinct values([{a: 1, b: missing}, {a: 1, b: 3}])", "unknown: missing"},
                {"union([1], missing)", "unknown: missing"}});
}

TEST(Steps, AreCountedWhereTheyAreMany) {
  CallForTest calls;
  calls.caller.limit = 1000;
  Value list = Value::number(1);
  for (int i = 0; i < 40; ++i) list = Value::list({list, list});
  const CallSite site{calls.host, calls.span, calls.caller};
  const char* const message = "null: the evaluation takes too many steps";
  EXPECT_EQ(result_text(call_builtin(*find_builtin("flatten"), std::array{list}, site)), message);
  calls.caller.spent = 0;
  // To look for unknown items is work too.
  EXPECT_EQ(result_text(call_builtin(*find_builtin("min"), std::array{list}, site)), message);
  calls.caller.spent = 0;
  EXPECT_EQ(result_text(call_builtin(*find_builtin("distinct values"),
                                     std::array{Value::list(List(100, Value::boolean(true)))}, site)),
            "[true]");
  EXPECT_EQ(calls.caller.spent, 100 + 1 + 99 * 2);
}

}  // namespace
}  // namespace qingheng::feel
