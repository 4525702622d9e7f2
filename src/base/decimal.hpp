// SPDX-License-Identifier: Apache-2.0
// Exact decimal numbers: IEEE 754-2008 decimal128 (34 digits, half-even), the number of FEEL (DMN 1.5
// §10.3.2.3.1).
//
//   auto share = *Decimal::parse("0.35");
//   Decimal limit = Decimal(35) / Decimal(100);   // share == limit
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qingheng::base {

/// How a result that does not fit is cut to a scale or to an integer.
enum class Rounding : std::uint8_t { HalfEven, Down, Up, Floor, Ceiling, HalfUp, HalfDown };

/// A decimal128 number in Intel's binary encoding (BID), 16 bytes, trivially copyable.
/// Arithmetic that overflows or has no result yields a non-finite value: ask `is_finite()` and turn it into
/// null.
/// `==`, `<=>` and `hash` compare the number, not its scale: 1.0 equals 1.
class Decimal {
 public:
  /// Zero.
  constexpr Decimal() noexcept : Decimal(std::int64_t{0}) {}
  /// The integer `value`, exactly.
  constexpr Decimal(
      std::int64_t value) noexcept  // NOLINT(google-explicit-constructor): integers are decimals
      : low_(value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value)),
        high_(kUnitExponent | (value < 0 ? kSign : 0)) {}
  /// The integer `value`, exactly.
  constexpr Decimal(int value) noexcept
      : Decimal(std::int64_t{value}) {}  // NOLINT(google-explicit-constructor)
  Decimal(double) = delete;              // a double is not exact; parse text instead

  /// `coefficient` × 10^`exponent`.
  [[nodiscard]] static Decimal scaled(std::int64_t coefficient, int exponent) noexcept;
  /// Reads `-12.5`, `.5`, `1e3`; rounds half-even past 34 digits. Empty when `text` is not wholly a number,
  /// or too large to be one.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

  /// False for the infinity or NaN that an overflow, or a division by zero, leaves.
  [[nodiscard]] bool is_finite() const noexcept { return (high_ & kSpecial) != kSpecial; }
  [[nodiscard]] bool is_integer() const noexcept;
  [[nodiscard]] bool is_zero() const noexcept;
  [[nodiscard]] bool is_negative() const noexcept { return (high_ & kSign) != 0 && !is_zero(); }
  /// The value as a 64-bit integer; empty when it has a fraction or is out of range.
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;
  /// Plain digits without exponent or trailing zeros after the point: `0.35`, `20000000`. Numbers beyond 40
  /// digits of plain form are written `1.5E+60`.
  [[nodiscard]] std::string to_string() const;
  /// Nearest double, only for drawing and estimates; never for a decision.
  [[nodiscard]] double to_double() const noexcept;  // confined: double

  /// Cut to `scale` digits after the point (negative: before it).
  [[nodiscard]] Decimal rounded(int scale, Rounding mode) const noexcept;
  /// `floor` and `ceiling` to an integer.
  [[nodiscard]] Decimal floor() const noexcept { return rounded(0, Rounding::Floor); }
  [[nodiscard]] Decimal ceiling() const noexcept { return rounded(0, Rounding::Ceiling); }
  [[nodiscard]] Decimal abs() const noexcept { return from_words(low_, high_ & ~kSign); }
  /// dividend − divisor × floor(dividend ÷ divisor): the sign follows the divisor (DMN 1.5 table 76).
  [[nodiscard]] Decimal modulo(Decimal divisor) const noexcept;
  /// Non-finite for a negative number.
  [[nodiscard]] Decimal sqrt() const noexcept;
  [[nodiscard]] Decimal exp() const noexcept;
  /// Natural logarithm; non-finite for zero and below.
  [[nodiscard]] Decimal log() const noexcept;
  [[nodiscard]] Decimal power(Decimal exponent) const noexcept;

  [[nodiscard]] Decimal operator-() const noexcept { return from_words(low_, high_ ^ kSign); }
  friend Decimal operator+(Decimal a, Decimal b) noexcept;
  friend Decimal operator-(Decimal a, Decimal b) noexcept { return a + -b; }
  friend Decimal operator*(Decimal a, Decimal b) noexcept;
  friend Decimal operator/(Decimal a, Decimal b) noexcept;
  friend bool operator==(Decimal a, Decimal b) noexcept { return (a <=> b) == 0; }
  friend std::partial_ordering operator<=>(Decimal a, Decimal b) noexcept {
    const bool same_scale = ((a.high_ ^ b.high_) & ~kSign) == 0;
    if (same_scale && a.is_small() && b.is_small()) return a.small_coefficient() <=> b.small_coefficient();
    return order_apart(a, b);
  }
  /// How `dividend / divisor` stands to `limit`: what the two operators give one after the other, without the
  /// division where whole numbers tell. Unordered when the quotient is not finite.
  [[nodiscard]] static std::partial_ordering order_of_quotient(Decimal dividend, Decimal divisor,
                                                               Decimal limit) noexcept;

  /// Equal numbers hash alike, whatever their scale.
  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  static constexpr std::uint64_t kSign = 0x8000000000000000ULL;
  static constexpr std::uint64_t kSpecial = 0x7800000000000000ULL;
  static constexpr std::uint64_t kUnitExponent = 6176ULL << 49;  // biased exponent of 10^0

  [[nodiscard]] static constexpr Decimal from_words(std::uint64_t low, std::uint64_t high) noexcept {
    Decimal result;
    result.low_ = low;
    result.high_ = high;
    return result;
  }
  /// The coefficient fits the low word and the number is finite: the case that integer arithmetic can serve.
  [[nodiscard]] bool is_small() const noexcept {
    constexpr std::uint64_t kLongForm = 0x6000000000000000ULL;  // also of infinities and NaN
    return (high_ & 0x0001ffffffffffffULL) == 0 && (low_ >> 62) == 0 && (high_ & kLongForm) != kLongForm;
  }
  [[nodiscard]] bool is_small_integer() const noexcept {
    return (high_ & ~kSign) == kUnitExponent && (low_ >> 62) == 0;
  }
  [[nodiscard]] std::int64_t small_coefficient() const noexcept {
    return (high_ & kSign) != 0 ? -static_cast<std::int64_t>(low_) : static_cast<std::int64_t>(low_);
  }
  [[nodiscard]] static bool fit_quotient(Decimal dividend, Decimal divisor, Decimal limit) noexcept {
    const bool positive = ((dividend.high_ | divisor.high_ | limit.high_) & kSign) == 0;
    return positive && dividend.is_small() && divisor.is_small() && limit.is_small() && divisor.low_ != 0;
  }
  [[nodiscard]] static std::partial_ordering order_apart(Decimal a, Decimal b) noexcept;
  friend struct DecimalCodec;
  friend struct DecimalParts;

  std::uint64_t low_;
  std::uint64_t high_;
};

}  // namespace qingheng::base

template <>
struct std::hash<qingheng::base::Decimal> {
  std::size_t operator()(qingheng::base::Decimal value) const noexcept { return value.hash(); }
};
