// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/report_test.cpp
#include "decision/analyse/internal/outputs.hpp"

#include <algorithm>

#include "decision/analyse/internal/literals.hpp"

namespace qingheng::decision::analyse {

using feel::Value;

Outputs::Outputs(const Table& table) : table_(&table) {
  for (const Row& row : table.rows) {
    auto& constants = constants_.emplace_back();
    for (const Cell& output : row.outputs) constants.push_back(constant_value(output));
    constants.resize(table.outputs.size());
  }
}

bool Outputs::differ(std::size_t a, std::size_t b) const {
  for (std::size_t column = 0; column < table_->outputs.size(); ++column) {
    const auto& left = constants_[a][column];
    const auto& right = constants_[b][column];
    if (left && right && feel::equals(*left, *right) != true) return true;
  }
  return false;
}

std::size_t Outputs::rank(std::size_t row) const {
  const std::vector<Value>& values = table_->outputs.front().values;
  const auto at = std::ranges::find_if(
      values, [&](const Value& value) { return feel::equals(value, *constants_[row].front()) == true; });
  return static_cast<std::size_t>(at - values.begin());
}

bool Outputs::goes_before(std::size_t a, std::size_t b) const {
  const bool constant = !table_->outputs.empty() && constants_[a].front() && constants_[b].front();
  return constant && rank(a) < rank(b);
}

bool Outputs::is_listed(std::size_t column, const Value& value) const {
  const OutputColumn& output = table_->outputs[column];
  if (output.allowed) {
    if (output.allowed->compiled == nullptr || !feel::inputs_of(*output.allowed->compiled).empty())
      return true;
    const Value passed = feel::evaluate(*output.allowed->compiled, {}, feel::Host{}, &value);
    return passed.kind() == feel::Kind::Boolean && passed.as_boolean();
  }
  return output.values.empty() || std::ranges::any_of(output.values, [&](const Value& listed) {
           return feel::equals(listed, value) == true;
         });
}

void Outputs::check_listed(std::size_t column, std::vector<Finding>& found) const {
  for (std::size_t row = 0; row < constants_.size(); ++row)
    if (constants_[row][column] && !is_listed(column, *constants_[row][column]))
      found.push_back(
          {FindingKind::UnlistedOutput, {row}, column, 0, {}, table_->rows[row].outputs[column].span});
  const auto& fallback = table_->outputs[column].fallback;
  if (!fallback) return;
  const auto value = constant_value(*fallback);
  if (value && !is_listed(column, *value))
    found.push_back({FindingKind::UnlistedOutput, {}, column, 0, {}, fallback->span});
}

void Outputs::check_given(std::size_t column, const Bits& dead, std::vector<Finding>& found) const {
  const OutputColumn& output = table_->outputs[column];
  std::vector<Value> given;
  for (std::size_t row = 0; row < constants_.size(); ++row) {
    if (dead.test(row)) continue;
    // A row that computes its output may give any.
    if (!constants_[row][column]) return;
    given.push_back(*constants_[row][column]);
  }
  if (output.fallback) {
    const auto value = constant_value(*output.fallback);
    if (!value) return;
    given.push_back(*value);
  }
  for (std::size_t at = 0; at < output.values.size(); ++at)
    if (std::ranges::none_of(
            given, [&](const Value& value) { return feel::equals(value, output.values[at]) == true; }))
      found.push_back({FindingKind::UnreachableOutput, {}, column, at, {}, output.span});
}

void Outputs::check(const Bits& dead, std::vector<Finding>& found) const {
  for (std::size_t column = 0; column < table_->outputs.size(); ++column) {
    check_listed(column, found);
    check_given(column, dead, found);
  }
}

}  // namespace qingheng::decision::analyse
