// SPDX-License-Identifier: Apache-2.0
#include "base/working_days.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace qingheng::base {
namespace {

WorkingDays official() {
  std::ifstream file(QINGHENG_SOURCE_DIR "/data/working_days.tsv");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return WorkingDays::parse(text).value();
}

std::string due(CivilDate start, const Count& count) {
  const auto result = official().deadline(start, count);
  return result ? result->date.to_string() : result.error();
}

Count working(std::int32_t days, Counting counting = Counting::Exclusive) {
  return {.length = {.days = days}, .kind = DayKind::Working, .counting = counting};
}
Count natural(std::int32_t days, Counting counting = Counting::Exclusive) {
  return {.length = {.days = days}, .counting = counting};
}
Count months(std::int32_t months, Counting counting = Counting::Exclusive) {
  return {.length = {.months = months}, .counting = counting};
}

TEST(WorkingDays, TheChongqingNoticeIsFiveDaysOnlyWhenItsFirstDayCounts) {
  EXPECT_EQ(official().count({2019, 9, 12}, {2019, 9, 19}), 5);
  EXPECT_EQ(official().count({2019, 9, 13}, {2019, 9, 19}), 4);
  EXPECT_EQ(due({2019, 9, 12}, working(5, Counting::Inclusive)), "2019-09-19");
  EXPECT_EQ(due({2019, 9, 12}, working(5)), "2019-09-20");
}

TEST(WorkingDays, FollowSwappedWeekends) {
  EXPECT_EQ(due({2019, 9, 30}, working(5)), "2019-10-12") << "Saturday 12 October is worked";
  EXPECT_EQ(due({2026, 9, 30}, working(5)), "2026-10-13");
  EXPECT_EQ(due({2026, 2, 13}, working(3)), "2026-02-25");
  EXPECT_EQ(due({2026, 4, 30}, working(5)), "2026-05-11");
  EXPECT_EQ(due({2026, 9, 18}, working(5)), "2026-09-24");
  EXPECT_EQ(due({2026, 1, 1}, working(1)), "2026-01-04");
  EXPECT_EQ(due({2025, 1, 27}, working(5)), "2025-02-10");
}

TEST(WorkingDays, CountAsManyAYearAsThePublishedTotals) {
  const std::map<std::int32_t, std::int64_t> totals{{2019, 250}, {2020, 249}, {2021, 250}, {2022, 249},
                                                    {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
  for (const auto& [year, total] : totals)
    EXPECT_EQ(official().count({year, 1, 1}, {year, 12, 31}), total) << year;
}

TEST(WorkingDays, ANaturalPeriodRollsToTheNextWorkingDayAndSaysFromWhere) {
  const auto result = official().deadline({2026, 8, 5}, natural(60));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->date.to_string(), "2026-10-08");
  EXPECT_EQ(result->rolled_from->to_string(), "2026-10-04");
  EXPECT_FALSE(official().deadline({2026, 8, 5}, natural(1))->rolled_from);
}

TEST(WorkingDays, MonthsEndOnTheCorrespondingDayOrTheLastOfTheMonth) {
  EXPECT_EQ(due({2020, 1, 31}, months(1)), "2020-03-02") << "29 February 2020 is a Saturday";
  EXPECT_EQ(due({2020, 2, 29}, months(12)), "2021-03-01") << "28 February 2021 is a Sunday";
  EXPECT_EQ(due({2019, 10, 15}, months(1)), "2019-11-15");
  EXPECT_EQ(due({2019, 10, 15}, months(1, Counting::Inclusive)), "2019-11-14");
  EXPECT_EQ(due({2019, 8, 31}, months(1, Counting::Inclusive)), "2019-09-30") << "September has no 31st";
  EXPECT_EQ(due({2022, 1, 31}, months(1, Counting::Inclusive)), "2022-02-28") << "a Monday";
  EXPECT_EQ(due({2022, 3, 1}, months(1, Counting::Inclusive)), "2022-03-31");
}

TEST(WorkingDays, ASuspensionTakesItsDaysOut) {
  Count count = working(3);
  count.suspensions = {{{2019, 10, 9}, {2019, 10, 10}}};
  EXPECT_EQ(due({2019, 10, 8}, count), "2019-10-14") << "11, 12 (worked Saturday), 14";
  count = natural(10);
  count.suspensions = {{{2019, 10, 20}, {2019, 10, 22}}};
  EXPECT_EQ(due({2019, 10, 15}, count), "2019-10-28");
  count = months(1);
  count.suspensions = {{{2019, 11, 1}, {2019, 11, 5}}};
  EXPECT_EQ(due({2019, 10, 15}, count), "2019-11-20");
  count.suspensions = {{{2019, 11, 5}, {2019, 11, 1}}};
  EXPECT_EQ(due({2019, 10, 15}, count), "a suspension ends on 2019-11-01, before it starts on 2019-11-05");
}

TEST(WorkingDays, BeyondTheNoticesIsAnErrorAndNoGuess) {
  EXPECT_EQ(due({2026, 12, 30}, working(5)),
            "the working days of 2027 are not known: the notices cover 2019 to 2026");
  EXPECT_EQ(due({2018, 12, 30}, working(1)),
            "the working days of 2018 are not known: the notices cover 2019 to 2026");
}

TEST(WorkingDays, AreThoseOfTheNoticesKnownOnADay) {
  const WorkingDays early = official().as_known_on({2019, 3, 21});
  EXPECT_EQ(early.is_working({2019, 5, 2}), true) << "the notice of 22 March 2019 made it a holiday";
  EXPECT_EQ(official().is_working({2019, 5, 2}), false);
  EXPECT_EQ(early.is_working({2020, 1, 2}).error(),
            "the working days of 2020 are not known: the notices cover 2019 to 2019");
  const WorkingDays january = official().as_known_on({2020, 1, 25});
  EXPECT_EQ(january.is_working({2020, 2, 1}), true);
  EXPECT_EQ(official().is_working({2020, 2, 1}), false);
  EXPECT_EQ(official().deadline({2019, 12, 30}, working(3))->notices.back().number, "国办发明电〔2020〕1号");
  EXPECT_EQ(official().as_known_on({2018, 1, 1}).is_working({2019, 1, 2}).error(),
            "the working days of 2019 are not known: no notice had been issued");
}

TEST(WorkingDays, AWrongFileNamesItsLine) {
  EXPECT_EQ(WorkingDays::parse("# a\nday\t2019-01-01\tholiday\tx\n").error(),
            "calendar line 2: a day needs a date, and a notice before it");
  EXPECT_EQ(WorkingDays::parse("notice\t2019\tx\t2018-13-01\n").error(),
            "calendar line 1: a notice needs a year, a number and the date of its issue");
  EXPECT_EQ(WorkingDays::parse("").error(), "the calendar holds no notice");
}

}  // namespace
}  // namespace qingheng::base
