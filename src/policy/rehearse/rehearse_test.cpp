// SPDX-License-Identifier: Apache-2.0
#include "policy/rehearse/rehearse.hpp"

#include <gtest/gtest.h>

#include "policy/explain/assess.hpp"
#include "policy/explain/internal/small_policy.hpp"
#include "policy/rehearse/read_scenarios.hpp"

namespace qingheng::policy {
namespace {

/// A scenario file run against a small policy; assessments borrow from it.
struct Rehearsal {
  explicit Rehearsal(const std::string& text,
                     const std::string& blocks = "criterion: enough\nrequire: staff >= 20")
      : loaded(small_policy(blocks)), divisions(*registry::Divisions::parse("code\tname\tlevel\tclass\n")) {
    const ScenarioWorld world{*loaded.library, divisions, [this](const std::string& path) {
                                return path == "policies/small/scenarios/base.yaml" ? base : nullptr;
                              }};
    file = base::make_source("policies/small/scenarios/a.yaml", text);
    scenarios = read_scenarios(file, world, found);
    for (const Scenario& scenario : scenarios)
      for (const Case& one : scenario.cases)
        results.push_back(rehearse(*scenario.policy, one, divisions, nullptr));
  }
  std::string blessed() {
    std::vector<Edit> edits;
    for (const CaseResult& result : results)
      for (Edit& edit : bless(result)) edits.push_back(std::move(edit));
    return with_edits(file->text, std::move(edits));
  }

