// SPDX-License-Identifier: Apache-2.0
#include "registry/import/register_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qingheng::registry {
namespace {

using testing::ElementsAre;

const Vocabulary& vocabulary() {
  static const Vocabulary made = [] {
    Vocabulary v;
    v.kinds = {{.id = "enterprise", .label = {"企业", "enterprise"}},
               {.id = "consortium",
                .parts = {{.id = "lead", .kind = "enterprise", .at_most = 1U},
                          {.id = "members", .kind = "enterprise"}}},
               {.id = "city"},
               {.id = "person"},
               {.id = "park"}};
    v.relations = {{.id = "parent", .label = {"母公司", ""}, .of = "enterprise", .to = "enterprise"},
                   {.id = "located_in_park", .label = {}, .of = "enterprise", .to = "park"}};
    return v;
  }();
  return made;
}

RegisterRead read(std::vector<RegisterFile> files, const ImportLimits& limits = {}) {
  static const Divisions divisions = *Divisions::parse(
      "code\tname\tlevel\tclass\n340000\t安徽省\tprovince\tprovince\n340600\t淮北市\tcity\tprefecture\n");
  return read_register(files, {vocabulary(), divisions}, limits);
}

/// `file:line:column code message; help` for each finding, with ` < file:line` for a second place.
std::vector<std::string> said(const RegisterRead& result) {
  std::vector<std::string> out;
  for (const base::Diagnostic& d : result.diagnostics) {
    const base::SourceSpan& span = d.spans.front().span;
    std::string line = span.source->name + ":" + std::to_string(span.start().line) + ":" +
                       std::to_string(span.start().column) + " " + d.code + " " + d.message;
    if (!d.help.empty()) line += "; " + d.help;
    if (d.spans.size() > 1)
      line += " < " + d.spans[1].span.source->name + ":" + std::to_string(d.spans[1].span.start().line);
    out.push_back(std::move(line));
  }
  return out;
}

constexpr std::string_view kFirms = "name,code\n甲,914403001922038216\n乙,9144030071526726XG\n";

TEST(RegisterFiles, JoinsFilesOfEveryKind) {
  const RegisterRead result =
      read({{"demo/holdings.csv",
             "代码,名称,文件,称号,编号,授予日期,有效期至\n9144-0300-1922-0382-16,甲,p,g,7,2019-9-1,\n"},
            {"demo/bans-2019.csv",
             "code,policy,acts,from,until,限制种类,ground\n淮北市,p,application、evaluation,20190901,2022-08-"
             "31,s,q\n"},
            {"demo/enterprises.csv", kFirms},
            {"demo/cities-2019.v2.csv", "name,code\n淮北市,淮北市\n"},
            {"demo/consortia.jsonl",
             "{\"kind\": \"consortium\", \"name\": \"联\", \"code\": \"c1\", \"parts\": {\"lead\": "
             "\"914403001922038216\", \"members\": [\"9144030071526726xg\"]}}\n\n"
             "{\"kind\": \"person\", \"name\": \"某\", \"code\": \"p1\"}\n"},
            {"demo/more.json", "[{\"kind\": \"park\", \"name\": \"园\", \"code\": \"k1\"}]"}});
  EXPECT_THAT(said(result), ElementsAre());
  EXPECT_EQ(result.subjects.subjects().size(), 6U);
  const Subject* firm = result.subjects.find("914403001922038216");
  ASSERT_NE(firm, nullptr);
  ASSERT_EQ(firm->holdings.size(), 1U);
  EXPECT_EQ(firm->holdings.front().policy + firm->holdings.front().grant + firm->holdings.front().number,
            "pg7");
  EXPECT_EQ(firm->holdings.front().granted, (base::CivilDate{2019, 9, 1}));
  EXPECT_EQ(firm->holdings.front().expires, std::nullopt);
  const Subject* city = result.subjects.find("340600");
  ASSERT_NE(city, nullptr);
  ASSERT_EQ(city->bans.size(), 1U);
  EXPECT_THAT(city->bans.front().acts, ElementsAre("application", "evaluation"));
  EXPECT_EQ(city->bans.front().sanction, "s");
  EXPECT_EQ(city->bans.front().until, (base::CivilDate{2022, 8, 31}));
  EXPECT_THAT(result.subjects.find("c1")->parts.at("members"), ElementsAre("9144030071526726XG"));
  ASSERT_EQ(result.counts.size(), 6U);
  EXPECT_EQ(result.counts[2].imported, 2U);
  EXPECT_EQ(result.counts[4].imported, 2U);
}

TEST(RegisterFiles, NamesTheKindsForAFileThatHasNone) {
  EXPECT_THAT(
      said(read(
          {{"enterprise.csv", kFirms}, {"enterprizes.csv", kFirms}, {"planets.csv", kFirms}, {"a.xls", ""}})),
      ElementsAre(
          "enterprizes.csv:1:1 R001 the name `enterprizes.csv` does not say which kind of subject the table "
          "holds; did you mean `enterprises.csv`?",
          "planets.csv:1:1 R001 the name `planets.csv` does not say which kind of subject the table holds; "
          "name "
          "the kind with `--kind`, or in the name, as `企业.csv`: `enterprise` `企业`, `consortium`, `city`, "
          "`person`, `park`",
          "a.xls:1:1 R001 `a.xls` is no file of a register; name it `.csv`, `.json` or `.jsonl`"));
  EXPECT_EQ(kind_of_file("企业", vocabulary())->id, "enterprise");
  EXPECT_EQ(kind_of_file("", vocabulary()), nullptr);
}

TEST(RegisterFiles, TakesTheKindFromALabelInTheNameOrFromTheCaller) {
  EXPECT_EQ(kind_of_file("2019年申报企业", vocabulary())->id, "enterprise");
  EXPECT_EQ(kind_of_file("申报表", vocabulary()), nullptr);
  Vocabulary two;
  two.kinds = {{.id = "enterprise", .label = {"企业", ""}},
               {.id = "consortium", .label = {"企业联合体", ""}},
               {.id = "city", .label = {"城市", ""}}};
  EXPECT_EQ(kind_of_file("2019企业联合体", two)->id, "consortium");
  EXPECT_EQ(kind_of_file("城市企业", two), nullptr) << "either may be meant";
  EXPECT_THAT(said(read({{"申报表.csv", kFirms, "企业"}})), ElementsAre());
  EXPECT_EQ(read({{"申报表.csv", kFirms, "enterprise"}}).subjects.subjects().size(), 2U);
  EXPECT_THAT(said(read({{"申报表.csv", kFirms, "planet"}})),
              ElementsAre(testing::StartsWith(
                  "申报表.csv:1:1 R001 `planet` is no kind of subject; the kinds are `")));
}

TEST(RegisterFiles, ReportsBothPlacesOfACodeGivenTwice) {
  const RegisterRead result =
      read({{"enterprises.csv", kFirms},
            {"企业.csv", "name,code\n丙,110000000000000000\n丁,9144030071526726XG\n"}});
  EXPECT_EQ(result.diagnostics.size(), 2U);
  EXPECT_EQ(said(result).back(),
            "企业.csv:3:1 R012 code `9144030071526726XG` is given twice < enterprises.csv:3");
  EXPECT_EQ(result.subjects.find("9144030071526726XG")->name, "乙");
  EXPECT_EQ(result.counts.back().imported, 0U);
  EXPECT_EQ(result.counts.back().rejected, 2U);
}

TEST(RegisterFiles, ReportsCodesThatNameNothing) {
  const RegisterRead result =
      read({{"enterprises.csv",
             "name,code,parent,located_in_park\n甲,914403001922038216,911100000000000000,\n"
             "乙,9144030071526726XG,,914403001922038216\n"},
            {"c.json",
             R"([{"kind": "consortium", "name": "联", "code": "c1", "parts": {"lead": ["914403001922038216",
             "9144030071526726XG"], "members": []}}])"},
            {"holdings.csv", "code,policy,granted\nc2,p,2019-09-01\n"},
            {"bans.csv", "code,policy,from\nc3,p,2019-09-01\n"}});
  EXPECT_THAT(
      said(result),
      ElementsAre(
          "enterprises.csv:2:22 R030 `parent` of `914403001922038216` is `911100000000000000`, which is not "
          "in the register",
          "enterprises.csv:3:23 R030 `located_in_park` of `9144030071526726XG` is `914403001922038216`, "
          "whose kind is `enterprise`, not `park` < enterprises.csv:2",
          "c.json:1:70 R030 `lead` of `c1` names too many subjects, 2 instead of at most 1",
          "c.json:2:48 R030 `members` of `c1` names too few subjects, 0 instead of at least 1",
          "holdings.csv:2:1 R030 the holding is of `c2`, which is not in the register",
          "bans.csv:2:1 R030 the ban is of `c3`, which is not in the register"));
  EXPECT_EQ(result.subjects.find("914403001922038216")->relations.at("parent"), "911100000000000000")
      << "kept, so that what depends on it is unknown";
}

