// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/window_status.hpp"

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

}  // namespace
}  // namespace qingheng::policy
