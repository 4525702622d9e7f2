// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/errors_test.cpp
#include "feel/syntax/syntax_error.hpp"

#include <array>
#include <utility>

namespace qingheng::feel::syntax {
namespace {

constexpr std::array<std::string_view, 19> kCodes = {"F001", "F002", "F003", "F004", "F005", "F006", "F007",
                                                     "F008", "F009", "F010", "F011", "F012", "F013", "F014",
                                                     "F015", "F016", "F017", "F018", "F019"};
static_assert(kCodes.size() == static_cast<std::size_t>(SyntaxError::NotUtf8) + 1);

}  // namespace

std::string_view code_of(SyntaxError error) { return kCodes[static_cast<std::size_t>(error)]; }

base::Diagnostic syntax_error(SyntaxError error, base::SourceSpan span, std::string message,
                              std::string help) {
  base::Diagnostic found;
  found.code = code_of(error);
  found.message = std::move(message);
  found.help = std::move(help);
  found.spans.push_back({std::move(span), {}});
  return found;
}

}  // namespace qingheng::feel::syntax
