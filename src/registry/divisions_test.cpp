// SPDX-License-Identifier: Apache-2.0
#include "registry/divisions.hpp"

#include <fstream>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qingheng::registry {
namespace {

using testing::IsNull;

const Divisions& committed() {
  static const Divisions divisions = [] {
    std::ifstream file(QINGHENG_SOURCE_DIR "/data/divisions.tsv");
    std::ostringstream text;
    text << file.rdbuf();
    auto parsed = Divisions::parse(text.str());
    EXPECT_TRUE(parsed) << parsed.error();
    return parsed ? *std::move(parsed) : Divisions{};
  }();
  return divisions;
}

std::string class_of(std::string_view code) {
  const Division* found = committed().find(code);
  return found == nullptr ? "unknown" : std::string(name_of(found->division_class));
}

std::string said(const std::expected<const Division*, DivisionError>& result) {
  if (result) return (*result)->code;
  return result.error().message + (result.error().help.empty() ? "" : "; " + result.error().help);
}

TEST(Divisions, HoldTheWholeTable) {
  std::map<std::string_view, int> levels;
  std::map<std::string_view, int> classes;
  for (const Division& division : committed().all()) {
    ++levels[name_of(division.level)];
    ++classes[name_of(division.division_class)];
    EXPECT_EQ(division.level == DivisionLevel::Province, committed().parent(division.code) == nullptr)
        << division.code;
  }
  EXPECT_EQ(levels["province"], 35) << "34 of the country and the corps";
  EXPECT_EQ(levels["city"], 342);
  EXPECT_EQ(classes["municipality"], 4);
  EXPECT_EQ(classes["autonomous region"], 5);
  EXPECT_EQ(classes["province"], 23);
  EXPECT_EQ(classes["special administrative region"], 2);
  EXPECT_EQ(classes["sub-provincial"] + classes["separately planned"], 15);
  EXPECT_EQ(classes["separately planned"], 5);
  EXPECT_EQ(classes["autonomous prefecture"], 30);
  EXPECT_EQ(classes["sub-provincial"] + classes["separately planned"] + classes["prefecture"] +
                classes["autonomous prefecture"],
            333);
  EXPECT_EQ(classes["autonomous county"], 120) << "117 counties and three banners";
}

TEST(Divisions, KnowWhatEachPlaceIs) {
  EXPECT_EQ(class_of("110000"), "municipality");
  EXPECT_EQ(class_of("640000"), "autonomous region");
  EXPECT_EQ(class_of("660000"), "corps");
  EXPECT_EQ(class_of("370100"), "sub-provincial");
  EXPECT_EQ(class_of("370200"), "separately planned");
  EXPECT_EQ(class_of("440300"), "separately planned");
  EXPECT_EQ(class_of("340600"), "prefecture");
  EXPECT_EQ(class_of("222400"), "autonomous prefecture");
  EXPECT_EQ(class_of("340602"), "district");
  EXPECT_EQ(class_of("340621"), "county");
  EXPECT_EQ(class_of("370214"), "district");
  EXPECT_EQ(class_of("330281"), "county-level city");
  EXPECT_EQ(class_of("429004"), "county-level city");
  EXPECT_EQ(class_of("429021"), "district");
  EXPECT_EQ(class_of("150722"), "autonomous county");
  EXPECT_EQ(class_of("610102"), "district") << "新城区 is a district by that name";
  EXPECT_EQ(class_of("340176"), "zone");
  EXPECT_EQ(class_of("500200"), "layer");
  EXPECT_EQ(class_of("999999"), "unknown");
}

TEST(Divisions, PassOverRungsWithoutAuthority) {
  EXPECT_EQ(committed().parent("110101")->code, "110000");
  EXPECT_EQ(committed().parent("500229")->name, "重庆市");
  EXPECT_EQ(committed().parent("469001")->name, "海南省");
  EXPECT_EQ(committed().parent("659001")->name, "新疆维吾尔自治区");
  EXPECT_EQ(committed().parent("340621")->name, "淮北市");
  EXPECT_EQ(committed().parent("810001")->name, "香港特别行政区");
  EXPECT_THAT(committed().parent("660000"), IsNull());
  EXPECT_THAT(committed().parent("123456"), IsNull());
}

TEST(Divisions, LieWithinThemselvesAndWhatIsAbove) {
  const Divisions& divisions = committed();
  EXPECT_TRUE(divisions.within("340602", "340600"));
  EXPECT_TRUE(divisions.within("340602", "340000"));
  EXPECT_TRUE(divisions.within("340600", "340600"));
  EXPECT_TRUE(divisions.within("500229", "500000"));
  EXPECT_FALSE(divisions.within("340600", "340602"));
  EXPECT_FALSE(divisions.within("340602", "340100"));
  EXPECT_FALSE(divisions.within("660000", "650000")) << "the corps stands beside the region";
  EXPECT_FALSE(divisions.within("340602", "3406")) << "not a code";
  EXPECT_FALSE(divisions.within("000000", "000000"));
}

TEST(Divisions, AreReadByCodeOrName) {
  const Divisions& divisions = committed();
  EXPECT_EQ(said(divisions.read("３４０６００")), "340600");
  EXPECT_EQ(said(divisions.read("淮北市")), "340600");
  EXPECT_EQ(said(divisions.read("安徽省 淮北市 相山区")), "340603");
  EXPECT_EQ(said(divisions.read("淮北市相山区")), "340603");
  EXPECT_EQ(said(divisions.read("相山区")), "340603");
  EXPECT_EQ(said(divisions.read("340603001002")), "340603") << "the statistical code of a village";
  EXPECT_EQ(said(divisions.read("3406030010")), "`3406030010` is no division code: six digits are needed");
  EXPECT_EQ(said(divisions.read("东莞市")), "441900");
  EXPECT_EQ(said(divisions.read("嘉峪关市")), "620200");
  EXPECT_EQ(said(divisions.read("重庆市巫山县")), "500237");
  EXPECT_EQ(said(divisions.read("朝阳区")),
            "several divisions are named `朝阳区`; give the code: `110105` 北京市朝阳区, `220104` "
            "吉林省长春市朝阳区");
  EXPECT_EQ(said(divisions.read("淮北")), "no division is named `淮北`");
  EXPECT_EQ(said(divisions.read("")), "no division is named ``");
}

TEST(Divisions, SayWhyACodeIsNone) {
  const Divisions& divisions = committed();
  EXPECT_EQ(said(divisions.resolve("3406")), "`3406` is no division code: six digits are needed");
  EXPECT_EQ(said(divisions.resolve("371202")),
            "division code `371202` (莱城区) was abolished; its place is now `370116` (莱芜区)");
  EXPECT_EQ(said(divisions.resolve("410381")),
            "division code `410381` (偃师市) was abolished; its place is now `410307` (偃师区)");
  EXPECT_EQ(said(divisions.resolve("340699")), "no division has the code `340699`; `340600` is 安徽省淮北市");
  EXPECT_EQ(said(divisions.resolve("349900")), "no division has the code `349900`; `340000` is 安徽省");
  EXPECT_EQ(said(divisions.resolve("990000")), "no division has the code `990000`");
}

TEST(Divisions, NameFromTheTopDown) {
  EXPECT_EQ(committed().full_name("340603"), "安徽省淮北市相山区");
  EXPECT_EQ(committed().full_name("110108"), "北京市海淀区");
  EXPECT_EQ(committed().full_name("1"), "");
}

TEST(Divisions, RefuseATableThatIsWrong) {
  const auto error = [](std::string_view lines) {
    const auto parsed = Divisions::parse("code\tname\tlevel\tclass\n" + std::string(lines));
    return parsed ? std::string("accepted") : parsed.error();
  };
  EXPECT_EQ(error("340000\t安徽省\tprovince\tprovince\r\n"), "accepted");
  EXPECT_EQ(error("34\t安徽省\tprovince\tprovince\n"),
            "line 2: not a code of six digits, a name, a level and a class");
  EXPECT_EQ(error("340000\t安徽省\tprovince\n"),
            "line 2: not a code of six digits, a name, a level and a class");
  EXPECT_EQ(error("340000\t安徽省\tstate\tprovince\n"), "line 2: unknown level `state` or class `province`");
  EXPECT_EQ(error("340600\t淮北市\tcity\tprefecture\n"), "`340600` 淮北市 has no division above it");
  EXPECT_EQ(error("340000\t安徽省\tprovince\tprovince\n340000\t安徽省\tprovince\tprovince\n"),
            "line 3: `340000` is not in the order of the codes");
}

}  // namespace
}  // namespace qingheng::registry
