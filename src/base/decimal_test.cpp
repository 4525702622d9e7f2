// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <gtest/gtest.h>

namespace qingheng::base {
namespace {

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

TEST(Decimal, ReadsAndWritesPlainDigits) {
  EXPECT_EQ(dec("0.350").to_string(), "0.35");
  EXPECT_EQ(dec("-0").to_string(), "0");
  EXPECT_EQ(dec("2e7").to_string(), "20000000");
  EXPECT_EQ(dec("-.5").to_string(), "-0.5");
  EXPECT_EQ(dec("1e-3").to_string(), "0.001");
  EXPECT_FALSE(Decimal::parse("12x"));
  EXPECT_FALSE(Decimal::parse("1."));
  EXPECT_FALSE(Decimal::parse(""));
  EXPECT_FALSE(Decimal::parse("NaN"));
}

TEST(Decimal, IsExactWhereBinaryIsNot) {
  EXPECT_EQ(dec("0.1") + dec("0.2"), dec("0.3"));
  EXPECT_EQ((Decimal(1) / Decimal(3)).to_string(), "0.3333333333333333333333333333333333");
  EXPECT_EQ(dec("1.0"), Decimal(1));
  EXPECT_EQ(dec("1.0").hash(), Decimal(1).hash());
  EXPECT_LT(dec("34.99"), Decimal(35));
  EXPECT_FALSE((Decimal(1) / Decimal(0)).is_finite());
}

TEST(Decimal, SmallNumbersAgreeWithTheLibrary) {
  // Addition and comparison have an integer fast path; a wide operand forces the library's.
  const Decimal wide = dec("1000000000000000000000000000000000");
  EXPECT_EQ((dec("5") + wide) - wide, dec("5"));
  EXPECT_EQ(Decimal(-7) + Decimal(7), Decimal(0));
  EXPECT_LT(Decimal(-7), Decimal(-6));
  EXPECT_EQ(Decimal(INT64_MIN).to_string(), "-9223372036854775808");
  EXPECT_EQ((Decimal(INT64_MAX) + Decimal(INT64_MAX)).to_string(), "18446744073709551614");
}

TEST(Decimal, RoundsEachWay) {
  EXPECT_EQ(dec("2.5").rounded(0, Rounding::HalfEven), Decimal(2));
  EXPECT_EQ(dec("2.5").rounded(0, Rounding::HalfUp), Decimal(3));
  EXPECT_EQ(dec("2.5").rounded(0, Rounding::HalfDown), Decimal(2));
  EXPECT_EQ(dec("2.51").rounded(0, Rounding::HalfDown), Decimal(3));
  EXPECT_EQ(dec("-2.5").rounded(0, Rounding::HalfDown), Decimal(-2));
  EXPECT_EQ(dec("-1.2").rounded(0, Rounding::Up), Decimal(-2));
  EXPECT_EQ(dec("-1.2").floor(), Decimal(-2));
  EXPECT_EQ(dec("-1.8").ceiling(), Decimal(-1));
  EXPECT_EQ(dec("1234").rounded(-2, Rounding::HalfEven), Decimal(1200));
}

TEST(Decimal, ModuloFollowsTheDivisor) {
  EXPECT_EQ(Decimal(12).modulo(5), Decimal(2));
  EXPECT_EQ(Decimal(-12).modulo(5), Decimal(3));
  EXPECT_EQ(Decimal(12).modulo(-5), Decimal(-3));
  EXPECT_EQ(dec("10.1").modulo(dec("4.5")), dec("1.1"));
}

}  // namespace
}  // namespace qingheng::base
