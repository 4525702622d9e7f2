// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include <algorithm>
#include <array>
#include <utility>

#include <unicode/utf8.h>

#include "feel/syntax/internal/token.hpp"

namespace qingheng::feel::syntax {
namespace {

using Interval = std::pair<std::int32_t, std::int32_t>;

template <std::size_t size>
bool within(const std::array<Interval, size>& intervals, std::int32_t point) {
  return std::ranges::any_of(intervals, [point](const Interval& interval) {
    return point >= interval.first && point <= interval.second;
  });
}

// DMN 1.5 §10.3.1.2 rule 28, less `?` and less the punctuation of Chinese text that its ranges hold.
constexpr std::array<Interval, 22> kNameStart = {
    {{'A', 'Z'},       {'_', '_'},        {'a', 'z'},       {0xC0, 0xD6},     {0xD8, 0xF6},
     {0xF8, 0x2FF},    {0x370, 0x37D},    {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F},
     {0x2C00, 0x2FEF}, {0x3004, 0x3007},  {0x3012, 0x3013}, {0x3020, 0xD7FF}, {0xF900, 0xFDCF},
     {0xFDF0, 0xFEFE}, {0xFF21, 0xFF3A},  {0xFF41, 0xFF5A}, {0xFF66, 0xFFDC}, {0xFFE8, 0xFFEE},
     {0xFFFD, 0xFFFD}, {0x10000, 0xEFFFF}}};
// Rule 29; full-width digits may continue a name but not begin one, where they would pass for a number.
constexpr std::array<Interval, 5> kNamePart = {
    {{'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}, {0xFF10, 0xFF19}}};
// Rules 61 and 62.
constexpr std::array<Interval, 12> kSpace = {{{0x09, 0x0D},
                                              {0x20, 0x20},
                                              {0x85, 0x85},
                                              {0xA0, 0xA0},
                                              {0x1680, 0x1680},
                                              {0x180E, 0x180E},
                                              {0x2000, 0x200B},
                                              {0x2028, 0x2029},
                                              {0x202F, 0x202F},
                                              {0x205F, 0x205F},
                                              {0x3000, 0x3000},
                                              {0xFEFF, 0xFEFF}}};
constexpr std::array<std::string_view, 9> kPairs = {"..", "**", "<=", ">=", "!=", "->", "==", "&&", "||"};
constexpr std::string_view kSymbols = "()[]{},:.+-*/<>=?@";

bool is_digit(char character) { return character >= '0' && character <= '9'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> all() {
    std::vector<Token> tokens;
    while (true) {
      const std::size_t before = at_;
      Token token;
      const bool open_comment = !skip_space();
      token.spaced = at_ > before;
      const std::size_t begin = at_;
      token.kind = open_comment ? take_rest() : take();
      token.begin = static_cast<std::uint32_t>(begin);
      token.end = static_cast<std::uint32_t>(at_);
      token.text = text_.substr(begin, at_ - begin);
      tokens.push_back(token);
      if (token.kind == TokenKind::End) return tokens;
    }
  }

 private:
  struct Point {
    std::int32_t code = -1;  // below zero: no UTF-8, or the end
    std::size_t after = 0;
  };

  [[nodiscard]] Point point_at(std::size_t at) const {
    if (at >= text_.size()) return {-1, at};
    const auto first = static_cast<unsigned char>(text_[at]);
    if (first < 0x80) return {first, at + 1};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    auto after = static_cast<std::int32_t>(at);
    std::int32_t code = 0;
    U8_NEXT(bytes, after, static_cast<std::int32_t>(text_.size()), code);
    return {code, static_cast<std::size_t>(after)};
  }

  /// False when a comment without end begins here.
  bool skip_space() {
    while (at_ < text_.size()) {
      if (text_.substr(at_, 2) == "//") {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (text_.substr(at_, 2) == "/*") {
        const std::size_t close = text_.find("*/", at_ + 2);
        if (close == std::string_view::npos) return false;
        at_ = close + 2;
      } else {
        const Point point = point_at(at_);
        if (!within(kSpace, point.code)) return true;
        at_ = point.after;
      }
    }
    return true;
  }

  TokenKind take_rest() {
    at_ = text_.size();
    return TokenKind::OpenComment;
  }

  TokenKind take() {
    if (at_ >= text_.size()) return TokenKind::End;
    const char first = text_[at_];
    if (is_digit(first) || (first == '.' && digit_at(at_ + 1))) return take_number();
    if (first == '"') return take_string();
    const std::string_view pair = text_.substr(at_, 2);
    if (std::ranges::find(kPairs, pair) != kPairs.end()) {
      at_ += 2;
      return pair == "==" || pair == "&&" || pair == "||" ? TokenKind::Wrong : TokenKind::Symbol;
    }
    if (kSymbols.find(first) != std::string_view::npos) {
      ++at_;
      return TokenKind::Symbol;
    }
    return take_word();
  }

  [[nodiscard]] bool digit_at(std::size_t at) const { return at < text_.size() && is_digit(text_[at]); }
  void take_digits() {
    while (digit_at(at_)) ++at_;
  }

  TokenKind take_number() {
    take_digits();
    if (at_ < text_.size() && text_[at_] == '.' && digit_at(at_ + 1)) {
      ++at_;
      take_digits();
    }
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      std::size_t digits = at_ + 1;
      if (digits < text_.size() && (text_[digits] == '+' || text_[digits] == '-')) ++digits;
      if (digit_at(digits)) {
        at_ = digits;
        take_digits();
      }
    }
    return TokenKind::Number;
  }

  TokenKind take_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r'; ++at_) {
      if (text_[at_] == '"') {
        ++at_;
        return TokenKind::String;
      }
      const bool escapes = text_[at_] == '\\' && at_ + 1 < text_.size();
      if (escapes && text_[at_ + 1] != '\n' && text_[at_ + 1] != '\r') ++at_;
    }
    return TokenKind::OpenString;
  }

  TokenKind take_word() {
    Point point = point_at(at_);
    at_ = point.after;
    if (point.code < 0 || !within(kNameStart, point.code)) return TokenKind::Wrong;
    for (point = point_at(at_);
         point.code >= 0 && (within(kNameStart, point.code) || within(kNamePart, point.code));
         point = point_at(at_)) {
      at_ = point.after;
    }
    return TokenKind::Word;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::array<std::string_view, 18> kKeywords = {
    "and", "or",   "then",  "else", "in",   "between", "return", "satisfies", "if",
    "for", "some", "every", "not",  "true", "false",   "null",   "function",  "external"};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) { return Lexer(text).all(); }

bool is_keyword(std::string_view word) { return std::ranges::find(kKeywords, word) != kKeywords.end(); }

}  // namespace qingheng::feel::syntax
