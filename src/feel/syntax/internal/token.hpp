// SPDX-License-Identifier: Apache-2.0
// Text → tokens. What is wrong with a token is said only when the parser comes to it, because a declared name
// may hold any character.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace qingheng::feel::syntax {

/// What a token is.
enum class TokenKind : std::uint8_t {
  Word,         // a run of name characters: a name, a part of one, or a keyword
  Number,       // digits, with a fraction and an exponent
  String,       // with its quotes
  Symbol,       // punctuation or an operator
  Wrong,        // a character that means nothing outside of a declared name
  OpenString,   // a string without end
  OpenComment,  // a comment without end
  End,
};

/// A piece of the text; offsets count bytes.
struct Token {
  TokenKind kind = TokenKind::End;
  bool spaced = false;  // white space or a comment stands before it
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;

  /// True for the word or symbol `wanted`.
  [[nodiscard]] bool is(std::string_view wanted) const {
    return (kind == TokenKind::Word || kind == TokenKind::Symbol) && text == wanted;
  }
};

/// The tokens of `text`, which outlives them; the last one is End.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

/// True for the words that end a name unless a declared name holds them.
[[nodiscard]] bool is_keyword(std::string_view word);

/// What is wrong with a token of kind Wrong, OpenString or OpenComment in `text`.
[[nodiscard]] base::Diagnostic explain(const Token& token, const base::SourceSpan& text);

}  // namespace qingheng::feel::syntax