  LoadResult loaded;
  registry::Divisions divisions;
  std::shared_ptr<const base::SourceText> base =
      base::make_source("policies/small/scenarios/base.yaml",
                        "scenario: firm\nas of: 2019-10-08\ngiven: {facts: {staff: 20, founded: "
                        "2018-01-01}}\nthen: {verdict: eligible}\n");
  std::shared_ptr<const base::SourceText> file;
  base::Diagnostics found;
  std::vector<Scenario> scenarios;
  std::vector<CaseResult> results;
};

TEST(Rehearse, VariationsStartFromTheBaseAndSayWhatComes) {
  const Rehearsal run(
      "scenario: staff\nbase: base.yaml#firm\ncases:\n"
      "  - {name: below, facts: {staff: 19}, verdict: ineligible, criteria: {enough: unmet}}\n"
      "  - {name: at, verdict: eligible}\n"
      "  - {name: none, facts: {staff: null}, verdict: undetermined, missing: [staff]}\n");
  EXPECT_TRUE(run.found.empty());
  ASSERT_EQ(run.results.size(), 3U);
  for (const CaseResult& result : run.results) EXPECT_TRUE(result.passed()) << result.run->name;
  EXPECT_EQ(run.results[0].run->name, "staff：below");
  EXPECT_TRUE(uncovered(run.results).empty());
}

TEST(Rehearse, JudgementsAndCountsAreGivenAndQuotasAndVerdictsCompared) {
  const Rehearsal run(
      "scenario: judged\nbase: base.yaml#firm\ncases:\n"
      "  - {name: good, decided: {leads: met}, verdict: eligible, criteria: {both: met}}\n"
      "  - {name: bad, decided: {leads: unmet}, verdict: ineligible, criteria: {both: unmet}}\n"
      "  - {name: open, verdict: eligible, criteria: {both: judgement}}\n"
      "  - {name: many, counted: {places: 22}, void: {places: 2}}\n"
      "  - {name: no staff, facts: {staff: null}, counted: {places: 22}, void: {places: no limit}}\n"
      "  - {name: wrong, counted: {places: 20}, void: {places: 1}}\n",
      "criterion: leads\njudgement: {question: {zh: 领先, en: leads}, by: panel}\n---\ncriterion: enough\n"
      "require: staff >= 20\n---\ncriterion: both\nall: [leads, enough]\n---\nprocedure: p\nstarts: "
      "review\nstages: [{stage: review, by: industry@county, to: end}]\n---\nquota: places\ncounts: "
      "review\nlimit: staff\noverflow: excess_void\norder: rank");
  for (const base::Diagnostic& finding : run.found) ADD_FAILURE() << base::render(finding);
  ASSERT_EQ(run.results.size(), 6U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_TRUE(run.results[i].passed()) << run.results[i].run->name;
  ASSERT_EQ(run.results[5].differences.size(), 1U);
  EXPECT_EQ(run.results[5].differences[0].what, "void.places");
  EXPECT_EQ(run.results[5].differences[0].actual, "0");
}

TEST(Rehearse, OnlyAJudgementCanBeDecided) {
  const Rehearsal run(
      "scenario: judged\nas of: 2019-10-08\ngiven: {facts: {staff: 20}}\ndecided: {enough: met}\ncounted: "
      "{seats: 2}\nthen: {verdict: eligible}\n");
  ASSERT_EQ(run.found.size(), 2U);
  EXPECT_EQ(run.found[0].message, "`enough` is no judgement");
  EXPECT_EQ(run.found[1].message, "`small` has no quota `seats`");
}

TEST(Rehearse, ADifferenceIsSaidAndBlessed) {
  Rehearsal run(
      "# kept\nscenario: one\nas of: 2019-10-08\ngiven: {facts: {staff: 19}}   # kept\nthen:\n  verdict: "
      "eligible\n"
      "  missing: [ staff ]   # kept\n");
  ASSERT_EQ(run.results.size(), 1U);
  ASSERT_EQ(run.results[0].differences.size(), 2U);
  EXPECT_EQ(run.results[0].differences[0].actual, "ineligible");
  EXPECT_EQ(run.blessed(),
            "# kept\nscenario: one\nas of: 2019-10-08\ngiven: {facts: {staff: 19}}   # kept\nthen:\n  "
            "verdict: ineligible\n"
            "  missing: []   # kept\n");
  EXPECT_EQ(uncovered(run.results).size(), 1U) << "never seen met";
  EXPECT_TRUE(Rehearsal(run.blessed()).results.at(0).passed());
}

TEST(Rehearse, WhatSaysNothingFailsAndIsBlessed) {
  Rehearsal plain(
      "scenario: one\nas of: 2019-10-08\ngiven: {facts: {}}\n---\nscenario: two\nas of: 2019-10-08\ngiven: "
      "{facts: {staff: 20}}\nthen: {verdict: eligible}\n");
  EXPECT_FALSE(plain.results.at(0).passed());
  EXPECT_EQ(plain.blessed(),
            "scenario: one\nas of: 2019-10-08\ngiven: {facts: {}}\nthen:\n  verdict: undetermined\n  "
            "criteria:\n    enough: unknown\n"
            "  missing: [staff]\n---\nscenario: two\nas of: 2019-10-08\ngiven: {facts: {staff: 20}}\nthen: "
            "{verdict: eligible}\n");
  Rehearsal cases(
      "scenario: s\nbase: base.yaml#firm\ncases:\n  - {name: a, facts: {staff: 1}}\n  - name: b\n    facts: "
      "{staff: 2}\n");
  EXPECT_EQ(cases.blessed(),
            "scenario: s\nbase: base.yaml#firm\ncases:\n  - {verdict: ineligible, name: a, facts: {staff: "
            "1}}\n  - verdict: ineligible\n    name: b\n    facts: {staff: 2}\n");
}

TEST(Rehearse, GroupsThatPeopleDecideAreToBeSeenMetAndUnmetToo) {
  const LoadResult loaded = small_policy(
      "criterion: liked\njudgement: {question: {zh: 好, en: good}, by: industry@county}\n---\n"
      "criterion: people\nall: [liked]\n---\ncriterion: staffed\nrequire: staff >= 20\n---\n"
      "criterion: both\nall: [people, staffed]");
  ASSERT_NE(loaded.library, nullptr);
  registry::Subject firm;
  firm.kind = "enterprise";
  std::vector<CaseResult> results;
  const auto seen = [&](int staff, std::map<std::string, bool, std::less<>> decided) {
    registry::FactRecord record;
    record.value = feel::Value::number(staff);
    firm.facts["staff"] = {record};
    Circumstances circumstances;
    circumstances.decided = std::move(decided);
    results.emplace_back().assessment = assess(*loaded.library->policies.front(), firm, circumstances);
  };
  const auto open = [&] {
    std::vector<std::string> ids;
    for (const CriterionCoverage& one : uncovered(results))
      ids.push_back(one.policy->criteria[one.criterion].head.id + (one.seen_met ? "" : " never met"));
    return ids;
  };
  seen(20, {});
  EXPECT_EQ(open(), (std::vector<std::string>{"people never met", "staffed", "both never met"}));
  seen(20, {{"liked", true}});
  EXPECT_EQ(open(), (std::vector<std::string>{"people", "staffed", "both"}));
  seen(19, {{"liked", false}});
  EXPECT_EQ(open(), std::vector<std::string>{}) << "what is liked is for people alone";
}

TEST(Rehearse, WhatIsWrongPointsAtTheWords) {
  const auto finding = [](const std::string& text) {
    const Rehearsal run(text);
    if (run.found.empty()) return std::string("nothing found");
    return run.found[0].code + " " + std::string(run.found[0].spans[0].span.text()) + " " + run.found[0].help;
  };
  const std::string head = "scenario: s\nas of: 2019-10-08\n";
  EXPECT_EQ(finding(head + "given: {facts: {stafff: 1}}\n"), "S012 stafff did you mean `staff`?");
  EXPECT_EQ(finding(head + "given: {facts: {staff: many}}\n").substr(0, 9), "S013 many");
  EXPECT_EQ(finding(head + "given: {}\nthen: {criteria: {enuogh: met}}\n"),
            "S016 enuogh did you mean `enough`?");
  EXPECT_EQ(finding(head + "given: {}\nthen: {verdict: yes}\n"),
            "S017 yes choose from: eligible, ineligible, undetermined, not applicable");
  EXPECT_EQ(finding("scenario: s\nas of: 2018-10-08\ngiven: {}\n"),
            "S015 s the latest takes effect on 2019-01-01");
  EXPECT_EQ(finding("scenario: s\nas of: 8.10.2019\ngiven: {}\n").substr(0, 14), "S013 8.10.2019");
  EXPECT_EQ(finding("scenario: s\nbase: base.yaml#nobody\n"), "S014 base.yaml#nobody ");
  EXPECT_EQ(finding(head + "givn: {}\n"), "S010 givn did you mean `given`?");
  EXPECT_EQ(finding("as of: 2019-10-08\ngiven: {}\n").substr(0, 5), "S011 ");
}

TEST(Rehearse, NamesOutsideOfTheFactsAreHeldAgainstTheDocument) {
  const auto finding = [](const std::string& text) {
    const Rehearsal run(text,
                        "parameter: least\ntype: code\ncodes: {low: 低, high: 高}\nstatus: unset\n---\n"
                        "criterion: enough\nrequire: staff >= 20 and least = \"low\"");
    if (run.found.empty()) return std::string("nothing found");
    return run.found[0].code + " " + std::string(run.found[0].spans[0].span.text()) + " " + run.found[0].help;
  };
  const std::string head = "scenario: s\nas of: 2019-10-08\n";
  EXPECT_EQ(finding(head + "clause: 第一条\ngiven: {facts: {staff: 1}}\n"), "nothing found");
  EXPECT_EQ(finding(head + "clause: 第九十九条\ngiven: {facts: {staff: 1}}\n"), "S018 第九十九条 ");
  EXPECT_EQ(
      finding(head + "given: {}\ncases: [{name: a, clause: [第一条, 第二条], verdict: undetermined}]\n"),
      "S018 第二条 did you mean `第一条`?");
  EXPECT_EQ(finding(head + "given: {}\nthen: {missing: [nosuchfact]}\n"), "S016 nosuchfact ");
  EXPECT_EQ(finding(head + "given: {}\nthen: {missing: ['revenu(2018)']}\n"),
            "S016 revenu(2018) did you mean `revenue`?");
  EXPECT_EQ(finding(head + "given: {}\nthen: {missing: ['revenue(2018)', least]}\n"), "nothing found");
  EXPECT_EQ(finding(head + "given: {division: '12'}\n"), "S012 12 ");
  EXPECT_EQ(finding(head + "given: {facts: {class: c}}\n").substr(0, 6), "S013 c");
  EXPECT_EQ(finding(head + "given: {}\nset: {least: hig}\n"), "S013 least did you mean `high`?");
}

}  // namespace
}  // namespace qingheng::policy
