// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/kit/judge_test.cpp
#include <algorithm>
#include <set>

#include "decision/kit/suite.hpp"
#include "feel/syntax/parse.hpp"

namespace qingheng::decision::kit {

namespace {

using model::Expression;

/// Boxed expressions that have yet to be looked at.
using Open = std::vector<const Expression*>;

void add(Open& open, const model::ExpressionPtr& expression) {
  if (expression) open.push_back(expression.get());
}

/// Adds what an expression is made of.
struct Parts {
  Open& open;

  void operator()(const model::Literal& /*text*/) const {}
  void operator()(const model::BoxedContext& context) const {
    for (const model::ContextEntry& entry : context.entries) add(open, entry.value);
  }
  void operator()(const model::Invocation& invocation) const {
    add(open, invocation.called);
    for (const model::Binding& binding : invocation.bindings) add(open, binding.value);
  }
  void operator()(const model::FunctionDefinition& function) const { add(open, function.body); }
  void operator()(const model::BoxedList& list) const {
    for (const model::ExpressionPtr& item : list.items) add(open, item);
  }
  void operator()(const model::Relation& relation) const {
    for (const auto& row : relation.rows)
      for (const model::ExpressionPtr& cell : row) add(open, cell);
  }
  void operator()(const model::Conditional& conditional) const {
    for (const auto& part : {conditional.condition, conditional.then, conditional.otherwise}) add(open, part);
  }
  void operator()(const model::BoxedFilter& filter) const {
    add(open, filter.in);
    add(open, filter.match);
  }
  void operator()(const model::Iterator& iterator) const {
    add(open, iterator.in);
    add(open, iterator.result);
  }
  void operator()(const model::DecisionTable& table) const {
    for (const model::InputColumn& column : table.inputs) add(open, column.expression);
    for (const model::OutputColumn& column : table.outputs) add(open, column.fallback);
    for (const model::Row& row : table.rows)
      for (const model::ExpressionPtr& output : row.outputs) add(open, output);
  }
};

/// `function(x) external {java: …}` somewhere in a text of FEEL.
bool names_java(const base::SourceSpan& text) {
  if (text.text().find("external") == std::string_view::npos) return false;
  const auto tree = feel::syntax::parse(text, feel::Scope{}, feel::Form::Expression);
  if (!tree) return false;
  std::vector<const feel::syntax::Node*> open{tree->get()};
  while (!open.empty()) {
    const feel::syntax::Node* node = open.back();
    open.pop_back();
    if (node == nullptr) continue;
    if (node->external && !node->parts.empty() && node->parts.front() != nullptr &&
        std::ranges::find(node->parts.front()->names, "java") != node->parts.front()->names.end())
      return true;
    for (const feel::syntax::NodePtr& part : node->parts) open.push_back(part.get());
  }
  return false;
}

bool uses_java(const model::ExpressionPtr& logic) {
  Open open;
  add(open, logic);
  while (!open.empty()) {
    const Expression* expression = open.back();
    open.pop_back();
    if (const auto* function = std::get_if<model::FunctionDefinition>(&expression->form);
        function != nullptr && function->kind == model::FunctionDefinition::Kind::Java)
      return true;
    if (const auto* literal = std::get_if<model::Literal>(&expression->form);
        literal != nullptr && names_java(literal->text))
      return true;
    std::visit(Parts{open}, expression->form);
  }
  return false;
}

/// Walks from what is asked for along the requirements.
class Walk {
 public:
  explicit Walk(const model::Model& model) : model_(model) {}

  void ask(ElementKind kind, std::string_view name) {
    for (const model::Decision& decision : model_.decisions)
      if (kind == ElementKind::Decision && decision.head.name == name) open_.push_back(decision.head.id);
    for (const model::Knowledge& knowledge : model_.knowledge)
      if (kind == ElementKind::Knowledge && knowledge.head.name == name) open_.push_back(knowledge.head.id);
    for (const model::Service& service : model_.services)
      if (kind == ElementKind::Service && service.head.name == name) open_.push_back(service.head.id);
  }

  bool meets_java() {
    while (!open_.empty()) {
      const std::string id = open_.back();
      open_.pop_back();
      if (seen_.insert(id).second && visit(id)) return true;
    }
    return false;
  }

 private:
  void add_all(const std::vector<model::Reference>& references) {
    for (const model::Reference& reference : references)
      if (reference.model.empty() || reference.model == model_.name_space) open_.push_back(reference.id);
  }

  bool visit(const std::string& id) {
    for (const model::Decision& decision : model_.decisions) {
      if (decision.head.id != id) continue;
      add_all(decision.required_decisions);
      add_all(decision.required_knowledge);
      if (uses_java(decision.logic)) return true;
    }
    for (const model::Knowledge& knowledge : model_.knowledge) {
      if (knowledge.head.id != id) continue;
      add_all(knowledge.required_knowledge);
      if (knowledge.logic && (knowledge.logic->kind == model::FunctionDefinition::Kind::Java ||
                              uses_java(knowledge.logic->body)))
        return true;
    }
    for (const model::Service& service : model_.services) {
      if (service.head.id != id) continue;
      add_all(service.outputs);
      add_all(service.encapsulated);
    }
    return false;
  }

  const model::Model& model_;
  std::vector<std::string> open_;
  std::set<std::string> seen_;
};

}  // namespace

bool needs_java(const Case& one, const model::Model& model) {
  Walk walk(model);
  if (one.kind != ElementKind::Decision && !one.invocable.empty()) walk.ask(one.kind, one.invocable);
  for (const ResultNode& result : one.results) walk.ask(one.kind, result.name);
  return walk.meets_java();
}

}  // namespace qingheng::decision::kit
