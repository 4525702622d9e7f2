// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/compile/table_rows.hpp"

#include <algorithm>

#include "decision/analyse/words.hpp"

namespace qingheng::policy::compile {

namespace {

namespace analyse = decision::analyse;

constexpr analyse::Voice kVoice = {{"P133", "P133", "P134", "P137", "P138", "P138", "P139", "P140", "P141"},
                                   "`hit`"};

analyse::Cell cell_of(const Expression& expression) { return {expression.compiled, expression.span}; }

std::vector<analyse::Cell> cells_of(const std::vector<Expression>& expressions) {
  std::vector<analyse::Cell> cells;
  for (const Expression& expression : expressions) cells.push_back(cell_of(expression));
  return cells;
}

analyse::Table described(const Table& table) {
  analyse::Table made;
  made.name = table.head.id;
  made.hit = table.hit;
  made.aggregation = table.aggregation;
  made.span = table.head.span;
  for (const TableInputColumn& input : table.inputs) {
    const base::SourceSpan& place = input.expression.span;
    made.inputs.push_back({input.name,
                           std::string(place.source ? place.text() : ""),
                           input.type,
                           {},
                           place.source ? place : table.head.span});
  }
  for (const TableOutputColumn& output : table.outputs)
    made.outputs.push_back({output.name, {}, output.values, {}, table.head.span});
  for (const TableRow& row : table.rows)
    made.rows.push_back({cells_of(row.tests), cells_of(row.outputs), row.span});
  return made;
}

}  // namespace

void check_rows(Draft& draft, const Table& table) {
  const bool whole = std::ranges::all_of(table.rows, [&](const TableRow& row) {
    return row.tests.size() == table.inputs.size() && row.outputs.size() == table.outputs.size();
  });
  if (!whole || table.inputs.empty()) return;
  const analyse::Table made = described(table);
  for (const analyse::Finding& finding : analyse::analyse(made))
    draft.found.push_back(analyse::describe(made, finding, kVoice));
}

}  // namespace qingheng::policy::compile
