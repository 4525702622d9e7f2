// SPDX-License-Identifier: Apache-2.0
// Integer arithmetic against the library's, on numbers of every size, scale and sign.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/internal/intel_decimal.hpp"

namespace qingheng::base {
namespace {

using Binary = BID_UINT128 (*)(BID_UINT128, BID_UINT128, _IDEC_round, _IDEC_flags*);

Decimal by_library(Binary operation, Decimal a, Decimal b) {
  return with_flags([&](_IDEC_flags* flags) {
    return operation(DecimalCodec::to(a), DecimalCodec::to(b), kHalfEven, flags);
  });
}

std::partial_ordering order_by_library(Decimal a, Decimal b) {
  _IDEC_flags flags = 0;
  if (bid128_quiet_less(DecimalCodec::to(a), DecimalCodec::to(b), &flags) != 0)
    return std::partial_ordering::less;
  if (bid128_quiet_greater(DecimalCodec::to(a), DecimalCodec::to(b), &flags) != 0) {
    return std::partial_ordering::greater;
  }
  const bool equal = bid128_quiet_equal(DecimalCodec::to(a), DecimalCodec::to(b), &flags) != 0;
  return equal ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

/// The same number or both without one; the scale may differ.
bool same(Decimal a, Decimal b) {
  if (!a.is_finite() || !b.is_finite()) return a.is_finite() == b.is_finite();
  return order_by_library(a, b) == 0 && a.to_string() == b.to_string();
}

std::int64_t coefficient() {
  const int digits = *rc::gen::inRange(0, 19);
  std::int64_t limit = 1;
  for (int at = 0; at < digits; ++at) limit *= 10;
  const auto size = *rc::gen::inRange<std::int64_t>(0, limit + 1);
  return *rc::gen::arbitrary<bool>() ? size : -size;
}

Decimal number() {
  const auto scale = *rc::gen::weightedOneOf<int>(
      {{6, rc::gen::inRange(-4, 5)}, {3, rc::gen::inRange(-40, 41)}, {1, rc::gen::inRange(-6200, 6150)}});
  const Decimal value = Decimal::scaled(coefficient(), scale);
  const auto kind = *rc::gen::inRange(0, 8);
  // Another cohort of the same number, and coefficients past 64 bits.
  if (kind == 0) return value.rounded(*rc::gen::inRange(0, 30), Rounding::HalfEven);
  if (kind == 1) return by_library(bid128_div, value, Decimal(7));
  return value.is_finite() ? value : Decimal(0);
}

TEST(DecimalExact, ArithmeticIsTheLibrarys) {
  EXPECT_TRUE(rc::check([] {
    const Decimal a = number();
    const Decimal b = number();
    RC_ASSERT(same(a + b, by_library(bid128_add, a, b)));
    RC_ASSERT(same(a - b, by_library(bid128_sub, a, b)));
    RC_ASSERT(same(a * b, by_library(bid128_mul, a, b)));
    RC_ASSERT(same(a / b, by_library(bid128_div, a, b)));
    RC_ASSERT((a <=> b) == order_by_library(a, b));
    RC_ASSERT(a.is_zero() == (order_by_library(a, Decimal(0)) == 0));
  }));
}

TEST(DecimalExact, QuotientsStandToALimitAsWhenTheyAreRounded) {
  EXPECT_TRUE(rc::check([] {
    const Decimal a = number();
    const Decimal b = number();
    const Decimal quotient = by_library(bid128_div, a, b);
    // The quotient itself, its neighbours and short numbers near it are where rounding could tell.
    const std::vector<Decimal> limits{number(), quotient, quotient.rounded(2, Rounding::HalfUp),
                                      quotient + Decimal::scaled(1, *rc::gen::inRange(-34, 3))};
    for (const Decimal limit : limits) {
      const auto expected =
          quotient.is_finite() ? order_by_library(quotient, limit) : std::partial_ordering::unordered;
      RC_ASSERT(Decimal::order_of_quotient(a, b, limit) == expected);
    }
  }));
}

TEST(DecimalExact, DivisionRoundsTheThirtyFourthDigitToEven) {
  const auto dec = [](std::string_view text) { return Decimal::parse(text).value(); };
  EXPECT_EQ((Decimal(2) / Decimal(3)).to_string(), "0.6666666666666666666666666666666667");
  EXPECT_EQ((Decimal(-1) / Decimal(7)).to_string(), "-0.1428571428571428571428571428571429");
  EXPECT_EQ((Decimal(1) / Decimal(8)).to_string(), "0.125");
  EXPECT_EQ((dec("0.03") / dec("0.01")).to_string(), "3");
  EXPECT_EQ((dec("4611686018427387903") / dec("0.3")).to_string(), "15372286728091293010");
  EXPECT_TRUE(Decimal::order_of_quotient(1, 3, dec("0.3333333333333333333333333333333333")) == 0);
  EXPECT_TRUE(Decimal::order_of_quotient(1, 3, dec("0.333333333333333333333333333333333")) > 0);
  EXPECT_TRUE(Decimal::order_of_quotient(1, 0, 1) == std::partial_ordering::unordered);
}

}  // namespace
}  // namespace qingheng::base
