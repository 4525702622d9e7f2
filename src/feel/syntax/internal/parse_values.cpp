// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include "base/unicode.hpp"
#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {
namespace {

struct Escape {
  std::size_t length = 0;  // bytes from the backslash on
  char32_t code = 0;
  std::string_view wrong;  // why it is none; empty: it is good
};

std::optional<char32_t> hex(std::string_view digits, std::size_t wanted) {
  if (digits.size() != wanted) return std::nullopt;
  char32_t code = 0;
  for (const char digit : digits) {
    const bool letter = (digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F');
    if (!letter && !(digit >= '0' && digit <= '9')) return std::nullopt;
    code = code * 16 + static_cast<char32_t>(letter ? (digit | 0x20) - 'a' + 10 : digit - '0');
  }
  return code;
}

bool is_surrogate(char32_t code) { return code >= 0xD800 && code <= 0xDFFF; }

/// `\uXXXX`, a pair of them beyond the basic plane, or `\UXXXXXX` at the front of `text`.
Escape unicode_escape(std::string_view text) {
  const std::size_t digits = text[1] == 'u' ? 4 : 6;
  const std::size_t length = digits + 2;
  const std::optional<char32_t> code = hex(text.substr(2, digits), digits);
  if (!code) {
    const std::size_t stop =
        std::min({text.find_first_not_of("0123456789abcdefABCDEF", 2), length, text.size()});
    return {stop, 0,
            digits == 4 ? "`\\u` needs four hexadecimal digits" : "`\\U` needs six hexadecimal digits"};
  }
  if (*code > 0x10FFFF) return {length, 0, "there is no such character"};
  if (!is_surrogate(*code)) return {length, *code, {}};
  constexpr std::string_view kAlone = "half of a surrogate pair stands alone";
  if (digits != 4 || *code >= 0xDC00 || text.substr(6, 2) != "\\u") return {length, 0, kAlone};
  const std::optional<char32_t> low = hex(text.substr(8, 4), 4);
  if (!low || *low < 0xDC00 || *low > 0xDFFF) return {length, 0, kAlone};
  return {12, 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00), {}};
}

std::optional<char> simple_escape(char letter) {
  switch (letter) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '"':
    case '\'':
    case '\\':
      return letter;
    default:
      return std::nullopt;
  }
}

}  // namespace

/// A backslash before any other letter stands for itself: patterns such as `\d` are written so.
std::optional<std::string> Parser::text_of(const Token& token) {
  const std::string_view inner = token.text.substr(1, token.text.size() - 2);
  std::string out;
  out.reserve(inner.size());
  for (std::size_t index = 0; index < inner.size();) {
    if (inner[index] != '\\' || index + 1 >= inner.size()) {
      out += inner[index++];
      continue;
    }
    const char letter = inner[index + 1];
    if (letter == 'u' || letter == 'U') {
      const Escape escape = unicode_escape(inner.substr(index));
      if (!escape.wrong.empty()) {
        const auto begin = static_cast<std::uint32_t>(token.begin + 1 + index);
        fail(SyntaxError::BadEscape, text_.sub(begin, begin + static_cast<std::uint32_t>(escape.length)),
             std::string(escape.wrong), "a backslash itself is written `\\\\`");
        return std::nullopt;
      }
      out += base::encode_utf8(std::u32string_view(&escape.code, 1));
      index += escape.length;
    } else if (const std::optional<char> simple = simple_escape(letter)) {
      out += *simple;
      index += 2;
    } else {
      out += inner[index++];
    }
  }
  if (!base::is_utf8(out)) {
    fail(SyntaxError::NotUtf8, span_of(token), "the text is not UTF-8 here",
         "save the text in the encoding UTF-8");
    return std::nullopt;
  }
  return out;
}

NodePtr Parser::constant(Value value) {
  const std::size_t first = next_++;
  NodePtr node = make(NodeKind::Literal, first);
  node->value = std::move(value);
  return node;
}

NodePtr Parser::number() {
  const std::optional<base::Decimal> value = base::Decimal::parse(peek().text);
  if (!value || !value->is_finite()) {
    return fail_at_token(SyntaxError::BadNumber, "the number is too large");
  }
  return constant(Value::number(*value));
}

NodePtr Parser::string() {
  std::optional<std::string> text = text_of(peek());
  return text ? constant(Value::string(std::move(*text))) : nullptr;
}

NodePtr Parser::temporal() {
  const std::size_t first = next_++;
  if (peek().kind != TokenKind::String)
    return unexpected("a date, time or duration between quotes after `@`");
  const std::optional<std::string> text = text_of(peek());
  if (!text) return nullptr;
  Outcome value = language_.temporal(*text);
  if (!value) {
    return fail(SyntaxError::BadTemporal, span_of(peek()), value.error(),
                "such as `@\"2019-09-12\"`, `@\"09:00:00\"`, `@\"2019-09-12T09:00:00\"` or `@\"P1Y6M\"`");
  }
  NodePtr node = constant(std::move(*value));
  node->span = since(first);
  return node;
}

}  // namespace qingheng::feel::syntax
