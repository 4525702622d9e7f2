// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/pattern_functions_test.cpp
#include "feel/builtins/internal/pattern_classes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>

#include "base/unicode.hpp"

namespace qingheng::feel {

namespace {

constexpr int kDeepest = 50;
constexpr std::uint64_t kSetWork = 500;              // steps that one set of characters costs to compile
constexpr std::uint64_t kPointsAStep = 16;           // characters that one step finds the other cases of
constexpr std::uint64_t kMostClosureWork = 250'000;  // steps in one pattern

// XML 1.0 §2.3: what a name may start with, and what it may go on with.
constexpr std::string_view kNameStart =
    ":A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}"
    "\\x{200C}\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}"
    "\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}";
constexpr std::string_view kNameRest = "\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}\\x{2040}";
constexpr std::string_view kSpaces = "\\x{20}\\x{9}\\x{A}\\x{D}";
constexpr std::string_view kNoWord = "\\p{P}\\p{Z}\\p{C}";

constexpr std::array<std::string_view, 36> kCategories{"L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc",
                                                       "Me", "N",  "Nd", "Nl", "No", "P",  "Pc", "Pd", "Ps",
                                                       "Pe", "Pi", "Pf", "Po", "Z",  "Zs", "Zl", "Zp", "S",
                                                       "Sm", "Sc", "Sk", "So", "C",  "Cc", "Cf", "Co", "Cn"};

std::unexpected<std::string> wrong(std::string why) { return std::unexpected(std::move(why)); }

std::string shown(char32_t letter) { return base::encode_utf8(std::u32string_view(&letter, 1)); }

std::string set_of(std::string_view members, bool negated) {
  return fmt::format("[{}{}]", negated ? "^" : "", members);
}

std::string hex(UChar32 point) { return fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(point)); }

void close_over_cases(icu::UnicodeSet& set) {
  set.closeOver(USET_CASE_INSENSITIVE);
  set.removeAllStrings();
}

std::string ranges_of(const icu::UnicodeSet& set) {
  std::string text;
  for (std::int32_t i = 0; i < set.getRangeCount(); ++i) {
    text += hex(set.getRangeStart(i));
    if (set.getRangeEnd(i) != set.getRangeStart(i)) text += "-" + hex(set.getRangeEnd(i));
  }
  return text;
}

// `Lu` or `IsBasicLatin`, between the braces of `\p{…}`.
Rewritten rewrite_property(std::string_view name, bool negated) {
  const char letter = negated ? 'P' : 'p';
  if (std::ranges::find(kCategories, name) != kCategories.end())
    return fmt::format("\\{}{{{}}}", letter, name);
  const bool plain = std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!name.starts_with("Is") || !plain) return wrong(fmt::format("there is no property `{}`", name));
  const std::string block(name.substr(2));
  if (u_getPropertyValueEnum(UCHAR_BLOCK, block.c_str()) == UCHAR_INVALID_CODE) {
    return wrong(fmt::format("there is no block `{}`", block));
  }
  return fmt::format("\\{}{{Block={}}}", letter, block);
}

Rewritten read_property(PatternCursor& cursor, bool negated) {
  if (!cursor.skip(U'{')) return wrong("`\\p` is followed by a name in braces");
  const std::size_t from = cursor.at;
  while (!cursor.at_end() && cursor.peek() != U'}') ++cursor.at;
  const std::string name = base::encode_utf8(cursor.points.substr(from, cursor.at - from));
  if (!cursor.skip(U'}')) return wrong("the `{` of `\\p` is never closed");
  return rewrite_property(name, negated);
}

// Reads the inside of a class item by item.
class ClassReader {
 public:
  ClassReader(PatternCursor& cursor, int depth) : cursor_(cursor), depth_(depth) {}

  Rewritten read() {
    if (depth_ > kDeepest) return wrong("classes nest too deep");
    const bool negated = cursor_.skip(U'^');
    const std::size_t first = cursor_.at;
    while (!cursor_.at_end() && cursor_.peek() != U']') {
      if (cursor_.at != first && cursor_.peek() == U'-' && cursor_.peek(1) == U'[') return subtract(negated);
      if (auto failure = read_item(cursor_.at == first)) return wrong(*std::move(failure));
    }
    if (cursor_.at == first) return wrong("`[` and `]` have nothing between them");
    if (!cursor_.skip(U']')) return wrong("`[` is never closed");
    return finished(negated);
  }

 private:
  using Failure = std::optional<std::string>;

