// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/pattern_functions_test.cpp
#include "feel/builtins/internal/pattern_syntax.hpp"

#include <vector>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "feel/builtins/internal/pattern_classes.hpp"

namespace qingheng::feel {

namespace {

constexpr std::size_t kLongest = 4096;  // characters
constexpr std::size_t kDeepest = 200;   // groups within groups
constexpr std::int32_t kMostTimes = 100'000;
constexpr std::uint64_t kLetterWork = 8;  // steps that one character costs to compile

// ICU's own `.`, `^` and `$` know more line ends than XPath, which has only the line feed; `.` also stops at
// a carriage return.
constexpr std::string_view kNoLineEnd = "[^\\n\\r]";
constexpr std::string_view kAnything = "[\\x{0}-\\x{10FFFF}]";
constexpr std::string_view kStart = "(?:\\A)";
constexpr std::string_view kEnd = "(?:\\z)";
constexpr std::string_view kLineStart = "(?:\\A|(?<=\\n)(?!\\z))";
constexpr std::string_view kLineEnd = "(?:(?=\\n)|(?<!\\n)\\z)";

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// White space goes, except within a class.
std::u32string without_spaces(std::u32string_view points) {
  std::u32string kept;
  int depth = 0;
  bool escaped = false;
  for (const char32_t c : points) {
    if (depth == 0 && is_space(c)) continue;
    kept += c;
    if (!escaped && c == U'[') ++depth;
    if (!escaped && c == U']' && depth > 0) --depth;
    escaped = !escaped && c == U'\\';
  }
  return kept;
}

// Reads a pattern from front to back; groups are counted, not descended into.
class Rewriter {
 public:
  Rewriter(std::u32string_view points, const PatternFlags& flags)
      : cursor_{points, flags.ignore_case}, flags_(flags) {}

  std::expected<RewrittenPattern, std::string> run() {
    while (!cursor_.at_end()) {
      if (auto failure = read_piece()) return std::unexpected(*std::move(failure));
    }
    if (!open_.empty()) return std::unexpected(std::string("`(` is never closed"));
    return RewrittenPattern{std::move(text_), static_cast<std::int32_t>(closed_.size()),
                            cursor_.work + cursor_.points.size() * kLetterWork};
  }

 private:
  using Failure = std::optional<std::string>;
  static constexpr std::size_t kNoNumber = SIZE_MAX;

  // An atom with its quantifier, or what stands between atoms.
  Failure read_piece() {
    const char32_t c = cursor_.peek();
    switch (c) {
      case U'|':
        ++cursor_.at;
        text_ += '|';
        return std::nullopt;
      case U'(':
        return open_group();
      case U')':
        if (auto failure = close_group()) return failure;
        break;
      case U'?':
      case U'*':
      case U'+':
      case U'{':
        return fmt::format("`{}` has nothing before it to repeat", static_cast<char>(c));
      case U'}':
      case U']':
        return fmt::format("`{0}` is written `\\{0}`", static_cast<char>(c));
      default:
        if (auto failure = read_atom(c)) return failure;
    }
    return read_quantifier();
  }

  Failure read_atom(char32_t c) {
    ++cursor_.at;
    switch (c) {
      case U'.':
        text_ += flags_.dot_all ? kAnything : kNoLineEnd;
        return std::nullopt;
      case U'^':
        text_ += flags_.multi_line ? kLineStart : kStart;
        return std::nullopt;
      case U'$':
        text_ += flags_.multi_line ? kLineEnd : kEnd;
        return std::nullopt;
      case U'[':
        return append(rewrite_class(cursor_));
      case U'\\':
        return read_escape();
      default:
        text_ += rewrite_letter(c, flags_.ignore_case);
        return std::nullopt;
    }
  }

  Failure append(Rewritten part) {
    if (!part) return part.error();
    text_ += *part;
    return std::nullopt;
  }

  Failure read_escape() {
    const char32_t letter = cursor_.peek();
    if (is_digit(letter)) return read_back_reference();
    if (const auto plain = escaped_letter(letter)) {
      ++cursor_.at;
      text_ += rewrite_letter(*plain, false);
      return std::nullopt;
    }
    return append(rewrite_class_escape(cursor_));
  }

