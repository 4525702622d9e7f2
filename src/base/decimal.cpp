// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <functional>

#include <fmt/format.h>

#include "base/internal/intel_decimal.hpp"

namespace qingheng::base {

namespace {

constexpr int kMaxPlainDigits = 40;

BID_UINT128 to_bid(Decimal value) noexcept { return DecimalCodec::to(value); }

bool is_number_text(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - from;
  };
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  std::size_t mantissa = digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    const std::size_t fraction = digits();
    if (fraction == 0) return false;
    mantissa += fraction;
  }
  if (mantissa == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    if (digits() == 0) return false;
  }
  return at == text.size();
}

}  // namespace

Decimal Decimal::scaled(std::int64_t coefficient, int exponent) noexcept {
  return with_flags([&](_IDEC_flags* flags) {
    return bid128_scalbn(to_bid(Decimal(coefficient)), exponent, kHalfEven, flags);
  });
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  if (!is_number_text(text)) return std::nullopt;
  std::string copy(text);
  _IDEC_flags flags = 0;
  const Decimal value = DecimalCodec::from(bid128_from_string(copy.data(), kHalfEven, &flags));
  if (!value.is_finite()) return std::nullopt;
  return value;
}

bool Decimal::is_zero() const noexcept { return is_small() ? low_ == 0 : bid128_isZero(to_bid(*this)) != 0; }

bool Decimal::is_integer() const noexcept {
  if (is_small_integer()) return true;
  return is_finite() && rounded(0, Rounding::Down) == *this;
}

std::optional<std::int64_t> Decimal::to_int64() const noexcept {
  if (is_small_integer()) return small_coefficient();
  if (!is_integer()) return std::nullopt;
  _IDEC_flags flags = 0;
  const auto value = bid128_to_int64_int(to_bid(*this), &flags);
  if ((flags & BID_INVALID_EXCEPTION) != 0) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

double Decimal::to_double() const noexcept {
  _IDEC_flags flags = 0;
  return bid128_to_binary64(to_bid(*this), kHalfEven, &flags);
}

std::string Decimal::to_string() const {
  if (!is_finite()) return "NaN";
  char buffer[64];
  _IDEC_flags flags = 0;
  bid128_to_string(buffer, to_bid(*this), &flags);  // "+123E-2"
  const std::string_view text(buffer);
  const std::size_t mark = text.find('E');
  std::string digits(text.substr(1, mark - 1));
  int exponent = std::stoi(std::string(text.substr(mark + 1)));
  while (digits.size() > 1 && digits.front() == '0') digits.erase(0, 1);
  if (digits == "0") return "0";
  while (digits.back() == '0') {
    digits.pop_back();
    ++exponent;
  }
  const int count = static_cast<int>(digits.size());
  const int point = count + exponent;  // digits before the decimal point
  std::string out;
  if (exponent >= 0 && point <= kMaxPlainDigits) {
    out = digits + std::string(static_cast<std::size_t>(exponent), '0');
  } else if (exponent < 0 && point > 0) {
    out = digits;
    out.insert(static_cast<std::size_t>(point), 1, '.');
  } else if (exponent < 0 && -exponent <= kMaxPlainDigits) {
    out = "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else {
    out = fmt::format("{}{}{}E{:+}", digits.substr(0, 1), count > 1 ? "." : "", digits.substr(1), point - 1);
  }
  return text.front() == '-' ? "-" + out : out;
}

Decimal Decimal::rounded(int scale, Rounding mode) const noexcept {
  if (!is_finite()) return *this;
  const BID_UINT128 unit = to_bid(scaled(1, -scale));
  _IDEC_flags flags = 0;
  const auto quantize = [&](BID_UINT128 value, _IDEC_round rounding) {
    return bid128_quantize(value, unit, rounding, &flags);
  };
  BID_UINT128 result;
  switch (mode) {
    case Rounding::HalfEven:
      result = quantize(to_bid(*this), BID_ROUNDING_TO_NEAREST);
      break;
    case Rounding::Down:
      result = quantize(to_bid(*this), BID_ROUNDING_TO_ZERO);
      break;
    case Rounding::Up:
      result = quantize(to_bid(*this), is_negative() ? BID_ROUNDING_DOWN : BID_ROUNDING_UP);
      break;
    case Rounding::Floor:
      result = quantize(to_bid(*this), BID_ROUNDING_DOWN);
      break;
    case Rounding::Ceiling:
      result = quantize(to_bid(*this), BID_ROUNDING_UP);
      break;
    case Rounding::HalfUp:
      result = quantize(to_bid(*this), BID_ROUNDING_TIES_AWAY);
      break;
    case Rounding::HalfDown: {
      // Intel has no ties-towards-zero: take the cut value, and step away unless at most half was cut off.
      const Decimal cut = rounded(scale, Rounding::Down);
      const Decimal away = rounded(scale, Rounding::Up);
      if (!cut.is_finite() || !away.is_finite()) return *this;
      return (*this - cut).abs() <= (away - *this).abs() ? cut : away;
    }
  }
  const Decimal out = DecimalCodec::from(result);
  // More than 34 digits at this scale: nothing below the scale is held, so the number stands as it is.
  return out.is_finite() ? out : *this;
}

Decimal Decimal::modulo(Decimal divisor) const noexcept {
  const Decimal quotient = *this / divisor;
  if (!quotient.is_finite()) return quotient;
  // fmod is exact where the quotient would round.
  _IDEC_flags flags = 0;
  const Decimal rest = DecimalCodec::from(bid128_fmod(to_bid(*this), to_bid(divisor), &flags));
  if (rest.is_zero() || rest.is_negative() == divisor.is_negative()) return rest;
  return rest + divisor;
}

Decimal Decimal::sqrt() const noexcept {
  return with_flags([&](_IDEC_flags* flags) { return bid128_sqrt(to_bid(*this), kHalfEven, flags); });
}
Decimal Decimal::exp() const noexcept {
  return with_flags([&](_IDEC_flags* flags) { return bid128_exp(to_bid(*this), kHalfEven, flags); });
}
Decimal Decimal::log() const noexcept {
  return with_flags([&](_IDEC_flags* flags) { return bid128_log(to_bid(*this), kHalfEven, flags); });
}
Decimal Decimal::power(Decimal exponent) const noexcept {
  constexpr std::int64_t kMaxExactExponent = 1024;
  const auto whole = exponent.to_int64();
  if (!whole || *whole < 0 || *whole > kMaxExactExponent) {
    return with_flags(
        [&](_IDEC_flags* flags) { return bid128_pow(to_bid(*this), to_bid(exponent), kHalfEven, flags); });
  }
  // Squaring keeps integer powers exact as long as they fit; pow goes through logarithms.
  Decimal result(1);
  Decimal base = *this;
  for (auto left = static_cast<std::uint64_t>(*whole); left != 0; left >>= 1U) {
    if ((left & 1U) != 0) result = result * base;
    if (left > 1) base = base * base;
  }
  return result;
}

std::size_t Decimal::hash() const noexcept {
  if (const auto whole = to_int64()) return std::hash<std::int64_t>{}(*whole);
  return std::hash<std::string>{}(to_string());
}

}  // namespace qingheng::base
