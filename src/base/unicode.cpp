// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace qingheng::base {

std::optional<std::u32string> decode_utf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  const auto* bytes =
      reinterpret_cast<const std::uint8_t*>(text.data());  // the macro computes on unsigned bytes
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, length, point);
    if (point < 0) return std::nullopt;
    out.push_back(static_cast<char32_t>(point));
  }
  return out;
}

std::string encode_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char32_t point : text) {
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = 0xFFFD;
    char buffer[4];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(buffer, size, point);
    out.append(buffer, static_cast<std::size_t>(size));
  }
  return out;
}

bool is_utf8(std::string_view text) { return decode_utf8(text).has_value(); }

std::size_t display_width(char32_t point) {
  const auto code = static_cast<UChar32>(point);
  const int category = u_charType(code);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  const auto points = decode_utf8(text);
  if (!points) return text.size();
  std::size_t width = 0;
  for (const char32_t point : *points) width += display_width(point);
  return width;
}

std::string to_half_width(std::string_view text) {
  auto points = decode_utf8(text);
  if (!points) return std::string(text);
  for (char32_t& point : *points) {
    if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;
    if (point == 0x3000) point = U' ';
  }
  return encode_utf8(*points);
}

namespace {

char32_t folded(char32_t point) { return point >= U'A' && point <= U'Z' ? point + (U'a' - U'A') : point; }

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`; case is no edit.
std::size_t edits_between(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const bool same = folded(a[i]) == folded(b[j]);
      row[j + 1] = std::min({above[j] + (same ? 0 : 1), above[j + 1] + 1, row[j] + 1});
      const bool swapped =
          i > 0 && j > 0 && folded(a[i]) == folded(b[j - 1]) && folded(a[i - 1]) == folded(b[j]);
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
    before = std::exchange(above, std::move(row));
  }
  return above.back();
}

/// How many edits may lie between two words that mean the same: one in four characters of the shorter one.
/// Two ideographs may be swapped, but one that differs makes another word: 开业 and 歇业 are opposites.
std::size_t allowed_edits(std::u32string_view a, std::u32string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter >= 3) return (shorter + 1) / 4;
  constexpr char32_t kIdeographs = 0x2E80;
  const bool swapped = a.size() == 2 && b.size() == 2 && a[0] >= kIdeographs && a[0] == b[1] && a[1] == b[0];
  return swapped ? 1 : 0;
}

/// One word is the beginning of the other, and at least half of it.
bool begins(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= 4 && a.size() * 2 >= b.size() &&
         std::ranges::equal(a, b.substr(0, a.size()), {}, folded, folded);
}

std::size_t common_beginning(std::u32string_view a, std::u32string_view b) {
  const auto [left, right] = std::ranges::mismatch(a, b, {}, folded, folded);
  return static_cast<std::size_t>(left - a.begin());
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const auto wanted = decode_utf8(word);
  if (!wanted) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_edits = 0;
  std::size_t best_beginning = 0;
  for (const std::string& candidate : candidates) {
    const auto points = decode_utf8(candidate);
    if (!points) continue;
    const std::size_t edits = edits_between(*wanted, *points);
    if (edits > allowed_edits(*wanted, *points) && !begins(*wanted, *points)) continue;
    const std::size_t beginning = common_beginning(*wanted, *points);
    if (best && (edits > best_edits || (edits == best_edits && beginning <= best_beginning))) continue;
    best = candidate;
    best_edits = edits;
    best_beginning = beginning;
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                         std::string otherwise) {
  if (const auto near = nearest(word, candidates)) return "did you mean `" + *near + "`?";
  return otherwise;
}

}  // namespace qingheng::base
