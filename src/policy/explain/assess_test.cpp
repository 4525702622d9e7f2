// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/assess.hpp"

#include <gtest/gtest.h>

#include "policy/explain/internal/assessed_firm.hpp"
#include "policy/explain/internal/assessor.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::policy {
namespace {

TEST(Assess, AThresholdIsMetAtItsNumberAndSaysHowFarOffBelow) {
  Setting setting(kStaff);
  setting.subject.facts["staff"] = {record(Value::number(20))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
  setting.subject.facts["staff"] = {record(Value::number(19))};
  const Assessment below = setting.assess();
  EXPECT_EQ(below.verdict, Verdict::Ineligible);
  EXPECT_EQ(below.failed, std::vector<std::size_t>{0});
  ASSERT_TRUE(below.criteria[0].gap && below.criteria[0].gap->share);
  EXPECT_EQ(words(*below.criteria[0].gap).zh, "差 1");
  EXPECT_EQ(below.criteria[0].gap->share->to_string(), "0.05");
  ASSERT_EQ(below.criteria[0].facts.size(), 1U);
  EXPECT_EQ(below.criteria[0].facts[0].id, "staff");
}

TEST(Assess, AFactWithoutARecordIsMissingAndOneThatHasEndedSaysWhen) {
  Setting setting(kStaff);
  Assessment result = setting.assess();
  EXPECT_EQ(result.verdict, Verdict::Undetermined);
  EXPECT_EQ(missing(result), std::vector<std::string>{"staff"});
  EXPECT_EQ(result.missing[0].why, Lack::NotSupplied);

  FactRecord ended = record(Value::number(30));
  ended.until = base::CivilDate{2019, 10, 7};
  setting.subject.facts["staff"] = {ended};
  result = setting.assess();
  EXPECT_EQ(result.verdict, Verdict::Undetermined);
  EXPECT_EQ(result.missing[0].why, Lack::Expired);
  EXPECT_EQ(words(result.missing[0], setting.policy()).en, "staff: expired on 2019-10-07");
  setting.circumstances.legal_date = {2019, 10, 7};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible) << "the last day still counts";
}

TEST(Assess, AFactBelowTheProofDemandedIsUnknownNeverUnmet) {
  Setting setting("criterion: green_one\nrequire: green\nproof: verified");
  setting.subject.facts["green"] = {record(Value::boolean(false), Provenance::Evidenced)};
  Assessment result = setting.assess();
  EXPECT_EQ(result.verdict, Verdict::Undetermined);
  EXPECT_EQ(words(result.missing[0], setting.policy()).zh, "绿色：已申报，尚须核验，由市场监管部门核验");
  setting.subject.facts["green"] = {record(Value::boolean(true), Provenance::Verified)};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
}

TEST(Assess, YearsInALookbackNameWhatIsMissing) {
  Setting setting(
      "criterion: growing\nlookback: {phrase: 近三年, kind: accounting, years: 3}\n"
      "require: every y in years satisfies revenue(y) > 100");
  setting.subject.facts["revenue"] = {of_year(2016, Value::number(150)), of_year(2018, Value::number(101))};
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"revenue(2017)"});
  setting.subject.facts["revenue"].push_back(of_year(2017, Value::number(100)));
  EXPECT_EQ(setting.assess().verdict, Verdict::Ineligible);
  setting.subject.facts["founded"] = {record(Value::date({2017, 6, 1}))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible) << "only 2018 is a full year of its life";
}

TEST(Assess, JudgementsStandApart) {
  Setting setting(
      std::string(kStaff) +
      "\n---\ncriterion: leads\njudgement:\n  question: {zh: 领先, en: leads}\n  by: industry@city");
  setting.subject.facts["staff"] = {record(Value::number(20))};
  const Assessment result = setting.assess();
  EXPECT_EQ(result.verdict, Verdict::Eligible);
  EXPECT_EQ(result.subject_to, std::vector<std::size_t>{1});
  EXPECT_TRUE(result.missing.empty());
  setting.subject.facts.clear();
  EXPECT_EQ(setting.assess().verdict, Verdict::Undetermined);
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"staff"});
}

