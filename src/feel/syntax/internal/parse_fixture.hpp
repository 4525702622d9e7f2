// SPDX-License-Identifier: Apache-2.0
// Parsing in tests, apart from the table of built-ins and from the lexical forms of times.
#pragma once

#include <array>
#include <string>

#include "feel/syntax/internal/parser.hpp"
#include "feel/syntax/print.hpp"

namespace qingheng::feel::syntax {

inline Outcome read_temporal_for_test(std::string_view text) {
  if (text == "bad") return std::unexpected("`bad` is no date, time or duration");
  return Value::months_duration(1);
}

inline std::expected<NodePtr, base::Diagnostics> parse_for_test(const std::string& text,
                                                                const Scope& scope = {},
                                                                Form form = Form::Expression) {
  static const std::array<std::string, 9> functions = {
      "date and time", "date", "time", "list replace", "substring", "count", "string length", "not", "sum"};
  return Parser(base::whole(base::make_source("expression", text)), scope,
                {functions, &read_temporal_for_test})
      .run(form);
}

/// The tree printed, or the whole finding as an author reads it.
inline std::string tree_of(const std::string& text, const Scope& scope = {}, Form form = Form::Expression) {
  auto tree = parse_for_test(text, scope, form);
  return tree ? print(**tree) : base::render(tree.error().front());
}

}  // namespace qingheng::feel::syntax
