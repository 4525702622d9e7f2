// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/xml/write_test.cpp
#include <algorithm>
#include <array>
#include <utility>

#include "decision/xml/internal/writing.hpp"

namespace qingheng::decision::xml {
namespace {

using model::ExpressionPtr;

// The text as the file had it, with the language that it is in.
void fill_literal(pugi::xml_node node, const model::Literal& literal) {
  set_some(node, "expressionLanguage", literal.language);
  node.append_child("text").text().set(std::string(literal.text.text()).c_str());
}

void write_wrapped(Writing& writing, pugi::xml_node parent, const char* name,
                   const ExpressionPtr& expression) {
  write_expression(writing, parent.append_child(name), expression);
}

struct FormWriter {
  Writing& writing;
  pugi::xml_node node;

  void operator()(const model::Literal& form) { fill_literal(node, form); }

  void operator()(const model::BoxedContext& form) {
    for (const model::ContextEntry& each : form.entries) {
      pugi::xml_node entry = node.append_child("contextEntry");
      set(entry, "id", writing.ids.given({}, "contextEntry"));
      if (each.variable) write_variable(writing, entry, "variable", *each.variable);
      write_expression(writing, entry, each.value);
    }
  }

  void operator()(const model::Invocation& form) {
    write_expression(writing, node, form.called);
    for (const model::Binding& each : form.bindings) {
      pugi::xml_node binding = node.append_child("binding");
      write_variable(writing, binding, "parameter", each.parameter);
      write_expression(writing, binding, each.value);
    }
  }

  void operator()(const model::FunctionDefinition& form) { write_function(writing, node, form); }

  void operator()(const model::BoxedList& form) {
    for (const ExpressionPtr& each : form.items) write_expression(writing, node, each);
  }

  void operator()(const model::Relation& form) {
    for (const model::Variable& each : form.columns) write_variable(writing, node, "column", each);
    for (const std::vector<ExpressionPtr>& cells : form.rows) {
      pugi::xml_node row = node.append_child("row");
      set(row, "id", writing.ids.given({}, "row"));
      for (const ExpressionPtr& each : cells) write_expression(writing, row, each);
    }
  }

  void operator()(const model::Conditional& form) {
    writing.is_newer = true;
    write_wrapped(writing, node, "if", form.condition);
    write_wrapped(writing, node, "then", form.then);
    write_wrapped(writing, node, "else", form.otherwise);
  }

  void operator()(const model::BoxedFilter& form) {
    writing.is_newer = true;
    write_wrapped(writing, node, "in", form.in);
    write_wrapped(writing, node, "match", form.match);
  }

  void operator()(const model::Iterator& form) {
    writing.is_newer = true;
    set(node, "iteratorVariable", form.variable);
    write_wrapped(writing, node, "in", form.in);
    write_wrapped(writing, node, form.kind == model::Iterator::Kind::For ? "return" : "satisfies",
                  form.result);
  }

