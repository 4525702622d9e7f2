// SPDX-License-Identifier: Apache-2.0
#include "registry/credit_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace qingheng::registry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string why(std::string_view text) {
  const auto read = read_credit_code(text);
  if (read) return "valid";
  return read.error().message + (read.error().help.empty() ? "" : "; " + read.error().help);
}

TEST(CreditCode, AcceptsCodesOfWellKnownCompanies) {
  for (const char* code :
       {"914403001922038216", "9144030071526726XG", "91330100799655058B", "91440300192317458F",
        "91110108551385082Q", "91110000710926094P", "91110000710925462X", "91310000631696382C",
        "91440400192548256N", "91440606722473344C", "91440300192181490G", "91350900587527783P",
        "91100000100003962T", "911100001000044477"}) {
    const auto read = read_credit_code(code);
    ASSERT_TRUE(read) << code << ": " << read.error().message;
    EXPECT_EQ(read->code, code);
    EXPECT_THAT(read->notes, IsEmpty()) << code;
  }
}

TEST(CreditCode, SaysWhatIsWrong) {
  EXPECT_EQ(why(""), "a credit code has 18 characters, not 0");
  EXPECT_EQ(why("9144030019220382"), "a credit code has 18 characters, not 16");
  EXPECT_EQ(why("9144030019220382１６7"), "a credit code has 18 characters, not 19");
  EXPECT_EQ(why("9144O3001922038216"), "character 5 of a credit code cannot be `O`; perhaps `0` is meant");
  EXPECT_EQ(
      why("914403001922038V16"),
      "character 16 of a credit code cannot be `V`; a credit code has digits and capital letters without "
      "I, O, S, V and Z");
  EXPECT_EQ(
      why("91440300192203821六"),
      "character 18 of a credit code cannot be `六`; a credit code has digits and capital letters without "
      "I, O, S, V and Z");
  EXPECT_EQ(why("9144A3001922038216"),
            "character 5 of a credit code cannot be `A`; characters 3 to 8 are the division code of the "
            "registering authority, six digits");
  EXPECT_EQ(
      why("91350211M000100Y43"),
      "the check digit of the credit code is wrong: it ends in `3`; the first 17 characters ask for `6`; "
      "one of the 18 was mistyped");
  EXPECT_EQ(read_credit_code("9144O3001922038216").error().position, 5U);
  EXPECT_EQ(read_credit_code("\xff").error().kind, CreditCodeError::Kind::Length);
}

TEST(CreditCode, PutsTheWritingRightWithANote) {
  const auto read = read_credit_code(" ９1440300-71526726xg ");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->code, "9144030071526726XG");
  EXPECT_THAT(read->notes, ElementsAre("written in full-width characters", "written in lower case",
                                       "written with spaces or hyphens"));
}

TEST(CreditCode, OnlyNotesAnOrganisationCodeThatIsWrong) {
  const std::string first = "91340600MA2N00002";  // GB 11714 asks for 1
  const auto check = credit_code_check(first);
  ASSERT_TRUE(check);
  const auto right = organisation_code_check("MA2N0000");
  ASSERT_TRUE(right);
  ASSERT_EQ(*right, '1');
  const auto read = read_credit_code(first + *check);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_THAT(read->notes,
              ElementsAre(std::string("the organisation code inside it ends in `2` where GB 11714 "
                                      "asks for `") +
                          *right + "`"));
}

TEST(CreditCode, IsBuiltFromParts) {
  EXPECT_EQ(build_credit_code({.place = "440300", .subject = "19220382"}), "914403001922038216");
  EXPECT_EQ(build_credit_code({.place = "44030", .subject = "19220382"}), std::nullopt);
  EXPECT_EQ(build_credit_code({.place = "44030A", .subject = "19220382"}), std::nullopt);
  EXPECT_EQ(build_credit_code({.place = "440300", .subject = "1922038"}), std::nullopt);
  EXPECT_EQ(build_credit_code({.place = "440300", .subject = "1922038O"}), std::nullopt);
  EXPECT_EQ(build_credit_code({.authority = 'O', .place = "440300", .subject = "19220382"}), std::nullopt);
}

std::string generated_code() {
  static constexpr std::string_view kLegal = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::string place;
  std::string subject;
  for (int i = 0; i < 6; ++i) place += static_cast<char>('0' + *rc::gen::inRange(0, 10));
  for (int i = 0; i < 8; ++i) subject += kLegal[*rc::gen::inRange<std::size_t>(0, kLegal.size())];
  return build_credit_code({.place = place, .subject = subject}).value_or("");
}

RC_GTEST_PROP(CreditCodeProperty, WhatIsBuiltIsValidWithoutNotes, ()) {
  const std::string code = generated_code();
  const auto read = read_credit_code(code);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->code == code);
  RC_ASSERT(read->notes.empty());
}

RC_GTEST_PROP(CreditCodeProperty, AnySingleMistypedDigitIsFound, ()) {
  static constexpr std::string_view kLegal = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::string code = generated_code();
  const std::size_t at = *rc::gen::inRange<std::size_t>(0, 18);
  const char other = kLegal[*rc::gen::inRange<std::size_t>(0, kLegal.size())];
  RC_PRE(other != code[at]);
  code[at] = other;
  RC_ASSERT(!read_credit_code(code).has_value());
}

}  // namespace
}  // namespace qingheng::registry
