// SPDX-License-Identifier: Apache-2.0
#include "policy/text/address.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy::text {
namespace {

using Kind = HeadingNumber::Kind;

TEST(Address, NumeralsUpToThousands) {
  EXPECT_EQ(read_numeral("五"), 5U);
  EXPECT_EQ(read_numeral("十"), 10U);
  EXPECT_EQ(read_numeral("十三"), 13U);
  EXPECT_EQ(read_numeral("二十"), 20U);
  EXPECT_EQ(read_numeral("一百零五"), 105U);
  EXPECT_EQ(read_numeral("一百一十"), 110U);
  EXPECT_EQ(read_numeral("一千二百六十"), 1260U);
  EXPECT_EQ(read_numeral("两千零一"), 2001U);
  EXPECT_EQ(read_numeral("１２"), 12U);
}

TEST(Address, WhatIsNoNumeralIsRefused) {
  for (const char* text : {"", "零", "十百", "一二", "百千", "五五十", "0", "12345", "零十", "1十"})
    EXPECT_EQ(read_numeral(text), std::nullopt) << text;
}

struct Example {
  const char* heading;
  Kind kind;
  const char* part;
};

TEST(Address, HeadingsOfEveryForm) {
  const Example examples[] = {
      {"第五条 条件", Kind::Article, "第五条"},
      {"第 十三 条", Kind::Article, "第十三条"},
      {"第五条之一", Kind::Article, "第五条之一"},
      {"第二款", Kind::Below, "第二款"},
      {"第三项 材料", Kind::Below, "第三项"},
      {"第二章 申报", Kind::None, ""},
      {"第一节", Kind::None, ""},
      {"第一部分 总则", Kind::None, ""},
      {"一、总体要求", Kind::Article, "一"},
      {"（四）节能", Kind::Below, "（四）"},
      {"(四) 节能", Kind::Below, "（四）"},
      {"1. 范围", Kind::Below, "1"},
      {"１．范围", Kind::Below, "1"},
      {"1、范围", Kind::Below, "1"},
      {"1.5 倍", Kind::None, ""},
      {"附件1", Kind::Attachment, "附件1"},
      {"附件 2：指标表", Kind::Attachment, "附件2"},
      {"附件", Kind::Attachment, "附件"},
      {"附件说明", Kind::None, ""},
      {"一种方法", Kind::None, ""},
      {"总则 {#preamble}", Kind::ByHand, "preamble"},
  };
  for (const Example& example : examples) {
    const HeadingNumber number = read_heading(example.heading);
    EXPECT_EQ(number.kind, example.kind) << example.heading;
    EXPECT_EQ(number.part, example.part) << example.heading;
  }
}

TEST(Address, AnAddressByHandIsNoPartOfTheHeading) {
  EXPECT_EQ(read_heading("总则  {#preamble} ").heading, "总则");
  EXPECT_EQ(read_heading("第五条 条件").heading, "第五条 条件");
}

}  // namespace
}  // namespace qingheng::policy::text
