// SPDX-License-Identifier: Apache-2.0
#include "feel/syntax/tree.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel::syntax {
namespace {

TEST(Node, OfAMillionLevelsIsTakenApartWithoutDeepCalls) {
  auto root = std::make_unique<Node>();
  for (int level = 0; level < 1'000'000; ++level) {
    auto above = std::make_unique<Node>();
    above->parts.push_back(std::move(root));
    root = std::move(above);
  }
  root.reset();
  EXPECT_EQ(root, nullptr);
}

}  // namespace
}  // namespace qingheng::feel::syntax