TEST(Assess, ACriterionThatDoesNotApplyIsNotApplicable) {
  Setting setting("criterion: enough\nrequire: staff >= 20\napplies: green");
  setting.subject.facts["staff"] = {record(Value::number(1))};
  EXPECT_EQ(setting.answer("enough"), Answer::Unknown) << "it may not apply";
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"green"});
  setting.subject.facts["green"] = {record(Value::boolean(false))};
  EXPECT_EQ(setting.answer("enough"), Answer::NotApplicable);
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
  setting.subject.facts["green"] = {record(Value::boolean(true))};
  EXPECT_EQ(setting.answer("enough"), Answer::Unmet);
}

TEST(Assess, ParametersThatAreNotSetSayWhoSetsThem) {
  Setting setting(
      "parameter: bar\nlabel: {zh: 门槛, en: bar}\ntype: number\nstatus: unset\nvalue: null\n"
      "set by: {body: industry@340600, where: 附件1}\n---\ncriterion: enough\nrequire: staff >= bar");
  setting.subject.facts["staff"] = {record(Value::number(20))};
  EXPECT_EQ(words(setting.assess().missing.at(0), setting.policy()).zh,
            "门槛：尚未由发布机关设定，由局设定（附件1）");
  setting.circumstances.parameters.emplace("bar", Value::number(21));
  EXPECT_EQ(setting.assess().verdict, Verdict::Ineligible);
}

const char* const kScore = R"(criterion: marks
score:
  parts:
    - part: size
      min: 4
      items:
        - {item: staff, options: [{when: staff >= 100, points: 10}, {when: staff >= 10, points: 5}, {otherwise: 0}]}
    - part: work
      items:
        - {item: layout, judged: {by: panel, stage: "", max: 10}}
  pass: total >= 12)";

TEST(Score, DecidesByThePointsThatCanStillBeReached) {
  Setting setting(kScore);
  EXPECT_EQ(setting.answer("marks"), Answer::Unknown);
  setting.subject.facts["staff"] = {record(Value::number(50))};
  EXPECT_EQ(setting.answer("marks"), Answer::Judgement) << "5 of its own, up to 15 with the panel's";
  const Assessment result = setting.assess();
  EXPECT_EQ(result.criteria[0].score->total.lowest.to_string(), "5");
  EXPECT_EQ(result.criteria[0].score->total.highest->to_string(), "15");
  setting.subject.facts["staff"] = {record(Value::number(9))};
  EXPECT_EQ(setting.answer("marks"), Answer::Unmet) << "the part's minimum fails whatever the panel gives";
}

TEST(BuiltIns, HeldAndBannedGoByTheLegalDate) {
  Setting setting(
      "criterion: new_one\nrequire: not(held(\"small\"))\n---\ncriterion: free\nrequire: "
      "not(banned(\"small\"))");
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
  registry::Holding holding;
  holding.policy = "small";
  holding.granted = {2018, 1, 1};
  holding.expires = base::CivilDate{2019, 10, 8};
  setting.subject.holdings = {holding};
  EXPECT_EQ(setting.answer("new_one"), Answer::Unmet);
  setting.circumstances.legal_date = {2019, 10, 9};
  EXPECT_EQ(setting.answer("new_one"), Answer::Met);
  setting.subject.bans.push_back({"small", {}, {2019, 1, 1}, base::CivilDate{2019, 10, 9}, ""});
  EXPECT_EQ(setting.answer("free"), Answer::Unmet);
  setting.circumstances.legal_date = {2019, 10, 10};
  EXPECT_EQ(setting.answer("free"), Answer::Met);
}

