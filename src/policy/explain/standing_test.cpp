// SPDX-License-Identifier: Apache-2.0
// What the register itself records, as a verdict shows it: bans, holdings, relations, places.
#include <gtest/gtest.h>

#include "policy/explain/assess.hpp"
#include "policy/explain/internal/assessed_firm.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::policy {
namespace {

const UsedFact& only_fact(const Assessment& assessment, std::size_t criterion = 0) {
  static const UsedFact kNone;
  EXPECT_EQ(assessment.criteria.at(criterion).facts.size(), 1U);
  return assessment.criteria[criterion].facts.empty() ? kNone : assessment.criteria[criterion].facts[0];
}

TEST(Standing, ABanThatRefusesIsShownWithTheDayOnWhichItEnds) {
  Setting setting("criterion: free\nrequire: not(banned(\"small\"))");
  EXPECT_EQ(only_fact(setting.assess()).shown.zh, "无");
  setting.subject.bans = {
      {"small", {"application"}, {2019, 3, 19}, base::CivilDate{2022, 3, 18}, "第十四条，撤销称号", ""},
      {"small", {}, {2010, 1, 1}, base::CivilDate{2013, 1, 1}, "已满", ""},
      {"other", {}, {2019, 1, 1}, std::nullopt, "别的办法", ""}};
  const Assessment refused = setting.assess();
  EXPECT_EQ(refused.verdict, Verdict::Ineligible);
  const UsedFact& ban = only_fact(refused);
  EXPECT_EQ(ban.id, "banned(small)");
  EXPECT_EQ(ban.label.zh, "限制（小政策）");
  EXPECT_FALSE(ban.provenance.has_value());
  EXPECT_EQ(
      ban.shown.zh,
      "2019-03-19 至 2022-03-18（含当日），事项：申报，依据：第十四条，撤销称号；2022-03-19 起不再受限");
  ASSERT_EQ(ban.value.as_list().size(), 1U);
  EXPECT_EQ(ban.value.as_list()[0].entry("free from")->as_date(), (base::CivilDate{2022, 3, 19}));
  EXPECT_EQ(ban.value.as_list()[0].entry("from")->as_date(), (base::CivilDate{2019, 3, 19}));
}

TEST(Standing, BansAreToldApartByTheirSanction) {
  Setting setting(
      "criterion: not_revoked\nrequire: not(banned under(\"small\", \"reapply\"))\n---\n"
      "criterion: not_cheated\nrequire: not(banned under(\"small\", \"cheating\"))\n---\n"
      "{sanction: reapply, label: {zh: 撤销后限制, en: after revocation}, kind: ban, on: holder, from: "
      "small, "
      "acts: [application], period: P3Y, starts: revoked}\n---\n"
      "{sanction: cheating, label: {zh: 弄虚作假限制, en: for cheating}, kind: ban, on: applicant, from: "
      "small, "
      "acts: [application], period: P3Y, starts: revoked}");
  setting.subject.bans = {{"small", {}, {2019, 1, 1}, base::CivilDate{2020, 1, 1}, "", "cheating"}};
  EXPECT_EQ(setting.answer("not_revoked"), Answer::Met);
  EXPECT_EQ(setting.answer("not_cheated"), Answer::Unmet);
  EXPECT_EQ(only_fact(setting.assess(), 1).shown.en,
            "2019-01-01 to 2020-01-01 (included), for cheating; free from 2020-01-02");
  setting.subject.bans.front().sanction.clear();
  EXPECT_EQ(setting.answer("not_revoked"), Answer::Unmet) << "it may stand under either";
  EXPECT_EQ(setting.answer("not_cheated"), Answer::Unmet);
}

TEST(Standing, AHoldingIsShownAlsoWhenItIsNoLongerGood) {
  Setting setting("criterion: new_one\nrequire: not(held(\"small\"))");
  registry::Holding holding{.policy = "small", .grant = "title", .number = "HB-1"};
  holding.granted = {2018, 1, 1};
  holding.revoked = base::CivilDate{2019, 3, 18};
  setting.subject.holdings = {holding};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
  EXPECT_EQ(only_fact(setting.assess()).shown.zh, "title HB-1，2018-01-01 授予，2019-03-18 已撤销");
}

TEST(Standing, OnlyTheCallThatDecidedIsShown) {
  Setting setting("criterion: known\nrequire: held(\"small\") or held(\"other\")");
  registry::Holding holding{.policy = "other"};
  holding.granted = {2018, 1, 1};
  setting.subject.holdings = {holding};
  EXPECT_EQ(only_fact(setting.assess()).id, "held(other)");
}

TEST(Standing, OtherSubjectsAreCalledByTheirNames) {
  Setting setting("criterion: apart\neach: members\nrequire: not(affiliated(lead.code, subject))",
                  "consortium");
  registry::Register others;
  Subject lead = firm("lead");
  Subject small = firm("small");
  lead.name = "青岛示例";
  small.name = "淄博示例";
  small.relations["parent"] = "lead";
  lead.relations["parent"] = std::nullopt;
  ASSERT_TRUE(others.add(lead) && others.add(small));
  setting.circumstances.subjects = &others;
  setting.subject.kind = "consortium";
  setting.subject.parts = {{"lead", {"lead"}}, {"members", {"small"}}};
  const Assessment result = setting.assess();
  EXPECT_EQ(result.criteria[0].answer, Answer::Unmet);
  std::vector<std::string> lines;
  for (const UsedFact& fact : result.criteria[0].facts)
    lines.push_back(name_of_fact(fact.id, fact.label, fact.owner).zh + "：" + fact.shown.zh);
  EXPECT_EQ(lines, (std::vector<std::string>{"牵头企业 青岛示例 母公司：无",
                                             "成员 1 淄博示例 母公司：lead 青岛示例"}));
  EXPECT_EQ(result.criteria[0].each.at(0).owner.zh, "成员 1 淄博示例");
}

TEST(Standing, TheListOfTheWholeThatWasSearchedIsAFact) {
  Setting setting("criterion: planned\neach: members\nrequire: every p in [whole.plan] satisfies p",
                  "consortium");
  registry::Register others;
  ASSERT_TRUE(others.add(firm("small")));
  setting.circumstances.subjects = &others;
  setting.subject.kind = "consortium";
  setting.subject.parts = {{"members", {"small"}}};
  setting.subject.facts["plan"] = {record(Value::boolean(false))};
  EXPECT_EQ(only_fact(setting.assess()).id, "plan");
}

TEST(Places, TheRegisteredDivisionStandsInForTheDivision) {
  const auto divisions = registry::Divisions::parse(
      "code\tname\tlevel\tclass\n340000\t安徽省\tprovince\tprovince\n340600\t淮北市\tcity\tprefecture\n"
      "340603\t相山区\tcounty\tdistrict\n370000\t山东省\tprovince\tprovince\n");
  ASSERT_TRUE(divisions) << divisions.error();
  Setting setting(kStaff);
  setting.circumstances.divisions = &*divisions;
  EXPECT_EQ(setting.assess().place, Place::Unknown);
  setting.subject.facts["registered_division"] = {record(Value::string("340603"))};
  EXPECT_EQ(setting.assess().place, Place::Within);
  setting.subject.facts["registered_division"] = {record(Value::string("370000"))};
  EXPECT_EQ(setting.assess().place, Place::Outside);
  setting.subject.division = "340603";
  EXPECT_EQ(setting.assess().place, Place::Within) << "its own division goes before";
}

TEST(Lookback, ItsDaysAreTold) {
  Setting setting(
      "criterion: safe\nlookback: {phrase: 近三年, kind: rolling, years: 3}\n"
      "require: count(accidents[occurred in window]) = 0");
  setting.subject.facts["accidents"] = {record(Value::list({}))};
  const Assessment result = setting.assess();
  ASSERT_TRUE(result.criteria[0].looked_back.has_value());
  const auto& lookback = *setting.policy().criteria[0].lookback;
  EXPECT_EQ(words(lookback, *result.criteria[0].looked_back).zh, "近三年：2016-10-08 至 2019-10-08");
  EXPECT_EQ(words(lookback, *result.criteria[0].looked_back).en, "last 3 years: 2016-10-08 to 2019-10-08");
}

TEST(Records, ThoseInWhichTheAlternativesDifferGoFirst) {
  Setting setting("criterion: proofs\nrequire: count(accidents) < 2 or count(accidents[level = \"a\"]) >= 5");
  const auto one = [](const char* level, std::int32_t day) {
    return Value::context({{"occurred", Value::date({2019, 1, static_cast<std::uint8_t>(day)})},
                           {"level", Value::string(level)}});
  };
  setting.subject.facts["accidents"] = {
      record(Value::list({one("a", 1), one("a", 2), one("a", 3), one("a", 4), one("b", 5)}))};
  Setting filtered(
      "criterion: proofs\nrequire: count(accidents[occurred > date(\"2019-01-01\")]) < 2 or "
      "count(accidents[occurred > date(\"2019-01-01\") and level = \"a\"]) >= 5");
  filtered.subject.facts = setting.subject.facts;
  const Assessment result = filtered.assess();
  EXPECT_EQ(result.verdict, Verdict::Ineligible);
  EXPECT_TRUE(only_fact(result).shown.zh.starts_with("5 条中的 4 条：日期 2019-01-05，等级 b；"))
      << only_fact(result).shown.zh;
}

TEST(Failures, AlternativesAreOneGround) {
  Setting setting(
      "criterion: big\nrequire: staff >= 20\n---\ncriterion: rich\nrequire: revenue(2018) >= 10\n---\n"
      "criterion: clean\nrequire: green\n---\ncriterion: either\nany: [big, rich]\n---\n"
      "eligibility: application\nall: [either, clean]");
  setting.subject.facts = {{"staff", {record(Value::number(1))}},
                           {"revenue", {of_year(2018, Value::number(1))}},
                           {"green", {record(Value::boolean(false))}}};
  const Assessment result = setting.assess();
  EXPECT_EQ(result.failed, (std::vector<std::size_t>{0, 1, 2}));
  ASSERT_EQ(result.failures.size(), 2U);
  EXPECT_EQ(result.failures[0].criterion, 3U);
  EXPECT_EQ(result.failures[0].wanted, 1U);
  ASSERT_EQ(result.failures[0].alternatives.size(), 2U);
  EXPECT_EQ(result.failures[0].alternatives[1].criterion, 1U);
  EXPECT_EQ(result.failures[1].criterion, 2U);
  EXPECT_TRUE(result.failures[1].alternatives.empty());
}

}  // namespace
}  // namespace qingheng::policy
