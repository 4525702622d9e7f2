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

TEST(Bounds, LeaveOutNumbersWithoutABoundAndThoseThatSayWhatCounts) {
  EXPECT_EQ(shown("共20条，得分60分以上（不含60分）"), "");
}

TEST(Bounds, FindLookbacks) {
  const std::string_view prose = "近三年无事故，近2个完整年盈利，附近年产";
  std::vector<std::string_view> found;
  for (const Phrase& phrase : lookbacks_in(prose))
    found.push_back(prose.substr(phrase.begin, phrase.end - phrase.begin));
  EXPECT_EQ(found, (std::vector<std::string_view>{"近三年", "近2个完整年"}));
}

}  // namespace
}  // namespace qingheng::policy::compile