  Rewritten finished(bool negated) {
    cursor_.work += kSetWork;
    if (cursor_.ignore_case && !letters_.isEmpty()) {
      cursor_.work += static_cast<std::uint64_t>(letters_.size()) / kPointsAStep;
      if (cursor_.work > kMostClosureWork)
        return wrong("it covers too many characters without regard to case");
      close_over_cases(letters_);
    }
    return set_of(ranges_of(letters_) + escapes_, negated);
  }

  Rewritten subtract(bool negated) {
    cursor_.at += 2;
    auto whole = finished(negated);
    if (!whole) return whole;
    auto taken = rewrite_class(cursor_, depth_ + 1);
    if (!taken) return taken;
    if (!cursor_.skip(U']')) return wrong("a class ends with what is subtracted from it");
    return fmt::format("[{}--{}]", *whole, *taken);
  }

  Failure read_item(bool first) {
    if (cursor_.peek() == U'\\' && !escaped_letter(cursor_.peek(1))) {
      ++cursor_.at;
      auto escape = rewrite_class_escape(cursor_);
      if (!escape) return escape.error();
      escapes_ += *escape;
      return std::nullopt;
    }
    if (cursor_.peek() == U'-' && !first && cursor_.peek(1) != U']') {
      return "`-` stands first, last, between two characters, or as `\\-`";
    }
    const auto low = read_letter();
    if (!low) return low.error();
    if (cursor_.peek() != U'-' || cursor_.peek(1) == U']' || cursor_.peek(1) == U'[') {
      letters_.add(static_cast<UChar32>(*low));
      return std::nullopt;
    }
    ++cursor_.at;
    const auto high = read_letter();
    if (!high) return high.error();
    if (*high < *low) return fmt::format("`{}-{}` runs backwards", shown(*low), shown(*high));
    letters_.add(static_cast<UChar32>(*low), static_cast<UChar32>(*high));
    return std::nullopt;
  }

  std::expected<char32_t, std::string> read_letter() {
    const char32_t letter = cursor_.peek();
    if (letter == U'\\') {
      const auto escaped = escaped_letter(cursor_.peek(1));
      if (!escaped) return std::unexpected(std::string("a class of characters is no end of a range"));
      cursor_.at += 2;
      return *escaped;
    }
    if (cursor_.at_end()) return std::unexpected(std::string("`[` is never closed"));
    if (letter == U'[') return std::unexpected(std::string("`[` inside of a class is written `\\[`"));
    ++cursor_.at;
    return letter;
  }

  PatternCursor& cursor_;
  int depth_;
  icu::UnicodeSet letters_;
  std::string escapes_;
};

}  // namespace

std::string rewrite_letter(char32_t letter, bool ignore_case) {
  const auto point = static_cast<UChar32>(letter);
  if (!ignore_case) return hex(point);
  icu::UnicodeSet set(point, point);
  close_over_cases(set);
  return set.size() == 1 ? hex(point) : set_of(ranges_of(set), false);
}

std::optional<char32_t> escaped_letter(char32_t letter) {
  if (letter == U'n') return U'\n';
  if (letter == U'r') return U'\r';
  if (letter == U't') return U'\t';
  constexpr std::u32string_view kThemselves = U"\\|.?*+(){}-[]^$";
  if (kThemselves.find(letter) != std::u32string_view::npos) return letter;
  return std::nullopt;
}

Rewritten rewrite_class_escape(PatternCursor& cursor) {
  if (cursor.at_end()) return wrong("`\\` is followed by nothing");
  const char32_t letter = cursor.peek();
  ++cursor.at;
  cursor.work += kSetWork;
  switch (letter) {
    case U'd':
      return "\\p{Nd}";
    case U'D':
      return "\\P{Nd}";
    case U's':
    case U'S':
      return set_of(kSpaces, letter == U'S');
    case U'w':
    case U'W':
      return set_of(kNoWord, letter == U'w');
    case U'i':
    case U'I':
      return set_of(kNameStart, letter == U'I');
    case U'c':
    case U'C':
      return set_of(fmt::format("{}{}", kNameStart, kNameRest), letter == U'C');
    case U'p':
    case U'P':
      return read_property(cursor, letter == U'P');
    default:
      return wrong(fmt::format("there is no escape `\\{}`", shown(letter)));
  }
}

Rewritten rewrite_class(PatternCursor& cursor, int depth) { return ClassReader(cursor, depth).read(); }

}  // namespace qingheng::feel
