// SPDX-License-Identifier: Apache-2.0
#include "policy/text/address.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::policy::text {

namespace {

constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
constexpr std::uint32_t kLargest = 9999;

std::optional<std::uint32_t> digit_of(char32_t sign) {
  if (sign == U'〇') return 0;
  if (sign == U'两') return 2;
  const std::size_t at = kDigits.find(sign);
  if (at == std::u32string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

std::uint32_t power_of(char32_t sign) {
  return sign == U'十' ? 10U : sign == U'百' ? 100U : sign == U'千' ? 1000U : 0U;
}

bool is_ascii_digit(char32_t sign) { return sign >= U'0' && sign <= U'9'; }

bool is_numeral_sign(char32_t sign) {
  return is_ascii_digit(sign) || (sign >= U'０' && sign <= U'９') || digit_of(sign) || power_of(sign) != 0;
}

std::optional<std::uint32_t> read_digits(std::u32string_view text) {
  std::uint32_t value = 0;
  for (const char32_t sign : text) {
    if (!is_ascii_digit(sign)) return std::nullopt;
    value = value * 10 + (sign - U'0');
    if (value > kLargest) return std::nullopt;
  }
  return value == 0 ? std::nullopt : std::optional(value);
}

std::optional<std::uint32_t> read_chinese(std::u32string_view text) {
  std::uint32_t value = 0;
  std::uint32_t last_power = 10 * 1000;
  std::optional<std::uint32_t> digit;
  for (const char32_t sign : text) {
    if (const std::uint32_t power = power_of(sign)) {
      if (power >= last_power || digit == 0U) return std::nullopt;
      value += digit.value_or(1) * power;
      last_power = power;
      digit.reset();
      continue;
    }
    // Only a zero, which fills an empty place, may stand before another digit.
    if (digit.value_or(0) != 0) return std::nullopt;
    digit = digit_of(sign);
    if (!digit) return std::nullopt;
  }
  value += digit.value_or(0);
  return value == 0 ? std::nullopt : std::optional(value);
}

/// Cuts the numeral off the front of `text`; empty when there is none.
std::string take_numeral(std::u32string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && is_numeral_sign(text[length])) ++length;
  std::string numeral = base::to_half_width(base::encode_utf8(text.substr(0, length)));
  if (!read_numeral(numeral)) return {};
  text.remove_prefix(length);
  return numeral;
}

bool take(std::u32string_view& text, std::u32string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool is_blank(char32_t sign) { return sign == U' ' || sign == U'\t' || sign == U'　'; }

void skip_blanks(std::u32string_view& text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
}

using Kind = HeadingNumber::Kind;

/// 第五条, 第五条之一, 第二款, 第三项.
HeadingNumber read_ordinal(std::u32string_view text) {
  skip_blanks(text);
  std::string numeral = take_numeral(text);
  if (numeral.empty()) return {};
  skip_blanks(text);
  if (take(text, U"条")) {
    std::string part = fmt::format("第{}条", numeral);
    if (take(text, U"之")) {
      const std::string inserted = take_numeral(text);
      if (!inserted.empty()) part += "之" + inserted;
    }
    return {Kind::Article, part, {}};
  }
  if (take(text, U"款")) return {Kind::Below, fmt::format("第{}款", numeral), {}};
  if (take(text, U"项")) return {Kind::Below, fmt::format("第{}项", numeral), {}};
  return {};
}

/// 附件1, 附件, 附件：, but not 附件说明.
HeadingNumber read_attachment(std::u32string_view text) {
  skip_blanks(text);
  std::string numeral = take_numeral(text);
  const bool ends = text.empty() || is_blank(text.front()) || text.front() == U'：' || text.front() == U':';
  if (numeral.empty() && !ends) return {};
  return {Kind::Attachment, "附件" + numeral, {}};
}

/// （四）.
HeadingNumber read_bracketed(std::u32string_view text) {
  std::string numeral = take_numeral(text);
  if (numeral.empty() || text.empty() || (text.front() != U'）' && text.front() != U')')) return {};
  return {Kind::Below, fmt::format("（{}）", numeral), {}};
}

/// 一、 or 1. or 1、, but not 1.5.
HeadingNumber read_listed(std::u32string_view text) {
  const bool digits = !text.empty() && (is_ascii_digit(text.front()) || text.front() >= U'０');
  std::string numeral = take_numeral(text);
  if (numeral.empty() || text.empty()) return {};
  const char32_t mark = text.front();
  const char32_t next = text.size() > 1 ? text[1] : U' ';
  if (mark == U'、') return {digits ? Kind::Below : Kind::Article, numeral, {}};
  if (digits && (mark == U'.' || mark == U'．') && !is_ascii_digit(next)) return {Kind::Below, numeral, {}};
  return {};
}

std::string_view without_blanks_behind(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::uint32_t> read_numeral(std::string_view text) {
  const auto signs = base::decode_utf8(base::to_half_width(text));
  if (!signs || signs->empty()) return std::nullopt;
  if (is_ascii_digit(signs->front())) return read_digits(*signs);
  return read_chinese(*signs);
}

HeadingNumber read_heading(std::string_view heading) {
  heading = without_blanks_behind(heading);
  if (const std::size_t at = heading.rfind("{#"); heading.ends_with('}') && at != std::string_view::npos) {
    std::string part(heading.substr(at + 2, heading.size() - at - 3));
    return {Kind::ByHand, std::move(part), without_blanks_behind(heading.substr(0, at))};
  }
  const auto signs = base::decode_utf8(heading);
  HeadingNumber number;
  if (signs) {
    std::u32string_view text = *signs;
    skip_blanks(text);
    if (take(text, U"第"))
      number = read_ordinal(text);
    else if (take(text, U"附件"))
      number = read_attachment(text);
    else if (take(text, U"（") || take(text, U"("))
      number = read_bracketed(text);
    else
      number = read_listed(text);
  }
  number.heading = heading;
  return number;
}

}  // namespace qingheng::policy::text
