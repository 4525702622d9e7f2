// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/report_test.cpp
#include "decision/analyse/internal/axis.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "decision/analyse/internal/literals.hpp"
#include "decision/analyse/internal/trials.hpp"

namespace qingheng::decision::analyse {

namespace {

using feel::Value;

/// A text that stands in any number of cells.
struct Text {
  bool decided = false;
  std::vector<Value> constants;
  std::optional<Bits> trials;  // that pass it
  std::vector<std::pair<std::uint32_t, std::uint32_t>> idle;
};

class AxisBuilder {
 public:
  AxisBuilder(const Table& table, std::vector<std::size_t> columns) : table_(&table) {
    for (const std::size_t column : columns) inputs_.push_back(&table.inputs[column]);
    axis_.columns = std::move(columns);
    known_ = can_be_tried(inputs_.front()->type);
  }

  Axis build() {
    gather();
    if (known_) {
      trials_ = trials_of(inputs_, constants_);
    } else {
      trials_.values.push_back({});
    }
    const std::size_t rows = table_->rows.size();
    hits_.assign(rows, Bits(trials_.values.size(), true));
    may_ = hits_;
    axis_.tests.resize(rows);
    for (std::size_t row = 0; row < rows; ++row)
      for (const std::size_t column : axis_.columns) add_test(row, table_->rows[row].tests[column]);
    make_stretches();
    return std::move(axis_);
  }

 private:
  void gather() {
    for (std::size_t at = 0; at < inputs_.size(); ++at) {
      for (const Row& row : table_->rows) read(row.tests[axis_.columns[at]]);
      for (const Cell& allowed : inputs_[at]->allowed)
        if (const auto constants = constants_of(allowed)) add_constants(*constants);
      if (const auto& codes = inputs_[at]->type.codes)
        for (const std::string& code : *codes) constants_.push_back(Value::string(code));
    }
  }

  void read(const Cell& test) {
    const auto [at, added] = texts_.try_emplace(test.span.text());
    if (!added) return;
    auto constants = constants_of(test);
    at->second.decided = constants.has_value() && (known_ || tests_nothing(test));
    if (!at->second.decided) return;
    add_constants(*constants);
    at->second.constants = std::move(*constants);
  }

  void add_constants(const std::vector<Value>& some) {
    constants_.insert(constants_.end(), some.begin(), some.end());
  }

  void add_test(std::size_t row, const Cell& test) {
    Text& text = texts_.at(test.span.text());
    if (!text.decided) {
      hits_[row] = Bits(trials_.values.size());
      axis_.tests[row].push_back({});
      return;
    }
    if (!text.trials) {
      text.trials = passing(trials_, test, text.constants);
      if (!text.trials->none()) find_idle(test, text);
    }
    hits_[row] &= *text.trials;
    may_[row] &= *text.trials;
    Tested tested{true, text.trials->none(), {}};
    for (const auto& [from, to] : text.idle) tested.idle.push_back(test.span.sub(from, to));
    axis_.tests[row].push_back(std::move(tested));
  }

  void find_idle(const Cell& test, Text& text) const {
    for (const base::SourceSpan& part : alternatives_of(test)) {
      const auto compiled = feel::compile(part, feel::Scope{},
                                          {.form = feel::Form::UnaryTests,
                                           .checking = feel::Checking::Standard,
                                           .tested = inputs_.front()->type});
      if (!compiled) continue;
      const Cell alone{*compiled, part};
      const auto constants = constants_of(alone);
      if (constants && passing(trials_, alone, *constants).none())
        text.idle.emplace_back(part.begin - test.span.begin, part.end - test.span.begin);
    }
  }

  void make_stretches() {
    const std::vector<Trial>& trials = trials_.values;
    std::vector<std::size_t> order(trials.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return rank(trials[at]); });
    const std::size_t rows = table_->rows.size();
    std::vector<std::pair<Bits, Bits>> taking(trials.size(), {Bits(rows), Bits(rows)});
    for (std::size_t row = 0; row < rows; ++row) {
      hits_[row].each([&](std::size_t at) { taking[at].first.set(row); });
      may_[row].each([&](std::size_t at) { taking[at].second.set(row); });
    }
    std::set<std::pair<Bits, Bits>> seen;
    for (const std::size_t at : order)
      if (seen.insert(taking[at]).second)
        axis_.stretches.push_back({trials[at].value, trials[at].likely, taking[at].first, taking[at].second});
    if (!known_ || axis_.stretches.size() == 1) axis_.stretches.front().example.reset();
  }

  /// Likely values before others, and of those the plain `…` before texts made from a constant.
  static int rank(const Trial& trial) {
    if (!trial.likely) return 2;
    return trial.value.kind() == feel::Kind::String && trial.value.as_string() == "…" ? 0 : 1;
  }

  const Table* table_;
  std::vector<const InputColumn*> inputs_;
  Axis axis_;
  bool known_ = false;
  std::map<std::string_view, Text> texts_;
  std::vector<Value> constants_;
  Trials trials_;
  std::vector<Bits> hits_, may_;  // by row, over the trials
};

}  // namespace

std::vector<Axis> axes_of(const Table& table) {
  std::vector<std::vector<std::size_t>> groups;
  std::map<std::string_view, std::size_t> by_expression;
  for (std::size_t column = 0; column < table.inputs.size(); ++column) {
    const std::string& expression = table.inputs[column].expression;
    const auto [at, added] = by_expression.try_emplace(expression, groups.size());
    if (added || expression.empty()) {
      groups.push_back({column});
    } else {
      groups[at->second].push_back(column);
    }
  }
  std::vector<Axis> axes;
  for (std::vector<std::size_t>& columns : groups)
    axes.push_back(AxisBuilder(table, std::move(columns)).build());
  return axes;
}

}  // namespace qingheng::decision::analyse
