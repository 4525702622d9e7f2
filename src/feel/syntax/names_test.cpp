// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/syntax/internal/parse_fixture.hpp"

namespace qingheng::feel::syntax {
namespace {

Scope scope_of(std::initializer_list<const char*> names) {
  Scope scope;
  for (const char* name : names) {
    scope.declare(name, Type::any());
  }
  return scope;
}

TEST(Names, TheLongestKnownOneIsTaken) {
  const Scope scope =
      scope_of({"a-b", "a", "b", "profit", "loss", "profit and loss", "营业收入（万元）", "𠮷野"});
  EXPECT_EQ(tree_of("a-b", scope), "`a-b`");
  EXPECT_EQ(tree_of("a - b", scope), "(- `a` `b`)");
  EXPECT_EQ(tree_of("a-b"), "(- `a` `b`)");
  EXPECT_EQ(tree_of("profit  and\nloss > 1", scope), "(> `profit and loss` 1)");
  EXPECT_EQ(tree_of("profit and a", scope), "(and `profit` `a`)");
  EXPECT_EQ(tree_of("营业收入（万元） * 𠮷野", scope), "(* `营业收入（万元）` `𠮷野`)");
  EXPECT_EQ(tree_of("date and time(\"x\")"), "(call `date and time` \"x\")");
}

TEST(Names, WordsOfAnUnknownOneStayTogether) {
  EXPECT_EQ(tree_of("total revenu > 5", scope_of({"total"})), "(> `total revenu` 5)");
  EXPECT_EQ(tree_of("a.start included and b"), "(and (path `a` `start included`) `b`)");
  const auto tree = parse_for_test("total revenu > 5");
  ASSERT_TRUE(tree);
  EXPECT_EQ((*tree)->parts.front()->span.text(), "total revenu");
}

TEST(Names, OfMembersCountInsideOfAFilter) {
  Scope scope;
  scope.declare("xs", Type::list(Type::context({{"in-out", Type::number(), {"进-出"}}})));
  EXPECT_EQ(tree_of("xs[in-out > 1]", scope), "(filter `xs` (> `in-out` 1))");
  EXPECT_EQ(tree_of("xs[1].进-出", scope), "(path (filter `xs` 1) `进-出`)");
}

TEST(Names, ThatTheTextBringsInEndWithTheirConstruct) {
  EXPECT_EQ(tree_of("[for a-b in xs return a-b, a-b]"), "(list (for `a-b` `xs` `a-b`) (- `a` `b`))");
}

}  // namespace
}  // namespace qingheng::feel::syntax
