// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

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

std::size_t display_width(std::string_view text) {
  const auto points = decode_utf8(text);
  if (!points) return text.size();
  std::size_t width = 0;
  for (const char32_t point : *points) {
    const auto code = static_cast<UChar32>(point);
    const int category = u_charType(code);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
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

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const auto wanted = decode_utf8(word);
  if (!wanted) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(wanted->size() / 3, 1) + 1;
  for (const std::string& candidate : candidates) {
    const auto points = decode_utf8(candidate);
    if (!points) continue;
    std::vector<std::size_t> row(points->size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < wanted->size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i + 1;
      for (std::size_t j = 0; j < points->size(); ++j) {
        const std::size_t replaced = diagonal + ((*wanted)[i] == (*points)[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace qingheng::base
