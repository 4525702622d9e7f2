// SPDX-License-Identifier: Apache-2.0
// Arithmetic and order of decimals by integers, where integers are exact; the library has the rest. A number
// of up to 62 bits (18 digits) with a scale is what facts and thresholds are made of.
#include <array>

#include "base/internal/intel_decimal.hpp"

namespace qingheng::base {

namespace {

using Wide = __int128;
using Unsigned = unsigned __int128;

constexpr int kMostPowers = 18;
constexpr std::array<std::int64_t, kMostPowers + 1> kPowers = [] {
  std::array<std::int64_t, kMostPowers + 1> powers{1};
  for (std::size_t at = 1; at < powers.size(); ++at) powers[at] = powers[at - 1] * 10;
  return powers;
}();
constexpr int kBias = 6176;
constexpr int kMostExponent = 12287;
constexpr int kDigits = 34;
constexpr Unsigned kPower17 = 100'000'000'000'000'000;
constexpr Unsigned kPower33 = kPower17 * 10'000'000'000'000'000;
constexpr Unsigned kPower34 = kPower33 * 10;

bool is_exponent(int biased) { return biased >= 0 && biased <= kMostExponent; }

int digits_of(std::uint64_t coefficient) {
  int digits = 1;
  while (digits <= kMostPowers &&
         coefficient >= static_cast<std::uint64_t>(kPowers[static_cast<std::size_t>(digits)])) {
    ++digits;
  }
  return digits;
}

std::int64_t power_of_ten(int exponent) { return kPowers[static_cast<std::size_t>(exponent)]; }

}  // namespace

/// A number whose coefficient fits 62 bits, taken apart.
struct DecimalParts {
  std::int64_t coefficient;
  int exponent;  // biased

  explicit DecimalParts(Decimal value) noexcept
      : coefficient(value.small_coefficient()), exponent(static_cast<int>((value.high_ >> 49) & 0x3fff)) {}

  static bool fit(Decimal a, Decimal b) noexcept { return a.is_small() && b.is_small(); }

