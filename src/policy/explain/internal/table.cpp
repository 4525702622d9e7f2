// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
// Decision tables over facts that may be unknown: a row hits, does not, or may hit.
#include "decision/table/hit_policy.hpp"
#include "policy/explain/internal/inputs.hpp"

namespace qingheng::policy {

using feel::Value;

namespace {

/// The cells of one table, with the inputs that its rows test.
class TableCells final : public decision::table::Cells {
 public:
  TableCells(const Table& table, const Cell& cell) : table_(table), cell_(cell) {
    tested_.reserve(table.inputs.size());
    for (const TableInputColumn& column : table.inputs) tested_.push_back(cell(column.expression, nullptr));
  }

  [[nodiscard]] Value passes(std::size_t row, std::size_t test) override {
    return cell_(table_.rows[row].tests[test], &tested_[test]);
  }
  [[nodiscard]] Value output(std::size_t row, std::size_t column) override {
    return cell_(table_.rows[row].outputs[column], nullptr);
  }

 private:
  const Table& table_;
  const Cell& cell_;
  std::vector<Value> tested_;
};

}  // namespace

Value table_value(const Table& table, const Cell& cell) {
  std::vector<std::string> names;
  std::vector<std::vector<Value>> order;
  for (const TableOutputColumn& column : table.outputs) {
    names.push_back(column.name);
    order.push_back(column.values);
  }
  decision::table::Rules rules;
  rules.hit = table.hit;
  rules.aggregation = table.aggregation;
  rules.name = table.head.id;
  rules.outputs = names;
  rules.order = order;
  rules.rows = table.rows.size();
  rules.tests = table.inputs.size();
  TableCells cells(table, cell);
  return decision::table::outcome(rules, cells);
}

}  // namespace qingheng::policy
