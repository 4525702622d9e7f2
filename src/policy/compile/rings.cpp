// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/rings.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "policy/compile/layouts.hpp"

namespace qingheng::policy::compile {

namespace {

/// Formulas, then tables, then criteria, as one list of nodes.
class Uses {
 public:
  explicit Uses(const Policy& policy) : policy_(&policy) {
    edges_.resize(policy.formulas.size() + policy.tables.size() + policy.criteria.size());
    for (std::size_t at = 0; at < policy.formulas.size(); ++at) add(at, policy.formulas[at].value);
    for (std::size_t at = 0; at < policy.tables.size(); ++at) add_table(table_node(at), policy.tables[at]);
    for (std::size_t at = 0; at < policy.criteria.size(); ++at)
      add_criterion(criterion_node(at), policy.criteria[at]);
  }

  [[nodiscard]] std::size_t size() const { return edges_.size(); }
  [[nodiscard]] const std::vector<std::size_t>& of(std::size_t node) const { return edges_[node]; }
  [[nodiscard]] const Head& head(std::size_t node) const {
    const std::size_t formulas = policy_->formulas.size();
    if (node < formulas) return policy_->formulas[node].head;
    if (node < criterion_node(0)) return policy_->tables[node - formulas].head;
    return policy_->criteria[node - criterion_node(0)].head;
  }

 private:
  [[nodiscard]] std::size_t table_node(std::size_t table) const { return policy_->formulas.size() + table; }
  [[nodiscard]] std::size_t criterion_node(std::size_t criterion) const {
    return policy_->formulas.size() + policy_->tables.size() + criterion;
  }

  void add(std::size_t node, const Expression& expression) {
    if (expression.compiled == nullptr) return;
    for (const std::size_t entry : feel::inputs_of(*expression.compiled)) {
      const Source& source = expression.layout->sources[entry];
      if (const auto* formula = std::get_if<FormulaInput>(&source)) edges_[node].push_back(formula->formula);
      if (const auto* table = std::get_if<TableInput>(&source))
        edges_[node].push_back(table_node(table->table));
      if (const auto* criterion = std::get_if<CriterionInput>(&source))
        edges_[node].push_back(criterion_node(criterion->criterion));
    }
  }

  void add_table(std::size_t node, const Table& table) {
    for (const TableInputColumn& column : table.inputs) add(node, column.expression);
    for (const TableRow& row : table.rows) {
      for (const Expression& test : row.tests) add(node, test);
      for (const Expression& output : row.outputs) add(node, output);
    }
  }

  void add_group(std::size_t node, const Group& group) {
    for (const GroupMember& member : group.members)
      if (member.nested)
        add_group(node, *member.nested);
      else
        edges_[node].push_back(criterion_node(member.criterion));
  }

  void add_score(std::size_t node, const Score& score) {
    add(node, score.pass);
    for (const ScorePart& part : score.parts)
      for (const ScoreItem& item : part.items) {
        if (item.points) add(node, *item.points);
        for (const ScoreOption& option : item.options)
          if (option.when) add(node, *option.when);
      }
  }

  void add_criterion(std::size_t node, const Criterion& criterion) {
    if (const auto* requirement = std::get_if<Requirement>(&criterion.test))
      add(node, requirement->expression);
    if (const auto* group = std::get_if<Group>(&criterion.test)) add_group(node, *group);
    if (const auto* score = std::get_if<Score>(&criterion.test)) add_score(node, *score);
    if (criterion.applies) add(node, *criterion.applies);
    if (criterion.gap) add(node, *criterion.gap);
  }

  const Policy* policy_;
  std::vector<std::vector<std::size_t>> edges_;
};

/// Depth first, so that what is used comes before its user.
class Order {
 public:
  Order(Draft& draft, const Uses& uses) : draft_(&draft), uses_(&uses), state_(uses.size(), State::Open) {
    for (std::size_t node = 0; node < uses.size(); ++node) visit(node);
  }
  [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }
  [[nodiscard]] bool has_ring() const { return ring_; }

 private:
  enum class State : std::uint8_t { Open, Busy, Done };

  void visit(std::size_t node) {
    if (state_[node] == State::Done) return;
    if (state_[node] == State::Busy) {
      report_ring(node);
      return;
    }
    state_[node] = State::Busy;
    path_.push_back(node);
    for (const std::size_t used : uses_->of(node)) visit(used);
    path_.pop_back();
    state_[node] = State::Done;
    order_.push_back(node);
  }

  void report_ring(std::size_t node) {
    ring_ = true;
    std::vector<std::string> names;
    for (auto at = std::ranges::find(path_, node); at != path_.end(); ++at)
      names.push_back(fmt::format("`{}`", uses_->head(*at).id));
    names.push_back(names.front());
    draft_->error("P132", uses_->head(node).span, fmt::format("a ring: {}", fmt::join(names, " uses ")),
                  "let one of them do without the next");
  }

  Draft* draft_;
  const Uses* uses_;
  std::vector<State> state_;
  std::vector<std::size_t> path_;
  std::vector<std::size_t> order_;
  bool ring_ = false;
};

}  // namespace

void check_rings(Draft& draft) {
  const Uses uses(draft.policy);
  const Order order(draft, uses);
  if (order.has_ring()) return;
  std::vector<std::size_t> rank(draft.policy.formulas.size());
  std::size_t next = 0;
  for (const std::size_t node : order.order())
    if (node < rank.size()) rank[node] = next++;
  reorder_formulas(draft, rank);
}

}  // namespace qingheng::policy::compile
