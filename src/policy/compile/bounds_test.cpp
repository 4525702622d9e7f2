// SPDX-License-Identifier: Apache-2.0
#include "policy/compile/bounds.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy::compile {
namespace {

std::string shown(std::string_view prose) {
  std::string all;
  for (const Bound& bound : bounds_in(prose)) {
    all += prose.substr(bound.begin, bound.end - bound.begin);
    all += bound.cut == Cut::BelowTheNumber ? " >=" : " >";
    for (const base::Decimal value : bound.values) all += " " + value.to_string();
    all += ";";
  }
  return all;
}

TEST(Bounds, TellInclusiveWordsFromExclusiveOnes) {
  EXPECT_EQ(shown("占比35%以上"), "35%以上 >= 35 0.35;");
  EXPECT_EQ(shown("不低于二十家，超过100万元"), "不低于二十 >= 20;超过100万 > 100 1000000;");
  EXPECT_EQ(shown("不超过1.5倍；3个月以内"), "不超过1.5 > 1.5;3个月以内 > 3;");
  EXPECT_EQ(shown("不满一百零五人"), "不满一百零五 >= 105;");
}

TEST(Bounds, MultiplyHundredMillionsAndThousandsOut) {
  EXPECT_EQ(shown("不低于1亿元"), "不低于1亿 >= 1 10000 100000000;");
  EXPECT_EQ(shown("不超过5千万元"), "不超过5千万 > 5 5000 50000000;");
  EXPECT_EQ(shown("超过2万亿元"), "超过2万亿 > 2 20000 200000000 2000000000000;");
}

TEST(Bounds, ReadNumbersAsOfficesWriteThem) {
  EXPECT_EQ(shown("占比30%（含）以上"), "30%（含）以上 >= 30 0.3;");
  EXPECT_EQ(shown("职工20人(含20人)以上"), "20人(含20人)以上 >= 20;");
  EXPECT_EQ(shown("职工20人（含）以下"), "20人（含）以下 > 20;");
  EXPECT_EQ(shown("２０．５人以上"), "２０．５人以上 >= 20.5;");
  EXPECT_EQ(shown("1,000人以上，1,234,567元以下"), "1,000人以上 >= 1000;1,234,567元以下 > 1234567;");
  EXPECT_EQ(shown("分20,1000人以上"), "1000人以上 >= 1000;");
  EXPECT_EQ(shown("占比百分之三十以上"), "百分之三十以上 >= 30 0.3;");
  EXPECT_EQ(shown("职工达到二十人"), "达到二十 >= 20;");
}

TEST(Bounds, KnowWhereTheUnitStands) {
  const std::vector<Bound> bounds = bounds_in("收入100万元以上");
  ASSERT_EQ(bounds.size(), 1U);
  EXPECT_EQ(bounds.front().units, (std::vector<std::string>{"万元以上", "元以上"}));
}

TEST(Bounds, LeaveOutNumbersWithoutABoundAndThoseThatSayWhatCounts) {
  EXPECT_EQ(shown("共20条，得分60分以上（不含60分）"), "");
}

TEST(Bounds, FindLookbacks) {
  const std::string_view prose = "近三年无事故，近2个完整年盈利，附近年产，近六个月达标";
  std::vector<std::string> found;
  for (const Phrase& phrase : lookbacks_in(prose))
    found.push_back(std::string(prose.substr(phrase.begin, phrase.end - phrase.begin)) + " " +
                    std::to_string(phrase.months));
  EXPECT_EQ(found, (std::vector<std::string>{"近三年 36", "近2个完整年 24", "近六个月 6"}));
}

}  // namespace
}  // namespace qingheng::policy::compile