  /// Below 10^34 in size, at an exponent that is one.
  static Decimal joined(Wide coefficient, int exponent) noexcept {
    const auto size = static_cast<Unsigned>(coefficient < 0 ? -coefficient : coefficient);
    const auto high = static_cast<std::uint64_t>(size >> 64) | (static_cast<std::uint64_t>(exponent) << 49);
    return Decimal::from_words(static_cast<std::uint64_t>(size),
                               high | (coefficient < 0 ? Decimal::kSign : 0));
  }
};

namespace {

bool is_within(Wide value, Unsigned limit) {
  return static_cast<Unsigned>(value < 0 ? -value : value) < limit;
}

/// Both at the smaller exponent of the two; false when that takes more than 128 bits.
bool align(const DecimalParts& a, const DecimalParts& b, Wide& left, Wide& right) {
  const int apart = a.exponent - b.exponent;
  if (apart > kMostPowers || apart < -kMostPowers) return false;
  left = apart > 0 ? Wide{a.coefficient} * power_of_ten(apart) : Wide{a.coefficient};
  right = apart < 0 ? Wide{b.coefficient} * power_of_ten(-apart) : Wide{b.coefficient};
  return true;
}

/// Long division, eighteen digits at a time, to 34 digits and the remainder that rounds them. Coefficients
/// are positive; `exponent` is that of the quotient of the two as whole numbers.
std::optional<Decimal> long_division(std::uint64_t dividend, std::uint64_t divisor, bool negative,
                                     int exponent) {
  const int apart = digits_of(dividend) - digits_of(divisor);
  const Unsigned left =
      apart < 0 ? Unsigned{dividend} * static_cast<Unsigned>(power_of_ten(-apart)) : dividend;
  const Unsigned right = apart > 0 ? Unsigned{divisor} * static_cast<Unsigned>(power_of_ten(apart)) : divisor;
  int wanted = kDigits - 1 - (left >= right ? apart : apart - 1);
  Unsigned quotient = dividend / divisor;
  std::uint64_t rest = dividend % divisor;
  while (wanted > 0 && rest != 0) {
    const int chunk = std::min(wanted, kMostPowers);
    const Unsigned carried = Unsigned{rest} * static_cast<Unsigned>(power_of_ten(chunk));
    quotient = quotient * static_cast<Unsigned>(power_of_ten(chunk)) + carried / divisor;
    rest = static_cast<std::uint64_t>(carried % divisor);
    wanted -= chunk;
    exponent -= chunk;
  }
  const Unsigned twice = Unsigned{rest} * 2;
  if (twice > divisor || (twice == divisor && (quotient & 1U) != 0)) ++quotient;
  if (quotient == kPower34) {
    quotient = kPower33;
    ++exponent;
  }
  if (!is_exponent(exponent)) return std::nullopt;
  const auto coefficient = static_cast<Wide>(quotient);
  return DecimalParts::joined(negative ? -coefficient : coefficient, exponent);
}

}  // namespace

Decimal operator+(Decimal a, Decimal b) noexcept {
  if (DecimalParts::fit(a, b)) {
    const DecimalParts first(a);
    const DecimalParts second(b);
    Wide left = 0;
    Wide right = 0;
    if (align(first, second, left, right) && is_within(left + right, kPower34)) {
      return DecimalParts::joined(left + right, std::min(first.exponent, second.exponent));
    }
  }
  return with_flags([&](_IDEC_flags* flags) {
    return bid128_add(DecimalCodec::to(a), DecimalCodec::to(b), kHalfEven, flags);
  });
}

Decimal operator*(Decimal a, Decimal b) noexcept {
  if (DecimalParts::fit(a, b)) {
    const DecimalParts first(a);
    const DecimalParts second(b);
    const Wide product = Wide{first.coefficient} * second.coefficient;
    const int exponent = first.exponent + second.exponent - kBias;
    if (is_within(product, kPower34) && is_exponent(exponent)) return DecimalParts::joined(product, exponent);
  }
  return with_flags([&](_IDEC_flags* flags) {
    return bid128_mul(DecimalCodec::to(a), DecimalCodec::to(b), kHalfEven, flags);
  });
}

Decimal operator/(Decimal a, Decimal b) noexcept {
  if (DecimalParts::fit(a, b)) {
    const DecimalParts first(a);
    const DecimalParts second(b);
    const bool negative = (first.coefficient < 0) != (second.coefficient < 0);
    const auto size = [](std::int64_t value) {
      return static_cast<std::uint64_t>(value < 0 ? -value : value);
    };
    if (first.coefficient != 0 && second.coefficient != 0) {
      const auto quotient = long_division(size(first.coefficient), size(second.coefficient), negative,
                                          first.exponent - second.exponent + kBias);
      if (quotient) return *quotient;
    }
  }
  return with_flags([&](_IDEC_flags* flags) {
    return bid128_div(DecimalCodec::to(a), DecimalCodec::to(b), kHalfEven, flags);
  });
}

std::partial_ordering Decimal::order_apart(Decimal a, Decimal b) noexcept {
  if (DecimalParts::fit(a, b)) {
    Wide left = 0;
    Wide right = 0;
    if (align(DecimalParts(a), DecimalParts(b), left, right)) return left <=> right;
  }
  _IDEC_flags flags = 0;
  const BID_UINT128 left = DecimalCodec::to(a);
  const BID_UINT128 right = DecimalCodec::to(b);
  if (bid128_quiet_equal(left, right, &flags) != 0) return std::partial_ordering::equivalent;
  if (bid128_quiet_less(left, right, &flags) != 0) return std::partial_ordering::less;
  if (bid128_quiet_greater(left, right, &flags) != 0) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

// With A and K the whole numbers for which dividend ÷ divisor : limit = A : K, the quotient misses the limit
// by at least 1/max(A, K) of its size, and rounding to 34 digits moves it by at most half of 10^-33. So up to
// A, K = 10^33 the rounded quotient stands to the limit as A stands to K.
std::partial_ordering Decimal::order_of_quotient(Decimal dividend, Decimal divisor, Decimal limit) noexcept {
  constexpr int kFarthest = 1000;  // far from where exponents end
  if (fit_quotient(dividend, divisor, limit)) {
    const DecimalParts first(dividend);
    const DecimalParts second(divisor);
    const DecimalParts third(limit);
    const int quotient = first.exponent - second.exponent;
    const int apart = quotient - (third.exponent - kBias);
    auto left = static_cast<Unsigned>(first.coefficient);
    auto right = static_cast<Unsigned>(third.coefficient) * static_cast<Unsigned>(second.coefficient);
    const bool near =
        apart <= kMostPowers && apart >= -kMostPowers && quotient < kFarthest && quotient > -kFarthest;
    if (near && (apart >= 0 || (right >> 64) == 0)) {
      if (apart > 0) left *= static_cast<Unsigned>(power_of_ten(apart));
      if (apart < 0) right *= static_cast<Unsigned>(power_of_ten(-apart));
      if (left <= kPower33 && right <= kPower33) return left <=> right;
    }
  }
  const Decimal rounded = dividend / divisor;
  return rounded.is_finite() ? rounded <=> limit : std::partial_ordering::unordered;
}

}  // namespace qingheng::base
