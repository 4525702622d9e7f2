// SPDX-License-Identifier: Apache-2.0
#include "registry/import/subjects_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qingheng::registry {
namespace {

using testing::ElementsAre;

ImportResult import(std::string_view text) {
  static const Vocabulary vocabulary = [] {
    Vocabulary v;
    v.kinds = {{.id = "enterprise"}, {.id = "pair", .parts = {{.id = "members", .kind = "enterprise"}}}};
    v.relations = {{.id = "parent", .label = {}, .of = "enterprise", .to = "enterprise"}};
    Fact revenue;
    revenue.kind = "enterprise";
    revenue.id = "revenue";
    revenue.type = feel::Type::number();
    revenue.per_year = true;
    Fact founded;
    founded.kind = "enterprise";
    founded.id = "founded";
    founded.label = {"成立日期", ""};
    founded.type = feel::Type::date();
    Fact accidents;
    accidents.kind = "enterprise";
    accidents.id = "accidents";
    accidents.type = feel::Type::list(feel::Type::any());
    accidents.fields = {{.id = "occurred", .type = feel::Type::date()},
                        {.id = "level", .type = feel::Type::string()},
                        {.id = "closed", .type = feel::Type::date(), .optional = true}};
    v.facts = {revenue, founded, accidents};
    return v;
  }();
  static const Divisions divisions =
      *Divisions::parse("code\tname\tlevel\tclass\n340000\t安徽省\tprovince\tprovince\n");
  return import_json("s.json", text, {vocabulary, divisions, base::CivilDate{2019, 9, 12}});
}

std::vector<std::string> said(const ImportResult& result) {
  std::vector<std::string> out;
  for (const base::Diagnostic& d : result.diagnostics) out.push_back(d.code + " " + d.message);
  return out;
}

/// `2:5 R020 message` for each finding.
std::vector<std::string> placed(const ImportResult& result) {
  std::vector<std::string> out = said(result);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const base::LineColumn at = result.diagnostics[i].spans.front().span.start();
    out[i] = std::to_string(at.line) + ":" + std::to_string(at.column) + " " + out[i];
  }
  return out;
}

constexpr std::string_view kHead = R"({"kind": "enterprise", "name": "甲", "code": "914403001922038216")";

TEST(ImportJson, ReadsFactsWithProvenanceAndYears) {
  const ImportResult result =
      import(std::string(kHead) + R"(, "division": "安徽省", "facts": {"成立日期": {"value": "2015-3-1",
    "provenance": "verified", "source": "market"}, "revenue": {"2017": 900.50, "2018": null}},
    "holdings": [{"policy": "p", "grant": "g", "granted": "2019-01-01"}],
    "bans": [{"policy": "q", "acts": ["application"], "from": "2019-01-01", "sanction": "reapply"}]})");
  EXPECT_THAT(said(result), ElementsAre());
  ASSERT_EQ(result.subjects.size(), 1U);
  const Subject& subject = result.subjects.front().subject;
  EXPECT_EQ(subject.division, "340000");
  EXPECT_EQ(feel::to_text(subject.facts.at("founded").front().value), "2015-03-01");
  EXPECT_EQ(subject.facts.at("founded").front().provenance, Provenance::Verified);
  ASSERT_EQ(subject.facts.at("revenue").size(), 1U);
  EXPECT_EQ(feel::to_text(subject.facts.at("revenue").front().value), "900.5");
  EXPECT_EQ(subject.facts.at("revenue").front().year, 2017);
  EXPECT_EQ(subject.holdings.front().granted, (base::CivilDate{2019, 1, 1}));
  EXPECT_EQ(subject.bans.front().sanction, "reapply");
  EXPECT_THAT(subject.bans.front().acts, ElementsAre("application"));
}

