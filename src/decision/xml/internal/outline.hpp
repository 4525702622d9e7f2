// SPDX-License-Identifier: Apache-2.0
// Everything that a model means, as lines: for tests that compare two models. Places are not in it, nor are
// ids that the writer made up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decision/xml/internal/writing.hpp"

namespace qingheng::decision::xml {

class Outline {
 public:
  explicit Outline(const model::Model& model) : model_(model) {
    line("model", {model.name, model.name_space, model.expression_language});
    for (const auto& each : model.imports) line("import", {each.name, each.model, each.location, each.kind});
    for (const auto& each : model.items) item(each);
    for (const auto& each : model.inputs) {
      head("input", each.head);
      variable(each.variable);
    }
    for (const auto& each : model.decisions) decision(each);
    for (const auto& each : model.knowledge) {
      head("knowledge", each.head);
      variable(each.variable);
      if (each.logic) function(*each.logic);
      references("knowledge", each.required_knowledge);
      references("authority", each.required_authorities);
    }
    for (const auto& each : model.services) {
      head("service", each.head);
      variable(each.variable);
      references("output", each.outputs);
      references("encapsulated", each.encapsulated);
      references("decision", each.input_decisions);
      references("input", each.input_data);
    }
    for (const auto& each : model.sources) {
      head("source", each.head);
      line("where", {each.type, each.location});
      references("authority", each.requirements);
    }
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void line(std::string_view kind, const std::vector<std::string>& parts) {
    text_ += kind;
    for (const std::string& each : parts) text_ += " | " + each;
    text_ += '\n';
  }
  static std::string kept(const std::string& id) {
    const std::size_t digits = id.find_last_not_of("0123456789");
    return digits != std::string::npos && id[digits] == '_' && digits + 1 < id.size() ? "" : id;
  }
  void head(std::string_view kind, const model::Head& head) {
    line(kind, {kept(head.id), head.name, head.label, head.description});
  }
  void variable(const model::Variable& variable) { line("variable", {variable.name, type(variable.type)}); }
  [[nodiscard]] std::string type(const model::TypeRef& type) const { return plain_type(model_, type.name); }
  void tests(std::string_view kind, const std::optional<base::SourceSpan>& span) {
    if (span) line(kind, {std::string(span->text())});
  }
  void references(std::string_view kind, const std::vector<model::Reference>& all) {
    for (const auto& each : all) line(kind, {each.model, each.id});
  }

  void item(const model::ItemDefinition& item_definition) {
    line("item",
         {item_definition.name, type(item_definition.type), item_definition.collection ? "all" : "one"});
    tests("allowed", item_definition.allowed_values);
    tests("constraint", item_definition.type_constraint);
    for (const auto& each : item_definition.components) item(each);
    if (item_definition.function) {
      line("function", {type(item_definition.function->result)});
      for (const auto& each : item_definition.function->parameters) variable(each);
    }
    line("end", {});
  }

  void decision(const model::Decision& decision) {
    head("decision", decision.head);
    variable(decision.variable);
    line("question", {decision.question, decision.allowed_answers});
    references("input", decision.required_inputs);
    references("decision", decision.required_decisions);
    references("knowledge", decision.required_knowledge);
    references("authority", decision.required_authorities);
    expression(decision.logic);
  }

  void function(const model::FunctionDefinition& function) {
    line("function", {std::to_string(static_cast<int>(function.kind)), type(function.type)});
    for (const auto& each : function.parameters) variable(each);
    expression(function.body);
  }

  void expression(const model::ExpressionPtr& expression) {
    if (!expression) return line("nothing", {});
    line("expression", {kept(expression->id), expression->label, type(expression->type)});
    std::visit([this](const auto& form) { show(form); }, expression->form);
    line("end", {});
  }
  void show(const model::Literal& form) { line("literal", {form.language, std::string(form.text.text())}); }
  void show(const model::BoxedContext& form) {
    for (const auto& each : form.entries) {
      if (each.variable) variable(*each.variable);
      expression(each.value);
    }
  }
  void show(const model::Invocation& form) {
    expression(form.called);
    for (const auto& each : form.bindings) {
      variable(each.parameter);
      expression(each.value);
    }
  }
  void show(const model::FunctionDefinition& form) { function(form); }
  void show(const model::BoxedList& form) {
    line("list", {});
    for (const auto& each : form.items) expression(each);
  }
  void show(const model::Relation& form) {
    for (const auto& each : form.columns) variable(each);
    for (const auto& row : form.rows) {
      line("row", {});
      for (const auto& each : row) expression(each);
    }
  }
  void show(const model::Conditional& form) {
    line("conditional", {});
    expression(form.condition);
    expression(form.then);
    expression(form.otherwise);
  }
  void show(const model::BoxedFilter& form) {
    line("filter", {});
    expression(form.in);
    expression(form.match);
  }
  void show(const model::Iterator& form) {
    line("iterator", {std::to_string(static_cast<int>(form.kind)), form.variable});
    expression(form.in);
    expression(form.result);
  }
  void show(const model::DecisionTable& form) {
    line("table",
         {std::to_string(static_cast<int>(form.hit)), std::to_string(static_cast<int>(form.aggregation)),
          std::to_string(static_cast<int>(form.orientation)), form.output_label});
    for (const auto& each : form.inputs) {
      line("column", {each.label});
      expression(each.expression);
      tests("values", each.values);
    }
    for (const auto& each : form.outputs) {
      line("output", {each.name, each.label, type(each.type)});
      tests("values", each.values);
      expression(each.fallback);
    }
    line("annotations", form.annotations);
    for (const auto& row : form.rows) {
      line("row", row.annotations);
      for (const auto& each : row.tests) tests("test", each);
      for (const auto& each : row.outputs) expression(each);
    }
  }

  const model::Model& model_;
  std::string text_;
};

}  // namespace qingheng::decision::xml
