// SPDX-License-Identifier: Apache-2.0
// What the register does not say stays unknown: relations, fields of records, a founding that is yet to come.
#include <map>

#include <gtest/gtest.h>

#include "policy/explain/internal/assessed_firm.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::policy {
namespace {

/// A consortium whose parts have the parents given, the code of a firm or nothing for none.
struct Affiliation : Setting {
  explicit Affiliation(const std::map<std::string, std::optional<std::string>>& parents)
      : Setting("criterion: apart\neach: members\nrequire: not(affiliated(subject, lead.code))",
                "consortium") {
    for (const char* code : {"lead", "one", "two", "group", "holding"}) {
      Subject made = firm(code);
      if (const auto found = parents.find(code); found != parents.end())
        made.relations["parent"] = found->second;
      EXPECT_TRUE(others.add(made));
    }
    circumstances.subjects = &others;
    subject.kind = "consortium";
    subject.parts = {{"lead", {"lead"}}, {"members", {"one", "two"}}};
  }
  registry::Register others;
};

TEST(Affiliated, IsUnknownUntilTheParentsAreStated) {
  constexpr std::nullopt_t none = std::nullopt;
  using Missing = std::vector<std::string>;
  EXPECT_EQ(Affiliation({{"lead", none}, {"one", none}, {"two", none}}).assess().verdict, Verdict::Eligible);
  EXPECT_EQ(missing(Affiliation({{"lead", none}, {"one", none}}).assess()), Missing{"members[2].parent"});
  EXPECT_EQ(missing(Affiliation({{"one", none}, {"two", none}}).assess()), Missing{"lead.parent"});
  Affiliation above({{"lead", "group"}, {"one", none}, {"two", none}});
  const Assessment open = above.assess();
  EXPECT_EQ(missing(open), Missing{"parent(group)"});
  EXPECT_EQ(open.missing.at(0).label.zh, "母公司");
  EXPECT_EQ(open.missing.at(0).subject, "group");
  EXPECT_EQ(missing(Affiliation({{"lead", "elsewhere"}, {"one", none}, {"two", none}}).assess()),
            Missing{"elsewhere"});
  EXPECT_EQ(
      Affiliation({{"lead", "group"}, {"group", none}, {"one", "holding"}, {"holding", none}, {"two", none}})
          .assess()
          .verdict,
      Verdict::Eligible);
}

TEST(Affiliated, IsCertainWhereOneParentSaysEnough) {
  const auto verdict = [](std::map<std::string, std::optional<std::string>> parents) {
    return Affiliation(parents).assess().verdict;
  };
  EXPECT_EQ(verdict({{"one", "lead"}}), Verdict::Ineligible);
  EXPECT_EQ(verdict({{"lead", "two"}}), Verdict::Ineligible);
  EXPECT_EQ(verdict({{"lead", "group"}, {"two", "group"}}), Verdict::Ineligible);
  EXPECT_EQ(verdict({{"lead", "group"}, {"group", "one"}}), Verdict::Ineligible);
}

TEST(Relations, AreNullOnlyWhenItIsStatedThatThereIsNone) {
  Setting setting("criterion: independent\nrequire: parent(subject) = null");
  EXPECT_EQ(missing(setting.assess()), std::vector<std::string>{"parent"});
  setting.subject.relations["parent"] = std::nullopt;
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible);
  setting.subject.relations["parent"] = "group";
  EXPECT_EQ(setting.assess().verdict, Verdict::Ineligible);
}

Value accident(std::optional<base::CivilDate> occurred, const char* level) {
  feel::Context fields;
  if (occurred) fields.emplace_back("occurred", Value::date(*occurred));
  if (level != nullptr) fields.emplace_back("level", Value::string(level));
  return Value::context(std::move(fields));
}

TEST(Records, AFieldThatIsAbsentIsUnknownUnlessAbsenceSaysSomething) {
  Setting setting(
      "criterion: safe\nlookback: {phrase: 近三年, kind: rolling, years: 3}\nrequire: "
      "count(accidents[occurred in "
      "window and level = \"major\"]) = 0\n---\ncriterion: closed\nrequire: count(accidents[closed = null]) "
      "= 0");
  const auto put = [&](std::vector<Value> records) {
    setting.subject.facts["accidents"] = {record(Value::list(std::move(records)))};
  };
  put({accident({{2019, 1, 5}}, "ordinary"), accident({}, "major")});
  EXPECT_EQ(setting.answer("safe"), Answer::Unknown);
  const Assessment open = setting.assess();
  EXPECT_EQ(open.criteria[0].missing.at(0).id, "accidents[2].occurred");
  EXPECT_EQ(open.criteria[0].missing.at(0).label.zh, "事故第2条：日期");
  EXPECT_EQ(open.criteria[0].missing.at(0).label.en, "accidents, no. 2: date");
  EXPECT_EQ(words(open.criteria[0].missing.at(0), setting.policy()).zh, "事故第2条：日期：未提供");
  EXPECT_EQ(setting.answer("closed"), Answer::Unmet);
  put({accident({}, "ordinary")});
  EXPECT_EQ(setting.answer("safe"), Answer::Met) << "its date cannot matter";
  put({accident({{2019, 1, 5}}, nullptr)});
  EXPECT_EQ(setting.assess().criteria[0].missing.at(0).id, "accidents[1].level");
  put({accident({{2015, 1, 5}}, nullptr)});
  EXPECT_EQ(setting.answer("safe"), Answer::Met) << "too long ago, whatever its level";
}

TEST(Founding, AfterTheLegalDateIsUnknownAndKeepsFromAnEligibleVerdict) {
  Setting setting(
      "criterion: enough\nrequire: staff >= 20\n---\ncriterion: old\nrequire: founded < legal date\n---\n"
      "eligibility: application\nall: [enough]");
  setting.subject.facts["staff"] = {record(Value::number(20))};
  setting.subject.facts["founded"] = {record(Value::date({2019, 10, 8}))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Eligible) << "on the day itself";
  setting.subject.facts["founded"] = {record(Value::date({2019, 10, 9}))};
  const Assessment early = setting.assess();
  EXPECT_EQ(early.verdict, Verdict::Undetermined);
  EXPECT_EQ(missing(early), std::vector<std::string>{"founded"});
  EXPECT_EQ(early.missing.at(0).why, Lack::AfterLegalDate);
  EXPECT_EQ(early.missing.at(0).on, (base::CivilDate{2019, 10, 9}));
  EXPECT_EQ(setting.answer("old"), Answer::Unknown);
  setting.subject.facts["staff"] = {record(Value::number(19))};
  EXPECT_EQ(setting.assess().verdict, Verdict::Ineligible);
}

}  // namespace
}  // namespace qingheng::policy
