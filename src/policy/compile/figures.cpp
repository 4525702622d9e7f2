// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feel/conformance.hpp"
#include "feel/temporal.hpp"
#include "policy/compile/expressions.hpp"
#include "policy/compile/layouts.hpp"
#include "policy/compile/table_rows.hpp"
#include "policy/compile/vocabulary.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::Type;

/// The value of a parameter as its type wants it: text, dates and durations are written bare.
std::optional<feel::Value> bare_value(const Type& type, const std::string& bare) {
  switch (type.tag) {
    case Type::Tag::String:
      return feel::Value::string(bare);
    case Type::Tag::Date:
    case Type::Tag::Time:
    case Type::Tag::DateTime:
    case Type::Tag::DaysDuration:
    case Type::Tag::MonthsDuration:
      if (auto value = feel::parse_temporal(bare)) return *value;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

bool is_code_of(const Type& type, const std::string& text) {
  return !type.codes || std::ranges::find(*type.codes, text) != type.codes->end();
}

std::string how_to_write(const Type& type) {
  switch (type.tag) {
    case Type::Tag::Number:
      return "write it as `60` or `0.35`";
    case Type::Tag::Boolean:
      return "write `true` or `false`";
    case Type::Tag::Date:
      return "write it as `2019-09-12`";
    case Type::Tag::DateTime:
      return "write it as `2019-09-12T09:00:00`";
    case Type::Tag::Time:
      return "write it as `09:00:00`";
    case Type::Tag::DaysDuration:
      return "write it as `P10D`";
    case Type::Tag::MonthsDuration:
      return "write it as `P3Y` or `P6M`";
    default:
      return "correct the value, or its `type`";
  }
}

void compile_parameter(Draft& draft, const rules::Parameter& block, Parameter& parameter) {
  const bool given = !block.bare.empty() || block.value.has_value();
  const base::SourceSpan& place = block.bare.empty() ? block.head.span : block.bare.span;
  if (!given) return;
  auto value = bare_value(parameter.type, block.bare.text);
  if (!value && block.value) {
    const auto compiled = feel::compile(block.value->code, feel::Scope{}, {.expected = &parameter.type});
    if (compiled) value = feel::evaluate(**compiled, {}, feel::Host{});
  }
  if (value && value->kind() == feel::Kind::String && parameter.type.literals) {
    if (auto fault = (*parameter.type.literals)(value->as_string())) {
      draft.error("P130", place, std::move(fault->message), std::move(fault->help));
      return;
    }
  }
  const bool code =
      !value || value->kind() != feel::Kind::String || is_code_of(parameter.type, value->as_string());
  if (!value || !feel::conforms(*value, parameter.type) || !code) {
    const bool coded = parameter.type.codes != nullptr;
    draft.error("P130", place,
                coded
                    ? fmt::format("the value of `{}` is none of its codes", parameter.head.id)
                    : fmt::format("the value of `{}` is no `{}`", parameter.head.id, to_text(parameter.type)),
                coded ? suggestion(block.bare.text, *parameter.type.codes) : how_to_write(parameter.type));
    return;
  }
  parameter.value = *value;
}

/// Compiles formulas each after those that it uses, so that their types are known.
class FormulaCompiler {
 public:
  explicit FormulaCompiler(Draft& draft)
      : draft_(&draft), state_(draft.blocks.formulas.size(), State::Open) {}

  void compile_all() {
    for (std::size_t at = 0; at < state_.size(); ++at) compile(at);
  }

 private:
  enum class State : std::uint8_t { Open, Busy, Done };

  void compile(std::size_t at) {
    // A ring among formulas is found later, with all that takes part in it.
    if (state_[at] != State::Open) return;
    state_[at] = State::Busy;
    const rules::Formula& block = draft_->blocks.formulas[at];
    Formula& formula = draft_->policy.formulas[at];
    for (const std::size_t used : formulas_in(block.value))
      if (!draft_->blocks.formulas[used].type) compile(used);
    const Type wanted = formula.type;
    const bool declared = block.type.has_value();
    if (auto value =
            compile_feel(*draft_, block.value, draft_->base, {.expected = declared ? &wanted : nullptr})) {
      if (!declared) set_formula_type(*draft_, at, feel::type_of(*value->compiled));
      formula.value = std::move(*value);
    }
    state_[at] = State::Done;
  }

  /// Formulas that the text reads; a text with errors reads none here and is reported when it is compiled.
  [[nodiscard]] std::vector<std::size_t> formulas_in(const rules::FeelText& text) const {
    std::vector<std::size_t> formulas;
    if (text.code.source == nullptr) return formulas;
    const auto compiled = feel::compile(text.code, draft_->base->scope, {.units = draft_->around.units});
    if (!compiled) return formulas;
    for (const std::size_t entry : feel::inputs_of(**compiled))
      if (const auto* input = std::get_if<FormulaInput>(&draft_->base->sources[entry]))
        formulas.push_back(input->formula);
    return formulas;
  }

  Draft* draft_;
  std::vector<State> state_;
};

Type outcome_type(const rules::Table& block, const CodeSystems& systems) {
  Type one = Type::any();
  if (block.outputs.size() == 1) {
    one = checked_type(block.outputs.front().type, systems);
  } else if (!block.outputs.empty()) {
    std::vector<Type::Member> members;
    for (const rules::TableOutputColumn& output : block.outputs)
      members.push_back({output.name.text, checked_type(output.type, systems), {}});
    one = Type::context(std::move(members));
  }
  const bool many = block.hit == HitPolicy::RuleOrder || block.hit == HitPolicy::OutputOrder ||
                    (block.hit == HitPolicy::Collect && block.aggregation == Aggregation::None);
  if (many) return Type::list(one);
  return block.aggregation == Aggregation::Count ? Type::number() : one;
}

/// The outputs that a column lists in order of priority.
std::vector<feel::Value> listed_values(Draft& draft, const rules::TableOutputColumn& block) {
  std::vector<feel::Value> values;
  const Type type = checked_type(block.type, draft.around.systems);
  for (const rules::FeelText& text : block.values)
    if (const auto value = compile_feel(draft, text, draft.base, {.expected = &type}))
      if (feel::inputs_of(*value->compiled).empty())
        values.push_back(feel::evaluate(*value->compiled, {}, feel::Host{}));
  return values;
}

void compile_columns(Draft& draft, const rules::Table& block, Table& table) {
  for (const rules::TableInputColumn& input : block.inputs) {
    TableInputColumn column{input.name.text, {}, Type::any()};
    if (input.type) column.type = checked_type(*input.type, draft.around.systems);
    auto expression =
        compile_feel(draft, input.expression, draft.base, {.expected = input.type ? &column.type : nullptr});
    if (expression) {
      if (!input.type) column.type = feel::type_of(*expression->compiled);
      column.expression = std::move(*expression);
    }
    table.inputs.push_back(std::move(column));
  }
  for (const rules::TableOutputColumn& output : block.outputs)
    table.outputs.push_back(
        {output.name.text, checked_type(output.type, draft.around.systems), listed_values(draft, output)});
  const bool ordered = table.hit == HitPolicy::Priority || table.hit == HitPolicy::OutputOrder;
  if (!ordered) return;
  for (std::size_t at = 0; at < table.outputs.size(); ++at)
    if (table.outputs[at].values.empty())
      draft.error(
          "P135", block.outputs[at].name.span,
          fmt::format("the output `{}` does not say which of its values goes first", table.outputs[at].name),
          "list them in order under `values`");
}

void compile_table(Draft& draft, const rules::Table& block, Table& table) {
  // A table that its DMN file does not give is reported there.
  if (!block.from.empty() && block.rows.empty()) return;
  compile_columns(draft, block, table);
  for (const rules::TableRow& row : block.rows) {
    TableRow checked{{}, {}, row.span};
    for (std::size_t at = 0; at < std::min(row.tests.size(), table.inputs.size()); ++at)
      checked.tests.push_back(compile_feel(draft, row.tests[at], draft.base,
                                           {.form = feel::Form::UnaryTests, .tested = table.inputs[at].type})
                                  .value_or(Expression{}));
    for (std::size_t at = 0; at < std::min(row.outputs.size(), table.outputs.size()); ++at)
      checked.outputs.push_back(
          compile_feel(draft, row.outputs[at], draft.base, {.expected = &table.outputs[at].type})
              .value_or(Expression{}));
    table.rows.push_back(std::move(checked));
  }
  check_rows(draft, table);
}

}  // namespace

void begin_figures(Draft& draft) {
  Policy& policy = draft.policy;
  for (const rules::Parameter& block : draft.blocks.parameters) {
    check_units(draft.vocabulary(), block.type, draft.found);
    policy.parameters.push_back({compile_head(draft, block.head),
                                 checked_type(block.type, draft.around.systems),
                                 block.status,
                                 {},
                                 block.set_by,
                                 block.set_where});
  }
  for (const rules::Formula& block : draft.blocks.formulas) {
    if (block.type) check_units(draft.vocabulary(), *block.type, draft.found);
    policy.formulas.push_back({compile_head(draft, block.head),
                               block.type ? checked_type(*block.type, draft.around.systems) : Type::any(),
                               {}});
  }
  for (const rules::Table& block : draft.blocks.tables) {
    for (const rules::TableInputColumn& input : block.inputs)
      if (input.type) check_units(draft.vocabulary(), *input.type, draft.found);
    for (const rules::TableOutputColumn& output : block.outputs)
      check_units(draft.vocabulary(), output.type, draft.found);
    policy.tables.push_back({compile_head(draft, block.head),
                             block.hit,
                             block.aggregation,
                             {},
                             {},
                             {},
                             outcome_type(block, draft.around.systems)});
  }
}

void compile_figures(Draft& draft) {
  for (std::size_t at = 0; at < draft.policy.parameters.size(); ++at)
    compile_parameter(draft, draft.blocks.parameters[at], draft.policy.parameters[at]);
  FormulaCompiler(draft).compile_all();
  for (std::size_t at = 0; at < draft.policy.tables.size(); ++at)
    compile_table(draft, draft.blocks.tables[at], draft.policy.tables[at]);
}

}  // namespace qingheng::policy::compile