TEST(BuiltIns, ABanOfAnotherSubjectIsLookedUpInTheRegister) {
  Setting setting("criterion: free\nrequire: not(subject banned(\"agency\", \"small\"))");
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"agency"});
  Subject agency = firm("agency");
  agency.bans.push_back({"small", {"evaluation"}, {2016, 10, 8}, kDay, ""});
  registry::Register others;
  ASSERT_TRUE(others.add(agency));
  setting.circumstances.subjects = &others;
  EXPECT_EQ(setting.answer("free"), Answer::Unmet) << "the last day";
  setting.circumstances.legal_date = kDay.plus_days(1);
  EXPECT_EQ(setting.answer("free"), Answer::Met);
}

TEST(BuiltIns, AnotherSubjectsHoldingIsLookedUpInTheRegister) {
  Setting setting("criterion: first\nrequire: not(subject held(\"city\", \"small\"))");
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"city"});
  Subject city = firm("city");
  registry::Holding holding;
  holding.policy = "small";
  holding.granted = {2018, 1, 1};
  holding.expires = kDay;
  city.holdings = {holding};
  registry::Register others;
  ASSERT_TRUE(others.add(city));
  setting.circumstances.subjects = &others;
  EXPECT_EQ(setting.answer("first"), Answer::Unmet) << "the last day";
  setting.circumstances.legal_date = kDay.plus_days(1);
  EXPECT_EQ(setting.answer("first"), Answer::Met);
}

TEST(Assess, AJudgementTakenAsGivenDecides) {
  Setting setting("criterion: leads\njudgement: {question: {zh: 领先, en: leads}, by: industry@city}");
  EXPECT_EQ(setting.answer("leads"), Answer::Judgement);
  setting.circumstances.decided = {{"leads", true}};
  EXPECT_EQ(setting.answer("leads"), Answer::Met);
  setting.circumstances.decided = {{"leads", false}};
  EXPECT_EQ(setting.assess().verdict, Verdict::Ineligible);
}

TEST(Assess, WhomItDoesNotConcernIsNotRefused) {
  Setting setting(std::string(kStaff) +
                  "\n---\ncriterion: greens\nrequire: green\n---\neligibility: application\napplies: greens\n"
                  "all: [enough]");
  setting.subject.facts["staff"] = {record(Value::number(1))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Ineligible) << "whether it is concerned or not";
  setting.subject.facts["staff"] = {record(Value::number(20))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Undetermined);
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"green"});
  setting.subject.facts["green"] = {record(Value::boolean(true))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
  setting.subject.facts["green"] = {record(Value::boolean(false))};
  EXPECT_EQ(setting.assess().verdict, Verdict::NotApplicable);
  EXPECT_TRUE(setting.assess().criteria[1].decides);
}

TEST(Facts, EvidenceThatTheVocabularyEndsIsUnknownAfterwards) {
  Setting setting("criterion: is_green\nrequire: green");
  setting.subject.facts["green"] = {record(Value::boolean(true))};
  setting.subject.facts["green"].front().from = base::CivilDate{2018, 10, 8};
  const Assessment last = setting.assess();
  EXPECT_EQ(last.verdict, Verdict::Eligible);
  EXPECT_EQ(last.criteria[0].facts.at(0).until, kDay);
  setting.circumstances.legal_date = kDay.plus_days(1);
  const Assessment after = setting.assess();
  ASSERT_EQ(missing(after), std::vector<std::string>{"green"});
  EXPECT_EQ(after.missing[0].why, Lack::Expired);
  EXPECT_EQ(after.missing[0].on, kDay);
}

TEST(Tables, ARowThatMayFitLeavesTheOutcomeOpenUnlessAnotherFits) {
  Setting setting(
      "table: limit\nhit: unique\ninputs: [{name: class, expression: class, type: string}]\n"
      "outputs: [{name: limit, type: number}]\nrows:\n  - ['\"a\"', 10]\n  - ['\"b\"', 30]\n"
      "---\ncriterion: enough\nrequire: staff >= limit");
  setting.subject.facts["staff"] = {record(Value::number(20))};
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"class"});
  setting.subject.facts["class"] = {record(Value::string("a"))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
  setting.subject.facts["class"] = {record(Value::string("b"))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Ineligible);
}

