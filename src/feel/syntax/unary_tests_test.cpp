// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/syntax/internal/parse_fixture.hpp"

namespace qingheng::feel::syntax {
namespace {

std::string tests_of(const std::string& text) { return tree_of(text, {}, Form::UnaryTests); }

TEST(UnaryTests, ReadEveryForm) {
  EXPECT_EQ(tests_of("-"), "(unary-tests)");
  EXPECT_EQ(tests_of("-1"), "(unary-tests (negate 1))");
  EXPECT_EQ(tests_of("< 5, \"a\", [1..2)"), "(unary-tests (test < 5) \"a\" (range [) 1 2))");
  EXPECT_EQ(tests_of("not(> 5, 3)"), "(unary-tests not (test > 5) 3)");
  EXPECT_EQ(tests_of("not(a) and b"), "(unary-tests (and (call `not` `a`) `b`))");
  EXPECT_EQ(tests_of("? > 5 and ? < 7"), "(unary-tests (and (> `?` 5) (< `?` 7)))");
}

}  // namespace
}  // namespace qingheng::feel::syntax
