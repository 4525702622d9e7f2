// SPDX-License-Identifier: Apache-2.0
#include "base/catalogue.hpp"

#include <gtest/gtest.h>

namespace qingheng::base {
namespace {

Catalogue catalogue() {
  auto read = Catalogue::parse(
      "# terms\n"
      "a number\t数\n"
      "\n"
      "unknown name `{}`\t没有名称 `{}`\n"
      "{}, not {}\t{}，而不是{}\n"
      "{} days before {}\t{2}前 {1} 天\n"
      "write `{id: 1}`\t写成 `{id: 1}`\n"
      "unknown {}\t未知的{}\n");
  return read.value();
}

TEST(Catalogue, PutsWhatStandsForAPlaceholderIntoTheTranslation) {
  EXPECT_EQ(catalogue().translate("unknown name `revenu`"), "没有名称 `revenu`");
  EXPECT_EQ(catalogue().translate("5 days before 2019-09-12"), "2019-09-12前 5 天");
  EXPECT_EQ(catalogue().translate("write `{id: 1}`"), "写成 `{id: 1}`");
}

TEST(Catalogue, TranslatesPartsButNotTheUsersText) {
  EXPECT_EQ(catalogue().translate("a number, not a number"), "数，而不是数");
  EXPECT_EQ(catalogue().translate("unknown name `a number`"), "没有名称 `a number`");
}

TEST(Catalogue, ReadsTermsThatHoldAWordOfThePattern) {
  const auto read = Catalogue::parse(
      "cannot add {} and {}\t{}与{}不能相加\ndate and time\t日期时间\nnumber\t数\ndate\t日期\n"
      "{} is wanted, not {}\t应为{}，而非{}\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->translate("cannot add date and time and number"), "日期时间与数不能相加");
  EXPECT_EQ(read->translate("cannot add number and date and time"), "数与日期时间不能相加");
  EXPECT_EQ(read->translate("cannot add this and that and more"), "this与that and more不能相加")
      << "without terms that fit, the first part is the shortest";
}

TEST(Catalogue, LeavesWhatItDoesNotKnow) {
  EXPECT_EQ(catalogue().translate("nothing of the kind"), "nothing of the kind");
  EXPECT_EQ(catalogue().find("unknown name `revenu"), "未知的name `revenu")
      << "the longer pattern does not fit";
  EXPECT_FALSE(catalogue().find("a numbers"));
  EXPECT_EQ(catalogue().translate("unknown name `a`, `b`"), "没有名称 `a`, `b`");
  EXPECT_EQ(catalogue().translate("unknown name `a`, and `b`"), "未知的name `a`, and `b`");
  EXPECT_FALSE(catalogue().find("unknown name `a\nb`")) << "several lines are no sentence";
}

TEST(Catalogue, AWrongLineIsNamed) {
  EXPECT_EQ(Catalogue::parse("a\tb\nonly one\n").error(),
            "line 2: a sentence, a tab and its translation are wanted");
}

}  // namespace
}  // namespace qingheng::base
