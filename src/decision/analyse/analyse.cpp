// SPDX-License-Identifier: Apache-2.0
#include "decision/analyse/analyse.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "decision/analyse/internal/literals.hpp"
#include "decision/analyse/model_types.hpp"
#include "decision/analyse/words.hpp"

namespace qingheng::decision {

namespace {

using analyse::Cell;
using analyse::ColumnType;
using analyse::ModelTypes;

class ModelAnalysis {
 public:
  explicit ModelAnalysis(std::span<const std::shared_ptr<const model::Model>> models) : types_(models) {}

  base::Diagnostics run(const model::Model& model) {
    for (const model::Decision& decision : model.decisions) {
      name_ = decision.head.name;
      own_type_ = decision.variable.type;
      visit(decision.logic, 0);
    }
    for (const model::Knowledge& knowledge : model.knowledge) {
      name_ = knowledge.head.name;
      own_type_ = {};
      if (knowledge.logic) visit(knowledge.logic->body, 0);
    }
    return std::move(found_);
  }

 private:
  static constexpr int kDeepest = 500;

  void visit(const model::ExpressionPtr& expression, int depth) {
    if (expression == nullptr || depth > kDeepest) return;
    std::visit([&](const auto& form) { look_into(form, *expression, depth + 1); }, expression->form);
    own_type_ = {};
  }

  void look_into(const model::Literal& /*form*/, const model::Expression& /*at*/, int /*depth*/) {}
  void look_into(const model::BoxedContext& form, const model::Expression& /*at*/, int depth) {
    for (const model::ContextEntry& entry : form.entries) visit(entry.value, depth);
  }
  void look_into(const model::Invocation& form, const model::Expression& /*at*/, int depth) {
    visit(form.called, depth);
    for (const model::Binding& binding : form.bindings) visit(binding.value, depth);
  }
  void look_into(const model::FunctionDefinition& form, const model::Expression& /*at*/, int depth) {
    visit(form.body, depth);
  }
  void look_into(const model::BoxedList& form, const model::Expression& /*at*/, int depth) {
    for (const model::ExpressionPtr& item : form.items) visit(item, depth);
  }
  void look_into(const model::Relation& form, const model::Expression& /*at*/, int depth) {
    for (const auto& row : form.rows)
      for (const model::ExpressionPtr& cell : row) visit(cell, depth);
  }
  void look_into(const model::Conditional& form, const model::Expression& /*at*/, int depth) {
    for (const model::ExpressionPtr& part : {form.condition, form.then, form.otherwise}) visit(part, depth);
  }
  void look_into(const model::BoxedFilter& form, const model::Expression& /*at*/, int depth) {
    for (const model::ExpressionPtr& part : {form.in, form.match}) visit(part, depth);
  }
  void look_into(const model::Iterator& form, const model::Expression& /*at*/, int depth) {
    for (const model::ExpressionPtr& part : {form.in, form.result}) visit(part, depth);
  }

  void look_into(const model::DecisionTable& form, const model::Expression& at, int depth) {
    analyse::Table table;
    table.name = name_;
    table.hit = form.hit;
    table.aggregation = form.aggregation;
    table.span = at.span;
    for (const model::InputColumn& input : form.inputs) table.inputs.push_back(input_of(input));
    for (const model::OutputColumn& output : form.outputs)
      table.outputs.push_back(output_of(output, form, at.type));
    for (const model::Row& row : form.rows) {
      if (row.tests.size() != form.inputs.size()) return;
      analyse::Row made{{}, {}, row.span};
      for (std::size_t column = 0; column < row.tests.size(); ++column)
        made.tests.push_back(types_.tests(row.tests[column], table.inputs[column].type));
      for (const model::ExpressionPtr& output : row.outputs) made.outputs.push_back(value_of(output));
      made.outputs.resize(table.outputs.size());
      table.rows.push_back(std::move(made));
    }
    for (const analyse::Finding& finding : analyse::analyse(table))
      found_.push_back(analyse::describe(table, finding, analyse::kModelVoice));
    for (const model::Row& row : form.rows)
      for (const model::ExpressionPtr& output : row.outputs) visit(output, depth);
  }

  analyse::InputColumn input_of(const model::InputColumn& input) const {
    analyse::InputColumn column{input.label, {}, feel::Type::any(), {}, input.span};
    if (input.expression != nullptr) {
      const auto* literal = std::get_if<model::Literal>(&input.expression->form);
      if (literal != nullptr) column.expression = literal->text.text();
      ColumnType type = input.expression->type.name.empty() ? types_.of_path(column.expression)
                                                            : types_.named(input.expression->type);
      column.type = std::move(type.type);
      column.allowed = std::move(type.allowed);
    }
    if (column.name.empty()) column.name = column.expression;
    if (input.values) column.allowed.push_back(types_.tests(*input.values, column.type));
    return column;
  }

  analyse::OutputColumn output_of(const model::OutputColumn& output, const model::DecisionTable& form,
                                  const model::TypeRef& own) const {
    analyse::OutputColumn column{output.name.empty() ? name_ : output.name, {}, {}, {}, output.span};
    model::TypeRef type = output.type;
    if (type.name.empty() && form.outputs.size() == 1) type = own.name.empty() ? own_type_ : own;
    ColumnType given = types_.named(type);
    if (output.values) {
      column.allowed = types_.tests(*output.values, given.type);
      column.span = *output.values;
    } else if (given.allowed.size() == 1) {
      column.allowed = given.allowed.front();
    }
    if (column.allowed) column.values = analyse::listed_by(*column.allowed);
    if (output.fallback != nullptr) column.fallback = value_of(output.fallback);
    return column;
  }

  /// What only a literal can tell is empty for another form.
  [[nodiscard]] Cell value_of(const model::ExpressionPtr& expression) const {
    if (expression == nullptr) return {};
    const auto* literal = std::get_if<model::Literal>(&expression->form);
    if (literal == nullptr) return {nullptr, expression->span};
    auto compiled = feel::compile(literal->text, types_.scope(), {.checking = feel::Checking::Standard});
    return {compiled ? *std::move(compiled) : nullptr, literal->text};
  }

  ModelTypes types_;
  std::string name_;
  model::TypeRef own_type_;  // of the decision, for the table that is its logic
  base::Diagnostics found_;
};

}  // namespace

base::Diagnostics analyse_tables(std::span<const std::shared_ptr<const model::Model>> models) {
  if (models.empty() || models.front() == nullptr) return {};
  return ModelAnalysis(models).run(*models.front());
}

}  // namespace qingheng::decision
