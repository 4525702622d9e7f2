// SPDX-License-Identifier: Apache-2.0
// Tables from texts, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "decision/analyse/words.hpp"

namespace qingheng::decision::analyse {

inline Cell cell_of(std::string text, feel::Form form, const feel::Type& tested = feel::Type::any(),
                    const feel::Scope& scope = {}) {
  const base::SourceSpan span = base::whole(base::make_source("cell", std::move(text)));
  auto compiled =
      feel::compile(span, scope, {.form = form, .checking = feel::Checking::Standard, .tested = tested});
  return {compiled ? *compiled : nullptr, span};
}

struct TableText {
  model::HitPolicy hit = model::HitPolicy::Unique;
  std::vector<InputColumn> inputs;
  std::vector<OutputColumn> outputs;
  std::vector<std::vector<std::string>> rows;  // tests, then outputs
};

inline InputColumn input(std::string name, feel::Type type, std::string allowed = {}) {
  InputColumn column{name, {}, type, {}, base::whole(base::make_source("column", name))};
  if (!allowed.empty()) column.allowed.push_back(cell_of(allowed, feel::Form::UnaryTests, type));
  return column;
}

inline OutputColumn output(std::string name, const std::vector<std::string>& values = {}) {
  OutputColumn column{name, {}, {}, {}, base::whole(base::make_source("column", name))};
  for (const std::string& value : values)
    column.values.push_back(
        feel::evaluate(*cell_of(value, feel::Form::Expression).compiled, {}, feel::Host{}));
  return column;
}

inline Table table_of(TableText text) {
  feel::Scope scope;
  scope.declare("limit", feel::Type::number());
  Table table{"t",
              text.hit,
              model::Aggregation::None,
              std::move(text.inputs),
              std::move(text.outputs),
              {},
              base::whole(base::make_source("table", "t"))};
  for (const auto& cells : text.rows) {
    Row row;
    row.span = base::whole(base::make_source("row", fmt::format("{}", fmt::join(cells, " | "))));
    for (std::size_t at = 0; at < cells.size(); ++at)
      if (at < table.inputs.size())
        row.tests.push_back(cell_of(cells[at], feel::Form::UnaryTests, table.inputs[at].type, scope));
      else
        row.outputs.push_back(cell_of(cells[at], feel::Form::Expression, feel::Type::any(), scope));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Code and message of every finding, with the characters it points at.
inline std::vector<std::string> said_of(const Table& table, const Limits& limits = {}) {
  std::vector<std::string> said;
  for (const Finding& finding : analyse(table, limits)) {
    const base::Diagnostic diagnostic = describe(table, finding, kModelVoice);
    said.push_back(fmt::format("{} {}", diagnostic.code, diagnostic.message));
  }
  return said;
}

}  // namespace qingheng::decision::analyse
