// SPDX-License-Identifier: Apache-2.0
#include "policy/compile/bounds.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/unicode.hpp"

namespace qingheng::policy::compile {

namespace {

using base::Decimal;

/// Prose by code point, with the byte at which each begins.
struct Characters {
  std::u32string points;
  std::vector<std::uint32_t> bytes;

  explicit Characters(std::string_view prose) {
    points = base::decode_utf8(prose).value_or(std::u32string());
    std::uint32_t at = 0;
    for (const char32_t point : points) {
      bytes.push_back(at);
      at += point < 0x80 ? 1U : point < 0x800 ? 2U : point < 0x10000 ? 3U : 4U;
    }
    bytes.push_back(at);
  }
  [[nodiscard]] bool has(std::size_t at, std::u32string_view word) const {
    return at <= points.size() && std::u32string_view(points).substr(at).starts_with(word);
  }
  [[nodiscard]] bool ends_with(std::size_t before, std::u32string_view word) const {
    return std::u32string_view(points).substr(0, before).ends_with(word);
  }
};

struct Number {
  Decimal value;
  std::size_t end = 0;  // code point behind it
};

/// The digit, point or comma of half or full width as a character of half width; 0 for all others.
char narrow(char32_t point) {
  constexpr char32_t kFullWidth = U'０' - U'0';
  if (point >= U'０' && point <= U'９') point -= kFullWidth;
  if (point == U'．') point = U'.';
  const bool known = (point >= U'0' && point <= U'9') || point == U'.' || point == U',';
  return known ? static_cast<char>(point) : '\0';
}

/// 1,000: a comma before three digits that no fourth follows.
bool parts_thousands(const Characters& text, std::size_t comma) {
  const auto digit = [&](std::size_t at) {
    const char c = at < text.points.size() ? narrow(text.points[at]) : '\0';
    return c >= '0' && c <= '9';
  };
  return digit(comma + 1) && digit(comma + 2) && digit(comma + 3) && !digit(comma + 4);
}

std::optional<Number> arabic(const Characters& text, std::size_t at) {
  std::string digits;
  std::size_t end = at;
  for (; end < text.points.size(); ++end) {
    const char c = narrow(text.points[end]);
    if (c == '\0' || (c == '.' && end == at) || (c == ',' && (end == at || !parts_thousands(text, end))))
      break;
    if (c != ',') digits.push_back(c);
  }
  while (!digits.empty() && digits.back() == '.') {
    digits.pop_back();
    --end;
  }
  const auto value = Decimal::parse(digits);
  if (digits.empty() || !value) return std::nullopt;
  return Number{*value, end};
}

/// 二十, 一百零五, 两千: up to thousands.
std::optional<Number> chinese(const Characters& text, std::size_t at) {
  static constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  static constexpr std::array<std::pair<char32_t, int>, 3> kTens = {
      {{U'十', 10}, {U'百', 100}, {U'千', 1000}}};
  int total = 0;
  int digit = 0;
  std::size_t end = at;
  for (; end < text.points.size(); ++end) {
    const char32_t point = text.points[end] == U'两' ? U'二' : text.points[end];
    const std::size_t value = kDigits.find(point);
    const auto* ten = std::ranges::find(kTens, point, &std::pair<char32_t, int>::first);
    if (value != std::u32string_view::npos) {
      digit = static_cast<int>(value);
    } else if (ten != kTens.end()) {
      total += std::max(digit, digit == 0 && total == 0 ? 1 : digit) * ten->second;
      digit = 0;
    } else {
      break;
    }
  }
  if (end == at) return std::nullopt;
  return Number{Decimal(total + digit), end};
}

struct Word {
  std::u32string_view text;
  Cut cut;
};
// Longer words stand before those that they end in.
constexpr std::array kBefore = {
    Word{U"不得低于", Cut::BelowTheNumber}, Word{U"不得少于", Cut::BelowTheNumber},
    Word{U"不得超过", Cut::AboveTheNumber}, Word{U"不得高于", Cut::AboveTheNumber},
    Word{U"不低于", Cut::BelowTheNumber},   Word{U"不少于", Cut::BelowTheNumber},
    Word{U"不小于", Cut::BelowTheNumber},   Word{U"不超过", Cut::AboveTheNumber},
    Word{U"不高于", Cut::AboveTheNumber},   Word{U"不大于", Cut::AboveTheNumber},
    Word{U"不多于", Cut::AboveTheNumber},   Word{U"至少", Cut::BelowTheNumber},
    Word{U"至多", Cut::AboveTheNumber},     Word{U"超过", Cut::AboveTheNumber},
    Word{U"高于", Cut::AboveTheNumber},     Word{U"大于", Cut::AboveTheNumber},
    Word{U"多于", Cut::AboveTheNumber},     Word{U"低于", Cut::BelowTheNumber},
    Word{U"小于", Cut::BelowTheNumber},     Word{U"少于", Cut::BelowTheNumber},
    Word{U"不满", Cut::BelowTheNumber},     Word{U"不足", Cut::BelowTheNumber},
    Word{U"达到", Cut::BelowTheNumber}};
constexpr std::array kAfter = {Word{U"以上", Cut::BelowTheNumber}, Word{U"以下", Cut::AboveTheNumber},
                               Word{U"以内", Cut::AboveTheNumber}, Word{U"以外", Cut::AboveTheNumber}};

/// The number as a program may write it too.
std::vector<Decimal> ways_to_write(const Characters& text, Number& number) {
  std::vector<Decimal> values{number.value};
  // 5千万: the thousands belong to the number.
  if (text.has(number.end, U"千万") || text.has(number.end, U"百万")) {
    number.value = number.value * Decimal(text.has(number.end, U"千万") ? 1000 : 100);
    values.push_back(number.value);
    ++number.end;
  }
  const std::size_t at = number.end;
  if (text.has(at, U"万")) {
    values.push_back(number.value * Decimal(10'000));
    ++number.end;
    if (text.has(number.end, U"亿")) {
      values.push_back(number.value * Decimal(100'000'000));
      values.push_back(number.value * Decimal(1'000'000'000'000));
      ++number.end;
    }
  } else if (text.has(at, U"亿")) {
    values.push_back(number.value * Decimal(10'000));
    values.push_back(number.value * Decimal(100'000'000));
    ++number.end;
  } else if (text.has(at, U"%") || text.has(at, U"％")) {
    values.push_back(number.value / Decimal(100));
    ++number.end;
  }
  return values;
}

/// （含）, (含20人): a remark that the number itself counts; the code point behind it, or `at` without one.
std::size_t past_remark(const Characters& text, std::size_t at) {
  constexpr std::size_t kLongestRemark = 16;
  if (!text.has(at, U"（含") && !text.has(at, U"(含")) return at;
  for (std::size_t end = at; end < std::min(at + kLongestRemark, text.points.size()); ++end)
    if (text.points[end] == U'）' || text.points[end] == U')') return end + 1;
  return at;
}

/// 以上 and the like close behind the number, past its unit and a remark that it counts.
std::optional<std::pair<Cut, std::size_t>> word_after(const Characters& text, std::size_t at) {
  constexpr std::size_t kLongestUnit = 5;
  for (std::size_t past = 0; past <= kLongestUnit && at + past < text.points.size(); ++past) {
    const std::size_t here = past_remark(text, at + past);
    for (const Word& word : kAfter)
      if (text.has(here, word.text)) return std::pair{word.cut, here + word.text.size()};
    const char32_t point = text.points[at + past];
    const bool unit =
        point >= 0x4E00 && point <= 0x9FFF && point != U'的' && point != U'和' && point != U'或';
    if (!unit) break;
  }
  return std::nullopt;
}

std::optional<std::pair<Cut, std::size_t>> word_before(const Characters& text, std::size_t at) {
  while (at > 0 && text.points[at - 1] == U' ') --at;
  for (const Word& word : kBefore)
    if (text.ends_with(at, word.text)) return std::pair{word.cut, at - word.text.size()};
  return std::nullopt;
}

bool remarks_on_inclusion(const Characters& text, std::size_t at) {
  return text.has(at, U"（不含") || text.has(at, U"(不含") || text.has(at, U"，不含");
}

std::optional<Number> number_at(const Characters& text, std::size_t at) {
  if (auto number = arabic(text, at)) return number;
  return chinese(text, at);
}

/// 百分之三十.
std::optional<Number> percentage_at(const Characters& text, std::size_t at) {
  constexpr std::u32string_view kPercent = U"百分之";
  return text.has(at, kPercent) ? number_at(text, at + kPercent.size()) : std::nullopt;
}

/// A few characters from there on, in which a unit may be read.
std::string unit_text(const Characters& text, std::string_view prose, std::size_t at) {
  constexpr std::size_t kLongestUnit = 6;
  const std::size_t end = std::min(at + kLongestUnit, text.points.size());
  return std::string(prose.substr(text.bytes[at], text.bytes[end] - text.bytes[at]));
}

/// The number of a bound, with the ways to write it and what stands where its unit does.
std::optional<Number> take_number(const Characters& text, std::string_view prose, std::size_t at,
                                  Bound& bound) {
  if (const auto percentage = percentage_at(text, at)) {
    bound.values = {percentage->value, percentage->value / Decimal(100)};
    bound.units = {"%"};
    return percentage;
  }
  auto number = number_at(text, at);
  if (!number) return std::nullopt;
  bound.units = {unit_text(text, prose, number->end)};
  bound.values = ways_to_write(text, *number);
  bound.units.push_back(unit_text(text, prose, number->end));
  return number;
}

}  // namespace

std::vector<Bound> bounds_in(std::string_view prose) {
  const Characters text(prose);
  std::vector<Bound> bounds;
  for (std::size_t at = 0; at < text.points.size();) {
    Bound bound;
    const auto number = take_number(text, prose, at, bound);
    if (!number) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bound.begin = text.bytes[begin];
    bound.end = text.bytes[number->end];
    at = number->end;
    if (const auto after = word_after(text, number->end)) {
      bound.cut = after->first;
      bound.end = text.bytes[after->second];
      if (!remarks_on_inclusion(text, after->second)) bounds.push_back(std::move(bound));
    } else if (const auto before = word_before(text, begin)) {
      bound.cut = before->first;
      bound.begin = text.bytes[before->second];
      bounds.push_back(std::move(bound));
    }
  }
  return bounds;
}

std::vector<Phrase> lookbacks_in(std::string_view prose) {
  const Characters text(prose);
  std::vector<Phrase> phrases;
  for (std::size_t at = 0; at < text.points.size(); ++at) {
    if (text.points[at] != U'近') continue;
    const auto number = number_at(text, at + 1);
    if (!number) continue;
    const auto length = number->value.to_int64();
    std::size_t end = number->end;
    for (const std::u32string_view word : {std::u32string_view(U"个"), std::u32string_view(U"完整")})
      if (text.has(end, word)) end += word.size();
    const bool years = text.has(end, U"年");
    if (!length || (!years && !text.has(end, U"月"))) continue;
    phrases.push_back({*length * (years ? 12 : 1), text.bytes[at], text.bytes[end + 1]});
  }
  return phrases;
}

}  // namespace qingheng::policy::compile
