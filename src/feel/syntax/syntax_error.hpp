// SPDX-License-Identifier: Apache-2.0
// The table of what can be wrong with the syntax of an expression.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace qingheng::feel::syntax {

/// A syntax error; `code_of` gives its stable code.
enum class SyntaxError : std::uint8_t {
  UnexpectedCharacter,
  UnexpectedEnd,
  MissingBracket,
  BadEscape,
  OpenString,
  OpenComment,
  BadTemporal,
  NotAValue,
  MissingWord,
  FullWidth,
  ForeignOperator,
  TooDeep,
  Leftover,
  NotAName,
  BadNumber,
  NotAType,
  MisplacedTests,
  MixedArguments,
  NotUtf8,
};

/// `F001` to `F019`, in the order of the errors.
[[nodiscard]] std::string_view code_of(SyntaxError error);

/// The finding at `span`.
[[nodiscard]] base::Diagnostic syntax_error(SyntaxError error, base::SourceSpan span, std::string message,
                                            std::string help = {});

}  // namespace qingheng::feel::syntax
