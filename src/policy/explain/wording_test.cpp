// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/wording.hpp"

#include <gtest/gtest.h>

#include "policy/explain/internal/assessed_firm.hpp"
#include "policy/explain/quota.hpp"

namespace qingheng::policy {
namespace {

TEST(Quotas, OnlyTheExcessFallsOutUnlessAllDo) {
  const std::string blocks =
      std::string(kStaff) +
      "\n---\nprocedure: evaluated\nstarts: review\nstages: [{stage: review, by: industry@county, to: end}]"
      "\n---\nquota: places\ncounts: review\nlimit: staff\norder: rank\noverflow: ";
  const auto fallen = [](Setting& setting, std::int64_t counted) {
    return apply_quota(setting.policy(), setting.policy().quotas.front(), counted, setting.subject,
                       setting.circumstances)
        .fallen;
  };
  Setting excess(blocks + "excess_void");
  EXPECT_EQ(fallen(excess, 3), std::nullopt) << "no limit is known";
  excess.subject.facts["staff"] = {record(Value::number(2))};
  EXPECT_EQ(fallen(excess, 2), 0);
  EXPECT_EQ(fallen(excess, 3), 1);
  Setting all(blocks + "all_void");
  all.subject.facts["staff"] = {record(Value::number(2))};
  EXPECT_EQ(fallen(all, 2), 0);
  EXPECT_EQ(fallen(all, 3), 3);
}

TEST(Wording, FactsAndAuthoritiesAreReadByTheirNames) {
  Setting setting("criterion: all_of_it\nrequire: green and class = \"a\" and revenue(2018) > 1");
  setting.subject.facts = {{"green", {record(Value::boolean(true))}},
                           {"class", {record(Value::string("a"))}},
                           {"revenue", {of_year(2018, Value::number(2))}}};
  std::vector<std::string> shown;
  const Assessment assessed = setting.assess();
  for (const UsedFact& fact : assessed.criteria[0].facts) shown.push_back(fact.shown.zh);
  EXPECT_EQ(shown, (std::vector<std::string>{"是", "甲", "2 万元"}));
  EXPECT_EQ(words({.kind = Actor::Kind::Authority, .line = "industry", .level = Level::County}).zh,
            "县级工业和信息化部门");
  EXPECT_EQ(words({.kind = Actor::Kind::Authority, .line = "tax", .division = "340600"}).en,
            "tax authority of 340600");
  EXPECT_EQ(words_of_line("fisheries").zh, "fisheries");
}

TEST(Wording, TheIssuerAndPlacesAreCalledByTheirNames) {
  Setting setting(kStaff);
  const auto divisions = registry::Divisions::parse(
      "code\tname\tlevel\tclass\n440000\t广东省\tprovince\tprovince\n440300\t深圳市\tcity\tseparately "
      "planned\n");
  ASSERT_TRUE(divisions) << divisions.error();
  const auto said = [&](const Actor& actor) { return words(actor, setting.policy(), &*divisions); };
  EXPECT_EQ(said({.kind = Actor::Kind::Authority, .line = "industry", .division = "340600"}).zh, "局");
  EXPECT_EQ(said({.kind = Actor::Kind::Authority, .line = "industry", .division = "340600"}).en, "Bureau");
  EXPECT_EQ(said({.kind = Actor::Kind::Authority, .line = "science", .division = "440300"}).zh,
            "深圳市科技部门");
  EXPECT_EQ(said({.kind = Actor::Kind::Authority, .line = "science", .level = Level::National}).zh,
            "科学技术部");
  EXPECT_EQ(said({.kind = Actor::Kind::Authority, .line = "tax", .level = Level::National}).zh,
            "国家级税务部门");
  EXPECT_EQ(said({.kind = Actor::Kind::Panel}).zh, "专家组");
}

TEST(Wording, RecordsAreReadByTheLabelsOfTheirFields) {
  registry::Fact fact;
  fact.fields = {{.id = "level",
                  .label = {"等级", "level"},
                  .type = feel::Type::string(),
                  .codes = {{"ordinary", {"一般", "ordinary"}}}},
                 {.id = "closed", .label = {"结案", "closed"}, .type = feel::Type::boolean()}};
  const Value one = Value::context({{"level", Value::string("ordinary")}, {"closed", Value::boolean(false)}});
  EXPECT_EQ(value_words(Value::list({one, one}), fact).zh, "等级 一般，结案 否；等级 一般，结案 否");
  EXPECT_EQ(value_words(Value::list({}), fact).en, "none");
  const std::string three = "等级 一般，结案 否；等级 一般，结案 否；等级 一般，结案 否";
  EXPECT_EQ(value_words(Value::list({one, one, one}), fact).zh, three);
  EXPECT_EQ(value_words(Value::list({one, one, one, one}), fact).zh, "4 条：" + three + "；……");
  EXPECT_EQ(value_words(Value::list({one, one, one, one}), fact, {one}).zh,
            "4 条中的 1 条：等级 一般，结案 否");
}

TEST(Gaps, OfAlternativesTheOneWithAWayToGoIsSaid) {
  Setting setting("criterion: proofs\nrequire: staff < 10 or revenue(2018) >= 10");
  setting.subject.facts = {{"staff", {record(Value::number(10))}},
                           {"revenue", {of_year(2018, Value::number(9))}}};
  EXPECT_EQ(words(*setting.assess().criteria[0].gap).zh, "差 1 万元");
}

TEST(Gaps, AreRoundedForReadingAndExactOtherwise) {
  Setting setting("criterion: third\nrequire: staff / 3 >= 1\n---\ncriterion: few\nrequire: staff <= 1");
  setting.subject.facts["staff"] = {record(Value::number(2))};
  const Assessment result = setting.assess();
  EXPECT_EQ(words(*result.criteria[0].gap).zh, "差 0.33");
  EXPECT_EQ(to_bare_text(*result.criteria[0].gap->amount), "0.3333333333333333333333333333333333");
  EXPECT_EQ(words(*result.criteria[1].gap).en, "over by 1");
}

TEST(Gaps, AtABoundThatDoesNotCountNothingLacks) {
  Setting setting("criterion: many\nrequire: staff > 20");
  setting.subject.facts["staff"] = {record(Value::number(20))};
  EXPECT_EQ(words(*setting.assess().criteria[0].gap).zh, "恰等于界限，本数不算");
}

TEST(Gaps, OfACountIsThatThereIsNoSuchRecord) {
  Setting setting("criterion: any_one\nrequire: count(accidents[level = \"a\"]) > 0");
  setting.subject.facts["accidents"] = {record(Value::list({}))};
  EXPECT_EQ(words(*setting.assess().criteria[0].gap).zh, "没有符合要求的记录");
  EXPECT_EQ(words(*setting.assess().criteria[0].gap).en, "there is no such record");
}

TEST(Gaps, OfSharesAreInPercentagePointsAndSayTheYear) {
  Setting setting(
      "criterion: grows\nlookback: {phrase: 近两年, kind: calendar, years: 2}\n"
      "require: every y in years satisfies revenue(y) / revenue(2010) > revenue(y - 1) / revenue(2010)");
  setting.subject.facts = {{"revenue",
                            {of_year(2010, Value::number(10000)), of_year(2016, Value::number(5)),
                             of_year(2017, Value::number(6)), of_year(2018, Value::number(5))}}};
  EXPECT_EQ(words(*setting.assess().criteria[0].gap).zh, "差 0.01 个百分点（2018）");
  EXPECT_EQ(words(*setting.assess().criteria[0].gap).en, "short by 0.01 percentage points (2018)");
}

TEST(Gaps, CarryTheUnitThatTheSidesShare) {
  Setting setting("criterion: rich\nrequire: 2 * revenue(2018) >= revenue(2017) + 100");
  setting.subject.facts["revenue"] = {of_year(2018, Value::number(30)), of_year(2017, Value::number(10))};
  EXPECT_EQ(words(*setting.assess().criteria[0].gap).zh, "差 50 万元");
  Setting ratio("criterion: grows\nrequire: revenue(2018) / revenue(2017) >= 2");
  ratio.subject.facts["revenue"] = {of_year(2018, Value::number(15)), of_year(2017, Value::number(10))};
  EXPECT_EQ(words(*ratio.assess().criteria[0].gap).zh, "差 0.5");
}

}  // namespace
}  // namespace qingheng::policy
