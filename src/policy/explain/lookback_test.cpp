// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/lookback.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy {
namespace {

Lookback looking(Lookback::Kind kind, std::uint32_t years, std::uint32_t months = 0) {
  Lookback lookback;
  lookback.kind = kind;
  lookback.years = years;
  lookback.months = months;
  return lookback;
}

TEST(Lookback, RollingIncludesTheSameDayOfTheEarlierYear) {
  const DateSpan span = window_of(looking(Lookback::Kind::Rolling, 3), {2019, 10, 8}, {});
  EXPECT_EQ(span, (DateSpan{{2016, 10, 8}, {2019, 10, 8}}));
  EXPECT_EQ(full_years(span), (std::vector<std::int32_t>{2017, 2018}));
  EXPECT_EQ(window_of(looking(Lookback::Kind::Rolling, 1), {2020, 2, 29}, {}).first,
            (base::CivilDate{2019, 2, 28}));
  EXPECT_EQ(window_of(looking(Lookback::Kind::Rolling, 0, 6), {2019, 8, 31}, {}).first,
            (base::CivilDate{2019, 2, 28}));
}

TEST(Lookback, CalendarTakesTheFullYearsBefore) {
  const DateSpan span = window_of(looking(Lookback::Kind::Calendar, 3), {2019, 1, 1}, {});
  EXPECT_EQ(span, (DateSpan{{2016, 1, 1}, {2018, 12, 31}}));
  EXPECT_EQ(full_years(span), (std::vector<std::int32_t>{2016, 2017, 2018}));
}

TEST(Lookback, AccountsOfLastYearAreClosedFromMay) {
  const Lookback two = looking(Lookback::Kind::Accounting, 2);
  EXPECT_EQ(window_of(two, {2019, 4, 30}, {}), (DateSpan{{2016, 1, 1}, {2017, 12, 31}}));
  EXPECT_EQ(window_of(two, {2019, 5, 1}, {}), (DateSpan{{2017, 1, 1}, {2018, 12, 31}}));
}

TEST(Lookback, IsCutAtTheFoundingDate) {
  const Lookback three = looking(Lookback::Kind::Calendar, 3);
  const DateSpan young = window_of(three, {2019, 10, 8}, base::CivilDate{2017, 5, 3});
  EXPECT_EQ(young.first, (base::CivilDate{2017, 5, 3}));
  EXPECT_EQ(full_years(young), (std::vector<std::int32_t>{2018}));
  EXPECT_TRUE(full_years(window_of(three, {2019, 10, 8}, base::CivilDate{2019, 2, 1})).empty());
  EXPECT_EQ(window_of(three, {2019, 10, 8}, base::CivilDate{1999, 1, 1}).first,
            (base::CivilDate{2016, 1, 1}));
}

}  // namespace
}  // namespace qingheng::policy