TEST(ImportJson, ReportsWhatIsWrongAndGoesOn) {
  const std::string head(kHead);
  const ImportResult result = import(
      "[" + head + R"(, "facts": {"revenue": 5, "founded": "去年", "profit": 1}},)" + head + "}, 7," +
      R"({"kind": "planet", "name": "乙", "code": "1"}, {"kind": "enterprise", "name": "乙", "code": "1"}])");
  EXPECT_THAT(said(result),
              ElementsAre("R020 subject 1 `revenue`: it has a value for each year",
                          "R020 subject 1 `founded`: `去年` is not a date",
                          "R020 subject 1 `profit`: there is no such fact",
                          "R012 subject 2 `code`: `914403001922038216` is that of subject 1 already",
                          "R010 subject 3: it is not an object",
                          "R011 subject 4 `kind`: `planet` is no kind of subject",
                          "R011 subject 5 `code`: a credit code has 18 characters, not 1"));
  EXPECT_EQ(result.counts.read, 5U);
  EXPECT_EQ(result.counts.imported, 1U);
  EXPECT_EQ(result.counts.rejected, 4U);
}

TEST(ImportJson, ReportsMembersOfTheWrongType) {
  const std::string head(kHead);
  const ImportResult result = import(
      "[" + head + R"(, "facts": []},)" + head + R"(, "parts": 1},)" + head + R"(, "relations": "x"},)" +
      head + R"(, "holdings": {}},)" + head + R"(, "bans": "x"},)" + head + R"(, "bans": [1]},)" + head +
      R"(, "bans": [{"policy": "p", "from": "2019-09-01", "acts": "application"}]},)" + head +
      R"(, "holding": []},)" + head +
      R"(, "holdings": [{"policy": "p", "granted": "2019-09-01", "expire": "2019-10-01"}]}])");
  EXPECT_THAT(said(result), ElementsAre("R010 subject 1 `facts`: it is not an object",
                                        "R010 subject 2 `parts`: it is not an object",
                                        "R010 subject 3 `relations`: it is not an object",
                                        "R010 subject 4 `holdings`: it is not an array",
                                        "R010 subject 5 `bans`: it is not an array",
                                        "R030 subject 6 `bans`: an entry is not an object",
                                        "R030 subject 7 `bans`: `acts` is not an array of strings",
                                        "R010 subject 8 `holding`: there is no such member",
                                        "R030 subject 9 `holdings`: an entry has no member `expire`"));
  EXPECT_EQ(result.diagnostics.back().help, "did you mean `expires`?");
  EXPECT_EQ(result.counts.rejected, 9U);
}

TEST(ImportJson, LeavesUnknownLinksOutAndKeepsTheSubject) {
  const ImportResult result =
      import("[" + std::string(kHead) +
             R"(, "relations": {"parents": "x", "parent": 5}, "facts": {"foundet": "2019-09-01",
      "founded": {"value": "2019-09-01", "provenence": "verified"},
      "revenue": {"2018": {"value": 5, "from": "2019-01-02", "until": "2019-01-01"}}}},
      {"kind": "pair", "name": "乙", "code": "a", "parts": {"member": ["x"], "members": ["x", {}]}}])");
  EXPECT_THAT(said(result), ElementsAre("R030 subject 1 `parents`: `enterprise` has no such relation",
                                        "R030 subject 1 `parent`: the code is not a string",
                                        "R020 subject 1 `foundet`: there is no such fact",
                                        "R020 subject 1 `founded`: a record has no member `provenence`",
                                        "R020 subject 1 `revenue`: `until` is before `from`",
                                        "R030 subject 2 `member`: `pair` has no such part",
                                        "R030 subject 2 `members`: a code in it is not a string"));
  EXPECT_EQ(result.diagnostics[0].help, "did you mean `parent`?");
  EXPECT_EQ(result.diagnostics[2].help, "did you mean `founded`?");
  EXPECT_EQ(result.diagnostics[5].help, "did you mean `members`?");
  EXPECT_EQ(result.counts.imported, 2U);
  EXPECT_TRUE(result.subjects[0].subject.relations.empty());
  EXPECT_TRUE(result.subjects[1].subject.parts.empty());
}

TEST(ImportJson, SaysWhichFieldsOfRecordsAreUnknown) {
  const ImportResult result = import(std::string(kHead) + R"(, "facts": {"accidents": [
  {"level": "major", "closed": "2019-01-01"},
  {"occurred": null, "level": "larger", "closed": null},
  {"occurred": "2019-01-05", "level": "一般"}]}})");
  EXPECT_THAT(
      placed(result),
      ElementsAre("2:3 R020 subject 1 `accidents`: `accidents[1].occurred` is not given and stays unknown",
                  "3:3 R020 subject 1 `accidents`: `accidents[2].occurred` is not given and stays unknown"));
  EXPECT_EQ(result.diagnostics[0].severity, base::Severity::Warning);
  EXPECT_EQ(feel::to_text(result.subjects[0].subject.facts.at("accidents").front().value),
            "[{level: \"major\", closed: 2019-01-01}, {level: \"larger\"}, {occurred: 2019-01-05, level: "
            "\"一般\"}]");
}

