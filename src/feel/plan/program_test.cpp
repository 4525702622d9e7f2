// SPDX-License-Identifier: Apache-2.0
#include "feel/plan/program.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel::plan {
namespace {

TEST(Program, SignsAreThoseOfTheGrammar) {
  EXPECT_EQ(sign(syntax::Operator::GreaterOrEqual), ">=");
  EXPECT_EQ(sign(syntax::Operator::Exponent), "**");
}

}  // namespace
}  // namespace qingheng::feel::plan
