// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
// Decision tables (DMN 1.5 §8.2.8) over facts that may be unknown: a row hits, does not, or may hit.
#include <algorithm>

#include "policy/explain/internal/inputs.hpp"

namespace qingheng::policy {

using feel::Value;

namespace {

enum class Hit : std::uint8_t { No, Maybe, Yes };

/// Which rows hit, and what is missing where one only may.
struct Hits {
  std::vector<Hit> rows;
  std::vector<feel::Missing> missing;  // by row

  [[nodiscard]] Value unknown_of(auto wanted) const {
    feel::Missing all;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i] == Hit::Maybe && wanted(i)) add_missing(all, Value::unknown(missing[i]));
    return Value::unknown(std::move(all));
  }
  [[nodiscard]] bool any(Hit hit) const { return std::ranges::find(rows, hit) != rows.end(); }
};

Hits hits_of(const Table& table, const Cell& cell) {
  std::vector<Value> tested;
  for (const TableInputColumn& column : table.inputs) tested.push_back(cell(column.expression, nullptr));
  Hits hits;
  for (const TableRow& row : table.rows) {
    Hit hit = Hit::Yes;
    feel::Missing missing;
    for (std::size_t i = 0; i < row.tests.size() && hit != Hit::No; ++i) {
      const Value passed = cell(row.tests[i], &tested[i]);
      if (passed.is_unknown()) {
        hit = Hit::Maybe;
        add_missing(missing, passed);
      } else if (passed.kind() != feel::Kind::Boolean || !passed.as_boolean()) {
        hit = Hit::No;
      }
    }
    hits.rows.push_back(hit);
    hits.missing.push_back(std::move(missing));
  }
  return hits;
}

Value output_of(const Table& table, std::size_t row, const Cell& cell) {
  const std::vector<Expression>& outputs = table.rows[row].outputs;
  if (outputs.size() == 1) return cell(outputs.front(), nullptr);
  feel::Context entries;
  for (std::size_t i = 0; i < outputs.size(); ++i)
    entries.emplace_back(table.outputs[i].name, cell(outputs[i], nullptr));
  return Value::context(std::move(entries));
}

Value no_row(const Table& table) {
  return Value::null({"no row of the table `" + table.head.id + "` fits", {}});
}

/// The first row that hits; unknown when one before it may.
Value first(const Table& table, const Hits& hits, const Cell& cell) {
  const auto certain = std::ranges::find(hits.rows, Hit::Yes);
  const auto before = [&](std::size_t i) {
    return static_cast<std::ptrdiff_t>(i) < certain - hits.rows.begin();
  };
  Value doubt = hits.unknown_of(before);
  if (!doubt.as_unknown().facts.empty()) return doubt;
  return certain == hits.rows.end()
             ? no_row(table)
             : output_of(table, static_cast<std::size_t>(certain - hits.rows.begin()), cell);
}

/// Rows are disjoint (checked when compiled), so one that hits leaves no room for those that may.
Value unique(const Table& table, const Hits& hits, const Cell& cell) {
  const auto count = std::ranges::count(hits.rows, Hit::Yes);
  if (count > 1)
    return Value::null({"several rows of the table `" + table.head.id + "` fit, which wants only one", {}});
  if (count == 0 && hits.any(Hit::Maybe)) return hits.unknown_of([](std::size_t) { return true; });
  if (count == 0) return no_row(table);
  return output_of(
      table, static_cast<std::size_t>(std::ranges::find(hits.rows, Hit::Yes) - hits.rows.begin()), cell);
}

std::vector<Value> outputs_of_hits(const Table& table, const Hits& hits, const Cell& cell) {
  std::vector<Value> outputs;
  for (std::size_t i = 0; i < hits.rows.size(); ++i)
    if (hits.rows[i] == Hit::Yes) outputs.push_back(output_of(table, i, cell));
  return outputs;
}

/// Place of an output among the values that its column lists; those not listed come last.
std::size_t priority(const Table& table, const Value& output) {
  const TableOutputColumn& column = table.outputs.front();
  const Value* value = table.outputs.size() == 1 ? &output : output.entry(column.name);
  for (std::size_t i = 0; value != nullptr && i < column.values.size(); ++i)
    if (equals(column.values[i], *value) == true) return i;
  return column.values.size();
}

void sort_by_priority(const Table& table, std::vector<Value>& outputs) {
  std::ranges::stable_sort(outputs, {}, [&](const Value& output) { return priority(table, output); });
}

Value any_of(const Table& table, const std::vector<Value>& outputs) {
  for (const Value& output : outputs)
    if (equals(output, outputs.front()) != true)
      return Value::null({"rows of the table `" + table.head.id + "` that fit differ in their outcome", {}});
  return outputs.front();
}

Value sum_of(const std::vector<Value>& outputs) {
  base::Decimal sum;
  for (const Value& output : outputs) {
    if (output.kind() != feel::Kind::Number) return output.is_unknown() ? output : Value{};
    sum = sum + output.as_number();
  }
  return Value::number(sum);
}

Value extreme_of(const std::vector<Value>& outputs, std::strong_ordering wanted) {
  Value best = outputs.front();
  for (const Value& output : outputs) {
    if (output.is_unknown()) return output;
    const auto compared = order(output, best);
    if (!compared) return {};
    if (*compared == wanted) best = output;
  }
  return best;
}

Value collect(const Table& table, std::vector<Value> outputs) {
  switch (table.aggregation) {
    case Aggregation::None:
      return Value::list(std::move(outputs));
    case Aggregation::Count:
      return Value::number(static_cast<std::int64_t>(outputs.size()));
    case Aggregation::Sum:
      return outputs.empty() ? Value{} : sum_of(outputs);
    case Aggregation::Min:
      return outputs.empty() ? Value{} : extreme_of(outputs, std::strong_ordering::less);
    case Aggregation::Max:
      return outputs.empty() ? Value{} : extreme_of(outputs, std::strong_ordering::greater);
  }
  return {};
}

}  // namespace

Value table_value(const Table& table, const Cell& cell) {
  const Hits hits = hits_of(table, cell);
  if (table.hit == HitPolicy::First) return first(table, hits, cell);
  if (table.hit == HitPolicy::Unique) return unique(table, hits, cell);

  // Rows that fit must agree under `any`, so a certain one settles it; elsewhere one that may fit can change
  // the outcome.
  const bool settled = table.hit == HitPolicy::Any && hits.any(Hit::Yes);
  if (hits.any(Hit::Maybe) && !settled) return hits.unknown_of([](std::size_t) { return true; });
  std::vector<Value> outputs = outputs_of_hits(table, hits, cell);
  if (table.hit == HitPolicy::Collect) return collect(table, std::move(outputs));
  if (outputs.empty()) return no_row(table);
  switch (table.hit) {
    case HitPolicy::Any:
      return any_of(table, outputs);
    case HitPolicy::Priority:
      sort_by_priority(table, outputs);
      return outputs.front();
    case HitPolicy::OutputOrder:
      sort_by_priority(table, outputs);
      break;
    default:
      break;
  }
  return Value::list(std::move(outputs));
}

}  // namespace qingheng::policy
