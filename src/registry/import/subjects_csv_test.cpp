// SPDX-License-Identifier: Apache-2.0
#include "registry/import/subjects_csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "registry/import/csv.hpp"
#include "registry/import/office_text.hpp"

namespace qingheng::registry {
namespace {

using testing::ElementsAre;

const Vocabulary& vocabulary() {
  static const Vocabulary made = [] {
    Vocabulary v;
    v.kinds = {{.id = "enterprise", .label = {"企业", "enterprise"}}};
    v.units = {
        {"元", "元", 1}, {"万元", "元", 10000}, {"%", "1", base::Decimal::scaled(1, -2)}, {"t", "kg", 1000}};
    const auto add = [&](const char* id, const char* zh, feel::Type type, bool per_year = false) -> Fact& {
      Fact fact;
      fact.kind = "enterprise";
      fact.id = id;
      fact.label = {zh, id};
      fact.type = std::move(type);
      fact.per_year = per_year;
      v.facts.push_back(std::move(fact));
      return v.facts.back();
    };
    add("revenue", "主营业务收入", feel::Type::number("万元"), true);
    add("founded", "成立日期", feel::Type::date());
    add("legal", "独立法人", feel::Type::boolean());
    add("share", "占比", feel::Type::number("%"));
    add("size", "规模", feel::Type::string()).codes = {{"large", {"大型", ""}, {"大型（特大）"}},
                                                       {"small", {"小型", ""}}};
    add("staff", "职工人数", feel::Type::number()).min = 0;
    Fact& accidents = add("accidents", "事故", feel::Type::list(feel::Type::any()));
    accidents.fields = {{.id = "occurred", .type = feel::Type::date()},
                        {.id = "level", .type = feel::Type::string()},
                        {.id = "closed", .type = feel::Type::date(), .optional = true}};
    v.relations = {{.id = "parent", .label = {"母公司", "parent"}, .of = "enterprise", .to = "enterprise"}};
    return v;
  }();
  return made;
}

const Divisions& divisions() {
  static const Divisions made = *Divisions::parse(
      "code\tname\tlevel\tclass\n340000\t安徽省\tprovince\tprovince\n340600\t淮北市\tcity\tprefecture\n");
  return made;
}

ImportResult import(std::string_view text, const ImportLimits& limits = {}) {
  return import_csv("e.csv", text, "enterprise", {vocabulary(), divisions(), base::CivilDate{2019, 9, 12}},
                    limits);
}

/// `2:5 R020 message; help` for each finding.
std::vector<std::string> said(const ImportResult& result) {
  std::vector<std::string> out;
  for (const base::Diagnostic& d : result.diagnostics) {
    const auto place = d.spans.front().span.start();
    out.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " + d.code + " " +
                  d.message + (d.help.empty() ? "" : "; " + d.help));
  }
  return out;
}

std::string fact(const ImportResult& result, std::string_view id, std::optional<std::int32_t> year = {}) {
  if (result.subjects.empty()) return "no subject";
  const FactRecord* record = result.subjects.front().subject.fact(id, year, {2019, 9, 1});
  return record == nullptr ? "not supplied" : feel::to_text(record->value);
}

constexpr std::string_view kCode = "914403001922038216";
std::string one(std::string_view heading, std::string_view cell) {
  return "name;code;" + std::string(heading) + "\n甲;" + std::string(kCode) + ";" + std::string(cell) + "\n";
}

TEST(ImportCsv, ReadsWhatOfficesWrite) {
  EXPECT_EQ(fact(import(one("主营业务收入（2018）", "１,２００")), "revenue", 2018), "1200");
  EXPECT_EQ(fact(import(one("revenue 2018", "35,000,000元")), "revenue", 2018), "3500");
  EXPECT_EQ(fact(import(one("2018年主营业务收入", "1.2亿")), "revenue", 2018), "not supplied");
  EXPECT_EQ(fact(import(one("2018年度主营业务收入（元）", "12000")), "revenue", 2018), "1.2");
  EXPECT_EQ(fact(import(one("占比", "35％")), "share"), "35");
  EXPECT_EQ(fact(import(one("legal", "否")), "legal"), "false");
  EXPECT_EQ(fact(import(one("legal", "—")), "legal"), "not supplied") << "a dash is not a no";
  EXPECT_EQ(fact(import(one("规模", "大型")), "size"), "\"large\"");
  EXPECT_EQ(fact(import(one("事故", "无")), "accidents"), "[]");
  EXPECT_EQ(fact(import(one("事故", "\"2019-01-05|一般；2018/3/1|较大\"")), "accidents"),
            "[{occurred: 2019-01-05, level: \"一般\"}, {occurred: 2018-03-01, level: \"较大\"}]");
  for (const char* date : {"2019-9-1", "2019/09/01", "2019.9.1", "2019年9月1日", "20190901"})
    EXPECT_EQ(fact(import(one("成立日期", date)), "founded"), "2019-09-01") << date;
}

TEST(ImportCsv, ReadsOtherWordsForCodesAndForNone) {
  EXPECT_EQ(fact(import(one("规模", "大型(特大)")), "size"), "\"large\"");
  for (const char* none : {"无", "没有", "无记录", "暂无"})
    EXPECT_EQ(fact(import(one("事故", none)), "accidents"), "[]") << none;
  EXPECT_EQ(fact(import(one("事故", "无数据")), "accidents"), "not supplied");
}

TEST(ImportCsv, RefusesNumbersThatCannotBe) {
  EXPECT_EQ(fact(import(one("职工人数", "0")), "staff"), "0");
  EXPECT_THAT(said(import(one("职工人数", "-3"))),
              ElementsAre("2:22 R020 column 3 `职工人数`: `-3` is below `0`, the least that this can be"));
  EXPECT_THAT(
      said(import(one("成立日期", "43709"))),
      ElementsAre("2:22 R020 column 3 `成立日期`: `43709` is not a date but the serial number that Excel "
                  "keeps of 2019-09-01; if that day is meant, write `2019-09-01`"));
}

TEST(ImportCsv, ReportsEveryBadCellAndKeepsTheRow) {
  const ImportResult result = import(
      "名称,统一社会信用代码,成立日期,legal,revenue(2018),size\r\n"
      "\"甲\r\n公司\",914403001922038216,2019-02-30,maybe,\"1,20\",巨型\r\n"
      "乙,9144030071526726XG,去年,是,10t,大形\r\n");
  EXPECT_THAT(
      said(result),
      ElementsAre("3:24 R020 column 3 `成立日期`: there is no day `2019-02-30`",
                  "3:35 R020 column 4 `legal`: `maybe` is not yes or no; write `是` or `否`",
                  "3:41 R020 column 5 `revenue(2018)`: the thousands separators of `1,20` are misplaced",
                  "3:48 R020 column 6 `size`: `巨型` is not one of the codes; the codes are `大型`, `小型`",
                  "4:22 R020 column 3 `成立日期`: `去年` is not a date; write `2019-09-01`",
                  "4:27 R020 column 5 `revenue(2018)`: `10t` is in `t`, which cannot become `万元`",
                  "4:31 R020 column 6 `size`: `大形` is not one of the codes; the codes are `大型`, `小型`"));
  EXPECT_EQ(result.counts.read, 2U);
  EXPECT_EQ(result.counts.imported, 2U);
  EXPECT_EQ(result.counts.cells_rejected, 7U);
  EXPECT_EQ(result.subjects.front().subject.name, "甲 公司");
}

TEST(ImportCsv, SaysWhichFieldsOfRecordsAreUnknown) {
  const ImportResult result = import(one("事故", "2019-01-05|一般；|较大|2019-03-01；2019-02-01"));
  EXPECT_THAT(said(result),
              ElementsAre("2:22 R020 column 3 `事故`: `accidents[2].occurred` is not given and stays unknown",
                          "2:22 R020 column 3 `事故`: `accidents[3].level` is not given and stays unknown"));
  EXPECT_EQ(result.diagnostics.front().severity, base::Severity::Warning);
  EXPECT_EQ(result.counts.cells_rejected, 0U);
  EXPECT_EQ(fact(result, "accidents"),
            "[{occurred: 2019-01-05, level: \"一般\"}, {level: \"较大\", closed: 2019-03-01}, "
            "{occurred: 2019-02-01}]");
}

TEST(ImportCsv, WarnsOfAFoundingAfterTheLegalDate) {
  EXPECT_THAT(said(import(one("成立日期", "2019-09-12"))), ElementsAre());
  EXPECT_THAT(
      said(import(one("成立日期", "2019-09-13"))),
      ElementsAre("2:22 R020 column 3 `成立日期`: `2019-09-13` is after the legal date 2019-09-12, on "
                  "which it stays unknown"));
}

TEST(ImportCsv, TellsARelationThatIsStatedToBeNoneFromOneThatIsNot) {
  const auto parent = [](std::string_view cell) {
    const ImportResult result = import(one("母公司", cell));
    const auto& relations = result.subjects.front().subject.relations;
    const auto found = relations.find("parent");
    return found == relations.end() ? "not stated" : found->second.value_or("none");
  };
  EXPECT_EQ(parent(""), "not stated");
  EXPECT_EQ(parent("—"), "not stated");
  EXPECT_EQ(parent("无"), "none");
  EXPECT_EQ(parent("9144030071526726XG"), "9144030071526726XG");
}

TEST(ImportCsv, LeavesOutRowsThatAreWrongAndGoesOn) {
  const ImportResult result = import(
      "name,code,division\n"
      "甲,914403001922038216,淮北市\n"
      "乙,914403001922038217,340600\n"
      "丙,914403001922038216,\n"
      "丁,9144030071526726XG,340699\n"
      "戊,9144030071526726XG\n"
      ",9144030071526726XG,\n"
      "己,,\n"
      "庚,９144030071526726XG,\"\n");
  EXPECT_THAT(
      said(result),
      ElementsAre(
          "9:22 R002 the quoted field that begins here is never closed",
          "3:3 R011 column 2 `code`: the check digit of the credit code is wrong: it ends in `7`; the first "
          "17 "
          "characters ask for `6`; one of the 18 was mistyped",
          "4:1 R012 code `914403001922038216` is given twice",
          "5:22 R011 column 3 `division`: no division has the code `340699`; `340600` is 安徽省淮北市",
          "6:1 R010 the row has 2 cells where the headings are 3", "7:1 R011 the row has no name",
          "8:1 R011 the row has no code"));
  ASSERT_EQ(result.diagnostics[2].spans.size(), 2U);
  EXPECT_EQ(result.diagnostics[2].spans[1].span.start().line, 2U);
  EXPECT_EQ(result.subjects.size(), 1U);
  EXPECT_EQ(result.subjects.front().subject.division, "340600");
  EXPECT_EQ(result.counts.read, 8U);
  EXPECT_EQ(result.counts.rejected, 7U);
}

TEST(ImportCsv, ReportsColumns) {
  EXPECT_THAT(
      said(import("name,code,revenues(2018),founded,成立日期\n")),
      ElementsAre("1:11 R003 column 3 `revenues(2018)` is unknown and was left out; did you mean `revenue`?",
                  "1:34 R003 column 5 gives `成立日期` once more"));
  EXPECT_THAT(
      said(import("name,revenue\n")),
      ElementsAre("1:6 R003 column 2 `revenue` is unknown and was left out; it has a value for each year: "
                  "write `revenue(2018)`",
                  "1:1 R003 there is no column `code` (`统一社会信用代码`)"));
}

TEST(ImportCsv, RefusesWhatItCannotRead) {
  EXPECT_THAT(said(import("")), ElementsAre("1:1 R001 the file has no row of headings"));
  EXPECT_THAT(said(import("name\xff\xff,code")),
              ElementsAre("1:1 R001 the text is neither UTF-8 nor GB18030: it breaks off at byte 5"));
  EXPECT_THAT(said(import("name,code\n", {.bytes = 9})),
              ElementsAre("1:1 R001 the file has 10 bytes, more than the 9 that are read"));
  EXPECT_THAT(said(import("name,code\na,1\nb,2\n", {.rows = 1})),
              ElementsAre("1:1 R001 the file has more than the 1 rows that are read"));
}

TEST(OfficeText, KnowsTheEncodings) {
  const auto gb = decode_office_text("\xbb\xb4\xb1\xb1");
  ASSERT_TRUE(gb);
  EXPECT_EQ(gb->text, "淮北");
  EXPECT_EQ(gb->encoding, Encoding::Gb18030);
  EXPECT_EQ(decode_office_text("\xEF\xBB\xBF淮北")->text, "淮北");
  EXPECT_EQ(decode_office_text(std::string_view("\xFF\xFE\xee\x6d", 4))->text, "淮");
  EXPECT_EQ(decode_office_text(std::string_view("\xFE\xFF\x6d\xee", 4))->text, "淮");
}

RC_GTEST_PROP(Csv, ReadsBackWhatItWrites, ()) {
  const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(
          rc::gen::element<char>('a', ',', ';', '\t', '"', '\r', '\n', ' ')))));
  std::string text = "x,x,x,x,x,x,x,x,x\n";  // settles the separator
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + write_csv_field(row[i]);
    text += "\r\n";
  }
  const CsvTable table = read_csv(text);
  RC_ASSERT(table.errors.empty());
  RC_ASSERT(table.rows.size() == rows.size() + 1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    RC_ASSERT(table.rows[i + 1].cells.size() == rows[i].size());
    for (std::size_t j = 0; j < rows[i].size(); ++j) RC_ASSERT(table.rows[i + 1].cells[j].text == rows[i][j]);
  }
}

}  // namespace
}  // namespace qingheng::registry
