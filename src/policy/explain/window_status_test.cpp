// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/window_status.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace qingheng::policy {
namespace {

Window window(std::string id, std::optional<Moment> opens, std::optional<Moment> closes) {
  Window made;
  made.head.id = std::move(id);
  made.opens = opens;
  made.closes = closes;
  return made;
}

std::vector<WindowStatus> at(const Policy& policy, Moment moment) {
  const registry::Subject subject;
  return window_statuses(policy, moment, subject, {}, nullptr);
}

std::expected<base::WorkingDays, std::string> read_calendar() {
  std::ifstream file(QINGHENG_SOURCE_DIR "/data/working_days.tsv", std::ios::binary);
  return base::WorkingDays::parse(std::string{std::istreambuf_iterator<char>(file), {}});
}

constexpr std::int32_t kNine = 9 * 3600;

TEST(WindowStatus, AnHourThatClosesIsExclusive) {
  Policy policy;
  policy.windows = {window("submission", Moment{{2019, 9, 10}, kNine}, Moment{{2019, 9, 23}, kNine})};
  EXPECT_EQ(at(policy, {{2019, 9, 10}, kNine - 1}).front().opening, Opening::NotYet);
  EXPECT_EQ(at(policy, {{2019, 9, 10}, kNine}).front().opening, Opening::Open);
  EXPECT_EQ(at(policy, {{2019, 9, 23}, kNine - 1}).front().opening, Opening::Open);
  EXPECT_EQ(at(policy, {{2019, 9, 23}, kNine}).front().opening, Opening::Closed);
  EXPECT_EQ(at(policy, {{2019, 9, 23}, {}}).front().opening, Opening::Open) << "a day in which it closes";
  EXPECT_EQ(at(policy, {{2019, 9, 24}, {}}).front().opening, Opening::Closed);
}

TEST(WindowStatus, ADateAloneClosesAtItsEnd) {
  Policy policy;
  policy.windows = {window("submission", Moment{{2019, 9, 10}, {}}, Moment{{2019, 9, 20}, {}})};
  EXPECT_EQ(at(policy, {{2019, 9, 20}, 86399}).front().opening, Opening::Open);
  EXPECT_EQ(at(policy, {{2019, 9, 20}, {}}).front().days, 0);
  EXPECT_EQ(at(policy, {{2019, 9, 8}, {}}).front().days, 2);
  EXPECT_EQ(at(policy, {{2019, 9, 21}, {}}).front().days, std::nullopt);
}

TEST(WindowStatus, AnOpenWindowMattersMoreThanOneThatIsToOpenOrClosed) {
  Policy policy;
  policy.windows = {window("past", Moment{{2019, 1, 1}, {}}, Moment{{2019, 1, 31}, {}}),
                    window("next", Moment{{2019, 12, 1}, {}}, {}),
                    window("now", Moment{{2019, 9, 1}, {}}, Moment{{2019, 9, 30}, {}})};
  EXPECT_EQ(window_that_matters(at(policy, {{2019, 9, 15}, {}}))->window->head.id, "now");
  EXPECT_EQ(window_that_matters(at(policy, {{2019, 10, 15}, {}}))->window->head.id, "next");
  EXPECT_EQ(window_that_matters({}), nullptr);
}

TEST(WindowStatus, AWindowOfAnotherGroupIsPassedOver) {
  Policy policy;
  policy.windows = {window("first", Moment{{2019, 9, 1}, {}}, Moment{{2019, 9, 10}, {}}),
                    window("again", Moment{{2019, 9, 12}, {}}, Moment{{2019, 9, 20}, {}})};
  std::vector<WindowStatus> statuses = at(policy, {{2019, 9, 15}, {}});
  statuses[1].group = Answer::Unmet;
  EXPECT_EQ(window_that_matters(statuses)->window->head.id, "first");
  statuses[1].group = Answer::Met;
  EXPECT_EQ(window_that_matters(statuses)->window->head.id, "again");
}

TEST(WindowStatus, AGroupThatTheSubjectMayBelongToIsNotPassedOverForAClosedWindow) {
  Policy policy;
  policy.windows = {window("first", Moment{{2019, 9, 1}, {}}, Moment{{2019, 9, 10}, {}}),
                    window("again", Moment{{2019, 9, 12}, {}}, Moment{{2019, 9, 20}, {}})};
  policy.windows[1].group.emplace();
  std::vector<WindowStatus> statuses = at(policy, {{2019, 9, 15}, {}});
  statuses[1].group = Answer::Unknown;
  EXPECT_EQ(window_that_matters(statuses)->window->head.id, "again");
  statuses[1].group = Answer::Unmet;
  EXPECT_EQ(window_that_matters(statuses)->window->head.id, "first");
}

TEST(WindowStatus, TimesThatAreNotAnnouncedAreNeitherOpenNorClosed) {
  Policy policy;
  policy.windows = {window("first", {}, {}),
                    window("again", Moment{{2019, 9, 12}, {}}, Moment{{2019, 9, 20}, {}}),
                    window("later", {}, {}), window("endless", Moment{{2019, 9, 1}, {}}, {})};
  policy.windows[0].closes_unannounced = true;
  policy.windows[1].reopens = "first";
  policy.windows[2].opens_unannounced = true;
  policy.windows[3].closes_unannounced = true;
  const auto statuses = at(policy, {{2019, 10, 1}, {}});
  EXPECT_EQ(statuses[0].opening, Opening::Unannounced);
  EXPECT_EQ(statuses[2].opening, Opening::Unannounced);
  EXPECT_EQ(statuses[3].opening, Opening::Open) << "it has begun";
  policy.windows.resize(2);
  EXPECT_EQ(window_that_matters(at(policy, {{2019, 10, 1}, {}}))->window->head.id, "again")
      << "the first has been opened again, so it is past";
}

TEST(WindowStatus, OnlyWindowsToApplyInMatterAndTheHandingOnBoundsThem) {
  Policy policy;
  policy.windows = {window("objection", Moment{{2019, 9, 1}, {}}, Moment{{2019, 9, 30}, {}}),
                    window("cities", Moment{{2019, 9, 1}, {}}, Moment{{2019, 9, 19}, {}}),
                    window("firms", Moment{{2019, 9, 1}, {}}, {})};
  policy.windows[0].purpose = Window::For::Objection;
  policy.windows[1].purpose = Window::For::Delivery;
  EXPECT_EQ(window_that_matters(at(policy, {{2019, 9, 19}, {}}))->window->head.id, "firms");
  EXPECT_EQ(window_that_matters(at(policy, {{2019, 9, 20}, {}}))->window->head.id, "cities") << "too late";
  policy.windows.resize(1);
  EXPECT_EQ(window_that_matters(at(policy, {{2019, 9, 15}, {}})), nullptr);
}

TEST(WindowStatus, WhereTheCalendarEndsIsSaid) {
  Policy policy;
  policy.windows = {window("long", Moment{{2019, 9, 1}, {}}, Moment{{2030, 9, 19}, {}})};
  const auto text = read_calendar();
  ASSERT_TRUE(text);
  const registry::Subject subject;
  const auto statuses = window_statuses(policy, {{2019, 9, 15}, {}}, subject, {}, &*text);
  EXPECT_EQ(statuses[0].working_days, std::nullopt);
  ASSERT_TRUE(statuses[0].calendar_ends);
  EXPECT_EQ(statuses[0].calendar_ends->to_string(),
            base::CivilDate(text->notices().back().year, 12, 31).to_string());
}

}  // namespace
}  // namespace qingheng::policy
