// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/dmn/export_test.cpp
#include "policy/dmn/internal/rewrite.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "feel/syntax/parse.hpp"

namespace qingheng::policy::dmn {

namespace {

using feel::syntax::Node;
using feel::syntax::NodeKind;
using feel::syntax::NodePtr;

struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

constexpr int kDeepest = 500;

class Rewriting {
 public:
  Rewriting(const Policy& policy, const Expression& expression, Reads& reads)
      : policy_(&policy), layout_(expression.layout.get()), text_(expression.span), reads_(&reads) {
    for (const registry::Fact& fact : policy.vocabulary->facts)
      for (const registry::Field& field : fact.fields)
        for (const std::string& alias : {field.id, field.label.zh, field.label.en})
          if (!alias.empty()) fields_.try_emplace(alias, field.id);
  }

  std::expected<std::string, std::string> run(feel::Form form) {
    const auto tree = feel::syntax::parse(text_, layout_->scope, form);
    if (!tree) return std::unexpected("it cannot be read");
    walk(**tree, 0);
    if (problem_) return std::unexpected(*problem_);
    std::ranges::sort(edits_, {}, &Edit::begin);
    std::string made;
    std::uint32_t from = text_.begin;
    for (const Edit& edit : edits_) {
      made += text_.source->text.substr(from, edit.begin - from);
      made += edit.text;
      from = edit.end;
    }
    return made + text_.source->text.substr(from, text_.end - from);
  }

 private:
  void fail(std::string why) {
    if (!problem_) problem_ = std::move(why);
  }
  void replace(const base::SourceSpan& span, std::string text) {
    if (span.text() != text) edits_.push_back({span.begin, span.end, std::move(text)});
  }

  void walk(const Node& node, int depth) {
    if (depth > kDeepest) return fail("it is too deep");
    switch (node.kind) {
      case NodeKind::Name:
        return walk_name(node);
      case NodeKind::Path:
        walk(*node.parts.front(), depth + 1);
        return walk_member(node);
      case NodeKind::Call:
        return walk_call(node, depth);
      case NodeKind::Filter: {
        walk(*node.parts.front(), depth + 1);
        ++filters_;
        walk(*node.parts.back(), depth + 1);
        --filters_;
        return;
      }
      case NodeKind::For:
      case NodeKind::Some:
      case NodeKind::Every:
      case NodeKind::Function:
      case NodeKind::Context: {
        const std::size_t before = locals_.size();
        locals_.insert(locals_.end(), node.names.begin(), node.names.end());
        walk_parts(node, 0, depth);
        locals_.resize(before);
        return;
      }
      default:
        return walk_parts(node, 0, depth);
    }
  }

  void walk_parts(const Node& node, std::size_t from, int depth) {
    for (std::size_t at = from; at < node.parts.size(); ++at)
      if (node.parts[at] != nullptr) walk(*node.parts[at], depth + 1);
  }

  void walk_member(const Node& node) {
    if (const auto field = fields_.find(node.text); field != fields_.end() && !node.name_spans.empty())
      replace(node.name_spans.front(), field->second);
  }

  void walk_name(const Node& node) {
    if (node.text == "?" || node.text == "item" || std::ranges::find(locals_, node.text) != locals_.end())
      return;
    const auto entry = layout_->scope.find(node.text);
    const auto field = fields_.find(node.text);
    if (filters_ > 0 && field != fields_.end()) {
      if (entry) return fail(fmt::format("`{}` may mean a fact and a field", node.text));
      return replace(node.span, field->second);
    }
    if (entry) use(node, layout_->sources[*entry]);
  }

  void use(const Node& node, const Source& source) {
    if (const auto* fact = std::get_if<FactInput>(&source)) {
      const registry::Fact& one = policy_->vocabulary->facts[fact->fact];
      if (one.per_year) return fail(fmt::format("`{}` without a year", node.text));
      reads_->facts.insert(one.id);
      return replace(node.span, one.id);
    }
    if (const auto* parameter = std::get_if<ParameterInput>(&source))
      return use_block(node, policy_->parameters[parameter->parameter].head.id, reads_->parameters);
    if (const auto* formula = std::get_if<FormulaInput>(&source))
      return use_block(node, policy_->formulas[formula->formula].head.id, reads_->formulas);
    if (const auto* table = std::get_if<TableInput>(&source))
      return use_block(node, policy_->tables[table->table].head.id, reads_->tables);
    if (const auto* criterion = std::get_if<CriterionInput>(&source))
      return use_block(node, policy_->criteria[criterion->criterion].head.id, reads_->criteria);
    if (std::holds_alternative<WindowInput>(source)) {
      reads_->window = true;
      return replace(node.span, "window");
    }
    if (std::holds_alternative<SubjectCode>(source)) {
      reads_->subject = true;
      return replace(node.span, "subject");
    }
    if (const auto* name = std::get_if<BuiltIn>(&source)) return use_built_in(node, *name);
    fail(fmt::format("`{}` is known to the platform alone", node.text));
  }

  void use_block(const Node& node, const std::string& id, std::set<std::string>& into) {
    into.insert(id);
    replace(node.span, id);
  }

  void use_built_in(const Node& node, BuiltIn name) {
    switch (name) {
      case BuiltIn::LegalDate:
        reads_->legal_date = true;
        return replace(node.span, "legal date");
      case BuiltIn::LegalYear:
        reads_->legal_date = true;
        return replace(node.span, "legal date.year");
      case BuiltIn::Recommender:
        reads_->recommender = true;
        return replace(node.span, "recommender");
      default:
        return fail(fmt::format("`{}` asks the register", node.text));
    }
  }

  /// `revenue(2018)` → `revenue[year = 2018].value[1]`; other calls as they are.
  void walk_call(const Node& node, int depth) {
    const Node& callee = *node.parts.front();
    if (callee.kind == NodeKind::Name) {
      const auto entry = layout_->scope.find(callee.text);
      const auto* fact = entry ? std::get_if<FactInput>(&layout_->sources[*entry]) : nullptr;
      if (fact != nullptr && policy_->vocabulary->facts[fact->fact].per_year && node.parts.size() == 2) {
        const registry::Fact& one = policy_->vocabulary->facts[fact->fact];
        const base::SourceSpan& argument = node.parts[1]->span;
        reads_->facts.insert(one.id);
        edits_.push_back({node.span.begin, argument.begin, one.id + "[year = ("});
        edits_.push_back({argument.end, node.span.end, ")].value[1]"});
        return walk(*node.parts[1], depth + 1);
      }
      if (entry) walk_name(callee);
      return walk_parts(node, 1, depth);
    }
    walk_parts(node, 0, depth);
  }

  const Policy* policy_;
  const Layout* layout_;
  base::SourceSpan text_;
  Reads* reads_;
  std::map<std::string, std::string, std::less<>> fields_;  // label or id → id
  std::vector<std::string> locals_;
  int filters_ = 0;
  std::vector<Edit> edits_;
  std::optional<std::string> problem_;
};

}  // namespace

std::expected<std::string, std::string> rewritten(const Policy& policy, const Expression& expression,
                                                  feel::Form form, Reads& reads) {
  if (expression.compiled == nullptr || expression.layout == nullptr)
    return std::unexpected("it could not be compiled");
  return Rewriting(policy, expression, reads).run(form);
}

}  // namespace qingheng::policy::dmn