TEST(Each, SaysWhichPartFailedAndNamesItsMissingFacts) {
  Setting setting(
      "criterion: all_staffed\neach: members\nrequire: staff >= 20\n---\ncriterion: apart\neach: "
      "members\nrequire: not(affiliated(subject, lead.code))",
      "consortium");
  registry::Register others;
  Subject big = firm("big");
  big.facts["staff"] = {record(Value::number(30))};
  Subject small = firm("small");
  small.facts["staff"] = {record(Value::number(3))};
  small.relations["parent"] = "lead";
  Subject quiet = firm("quiet");
  Subject lead = firm("lead");
  for (Subject* one : {&big, &quiet, &lead}) one->relations["parent"] = std::nullopt;
  ASSERT_TRUE(others.add(big) && others.add(small) && others.add(quiet) && others.add(lead));
  setting.circumstances.subjects = &others;
  setting.subject.kind = "consortium";
  setting.subject.parts = {{"lead", {"lead"}}, {"members", {"big", "quiet"}}};
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"members[2].staff"});
  setting.subject.parts["members"] = {"big", "small"};
  const Assessment result = setting.assess();
  EXPECT_EQ(result.criteria[0].answer, Answer::Unmet);
  ASSERT_EQ(result.criteria[0].each.size(), 2U);
  EXPECT_EQ(result.criteria[0].each[0].answer, Answer::Met);
  EXPECT_EQ(result.criteria[0].each[1].answer, Answer::Unmet);
  EXPECT_EQ(result.criteria[1].each[1].answer, Answer::Unmet) << "a daughter of the lead";
  Setting planned("criterion: has_plan\neach: members\nrequire: whole.plan", "consortium");
  planned.circumstances.subjects = &others;
  planned.subject.kind = "consortium";
  planned.subject.parts = {{"lead", {"lead"}}, {"members", {"big", "small"}}};
  planned.subject.facts["plan"] = {record(Value::boolean(true))};
  EXPECT_EQ(planned.assess().criteria[0].facts.size(), 1U) << "one fact of the whole, said once";
}

TEST(Combine, KeepsJudgementsApartFromWhatIsUnknown) {
  using enum Answer;
  const auto all = [](std::vector<Answer> answers) { return combine(Group::Operator::All, 0, answers); };
  EXPECT_EQ(all({Met, Judgement, NotApplicable}), Judgement);
  EXPECT_EQ(all({Met, Judgement, Unknown}), Unknown);
  EXPECT_EQ(all({Judgement, Unknown, Unmet}), Unmet);
  const auto any = [](std::vector<Answer> answers) { return combine(Group::Operator::Any, 0, answers); };
  EXPECT_EQ(any({Unmet, Judgement}), Judgement);
  EXPECT_EQ(any({Unknown, Judgement, Met}), Met);
  EXPECT_EQ(any({Unmet, Unmet}), Unmet);
  const auto two = [](std::vector<Answer> answers) { return combine(Group::Operator::AtLeast, 2, answers); };
  EXPECT_EQ(two({Met, Unknown, Unmet}), Unknown);
  EXPECT_EQ(two({Met, Unmet, Unmet}), Unmet);
  EXPECT_EQ(two({Met, Met, Unknown}), Met);
  const auto none = [](std::vector<Answer> answers) { return combine(Group::Operator::None, 0, answers); };
  EXPECT_EQ(none({Unmet, Met}), Unmet);
  EXPECT_EQ(none({Unmet, NotApplicable}), Met);
  EXPECT_EQ(none({Unmet, Judgement}), Judgement);
}

}  // namespace
}  // namespace qingheng::policy