TEST(ImportJson, PointsAtTheValueThatIsWrong) {
  const ImportResult result = import(R"([{"kind": "enterprise", "name": "甲", "code": "914403001922038216",
  "facts": {"revenue": {"2017": "多",
                        "17": 1}, "profit": 3,
            "accidents": [{"occurred": "2019-01-05", "level": "一般"},
                          {"occurred": "去年"}],
            "founded": {"value": "2019-13-01"}},
  "relations": {"parents": "x"}},
 {"kind": "enterprise", "name": "\"乙\\",
  "code": "9144030071526726XG", "holdings": [{"policy": "p", "granted": "昨天"}]},
 {"kind": "enterprise", "name": "丙",
  "code": "914403001922038216"}])");
  EXPECT_THAT(placed(result), ElementsAre("7:17 R030 subject 1 `parents`: `enterprise` has no such relation",
                                          "2:33 R020 subject 1 `revenue`: `多` is not a number",
                                          "3:25 R020 subject 1 `revenue`: `17` is not a year",
                                          "3:35 R020 subject 1 `profit`: there is no such fact",
                                          "5:40 R020 subject 1 `accidents`: `去年` is not a date",
                                          "6:34 R020 subject 1 `founded`: there is no day `2019-13-01`",
                                          "9:73 R030 subject 2 `granted`: `昨天` is not a date",
                                          "11:11 R012 subject 3 `code`: `914403001922038216` is that of "
                                          "subject 1 already"));
  EXPECT_EQ(result.diagnostics[4].spans.front().span.text(), "\"去年\"");
}

TEST(ImportJson, PointsIntoTheLineOfASubject) {
  static const Vocabulary vocabulary = [] {
    Vocabulary v;
    v.kinds = {{.id = "park"}};
    return v;
  }();
  static const Divisions divisions =
      *Divisions::parse("code\tname\tlevel\tclass\n340000\t安徽省\tprovince\tprovince\n");
  const ImportResult result =
      import_json_lines("s.jsonl",
                        "{\"kind\": \"park\", \"name\": \"园\", \"code\": \"k\"}\n\n"
                        "{\"kind\": \"park\", \"name\": \"园\", \"code\": \"l\", \"division\": \"999999\"}\n",
                        {vocabulary, divisions});
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].spans.front().span.text(), "\"999999\"");
  EXPECT_EQ(result.diagnostics[0].spans.front().span.start().line, 3U);
}

TEST(ImportJson, KeepsARelationThatIsStatedToBeNone) {
  const ImportResult none = import(std::string(kHead) + R"(, "relations": {"parent": null}})");
  EXPECT_THAT(said(none), ElementsAre());
  ASSERT_TRUE(none.subjects[0].subject.relations.contains("parent"));
  EXPECT_EQ(none.subjects[0].subject.relations.at("parent"), std::nullopt);
  const ImportResult word = import(std::string(kHead) + R"(, "relations": {"parent": "无"}})");
  EXPECT_EQ(word.subjects[0].subject.relations.at("parent"), std::nullopt);
  EXPECT_TRUE(import(std::string(kHead) + "}").subjects[0].subject.relations.empty());
}

TEST(ImportJson, WarnsOfAFoundingAfterTheLegalDate) {
  EXPECT_THAT(said(import(std::string(kHead) + R"(, "facts": {"founded": "2019-09-12"}})")), ElementsAre());
  EXPECT_THAT(
      said(import(std::string(kHead) + R"(, "facts": {"founded": "2020-01-01"}})")),
      ElementsAre(
          "R020 subject 1 `founded`: `2020-01-01` is after the legal date 2019-09-12, on which it stays "
          "unknown"));
}

TEST(ImportJson, PointsAtBrokenSyntax) {
  const ImportResult result = import("{\"kind\": }");
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics.front().code, "R001");
  EXPECT_EQ(result.diagnostics.front().spans.front().span.start().column, 10U);
}

}  // namespace
}  // namespace qingheng::registry
