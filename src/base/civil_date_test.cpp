// SPDX-License-Identifier: Apache-2.0
#include "base/civil_date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace qingheng::base {
namespace {

CivilDate day(std::string_view text) { return CivilDate::parse(text).value(); }

TEST(CivilDate, ReadsOnlyRealDays) {
  EXPECT_EQ(day("2019-09-12").to_string(), "2019-09-12");
  EXPECT_EQ(day("-0044-03-15").to_string(), "-0044-03-15");
  EXPECT_EQ(day("999999999-12-31").to_string(), "999999999-12-31");
  EXPECT_TRUE(CivilDate::parse("2020-02-29"));
  for (const auto* wrong : {"2019-02-29", "2019-13-01", "2019-9-12", "02019-09-12", "2019-09-12 ", "19-09-12",
                            "", "2019-09-1x"}) {
    EXPECT_FALSE(CivilDate::parse(wrong)) << wrong;
  }
}

TEST(CivilDate, KnowsTheWeekday) {
  EXPECT_EQ(day("2019-09-13").weekday(), 5);  // Mid-Autumn Festival 2019, a Friday
  EXPECT_EQ(day("1970-01-01").weekday(), 4);
  EXPECT_EQ(day("1969-12-28").weekday(), 7);
}

TEST(CivilDate, AMonthWithoutTheDayEndsOnItsLast) {
  EXPECT_EQ(day("2020-02-29").plus_months(12).to_string(), "2021-02-28");
  EXPECT_EQ(day("2019-10-31").plus_months(1).to_string(), "2019-11-30");
  EXPECT_EQ(day("2019-01-31").plus_months(-2).to_string(), "2018-11-30");
  EXPECT_EQ(day("2016-02-29").plus_months(48).to_string(), "2020-02-29");
}

RC_GTEST_PROP(CivilDate, DaysGoThereAndBack, ()) {
  const std::int64_t days = *rc::gen::inRange<std::int64_t>(-400'000'000'000 / 2, 365'000'000'000);
  const CivilDate date = CivilDate::from_days(days);
  RC_ASSERT(date.to_days() == days);
  RC_ASSERT(CivilDate::create(date.year, date.month, date.day).has_value());
  RC_ASSERT(date < CivilDate::from_days(days + 1));
}

}  // namespace
}  // namespace qingheng::base
