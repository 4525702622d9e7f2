// SPDX-License-Identifier: Apache-2.0
// The regular expressions of XPath (F&O 3.1 §5.6, XML Schema part 2 appendix G), which FEEL uses, rewritten
// for ICU. Nothing is left to ICU's own reading: what XPath does not know is refused, every letter goes over
// by its number, and the flags are worked into the pattern.
//
//   auto pattern = rewrite_pattern("[a-z-[aeiou]]+", {});   // [[\x{61}-\x{7A}]--[\x{61}…]]+
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace qingheng::feel {

/// The flags of F&O 3.1 §5.6.2.
struct PatternFlags {
  bool dot_all = false;      // s: `.` also matches line ends
  bool multi_line = false;   // m: `^` and `$` match at every line
  bool ignore_case = false;  // i
  bool spaced = false;       // x: white space in the pattern stands for nothing
};

/// A pattern as ICU reads it.
struct RewrittenPattern {
  std::string text;         // ASCII
  std::int32_t groups = 0;  // that capture
  std::uint64_t work = 0;   // steps that rewriting and compiling are worth
};

/// Reads letters out of `smix`, in any order; the error names the first that is none.
[[nodiscard]] std::expected<PatternFlags, std::string> read_flags(std::string_view text);
/// The error is a sentence about what is wrong with the pattern.
[[nodiscard]] std::expected<RewrittenPattern, std::string> rewrite_pattern(std::string_view pattern,
                                                                           const PatternFlags& flags);

}  // namespace qingheng::feel
