// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/syntax/internal/parse_fixture.hpp"

namespace qingheng::feel::syntax {
namespace {

struct Case {
  const char* text;
  const char* tree;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& one : cases) EXPECT_EQ(tree_of(one.text), one.tree) << one.text;
}

TEST(Expressions, BindAsTheGrammarSays) {
  expect_all({{"1+2*3", "(+ 1 (* 2 3))"},
              {"1-2-3", "(- (- 1 2) 3)"},
              {"3 ** 4 ** 5", "(** (** 3 4) 5)"},
              {"-3 ** 2", "(** (negate 3) 2)"},
              {"--10", "(negate (negate 10))"},
              {"2**-1", "(** 2 (negate 1))"},
              {"a or b and c = d", "(or `a` (and `b` (= `c` `d`)))"},
              {"a < 1 = true", "(= (< `a` 1) true)"},
              {"a between 1 and 2 and b", "(and (between `a` 1 2) `b`)"},
              {"-x instance of number", "(negate (instance-of `x` number))"}});
}

TEST(Expressions, ReadLiterals) {
  expect_all({{".5", "0.5"},
              {"1.2e3", "1200"},
              {"1.23e-4", "0.000123"},
              {"true", "true"},
              {"null", "null"},
              {"@\"P1M\"", "@years and months duration"},
              {R"("a\n\t\"\\\'")", "\"a\n\t\"\\'\""},
              {R"("\uD83D\uDE00\U01F40E\u0041")", "\"😀🐎A\""},
              {R"x("(\d{3})")x", "\"(\\d{3})\""},
              {"/* c */ 1 // rest\n+ 2", "(+ 1 2)"}});
}

TEST(Expressions, ReadBrackets) {
  expect_all({{"[]", "(list)"},
              {"[1, [2]]", "(list 1 (list 2))"},
              {"[1..3]", "(range [] 1 3)"},
              {"(1..3]", "(range (] 1 3)"},
              {"]1..3[", "(range () 1 3)"},
              {"[1..10[.end included", "(path (range [) 1 10) `end included`)"},
              {"[1..x[1]]", "(range [] 1 (filter `x` 1))"},
              {"(< 10)", "(range () _ 10)"},
              {"(>= 10)", "(range [) 10 _)"},
              {"(= 10)", "(range [] 10 10)"},
              {"(!= 10)", "(test != 10)"},
              {"{a b: 1, \"c\": a b}", "(context `a b` `c` 1 `a b`)"},
              {"{a: 1}.a", "(path (context `a` 1) `a`)"},
              {"xs[item > 2][1]", "(filter (filter `xs` (> `item` 2)) 1)"}});
}

TEST(Expressions, ReadMembership) {
  expect_all({{"x in 2", "(in `x` 2)"},
              {"x in > 10", "(in `x` (test > 10))"},
              {"x in (> 10, 3, [1..2])", "(in `x` (test > 10) 3 (range [] 1 2))"},
              {"x in (1..2]", "(in `x` (range (] 1 2))"},
              {"x in (1 + 2) * 3", "(in `x` (* (+ 1 2) 3))"},
              {"x in (1) and y", "(and (in `x` 1) `y`)"}});
}

TEST(Expressions, ReadWhatBeginsWithAKeyword) {
  expect_all(
      {{"if a then b else c + 1", "(if `a` `b` (+ `c` 1))"},
       {"for i in 1..n, j in [i] return i * j", "(for `i` `j` (iterate 1 `n`) (list `i`) (* `i` `j`))"},
       {"some x in xs satisfies x > 1", "(some `x` `xs` (> `x` 1))"},
       {"every a b in xs satisfies a b", "(every `a b` `xs` `a b`)"},
       {"function(a: number, b) a + b", "(function `a`:number `b` (+ `a` `b`))"},
       {"function(x) external {java: 1}", "(function external `x` (context `java` 1))"},
       {"not(a)", "(call `not` `a`)"}});
}

TEST(Expressions, ReadCallsAndTypes) {
  expect_all(
      {{"f(1)(2)", "(call (call `f` 1) 2)"},
       {"substring(string: \"a\", start position: 2)",
        "(call `string` `start position` `substring` \"a\" 2)"},
       {"x instance of list<list<number>>", "(instance-of `x` list<list<number>>)"},
       {"x instance of function<> -> Any", "(instance-of `x` function<Any>)"},
       {"x instance of context<a b: string, c: number>", "(instance-of `x` context<a b: string, c: number>)"},
       {"x instance of date and time and y", "(and (instance-of `x` date and time) `y`)"}});
}

TEST(Expressions, ChainsAreAsLongAsTheyLike) {
  std::string sum = "1";
  for (int term = 0; term < 100'000; ++term) sum += "+1";
  EXPECT_TRUE(parse_for_test(sum));
}

TEST(Expressions, NestingIsBoundedAndNeverReadTwice) {
  EXPECT_TRUE(parse_for_test(std::string(199, '(') + "1" + std::string(199, ')')));
  for (const char bracket : {'(', '[', '{', ']', '-'}) {
    EXPECT_FALSE(parse_for_test(std::string(100'000, bracket))) << bracket;
  }
}

}  // namespace
}  // namespace qingheng::feel::syntax
