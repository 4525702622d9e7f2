// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/consequences.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "policy/compile/criteria.hpp"
#include "policy/compile/expressions.hpp"
#include "policy/compile/mentions.hpp"
#include "policy/compile/vocabulary.hpp"
#include "policy/rules/values.hpp"

namespace qingheng::policy::compile {

namespace {

/// Reports a name that is no sanction, nor, when `revocations` says so, a revocation.
void check_consequence(const Draft& draft, const rules::Spanned& name, bool revocations) {
  if (name.empty()) return;
  std::vector<std::string> known;
  for (const rules::Sanction& sanction : draft.blocks.sanctions) known.push_back(sanction.head.id.text);
  if (revocations)
    for (const rules::Revocation& each : draft.blocks.revocations) known.push_back(each.head.id.text);
  if (std::ranges::find(known, name.text) != known.end()) return;
  draft.error("P115", name.span,
              fmt::format("unknown {} `{}`", revocations ? "revocation or sanction" : "sanction", name.text),
              suggestion(name.text, known));
}

std::optional<Target> compile_target(const Draft& draft, const rules::Duty& block) {
  if (!block.target) return std::nullopt;
  const rules::Target& written = *block.target;
  if (!written.unit.empty() && draft.vocabulary().unit(written.unit.text) == nullptr) {
    std::vector<std::string> known;
    for (const registry::Unit& unit : draft.vocabulary().units) known.push_back(unit.name);
    draft.error("P103", written.unit.span, fmt::format("unknown unit `{}`", written.unit.text),
                suggestion(written.unit.text, known));
  }
  const base::CivilDate& effective = draft.policy.front.effective;
  if (written.by && *written.by < effective)
    rules::report_order(draft.found, "the target is due before the document takes effect",
                        {written.by_span, "it is due"},
                        {draft.blocks.front->effective_span, "it takes effect"});
  return Target{written.measure.text, written.at_least, written.at_most,
                written.unit.text,    written.by,       written.span};
}

void compile_duty(Draft& draft, const rules::Duty& block) {
  Duty duty;
  duty.head = compile_head(draft, block.head);
  if (!block.on_grant.empty()) (void)find_block(draft, draft.policy.grants, block.on_grant, "P114", "grant");
  duty.on_grant = block.on_grant.text;
  duty.on = block.on;
  if (const auto* recurring = std::get_if<Recurring>(&block.due)) duty.due = *recurring;
  if (const auto* after = std::get_if<rules::AfterEvent>(&block.due))
    duty.due = AfterEvent{after->event.text, after->period};
  if (const auto* period = std::get_if<rules::Period>(&block.due)) duty.due = compile_period(*period);
  duty.does = block.does;
  duty.to = block.to;
  duty.remind = block.remind;
  check_consequence(draft, block.breach, true);
  duty.breach = block.breach.text;
  duty.target = compile_target(draft, block);
  draft.policy.duties.push_back(std::move(duty));
}

void compile_revocation(Draft& draft, const rules::Revocation& block) {
  Revocation revocation;
  revocation.head = compile_head(draft, block.head);
  (void)find_block(draft, draft.policy.grants, block.of, "P114", "grant");
  revocation.of = block.of.text;
  if (block.ground) revocation.ground = compile_condition(draft, *block.ground);
  if (block.judgement) revocation.judgement = compile_judgement(draft, *block.judgement);
  revocation.by = block.by;
  if (block.notice) revocation.notice = compile_period(*block.notice);
  if (block.defence) revocation.defence = compile_period(*block.defence);
  revocation.published = block.published;
  for (const rules::Spanned& sanction : block.leads_to) check_consequence(draft, sanction, false);
  revocation.leads_to = texts_of(block.leads_to);
  draft.policy.revocations.push_back(std::move(revocation));
}

void compile_sanction(Draft& draft, const rules::Sanction& block) {
  Sanction sanction;
  sanction.head = compile_head(draft, block.head);
  sanction.kind = block.kind.text;
  sanction.on = block.on;
  check_policy_id(draft, block.from.text, block.from.span);
  sanction.from = block.from.text;
  sanction.acts = texts_of(block.acts);
  if (block.ground) sanction.ground = compile_condition(draft, *block.ground);
  sanction.period = block.period;
  sanction.starts = texts_of(block.starts);
  sanction.removed_by = block.removed_by;
  draft.policy.sanctions.push_back(std::move(sanction));
}

}  // namespace

void begin_consequences(Draft& draft) {
  for (const rules::Grant& block : draft.blocks.grants)
    draft.policy.grants.push_back({compile_head(draft, block.head), block.kind, block.name, block.valid,
                                   block.number.text, block.certificate, block.published});
}

void compile_consequences(Draft& draft) {
  for (const rules::Duty& block : draft.blocks.duties) compile_duty(draft, block);
  for (const rules::Revocation& block : draft.blocks.revocations) compile_revocation(draft, block);
  for (const rules::Sanction& block : draft.blocks.sanctions) compile_sanction(draft, block);
}

}  // namespace qingheng::policy::compile
