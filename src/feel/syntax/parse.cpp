// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include "feel/syntax/parse.hpp"

#include "feel/builtins/builtin.hpp"
#include "feel/syntax/internal/parser.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel::syntax {

std::expected<NodePtr, base::Diagnostics> parse(const base::SourceSpan& text, const Scope& scope, Form form) {
  return Parser(text, scope, {builtin_names(), &parse_temporal}).run(form);
}

}  // namespace qingheng::feel::syntax
