// SPDX-License-Identifier: Apache-2.0
// The part of a pattern that stands for one character out of many: `[a-z-[aeiou]]`, `\p{Lu}`, `\i`.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace qingheng::feel {

/// A place in a pattern that is being read, with the work done so far.
struct PatternCursor {
  std::u32string_view points;
  bool ignore_case = false;
  std::size_t at = 0;
  std::uint64_t work = 0;

  [[nodiscard]] bool at_end() const { return at >= points.size(); }
  /// The next character; zero at the end, which no pattern may hold as a letter of its syntax.
  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
    return at + ahead < points.size() ? points[at + ahead] : U'\0';
  }
  /// Steps over `c` when it is next.
  bool skip(char32_t c) {
    if (at_end() || peek() != c) return false;
    ++at;
    return true;
  }
};

/// What ICU reads, or what is wrong.
using Rewritten = std::expected<std::string, std::string>;

/// One character, in every case when case does not count.
[[nodiscard]] std::string rewrite_letter(char32_t letter, bool ignore_case);
/// The character that `\n`, `\.` and their like stand for; `letter` is what follows the backslash.
[[nodiscard]] std::optional<char32_t> escaped_letter(char32_t letter);
/// Reads `d`, `S`, `p{Lu}` and their like, which follow a backslash that has been read.
[[nodiscard]] Rewritten rewrite_class_escape(PatternCursor& cursor);
/// Reads the rest of a class whose `[` has been read, as far as its `]`.
[[nodiscard]] Rewritten rewrite_class(PatternCursor& cursor, int depth = 0);

}  // namespace qingheng::feel
