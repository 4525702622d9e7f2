// SPDX-License-Identifier: Apache-2.0
#include "policy/match/match.hpp"

#include <gtest/gtest.h>

#include "policy/explain/internal/small_policy.hpp"

namespace qingheng::policy {
namespace {

const char* const kBlocks = R"(criterion: enough
label: {zh: 人数, en: staff}
require: staff >= 20
---
window: submission
opens: 2019-09-10T09:00
closes: 2019-09-23T09:00
channel: online)";

std::vector<std::string> steps(base::CivilDate date, std::optional<int> staff) {
  const LoadResult loaded = small_policy(kBlocks);
  if (loaded.library == nullptr) return {"does not compile"};
  registry::Subject firm;
  firm.kind = "enterprise";
  firm.code = "firm";
  if (staff) {
    registry::FactRecord record;
    record.value = feel::Value::number(*staff);
    firm.facts["staff"] = {record};
  }
  Circumstances circumstances;
  circumstances.legal_date = date;
  std::vector<std::string> texts;
  for (const Match& match : match_policies(*loaded.library, firm, {circumstances, {}, nullptr}))
    for (const NextStep& step : match.steps) texts.push_back(step.text.en);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Match, SaysWhatToDoNext) {
  EXPECT_EQ(steps({2019, 9, 20}, 20), (Texts{"apply before 2019-09-23 09:00 (online), 3 days left"}));
  EXPECT_EQ(steps({2019, 9, 1}, 20), (Texts{"opens on 2019-09-10 09:00, in 9 days"}));
  EXPECT_EQ(steps({2019, 9, 24}, 20), (Texts{"closed on 2019-09-23 09:00"}));
  EXPECT_EQ(steps({2019, 9, 20}, {}),
            (Texts{"supply staff: not supplied", "apply before 2019-09-23 09:00 (online), 3 days left"}));
  EXPECT_EQ(steps({2019, 9, 20}, 15), (Texts{"fails 第一条: staff, short by 5"}));
}

TEST(Match, LeavesOutPoliciesThatAreNotInForceOrForOtherKinds) {
  EXPECT_EQ(steps({2018, 12, 31}, 20), Texts{});
  const LoadResult loaded = small_policy("criterion: planned\nrequire: plan", "consortium");
  ASSERT_NE(loaded.library, nullptr);
  registry::Subject firm;
  firm.kind = "enterprise";
  Circumstances circumstances;
  circumstances.legal_date = {2019, 9, 20};
  EXPECT_TRUE(match_policies(*loaded.library, firm, {circumstances, {}, nullptr}).empty());
}

}  // namespace
}  // namespace qingheng::policy
