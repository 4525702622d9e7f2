// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/errors_test.cpp
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/unicode.hpp"
#include "feel/syntax/internal/token.hpp"
#include "feel/syntax/syntax_error.hpp"

namespace qingheng::feel::syntax {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// What Chinese keyboards type in place of ASCII, beyond the block of full-width forms.
constexpr std::array<Pair, 18> kChinese = {{{"“", "\""},
                                            {"”", "\""},
                                            {"‘", "\""},
                                            {"’", "\""},
                                            {"「", "\""},
                                            {"」", "\""},
                                            {"『", "\""},
                                            {"』", "\""},
                                            {"、", ","},
                                            {"。", "."},
                                            {"【", "["},
                                            {"】", "]"},
                                            {"〔", "["},
                                            {"〕", "]"},
                                            {"《", "<"},
                                            {"》", ">"},
                                            {"〈", "<"},
                                            {"〉", ">"}}};
constexpr std::array<Pair, 17> kForeign = {{{"==", "="},
                                            {"&&", "and"},
                                            {"||", "or"},
                                            {"&", "and"},
                                            {"|", "or"},
                                            {"!", "not(…)"},
                                            {"^", "**"},
                                            {"%", "modulo(…, …)"},
                                            {"≥", ">="},
                                            {"≤", "<="},
                                            {"≠", "!="},
                                            {"×", "*"},
                                            {"÷", "/"},
                                            {"−", "-"},
                                            {"–", "-"},
                                            {"—", "-"},
                                            {"…", ".."}}};

template <std::size_t size>
std::string_view counterpart(const std::array<Pair, size>& table, std::string_view text) {
  const auto* const found = std::ranges::find(table, text, &Pair::first);
  return found == table.end() ? std::string_view() : found->second;
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// The ASCII form of a full-width form, or empty.
std::string half_width(std::string_view text) {
  const std::string half = base::to_half_width(text);
  return half.size() == 1 ? half : std::string();
}

base::Diagnostic explain_character(const Token& token, const base::SourceSpan& span) {
  if (!base::is_utf8(token.text)) {
    return syntax_error(SyntaxError::NotUtf8, span, "the text is not UTF-8 here",
                        "save the text in the encoding UTF-8");
  }
  std::string ascii(counterpart(kChinese, token.text));
  if (ascii.empty() && static_cast<unsigned char>(token.text.front()) >= 0x80) ascii = half_width(token.text);
  if (!ascii.empty()) {
    return syntax_error(SyntaxError::FullWidth, span, quoted(token.text) + " is a full-width character",
                        "type the ASCII character " + quoted(ascii));
  }
  if (const std::string_view ours = counterpart(kForeign, token.text); !ours.empty()) {
    return syntax_error(SyntaxError::ForeignOperator, span, quoted(token.text) + " is no operator of FEEL",
                        "write " + quoted(ours));
  }
  std::string help = token.text == "'" ? "texts stand between double quotes: `\"…\"`" : "";
  return syntax_error(SyntaxError::UnexpectedCharacter, span, "unexpected character " + quoted(token.text),
                      std::move(help));
}

}  // namespace

base::Diagnostic explain(const Token& token, const base::SourceSpan& text) {
  if (token.kind == TokenKind::OpenString) {
    return syntax_error(SyntaxError::OpenString, text.sub(token.begin, token.end), "the text has no end",
                        "close it with `\"` on the same line; a line break inside is written `\\n`");
  }
  if (token.kind == TokenKind::OpenComment) {
    return syntax_error(SyntaxError::OpenComment, text.sub(token.begin, token.begin + 2),
                        "the comment has no end", "close it with `*/`");
  }
  return explain_character(token, text.sub(token.begin, token.end));
}

}  // namespace qingheng::feel::syntax
