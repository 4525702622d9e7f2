// SPDX-License-Identifier: Apache-2.0
// The ways through a procedure: its stages as a graph.
// tested by: src/policy/load_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "policy/compile/procedure.hpp"

namespace qingheng::policy::compile {

namespace {

/// Edges between stages; the end of the procedure is one more node after them.
class Ways {
 public:
  Ways(const Draft& draft, const rules::Procedure& block) : draft_(&draft), block_(&block) {
    // Of two stages of one id only one can be led to; the id is reported where it is read.
    for (const rules::Stage& stage : block.stages) {
      sound_ = sound_ && std::ranges::find(ids_, stage.id.text) == ids_.end();
      ids_.push_back(stage.id.text);
    }
    next_.resize(ids_.size() + 1);
    for (std::size_t at = 0; at < ids_.size(); ++at) add_edges(at);
  }

  void check() {
    const auto start = stage(block_->starts);
    if (!sound_ || !start) return;
    const std::vector<bool> reached = reachable(*start, next_);
    std::vector<std::vector<std::size_t>> back(next_.size());
    for (std::size_t at = 0; at < next_.size(); ++at) {
      for (const std::size_t to : next_[at]) back[to].push_back(at);
      // A stage that says nothing of what follows is reported where it is read.
      if (next_[at].empty() && at < ids_.size()) back[ids_.size()].push_back(at);
    }
    const std::vector<bool> ends = reachable(ids_.size(), back);
    for (std::size_t at = 0; at < ids_.size(); ++at) {
      const base::SourceSpan& span = block_->stages[at].id.span;
      if (!reached[at])
        draft_->error(
            "P160", span,
            fmt::format("the stage `{}` cannot be reached from `{}`", ids_[at], block_->starts.text),
            "let an outcome of another stage lead to it");
      if (!ends[at])
        draft_->error("P161", span, fmt::format("no way leads from the stage `{}` to the end", ids_[at]),
                      "let an outcome lead to `end`");
    }
  }

 private:
  std::optional<std::size_t> stage(const rules::Spanned& name) {
    const auto found = std::ranges::find(ids_, name.text);
    if (found != ids_.end()) return static_cast<std::size_t>(found - ids_.begin());
    sound_ = false;
    if (name.empty()) return std::nullopt;  // reported where it is read
    draft_->error("P113", name.span, fmt::format("unknown stage `{}`", name.text),
                  suggestion(name.text, ids_));
    return std::nullopt;
  }

  void lead(std::size_t from, const rules::Spanned& to) {
    if (to.empty()) return;
    if (to.text == "end")
      next_[from].push_back(ids_.size());
    else if (const auto at = stage(to))
      next_[from].push_back(*at);
  }

  void add_edges(std::size_t at) {
    const rules::Stage& stage_block = block_->stages[at];
    lead(at, stage_block.to);
    for (const rules::Outcome& outcome : stage_block.outcomes) lead(at, outcome.to);
    if (!stage_block.parallel) return;
    // Stages side by side are entered from the one that joins them, and come back to it.
    for (const rules::Spanned& side : stage_block.parallel->stages)
      if (const auto other = stage(side)) {
        next_[at].push_back(*other);
        next_[*other].push_back(at);
      }
  }

  static std::vector<bool> reachable(std::size_t from, const std::vector<std::vector<std::size_t>>& edges) {
    std::vector<bool> reached(edges.size());
    std::vector<std::size_t> open{from};
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      if (reached[at]) continue;
      reached[at] = true;
      open.insert(open.end(), edges[at].begin(), edges[at].end());
    }
    return reached;
  }

  const Draft* draft_;
  const rules::Procedure* block_;
  std::vector<std::string> ids_;
  std::vector<std::vector<std::size_t>> next_;
  bool sound_ = true;  // no name was unknown, no id there twice
};

}  // namespace

void check_ways(const Draft& draft, const rules::Procedure& block) { Ways(draft, block).check(); }

}  // namespace qingheng::policy::compile
