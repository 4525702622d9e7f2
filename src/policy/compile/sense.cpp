// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/compile/sense.hpp"

#include <fmt/format.h>

#include "feel/syntax/parse.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::syntax::Node;
using feel::syntax::NodeKind;
using feel::syntax::NodePtr;
using feel::syntax::Operator;

// What a register may hold, and a little more.
constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2200;

/// Nodes that bring in names of their own: below them a name may be another thing than in the document.
bool brings_names(NodeKind kind) {
  return kind == NodeKind::Filter || kind == NodeKind::For || kind == NodeKind::Some ||
         kind == NodeKind::Every || kind == NodeKind::Function || kind == NodeKind::Context;
}

bool is_null(const Node& node) {
  return node.kind == NodeKind::Literal && node.value.kind() == feel::Kind::Null;
}

class Reader {
 public:
  Reader(const Draft& draft, const Layout& layout) : draft_(&draft), layout_(&layout) {}

  void read(const Node& root) {
    std::vector<std::pair<const Node*, bool>> open{{&root, false}};
    while (!open.empty()) {
      const auto [node, inside] = open.back();
      open.pop_back();
      check_division(*node);
      if (!inside) {
        check_null(*node);
        check_year(*node);
      }
      // The list of a filter, its first part, still has the document's names; nothing is lost by leaving it.
      for (const NodePtr& part : node->parts)
        if (part != nullptr) open.emplace_back(part.get(), inside || brings_names(node->kind));
    }
  }

 private:
  /// The fact that a name means; null pointer when it means something else.
  [[nodiscard]] const feel::Scope::Entry* fact(const Node& node) const {
    if (node.kind != NodeKind::Name) return nullptr;
    const auto place = layout_->scope.find(node.text);
    if (!place || !std::holds_alternative<FactInput>(layout_->sources[*place])) return nullptr;
    return &layout_->scope.entries()[*place];
  }

  /// A fact, or the value that it has for a year.
  [[nodiscard]] bool is_fact(const Node& node) const {
    return fact(node) != nullptr || (node.kind == NodeKind::Call && fact(*node.parts[0]) != nullptr);
  }

  void check_null(const Node& node) const {
    if (node.kind != NodeKind::Binary || (node.op != Operator::Equal && node.op != Operator::NotEqual))
      return;
    const bool left = is_null(*node.parts[0]);
    if (!left && !is_null(*node.parts[1])) return;
    const Node& other = *node.parts[left ? 1 : 0];
    // With several kinds of subject, null is a fact that the subject's kind does not have.
    if (!is_fact(other) || draft_->policy.front.subjects.size() > 1) return;
    draft_->warn("P179", node.span,
                 fmt::format("`{}` is never null: what nobody has stated is unknown", other.span.text()),
                 "leave the comparison out: a fact that is missing is asked for by itself");
  }

  void check_year(const Node& node) const {
    if (node.kind != NodeKind::Call || node.parts.size() != 2) return;
    const Node& year = *node.parts[1];
    const feel::Scope::Entry* called = fact(*node.parts[0]);
    if (called == nullptr || called->type.tag != feel::Type::Tag::Function) return;
    if (year.kind != NodeKind::Literal || year.value.kind() != feel::Kind::Number) return;
    const auto whole = year.value.as_number().to_int64();
    if (whole && *whole >= kFirstYear && *whole <= kLastYear) return;
    draft_->warn(
        "P180", year.span,
        fmt::format("`{}` has no value for `{}`", node.parts[0]->span.text(), year.span.text()),
        fmt::format("write a year from {} to {}, or one counted from `legal year`", kFirstYear, kLastYear));
  }

  void check_division(const Node& node) const {
    if (node.kind != NodeKind::Binary || node.op != Operator::Divide) return;
    const Node& by = *node.parts[1];
    if (by.kind != NodeKind::Literal || by.value.kind() != feel::Kind::Number) return;
    if (by.value.as_number() != base::Decimal(0)) return;
    draft_->warn("P180", node.span, fmt::format("`{}` divides by zero and has no value", node.span.text()),
                 "correct the number after `/`");
  }

  const Draft* draft_;
  const Layout* layout_;
};

}  // namespace

void check_sense(const Draft& draft, const Expression& expression, feel::Form form) {
  const auto tree = feel::syntax::parse(expression.span, expression.layout->scope, form);
  if (tree) Reader(draft, *expression.layout).read(**tree);
}

void check_decides(const Draft& draft, const Expression& condition) {
  if (!feel::inputs_of(*condition.compiled).empty()) return;
  const std::string_view text = condition.span.text();
  if (text == "true" || text == "false") return;
  const feel::Value value = feel::evaluate(*condition.compiled, {}, feel::Host{});
  draft.warn("P178", condition.span,
             value.kind() == feel::Kind::Boolean
                 ? fmt::format("`{}` is always {}", text, value.as_boolean() ? "true" : "false")
                 : fmt::format("`{}` is always null", text),
             "compare something that is not the same for everybody");
}

}  // namespace qingheng::policy::compile
