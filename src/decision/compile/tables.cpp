// SPDX-License-Identifier: Apache-2.0
// Decision tables (DMN 1.5 §8).
// tested by: src/decision/run/table_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "decision/compile/internal/boxed.hpp"

namespace qingheng::decision::compile {

using feel::Type;
using model::HitPolicy;
using Tag = feel::Type::Tag;

namespace {

/// An empty cell passes everything, as `-` does.
bool passes_always(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return true;
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  return text.substr(begin, end - begin + 1) == "-";
}

/// The values that a text of unary tests lists, when it does nothing but list values.
std::vector<feel::Value> listed(const base::SourceSpan& text) {
  const std::string whole = fmt::format("[{}]", text.text());
  feel::CompileOptions options;
  options.checking = feel::Checking::Standard;
  const auto compiled = feel::compile(base::whole(base::make_source("values", whole)), {}, options);
  if (!compiled || !feel::inputs_of(**compiled).empty()) return {};
  const feel::Value list = feel::evaluate(**compiled, {}, feel::Host{});
  if (list.kind() != feel::Kind::List) return {};
  return list.as_list();
}

Type outcome_type(const model::DecisionTable& table, const std::vector<Type>& outputs) {
  Type one = outputs.empty() ? Type::any() : outputs.front();
  if (outputs.size() > 1) {
    std::vector<Type::Member> members;
    for (std::size_t at = 0; at < outputs.size(); ++at) {
      members.push_back({table.outputs[at].name, outputs[at], {}});
    }
    one = Type::context(std::move(members));
  }
  if (gives_list(table.hit, table.aggregation)) return Type::list(std::move(one));
  return table.aggregation == model::Aggregation::Count ? Type::number() : one;
}

}  // namespace

TableCode::Input BoxedCompiler::table_input(const model::InputColumn& column, const Names& names,
                                            Type& type) {
  TableCode::Input input;
  ShapePtr shape;
  if (column.expression) {
    // The type of an input is what its tests are checked against; its value is not converted.
    model::Expression plain = *column.expression;
    shape = types_.named(model_, plain.type);
    plain.type = {};
    Typed typed = compile(plain, names);
    input.expression = std::move(typed.code);
    type = shape ? shape->type : typed.type;
  } else {
    input.expression = part(nullptr, names, column.span).code;
  }
  if (!column.values || passes_always(column.values->text())) return input;
  feel::CompileOptions options;
  options.form = feel::Form::UnaryTests;
  options.tested = type;
  input.values = feel(*column.values, names, options);
  input.values_text = *column.values;
  return input;
}

// Those of the column, or the allowed values of its type.
std::vector<feel::Value> BoxedCompiler::order_of(const model::OutputColumn& column,
                                                 const model::DecisionTable& table) {
  if (table.hit != HitPolicy::Priority && table.hit != HitPolicy::OutputOrder) return {};
  std::vector<feel::Value> values;
  if (column.values) {
    values = listed(*column.values);
  } else if (const ShapePtr shape = types_.named(model_, column.type); shape && !shape->constraints.empty()) {
    values = listed(shape->constraints.front().text);
  }
  if (values.empty()) {
    draft_.warn("D030", column.values ? *column.values : column.span,
                fmt::format("the output `{}` of `{}` does not say which of its values goes first",
                            column.name.empty() ? column.label : column.name, element_),
                "list its values in the order of their priority");
  }
  return values;
}

void BoxedCompiler::table_rows(const model::DecisionTable& box, const Names& names,
                               const std::vector<Type>& inputs, std::span<const ShapePtr> shapes,
                               TableCode& table, std::vector<Type>& outputs) {
  for (const model::Row& row : box.rows) {
    if (row.tests.size() != box.inputs.size() || row.outputs.size() != box.outputs.size()) {
      draft_.error("D032", row.span,
                   fmt::format("the row has {} tests and {} outputs, and the table {} inputs and {} outputs",
                               row.tests.size(), row.outputs.size(), box.inputs.size(), box.outputs.size()));
      continue;
    }
    std::vector<CompiledPtr> tests;
    for (std::size_t at = 0; at < row.tests.size(); ++at) {
      feel::CompileOptions options;
      options.form = feel::Form::UnaryTests;
      options.tested = inputs[at];
      tests.push_back(passes_always(row.tests[at].text()) ? nullptr : feel(row.tests[at], names, options));
    }
    table.tests.push_back(std::move(tests));
    std::vector<CodePtr> results;
    for (std::size_t at = 0; at < row.outputs.size(); ++at) {
      Typed typed = fitted(part(row.outputs[at], names, row.span), shapes[at]);
      results.push_back(std::move(typed.code));
      outputs[at] = shared_type(outputs[at], typed.type);
    }
    table.results.push_back(std::move(results));
  }
}

Typed BoxedCompiler::form(const Expression& expression, const model::DecisionTable& box, const Names& outer) {
  TableCode table;
  table.hit = box.hit;
  table.aggregation = box.aggregation;
  table.name = element_;
  Names names = outer;
  names.item.reset();
  std::vector<Type> inputs;
  for (const model::InputColumn& column : box.inputs) {
    Type type;
    table.inputs.push_back(table_input(column, names, type));
    inputs.push_back(std::move(type));
  }
  // What is counted may be of any type.
  std::vector<ShapePtr> shapes(box.outputs.size());
  for (std::size_t at = 0; at < shapes.size() && box.aggregation != model::Aggregation::Count; ++at) {
    shapes[at] = types_.named(model_, box.outputs[at].type);
  }
  std::vector<Type> outputs(box.outputs.size(), Type::of(Tag::Null));
  table_rows(box, names, inputs, shapes, table, outputs);
  const bool defaults = std::ranges::any_of(
      box.outputs, [](const model::OutputColumn& column) { return column.fallback != nullptr; });
  for (std::size_t at = 0; at < box.outputs.size(); ++at) {
    const model::OutputColumn& column = box.outputs[at];
    if (shapes[at]) outputs[at] = shapes[at]->type;
    table.outputs.push_back(column.name);
    table.order.push_back(order_of(column, box));
    if (!defaults) continue;
    table.fallbacks.push_back(column.fallback ? fitted(compile(*column.fallback, names), shapes[at]).code
                                              : nullptr);
  }
  Type type = outcome_type(box, outputs);
  return {std::make_shared<const Code>(Code{expression.span, nullptr, std::move(table)}), std::move(type)};
}

}  // namespace qingheng::decision::compile
