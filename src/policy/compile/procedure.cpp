// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/procedure.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "policy/compile/expressions.hpp"

namespace qingheng::policy::compile {

namespace {

Outcome compile_outcome(Draft& draft, const rules::Outcome& block) {
  Outcome outcome;
  outcome.id = block.id.text;
  outcome.label = block.label;
  if (block.when) outcome.when = compile_condition(draft, *block.when);
  outcome.to = block.to.text;
  if (!block.clause.empty()) check_clause(draft, block.clause);
  outcome.clause = block.clause.text;
  outcome.defects = block.defects;
  outcome.span = block.span;
  return outcome;
}

Panel compile_panel(Draft& draft, const rules::Panel& block) {
  Panel panel{block.members, block.drawn, texts_of(block.recusal), block.attendance, {}, block.combine};
  if (block.score.empty()) return panel;
  panel.score = use_criterion(draft, block.score);
  if (panel.score && !std::holds_alternative<rules::Score>(draft.blocks.criteria[*panel.score].test)) {
    draft.error("P142", block.score.span,
                fmt::format("`{}` is no criterion with a `score`", block.score.text),
                "name one that has, or leave the panel without");
    panel.score.reset();
  }
  return panel;
}

Publicity compile_publicity(const Draft& draft, const rules::Publicity& block) {
  check_published(draft, block);
  Publicity publicity{compile_period(block.period),
                      block.published_from,
                      block.published_to,
                      block.place,
                      std::nullopt,
                      block.span};
  if (!block.objections) return publicity;
  const rules::Objections& written = *block.objections;
  Objections objections{written.written, texts_of(written.needs), written.holds, written.anonymous, {}};
  if (written.decide_within) objections.decide_within = compile_period(*written.decide_within);
  publicity.objections = std::move(objections);
  return publicity;
}

/// Judgement criteria only: others are decided by facts.
std::vector<std::size_t> decided(Draft& draft, std::span<const rules::Spanned> names) {
  std::vector<std::size_t> criteria;
  for (const rules::Spanned& name : names) {
    const auto criterion = use_criterion(draft, name);
    if (!criterion) continue;
    if (std::holds_alternative<rules::FeelText>(draft.blocks.criteria[*criterion].test))
      draft.error("P143", name.span, fmt::format("`{}` is decided by facts, not by people", name.text),
                  "name it under `requires`, or give the criterion a `judgement`");
    criteria.push_back(*criterion);
  }
  return criteria;
}

Stage compile_stage(Draft& draft, const rules::Stage& block) {
  Stage stage;
  stage.id = block.id.text;
  stage.label = block.label;
  if (!block.clause.empty()) check_clause(draft, block.clause);
  stage.clause = block.clause.text;
  stage.by = block.by;
  stage.does = block.does.text;
  if (!block.window.empty()) (void)find_block(draft, draft.policy.windows, block.window, "P112", "window");
  stage.window = block.window.text;
  stage.materials = use_materials(draft, block.materials);
  stage.requires_met = use_criteria(draft, block.requires_met);
  stage.decides = decided(draft, block.decides);
  if (block.within) stage.within = compile_period(*block.within);
  if (block.parallel) stage.parallel = Parallel{block.parallel->at_least, texts_of(block.parallel->stages)};
  if (block.panel) stage.panel = compile_panel(draft, *block.panel);
  if (block.publicity) stage.publicity = compile_publicity(draft, *block.publicity);
  if (!block.grants.empty()) (void)find_block(draft, draft.policy.grants, block.grants, "P114", "grant");
  stage.grants = block.grants.text;
  stage.to = block.to.text;
  for (const rules::Outcome& outcome : block.outcomes)
    stage.outcomes.push_back(compile_outcome(draft, outcome));
  stage.span = block.span;
  return stage;
}

}  // namespace

void compile_procedures(Draft& draft) {
  for (const rules::Procedure& block : draft.blocks.procedures) {
    Procedure procedure{compile_head(draft, block.head), block.starts.text, {}, block.listing};
    for (const rules::Stage& stage : block.stages) procedure.stages.push_back(compile_stage(draft, stage));
    check_ways(draft, block);
    draft.policy.procedures.push_back(std::move(procedure));
  }
}

}  // namespace qingheng::policy::compile
