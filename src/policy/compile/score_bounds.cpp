// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/compile/score_bounds.hpp"

#include <fmt/format.h>

#include "feel/syntax/parse.hpp"
#include "policy/compile/known_numbers.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::syntax::Node;
using feel::syntax::NodeKind;
using feel::syntax::Operator;

/// The most points by name: of each part, and of all of them as `total`. What only facts can tell is left
/// out.
using Most = std::map<std::string, base::Decimal, std::less<>>;

Most most_by_name(const rules::Score& block) {
  Most most;
  base::Decimal total;
  for (const rules::ScorePart& part : block.parts)
    if (const auto points = rules::most_points(part)) {
      most.emplace(part.id.text, *points);
      total = total + *points;
    }
  if (most.size() == block.parts.size()) most.emplace("total", total);
  return most;
}

/// `name op number`, however it is turned: the least that `name` has to be.
struct Demand {
  std::string_view name;
  base::Decimal least;
  bool above = false;  // the number itself is not enough
};

std::optional<Demand> demand_of(const Draft& draft, const Layout& layout, const Node& node) {
  if (node.kind != NodeKind::Binary) return std::nullopt;
  const bool straight =
      node.op == Operator::GreaterOrEqual || node.op == Operator::Greater || node.op == Operator::Equal;
  const bool turned = node.op == Operator::LessOrEqual || node.op == Operator::Less;
  if (!straight && !turned) return std::nullopt;
  const Node& name = *node.parts[straight ? 0 : 1];
  const auto number = known_number(draft, layout, node.parts[straight ? 1 : 0].get());
  if (name.kind != NodeKind::Name || !number) return std::nullopt;
  return Demand{name.text, *number, node.op == Operator::Greater || node.op == Operator::Less};
}

void check_demand(const Draft& draft, const Layout& layout, const Node& node, const Most& most) {
  const auto demand = demand_of(draft, layout, node);
  if (!demand) return;
  const auto at = most.find(demand->name);
  if (at == most.end() || demand->least < at->second || (demand->least == at->second && !demand->above))
    return;
  draft.error(
      "P155", node.span,
      fmt::format("`{}` can never be: there are {} points at most", node.span.text(), at->second.to_string()),
      "correct the number, or the points of the parts");
}

}  // namespace

void check_pass(const Draft& draft, const rules::Score& block, const Expression& pass) {
  const auto tree = feel::syntax::parse(pass.span, pass.layout->scope, feel::Form::Expression);
  if (!tree) return;
  const Most most = most_by_name(block);
  std::vector<const Node*> open{tree->get()};
  while (!open.empty()) {
    const Node& node = *open.back();
    open.pop_back();
    check_demand(draft, *pass.layout, node, most);
    if (node.kind == NodeKind::Binary && (node.op == Operator::And || node.op == Operator::Or))
      for (const feel::syntax::NodePtr& part : node.parts) open.push_back(part.get());
  }
}

}  // namespace qingheng::policy::compile
