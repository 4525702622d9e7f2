// SPDX-License-Identifier: Apache-2.0
#include "registry/vocabulary.hpp"

#include <gtest/gtest.h>

namespace qingheng::registry {
namespace {

TEST(Vocabulary, FindsAFactByIdBeforeLabel) {
  Vocabulary vocabulary;
  Fact labelled;
  labelled.kind = "enterprise";
  labelled.id = "income";
  labelled.label = {"收入", "revenue"};
  Fact named;
  named.kind = "enterprise";
  named.id = "revenue";
  vocabulary.facts = {labelled, named};
  EXPECT_EQ(vocabulary.fact("enterprise", "revenue"), &vocabulary.facts[1]);
  EXPECT_EQ(vocabulary.fact("enterprise", "收入"), &vocabulary.facts[0]);
  EXPECT_EQ(vocabulary.fact("city", "收入"), nullptr);
  EXPECT_EQ(vocabulary.fact("enterprise", ""), nullptr) << "an absent label names nothing";
}

}  // namespace
}  // namespace qingheng::registry
