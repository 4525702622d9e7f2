// SPDX-License-Identifier: Apache-2.0
#include "feel/expression.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel {
namespace {

TEST(Scope, FindsANameAndItsAliases) {
  Scope scope;
  scope.declare("staff", Type::number(), {"职工人数", "number of people"});
  scope.declare("revenue", Type::number());
  EXPECT_EQ(scope.find("staff"), 0U);
  EXPECT_EQ(scope.find("职工人数"), 0U);
  EXPECT_EQ(scope.find("revenue"), 1U);
  EXPECT_EQ(scope.find("职工"), std::nullopt);
}

}  // namespace
}  // namespace qingheng::feel
