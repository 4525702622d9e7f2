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

using Facts = std::map<std::string, feel::Value>;

/// An enterprise of Huaibei.
registry::Subject firm_with(const Facts& facts) {
  registry::Subject firm;
  firm.kind = "enterprise";
  firm.code = "firm";
  firm.division = "340600";
  for (const auto& [id, value] : facts) {
    registry::FactRecord record;
    record.value = value;
    firm.facts[id] = {record};
  }
  return firm;
}

using Texts = std::vector<std::string>;

/// The steps of such a firm under a policy of the blocks.
Texts steps_of(const std::string& blocks, const Facts& facts, base::CivilDate date = {2019, 9, 16}) {
  const LoadResult loaded = small_policy(blocks);
  if (loaded.library == nullptr) return {"does not compile"};
  const registry::Subject firm = firm_with(facts);
  Circumstances circumstances;
  circumstances.legal_date = date;
  Texts texts;
  for (const Match& match : match_policies(*loaded.library, firm, {circumstances, {}, nullptr}))
    for (const NextStep& step : match.steps) texts.push_back(step.text.en);
  return texts;
}

Texts steps(base::CivilDate date, std::optional<int> staff) {
  return steps_of(kBlocks, staff ? Facts{{"staff", feel::Value::number(*staff)}} : Facts{}, date);
}

TEST(Match, SaysWhatToDoNext) {
  EXPECT_EQ(steps({2019, 9, 20}, 20), (Texts{"apply before 2019-09-23 09:00 (online), 3 days left"}));
  EXPECT_EQ(steps({2019, 9, 1}, 20), (Texts{"opens on 2019-09-10 09:00, in 9 days"}));
  EXPECT_EQ(steps({2019, 9, 24}, 20), (Texts{"closed on 2019-09-23 09:00"}));
  EXPECT_EQ(steps({2019, 9, 20}, {}),
            (Texts{"supply staff: not supplied", "apply before 2019-09-23 09:00 (online), 3 days left"}));
  EXPECT_EQ(steps({2019, 9, 20}, 15), (Texts{"fails 第一条: staff, short by 5"}));
}

TEST(Match, AsksForAPlaceThatNobodyKnows) {
  const LoadResult loaded = small_policy(kBlocks);
  ASSERT_NE(loaded.library, nullptr);
  registry::Subject firm;
  firm.kind = "enterprise";
  firm.code = "firm";
  Circumstances circumstances;
  circumstances.legal_date = {2019, 9, 20};
  const auto first = [&] {
    return match_policies(*loaded.library, firm, {circumstances, {}, nullptr}).at(0).steps.at(0).text.zh;
  };
  EXPECT_EQ(first(), "补充 所在行政区划：未提供，尚不知是否在本政策的管辖区内");
  registry::FactRecord registered;
  registered.value = feel::Value::string("340603");
  firm.facts["registered_division"] = {registered};
  EXPECT_EQ(first(), "补充 职工人数：未提供");
}

TEST(Match, AWindowThatClosesTodaySaysWhenUnlessTheTimeIsKnown) {
  const LoadResult loaded = small_policy(kBlocks);
  ASSERT_NE(loaded.library, nullptr);
  const registry::Subject firm = firm_with({{"staff", feel::Value::number(20)}});
  Circumstances circumstances;
  circumstances.legal_date = {2019, 9, 23};
  const auto step = [&](std::optional<std::int32_t> second) {
    return match_policies(*loaded.library, firm, {circumstances, second, nullptr}).at(0).steps.at(0).text.zh;
  };
  EXPECT_EQ(step({}), "今天 09:00 截止，此前申报（网上提交）");
  EXPECT_EQ(step(9 * 3600 - 1), "2019-09-23 09:00 前申报（网上提交），剩 0 天");
  EXPECT_EQ(step(9 * 3600), "申报已于 2019-09-23 09:00 截止");
}

TEST(Match, SaysOfWhomToApplyAndWhatIsHandedInLater) {
  const std::string blocks =
      "criterion: enough\nrequire: staff >= 20\n---\n"
      "{material: form, label: {zh: 申报表, en: form}, copies: 2}\n---\n"
      "procedure: way\nlabel: {zh: 申报, en: way}\nstarts: applying\nstages:\n"
      "  - {stage: applying, label: {zh: 提出申请, en: applying}, by: applicant, does: apply, "
      "outcomes: [{outcome: applied, to: first_review}]}\n"
      "  - {stage: first_review, label: {zh: 初审, en: first review}, by: recommender, does: review, "
      "outcomes: [{outcome: fine, to: writing}]}\n"
      "  - {stage: writing, label: {zh: 编制方案, en: writing}, by: applicant, does: prepare, materials: "
      "[form], "
      "outcomes: [{outcome: written, to: end}]}";
  const LoadResult loaded = small_policy(blocks);
  ASSERT_NE(loaded.library, nullptr);
  const registry::Subject firm = firm_with({{"staff", feel::Value::number(20)}});
  Circumstances circumstances;
  circumstances.legal_date = {2019, 9, 23};
  std::vector<std::string> texts;
  const auto matches = match_policies(*loaded.library, firm, {circumstances, {}, nullptr});
  for (const NextStep& step : matches.at(0).steps) texts.push_back(step.text.zh);
  EXPECT_EQ(texts, (std::vector<std::string>{"尚未公布申报时间，可随时咨询主管部门", "向推荐单位申请（初审）",
                                             "到“编制方案”时，提交 申报表（一式2份）"}));
}