  // The longest number that some group has; what follows are digits again.
  Failure read_back_reference() {
    std::size_t number = 0;
    std::size_t read = 0;
    while (read < 4 && is_digit(cursor_.peek(read))) {
      const std::size_t longer = number * 10 + (cursor_.peek(read) - U'0');
      if (read > 0 && longer > closed_.size()) break;
      number = longer;
      ++read;
    }
    cursor_.at += read;
    if (number == 0 || number > closed_.size() || !closed_[number - 1]) {
      return fmt::format("`\\{}` refers to no group that ends before it", number);
    }
    text_ += fmt::format("(?{}:\\{})", flags_.ignore_case ? "i" : "", number);
    return std::nullopt;
  }

  Failure open_group() {
    ++cursor_.at;
    if (open_.size() >= kDeepest) return "groups nest too deep";
    if (cursor_.peek() == U'?') {
      if (cursor_.peek(1) != U':') return "`(?` is only known as `(?:`";
      cursor_.at += 2;
      text_ += "(?:";
      open_.push_back(kNoNumber);
      return std::nullopt;
    }
    text_ += '(';
    open_.push_back(closed_.size());
    closed_.push_back(false);
    return std::nullopt;
  }

  Failure close_group() {
    ++cursor_.at;
    if (open_.empty()) return "`)` closes nothing";
    if (open_.back() != kNoNumber) closed_[open_.back()] = true;
    open_.pop_back();
    text_ += ')';
    return std::nullopt;
  }

  Failure read_quantifier() {
    const char32_t c = cursor_.peek();
    if (c == U'?' || c == U'*' || c == U'+') {
      ++cursor_.at;
      text_ += static_cast<char>(c);
    } else if (c == U'{') {
      ++cursor_.at;
      if (auto failure = read_times()) return failure;
    } else {
      return std::nullopt;
    }
    if (cursor_.skip(U'?')) text_ += '?';
    return std::nullopt;
  }

  // `3}`, `3,}` or `3,5}`.
  Failure read_times() {
    const auto low = read_number();
    if (!low) return low.error();
    text_ += fmt::format("{{{}", *low);
    if (cursor_.skip(U',')) {
      text_ += ',';
      if (cursor_.peek() != U'}') {
        const auto high = read_number();
        if (!high) return high.error();
        if (*high < *low) return fmt::format("`{{{},{}}}` runs backwards", *low, *high);
        text_ += std::to_string(*high);
      }
    }
    if (!cursor_.skip(U'}')) return "`{` begins a number of times such as `{3}`, `{3,}` or `{3,5}`";
    text_ += '}';
    return std::nullopt;
  }

  std::expected<std::int32_t, std::string> read_number() {
    std::int32_t number = 0;
    const std::size_t from = cursor_.at;
    while (is_digit(cursor_.peek())) {
      number = number * 10 + static_cast<std::int32_t>(cursor_.peek() - U'0');
      if (number > kMostTimes)
        return std::unexpected(fmt::format("nothing repeats more than {} times", kMostTimes));
      ++cursor_.at;
    }
    if (cursor_.at != from) return number;
    return std::unexpected(std::string("`{` begins a number of times such as `{3}`, `{3,}` or `{3,5}`"));
  }

  PatternCursor cursor_;
  const PatternFlags& flags_;
  std::string text_;
  std::vector<std::size_t> open_;  // the numbers, from zero, of the groups that are open
  std::vector<bool> closed_;       // of each capturing group
};

}  // namespace

std::expected<PatternFlags, std::string> read_flags(std::string_view text) {
  PatternFlags flags;
  const auto points = base::decode_utf8(text);
  if (!points) return std::unexpected(std::string("the flags are not UTF-8"));
  for (const char32_t letter : *points) {
    if (letter == U's') {
      flags.dot_all = true;
    } else if (letter == U'm') {
      flags.multi_line = true;
    } else if (letter == U'i') {
      flags.ignore_case = true;
    } else if (letter == U'x') {
      flags.spaced = true;
    } else {
      return std::unexpected(fmt::format("`{}` is none of the flags `s`, `m`, `i` and `x`",
                                         base::encode_utf8(std::u32string_view(&letter, 1))));
    }
  }
  return flags;
}

std::expected<RewrittenPattern, std::string> rewrite_pattern(std::string_view pattern,
                                                             const PatternFlags& flags) {
  auto points = base::decode_utf8(pattern);
  if (!points) return std::unexpected(std::string("the pattern is not UTF-8"));
  if (points->size() > kLongest) {
    return std::unexpected(fmt::format("the pattern is longer than {} characters", kLongest));
  }
  if (flags.spaced) *points = without_spaces(*points);
  return Rewriter(*points, flags).run();
}

}  // namespace qingheng::feel