  void operator()(const model::DecisionTable& form) { write_table(writing, node, form); }
};

struct FormName {
  const char* operator()(const model::Literal& /*form*/) const { return "literalExpression"; }
  const char* operator()(const model::BoxedContext& /*form*/) const { return "context"; }
  const char* operator()(const model::Invocation& /*form*/) const { return "invocation"; }
  const char* operator()(const model::FunctionDefinition& /*form*/) const { return "functionDefinition"; }
  const char* operator()(const model::BoxedList& /*form*/) const { return "list"; }
  const char* operator()(const model::Relation& /*form*/) const { return "relation"; }
  const char* operator()(const model::Conditional& /*form*/) const { return "conditional"; }
  const char* operator()(const model::BoxedFilter& /*form*/) const { return "filter"; }
  const char* operator()(const model::DecisionTable& /*form*/) const { return "decisionTable"; }
  const char* operator()(const model::Iterator& form) const {
    static constexpr std::array<const char*, 3> kNames{"for", "some", "every"};
    return kNames.at(static_cast<std::size_t>(form.kind));
  }
};

void write_input(Writing& writing, pugi::xml_node table, const model::InputColumn& column) {
  pugi::xml_node node = table.append_child("input");
  set(node, "id", writing.ids.given({}, "input"));
  set_some(node, "label", column.label);
  write_literal_as(writing, node, "inputExpression", column.expression);
  if (column.values) write_tests(writing, node, "inputValues", *column.values);
}

void write_output(Writing& writing, pugi::xml_node table, const model::OutputColumn& column) {
  pugi::xml_node node = table.append_child("output");
  set(node, "id", writing.ids.given({}, "output"));
  set_some(node, "label", column.label);
  set_some(node, "name", column.name);
  write_type(writing, node, "typeRef", column.type);
  if (column.values) write_tests(writing, node, "outputValues", *column.values);
  write_literal_as(writing, node, "defaultOutputEntry", column.fallback);
}

void write_rule(Writing& writing, pugi::xml_node table, const model::Row& row, bool is_annotated) {
  pugi::xml_node node = table.append_child("rule");
  set(node, "id", writing.ids.given({}, "rule"));
  // dmn-js shows the description of a rule where others show its annotations.
  if (row.annotations.size() == 1) write_prose(node, "description", row.annotations.front());
  for (const base::SourceSpan& each : row.tests) write_tests(writing, node, "inputEntry", each);
  for (const ExpressionPtr& each : row.outputs) write_literal_as(writing, node, "outputEntry", each);
  if (!is_annotated) return;
  for (const std::string& each : row.annotations)
    node.append_child("annotationEntry").append_child("text").text().set(each.c_str());
}

// The only annotations are descriptions: no column was there to name.
bool is_described(const model::DecisionTable& table) {
  return table.annotations.size() == 1 && table.annotations.front().empty() &&
         std::ranges::any_of(table.rows, [](const model::Row& each) {
           return each.annotations.size() == 1 && !each.annotations.front().empty();
         });
}

}  // namespace

pugi::xml_node write_tests(Writing& writing, pugi::xml_node parent, const char* name,
                           const base::SourceSpan& text) {
  pugi::xml_node node = parent.append_child(name);
  set(node, "id", writing.ids.given({}, name));
  node.append_child("text").text().set(std::string(text.text()).c_str());
  return node;
}

void write_expression(Writing& writing, pugi::xml_node parent, const ExpressionPtr& expression) {
  if (!expression) return;
  const char* const name = std::visit(FormName{}, expression->form);
  pugi::xml_node node = parent.append_child(name);
  set(node, "id", writing.ids.given(expression->id, name));
  set_some(node, "label", expression->label);
  write_type(writing, node, "typeRef", expression->type);
  std::visit(FormWriter{writing, node}, expression->form);
}

void write_literal_as(Writing& writing, pugi::xml_node parent, const char* name,
                      const ExpressionPtr& expression) {
  if (!expression) return;
  pugi::xml_node node = parent.append_child(name);
  set(node, "id", writing.ids.given(expression->id, name));
  set_some(node, "label", expression->label);
  write_type(writing, node, "typeRef", expression->type);
  if (const auto* literal = std::get_if<model::Literal>(&expression->form)) fill_literal(node, *literal);
}

void write_function(Writing& writing, pugi::xml_node node, const model::FunctionDefinition& function) {
  using Kind = model::FunctionDefinition::Kind;
  if (function.kind != Kind::Feel) set(node, "kind", function.kind == Kind::Java ? "Java" : "PMML");
  // An expression has written its own already.
  if (node.attribute("typeRef").empty()) write_type(writing, node, "typeRef", function.type);
  for (const model::Variable& each : function.parameters)
    write_variable(writing, node, "formalParameter", each);
  write_expression(writing, node, function.body);
}

void write_table(Writing& writing, pugi::xml_node node, const model::DecisionTable& table) {
  static constexpr std::array<const char*, 7> kPolicies{"UNIQUE",     "FIRST",        "ANY",    "PRIORITY",
                                                        "RULE ORDER", "OUTPUT ORDER", "COLLECT"};
  static constexpr std::array<const char*, 5> kAggregations{"", "SUM", "MIN", "MAX", "COUNT"};
  static constexpr std::array<const char*, 3> kOrientations{"Rule-as-Row", "Rule-as-Column", "CrossTable"};
  set(node, "hitPolicy", kPolicies.at(static_cast<std::size_t>(table.hit)));
  set_some(node, "aggregation", kAggregations.at(static_cast<std::size_t>(table.aggregation)));
  if (table.orientation != model::DecisionTable::Orientation::RuleAsRow)
    set(node, "preferredOrientation", kOrientations.at(static_cast<std::size_t>(table.orientation)));
  set_some(node, "outputLabel", table.output_label);
  for (const model::InputColumn& each : table.inputs) write_input(writing, node, each);
  for (const model::OutputColumn& each : table.outputs) write_output(writing, node, each);
  const bool is_annotated = !table.annotations.empty() && !is_described(table);
  if (is_annotated)
    for (const std::string& each : table.annotations) set(node.append_child("annotation"), "name", each);
  for (const model::Row& each : table.rows) write_rule(writing, node, each, is_annotated);
}

}  // namespace qingheng::decision::xml
