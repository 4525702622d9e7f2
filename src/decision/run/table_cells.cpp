// SPDX-License-Identifier: Apache-2.0
// Decision tables (DMN 1.5 §8): inputs against their allowed values, then rows by hit policy.
// tested by: src/decision/run/table_test.cpp
#include <fmt/format.h>

#include "decision/run/internal/state.hpp"
#include "decision/table/hit_policy.hpp"

namespace qingheng::decision::run {

namespace {

/// The cells of one table in one frame.
class FrameCells final : public table::Cells {
 public:
  FrameCells(const TableCode& table, State& state, Boxed& boxed, const Frame& frame)
      : table_(table), state_(state), boxed_(boxed), frame_(frame) {}

  /// Evaluates the inputs; the null of the first that its column does not allow.
  [[nodiscard]] std::optional<Value> read_inputs() {
    inputs_.reserve(table_.inputs.size());
    for (const TableCode::Input& input : table_.inputs) {
      inputs_.push_back(boxed_.value_of(*input.expression));
      const Value& value = inputs_.back();
      if (!input.values || value.is_null() || value.is_unknown()) continue;
      const Value allowed = feel::evaluate(*input.values, frame_, state_.host, state_.spent, &value);
      if (allowed.is_unknown() || (allowed.kind() == Kind::Boolean && allowed.as_boolean())) continue;
      return Value::null(
          {fmt::format("`{}` is no value that the table `{}` takes for the input, which are `{}`",
                       to_text(value), table_.name, input.values_text.text()),
           input.expression->span});
    }
    return std::nullopt;
  }

  [[nodiscard]] Value passes(std::size_t row, std::size_t test) override {
    const CompiledPtr& compiled = table_.tests[row][test];
    if (!compiled) return Value::boolean(true);
    return feel::evaluate(*compiled, frame_, state_.host, state_.spent, &inputs_[test]);
  }
  [[nodiscard]] Value output(std::size_t row, std::size_t column) override {
    return boxed_.value_of(*table_.results[row][column]);
  }
  [[nodiscard]] std::optional<Value> fallback() override {
    if (table_.fallbacks.empty()) return std::nullopt;
    const auto value = [&](const CodePtr& code) { return code ? boxed_.value_of(*code) : Value{}; };
    if (table_.outputs.size() == 1) return value(table_.fallbacks.front());
    feel::Context entries;
    for (std::size_t column = 0; column < table_.outputs.size(); ++column) {
      entries.emplace_back(table_.outputs[column], value(table_.fallbacks[column]));
    }
    return Value::context(std::move(entries));
  }

 private:
  const TableCode& table_;
  State& state_;
  Boxed& boxed_;
  const Frame& frame_;
  std::vector<Value> inputs_;
};

}  // namespace

Value Boxed::eval(const Code& code, const TableCode& form) {
  FrameCells cells(form, *state_, *this, frame_);
  if (auto refused = cells.read_inputs()) return *std::move(refused);
  table::Rules rules;
  rules.hit = form.hit;
  rules.aggregation = form.aggregation;
  rules.name = form.name;
  rules.span = code.span;
  rules.outputs = form.outputs;
  rules.order = form.order;
  rules.rows = form.tests.size();
  rules.tests = form.inputs.size();
  return table::outcome(rules, cells);
}

}  // namespace qingheng::decision::run