TEST(RegisterFiles, KnowsTheFileOfEachSubject) {
  const RegisterRead result = read({{"bans.csv", "code,policy,from\n914403001922038216,p,2019-09-01\n"},
                                    {"parks.csv", "name,code\n园,k1\n"},
                                    {"enterprises.csv", kFirms}});
  EXPECT_THAT(said(result), ElementsAre());
  EXPECT_THAT(result.file_of, ElementsAre(1U, 2U, 2U));
}

TEST(RegisterFiles, LeavesOutHoldingsAndBansThatAreWrong) {
  const RegisterRead result =
      read({{"enterprises.csv", kFirms},
            {"holdings.csv",
             "code,policy,granted,expires\n914403001922038216,p,去年,\n914403001922038216,,2019-09-01,\n"
             "914403001922038216,p,2019-09-01,2019-08-31\n914403001922038216,p\n"},
            {"sub/holdings.csv", "code,policy,granted,expire\n914403001922038216,p,2019-09-01,2020-01-01\n"},
            {"bans.csv", "code,policy,from,from\n914403001922038216,p,2019-09-01,\n"},
            {"sub/bans.csv", "code,policy\n914403001922038216,p\n"}});
  EXPECT_THAT(
      said(result),
      ElementsAre("holdings.csv:2:22 R030 column 3 `granted`: `去年` is not a date; write `2019-09-01`",
                  "holdings.csv:3:1 R030 the row has no `policy`",
                  "holdings.csv:4:1 R030 `expires` is before `granted`",
                  "holdings.csv:5:1 R010 the row has 2 cells where the headings are 4",
                  "sub/holdings.csv:1:21 R003 column 4 `expire` is unknown; did you mean `expires`?",
                  "bans.csv:1:18 R003 column 4 gives `from` once more",
                  "sub/bans.csv:1:1 R003 there is no column `from`"));
  EXPECT_THAT(result.subjects.find("914403001922038216")->holdings, testing::IsEmpty());
  EXPECT_THAT(result.subjects.find("914403001922038216")->bans, testing::IsEmpty());
  EXPECT_EQ(result.counts[1].rejected, 4U);
}

TEST(RegisterFiles, KeepsTheLimitsOfEachFile) {
  EXPECT_THAT(said(read({{"bans.csv", "code,policy,from\na,b,c\nd,e,f\n"}}, {.rows = 1})),
              ElementsAre("bans.csv:1:1 R001 the file has more than the 1 rows that are read"));
  EXPECT_THAT(said(read({{"a.json", "[1, 2]"}, {"a.jsonl", "1\n2\n"}}, {.rows = 1})),
              ElementsAre("a.json:1:1 R001 the file has more than the 1 subjects that are read",
                          "a.jsonl:1:1 R001 the file has more than the 1 subjects that are read"));
}

}  // namespace
}  // namespace qingheng::registry
