// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/temporal.hpp"

namespace qingheng::feel {
namespace {

std::int32_t paris(std::string_view local) {
  return offset_of_zone("Europe/Paris", *parse_date_and_time(local)).value();
}

TEST(Zones, FollowTheClockChanges) {
  EXPECT_EQ(paris("2021-01-15T12:00:00"), 3600);
  EXPECT_EQ(paris("2021-07-15T12:00:00"), 7200);
  EXPECT_EQ(paris("2021-03-28T02:30:00"), 3600);  // this half hour was left out
  EXPECT_EQ(paris("2021-10-31T02:30:00"), 7200);  // this one came twice
  EXPECT_EQ(paris("2021-10-31T03:00:00"), 3600);
}

TEST(Zones, KnowYearsFarAway) {
  EXPECT_EQ(paris("2100-07-15T12:00:00"), 7200);
  EXPECT_EQ(paris("999999999-01-15T12:00:00"), 3600);
  EXPECT_EQ(paris("-2021-01-15T12:00:00"), 561);  // the sun's time of Paris
}

TEST(Zones, AreThoseOfTheDatabase) {
  EXPECT_TRUE(is_zone("Asia/Shanghai"));
  EXPECT_FALSE(is_zone("xyz/abc"));
  EXPECT_FALSE(is_zone(""));
  EXPECT_FALSE(offset_of_zone("xyz/abc", {}));
}

}  // namespace
}  // namespace qingheng::feel
