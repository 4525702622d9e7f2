// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/compile/places.hpp"

#include <fmt/format.h>

#include "policy/compile/code_systems.hpp"
#include "policy/model/lines.hpp"

namespace qingheng::policy::compile {

namespace {

void check_division(const Draft& draft, const std::string& code, const base::SourceSpan& span) {
  if (code.empty() || draft.around.divisions == nullptr) return;
  if (auto fault = division_fault(*draft.around.divisions, code))
    draft.error("P147", span, std::move(fault->message), std::move(fault->help));
}

void check_actor(const Draft& draft, const Actor& actor) {
  if (actor.kind != Actor::Kind::Authority) return;
  const std::string_view written = actor.span.text();
  const std::size_t at = written.find('@');
  base::SourceSpan line = actor.span;
  base::SourceSpan place = actor.span;
  if (at != std::string_view::npos) {
    const std::size_t begin = written.find(actor.line);
    line = actor.span.sub(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at));
    const std::size_t end = std::min(at + 1 + actor.division.size(), written.size());
    place = actor.span.sub(static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(end));
  }
  check_line(actor.line, line, draft.found);
  check_division(draft, actor.division, place);
}

void check_criterion(const Draft& draft, const rules::Criterion& criterion) {
  if (const auto* judgement = std::get_if<rules::Judgement>(&criterion.test))
    check_actor(draft, judgement->by);
  const auto* score = std::get_if<rules::Score>(&criterion.test);
  if (score == nullptr) return;
  for (const rules::ScorePart& part : score->parts)
    for (const rules::ScoreItem& item : part.items)
      if (item.judged) check_actor(draft, item.judged->by);
}

}  // namespace

void check_line(const std::string& line, const base::SourceSpan& span, base::Diagnostics& found) {
  if (line.empty() || authority_line(line) != nullptr) return;
  std::vector<std::string> known;
  for (const AuthorityLine& each : authority_lines()) known.emplace_back(each.id);
  std::string help = suggestion(line, known);
  if (help.empty()) help = "`docs/policy-language.md` lists the lines";
  report(found, base::Severity::Error, "P148", span, fmt::format("unknown line of authority `{}`", line),
         std::move(help));
}

void check_places(const Draft& draft) {
  const rules::DocumentBlocks& blocks = draft.blocks;
  if (blocks.front) {
    check_division(draft, blocks.front->jurisdiction.text, blocks.front->jurisdiction.span);
    for (const rules::Issuer& issuer : blocks.front->issuers) check_actor(draft, issuer.body);
  }
  for (const rules::Criterion& criterion : blocks.criteria) check_criterion(draft, criterion);
  for (const rules::Parameter& parameter : blocks.parameters) check_actor(draft, parameter.set_by);
  for (const rules::Material& material : blocks.materials)
    for (const Actor& actor : material.sealed_by) check_actor(draft, actor);
  for (const rules::Procedure& procedure : blocks.procedures)
    for (const rules::Stage& stage : procedure.stages) check_actor(draft, stage.by);
  for (const rules::Duty& duty : blocks.duties) {
    check_actor(draft, duty.on);
    check_actor(draft, duty.to);
  }
  for (const rules::Revocation& revocation : blocks.revocations) {
    check_actor(draft, revocation.by);
    if (revocation.judgement) check_actor(draft, revocation.judgement->by);
  }
  for (const rules::Sanction& sanction : blocks.sanctions) check_actor(draft, sanction.on);
}

}  // namespace qingheng::policy::compile