const char* const kAgain = R"(criterion: enough
label: {zh: 人数, en: staff}
require: staff >= 20
---
criterion: has_defect
label: {zh: 材料有问题, en: a proof is defective}
require: not(green)
for: retention
---
window: first
closes: not announced
---
window: again
opens: 2019-09-10T09:00
closes: 2019-09-19
reopens: first
group: has_defect
channel: written
---
material: statement
label: {zh: 补正说明, en: statement}
form: paper
copies: 2
sealed by: [applicant]
when: has_defect)";

TEST(Match, AGroupThatItMayBelongToIsAnIf) {
  const auto staff = feel::Value::number(20);
  EXPECT_EQ(
      steps_of(kAgain, {{"staff", staff}}),
      (Texts{
          "if a proof is defective: again: apply by 2019-09-19 (that day included) (in writing), 3 days left",
          "if a proof is defective: hand in statement (on paper, 2 copies, sealed by the applicant)"}));
  EXPECT_EQ(steps_of(kAgain, {{"staff", staff}, {"green", feel::Value::boolean(false)}}),
            (Texts{"again: apply by 2019-09-19 (that day included) (in writing), 3 days left",
                   "hand in statement (on paper, 2 copies, sealed by the applicant)"}));
  EXPECT_EQ(steps_of(kAgain, {{"staff", staff}}, {2019, 9, 20}), Texts{"closed on 2019-09-19"});
}

TEST(Match, WhomAPolicyDoesNotConcernHasNothingToDo) {
  const std::string blocks =
      std::string(kBlocks) + "\n---\neligibility: application\napplies: green\nall: [enough]";
  EXPECT_EQ(steps_of(blocks, {{"staff", feel::Value::number(1)}, {"green", feel::Value::boolean(false)}}),
            Texts{"nothing to do, as this does not hold: `green`"});
  EXPECT_EQ(steps_of(blocks, {{"staff", feel::Value::number(1)}, {"green", feel::Value::boolean(true)}}),
            Texts{"fails 第一条: staff, short by 19"});
  EXPECT_EQ(steps_of(blocks, {{"staff", feel::Value::number(20)}}),
            (Texts{"supply green: not supplied", "apply before 2019-09-23 09:00 (online), 7 days left"}));
}

TEST(Match, ANoticeTakesObjectionsAndNoApplications) {
  const std::string blocks =
      "window: objection\nfor: objection\nopens: 2019-09-12\ncloses: 2019-09-19\nchannel: written";
  const LoadResult loaded = small_policy(blocks, "enterprise\napplications: closed");
  ASSERT_NE(loaded.library, nullptr);
  registry::Subject firm;
  firm.kind = "enterprise";
  Circumstances circumstances;
  circumstances.legal_date = {2019, 9, 16};
  const auto matches = match_policies(*loaded.library, firm, {circumstances, {}, nullptr});
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].assessment.verdict, Verdict::NotApplicable);
  ASSERT_EQ(matches[0].steps.size(), 1U);
  EXPECT_EQ(
      matches[0].steps[0].text.en,
      "a list that has been made; no applications are taken; objections by 2019-09-19 (that day included) "
      "(in writing)");
}

TEST(Match, APolicyOfAnotherPlaceIsListedOnlyWhenAskedFor) {
  const auto divisions = registry::Divisions::parse(
      "code\tname\tlevel\tclass\n110000\t北京市\tprovince\tmunicipality\n340000\t安徽省\tprovince\tprovince\n"
      "340600\t淮北市\tcity\tprefecture\n340603\t相山区\tcounty\tdistrict\n");
  ASSERT_TRUE(divisions) << divisions.error();
  const LoadResult here = small_policy(kBlocks);
  const LoadResult anywhere = small_policy(kBlocks, "enterprise\napplicants: anywhere");
  ASSERT_NE(here.library, nullptr);
  ASSERT_NE(anywhere.library, nullptr);
  Circumstances circumstances;
  circumstances.legal_date = {2019, 9, 16};
  circumstances.divisions = &*divisions;
  registry::Subject firm;
  firm.kind = "enterprise";
  const auto listed = [&](const LoadResult& loaded, const std::string& division, bool everywhere = false) {
    firm.division = division;
    return match_policies(*loaded.library, firm, {circumstances, {}, nullptr, everywhere});
  };
  EXPECT_EQ(listed(here, "340603").size(), 1U);
  EXPECT_EQ(listed(here, "110000").size(), 0U);
  EXPECT_EQ(listed(here, "").size(), 1U) << "not known is never no";
  EXPECT_EQ(listed(here, "999999").size(), 1U);
  EXPECT_EQ(listed(anywhere, "110000").size(), 1U);
  const auto elsewhere = listed(here, "110000", true);
  ASSERT_EQ(elsewhere.size(), 1U);
  EXPECT_TRUE(elsewhere[0].out_of_place);
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
