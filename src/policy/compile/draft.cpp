// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/draft.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/unicode.hpp"

namespace qingheng::policy::compile {

void report(base::Diagnostics& found, base::Severity severity, std::string_view code,
            const base::SourceSpan& span, std::string message, std::string help) {
  found.push_back({severity, std::string(code), std::move(message), std::move(help), {{span, {}}}});
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t kFew = 6;
  if (std::string near = base::did_you_mean(word, candidates); !near.empty()) return near;
  if (candidates.empty()) return "there is none";
  if (candidates.size() == 1) return fmt::format("there is only `{}`", candidates.front());
  if (candidates.size() > kFew) return {};
  return fmt::format("there are `{}`", fmt::join(candidates, "`, `"));
}

std::optional<std::size_t> use_criterion(Draft& draft, const rules::Spanned& name) {
  const auto found = find_block(draft, draft.policy.criteria, name, "P110", "criterion");
  if (found) draft.used.criteria.insert(*found);
  return found;
}

std::vector<std::size_t> use_criteria(Draft& draft, std::span<const rules::Spanned> names) {
  std::vector<std::size_t> criteria;
  for (const rules::Spanned& name : names)
    if (const auto criterion = use_criterion(draft, name)) criteria.push_back(*criterion);
  return criteria;
}

std::vector<std::string> use_materials(Draft& draft, std::span<const rules::Spanned> names) {
  std::vector<std::string> ids;
  for (const rules::Spanned& name : names) {
    draft.used.materials.insert(name.text);
    ids.push_back(name.text);
    if (draft.policy.material(name.text) != nullptr || draft.around.materials.contains(name.text)) continue;
    std::vector<std::string> known(draft.around.materials.begin(), draft.around.materials.end());
    draft.error("P111", name.span, fmt::format("unknown material `{}`", name.text),
                suggestion(name.text, known));
  }
  return ids;
}

void check_clause(const Draft& draft, const rules::Spanned& address) {
  std::vector<std::string> known;
  for (const text::Clause& clause : draft.document.clauses) {
    if (clause.address == address.text) return;
    if (!clause.address.empty()) known.push_back(clause.address);
  }
  draft.error("P119", address.span, fmt::format("no clause `{}` in this document", address.text),
              suggestion(address.text, known));
}

void check_stage(const Draft& draft, const rules::Spanned& stage) {
  if (stage.empty()) return;
  std::vector<std::string> known;
  for (const rules::Procedure& procedure : draft.blocks.procedures)
    for (const rules::Stage& each : procedure.stages) {
      if (each.id.text == stage.text) return;
      known.push_back(each.id.text);
    }
  draft.error("P113", stage.span, fmt::format("unknown stage `{}`", stage.text),
              draft.blocks.procedures.empty()
                  ? "the document has no `procedure`: add one that has this stage, or leave the stage out"
                  : suggestion(stage.text, known));
}

Head compile_head(const Draft& draft, const rules::Head& head) {
  Head checked{head.id.text, head.label, head.note, {}, {}, head.span};
  if (head.clause) checked.clause = draft.document.clauses[*head.clause].address;
  for (const rules::Spanned& address : head.also) {
    check_clause(draft, address);
    checked.also.push_back(address.text);
  }
  return checked;
}

std::vector<std::string> texts_of(std::span<const rules::Spanned> names) {
  std::vector<std::string> texts;
  for (const rules::Spanned& name : names) texts.push_back(name.text);
  return texts;
}

Period compile_period(const rules::Period& period) {
  return {period.length, period.kind, period.counting, period.from.text, period.span};
}

}  // namespace qingheng::policy::compile
