// SPDX-License-Identifier: Apache-2.0
#include "feel/plan/text_set.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel::plan {
namespace {

TEST(TextSet, HoldsWhatItWasGivenAndNothingElse) {
  std::vector<std::string> cities;
  for (int at = 0; at < 500; ++at) cities.push_back(std::to_string(110000 + 100 * at));
  cities.push_back("");
  cities.push_back("110000");
  const TextSet set(cities);
  EXPECT_EQ(set.size(), 501U);
  for (const std::string& city : cities) EXPECT_TRUE(set.contains(city)) << city;
  for (int at = 0; at < 500; ++at) EXPECT_FALSE(set.contains(std::to_string(110001 + 100 * at))) << at;
  EXPECT_FALSE(set.contains("11000"));
  EXPECT_FALSE(set.contains("1100001"));
}

TEST(TextSet, MayBeEmpty) {
  const TextSet set({});
  EXPECT_EQ(set.size(), 0U);
  EXPECT_FALSE(set.contains(""));
}

}  // namespace
}  // namespace qingheng::feel::plan
