// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/filing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "policy/compile/expressions.hpp"

namespace qingheng::policy::compile {

namespace {

/// The document's kinds of subject and those of their parts.
std::vector<std::string> reachable_kinds(const Draft& draft) {
  std::vector<std::string> reachable = draft.policy.front.subjects;
  for (const std::string& id : draft.policy.front.subjects)
    if (const registry::SubjectKind* kind = draft.vocabulary().kind(id))
      for (const registry::Part& part : kind->parts) reachable.push_back(part.kind);
  return reachable;
}

Material begun(const rules::Material& block, Head head) {
  Material material;
  material.head = std::move(head);
  material.form = block.form;
  material.copies = block.copies;
  material.sealed_by = block.sealed_by;
  return material;
}

void compile_material(Draft& draft, const rules::Material& block, Material& material) {
  std::vector<std::string> known;
  const std::vector<std::string> reachable = reachable_kinds(draft);
  for (const registry::Fact& fact : draft.vocabulary().facts)
    if (std::ranges::find(reachable, fact.kind) != reachable.end()) known.push_back(fact.id);
  for (const rules::Spanned& fact : block.proves)
    if (std::ranges::find(known, fact.text) == known.end())
      draft.error("P117", fact.span, fmt::format("unknown fact `{}`", fact.text),
                  suggestion(fact.text, known));
  material.proves = texts_of(block.proves);
  if (block.when) material.when = compile_condition(draft, *block.when);
}

void compile_window(Draft& draft, const rules::Window& block, Window& window) {
  if (!block.reopens.empty()) {
    const auto earlier = find_block(draft, draft.policy.windows, block.reopens, "P112", "window");
    if (earlier && draft.policy.windows[*earlier].head.id == block.head.id.text)
      draft.error("P152", block.reopens.span, fmt::format("`{}` reopens itself", block.head.id.text),
                  "name the earlier window");
    else if (earlier && block.opens && draft.blocks.windows[*earlier].opens &&
             block.opens->date < draft.blocks.windows[*earlier].opens->date)
      draft.found.push_back(
          {base::Severity::Error,
           "P150",
           fmt::format("`{}` opens before `{}`, which it reopens", block.head.id.text, block.reopens.text),
           "correct one of the dates, or the window that it names",
           {{block.opens_span, "it opens"},
            {draft.blocks.windows[*earlier].opens_span, "the other one opens"}}});
  }
  if (block.group) window.group = compile_condition(draft, *block.group);
  window.defects = use_criteria(draft, block.defects);
}

/// A limit that is a number from the start must be a whole one above zero.
void check_limit(const Draft& draft, const Expression& limit) {
  if (!feel::inputs_of(*limit.compiled).empty()) return;
  const feel::Value value = feel::evaluate(*limit.compiled, {}, feel::Host{});
  if (value.kind() != feel::Kind::Number) return;
  const auto whole = value.as_number().to_int64();
  if (whole && *whole > 0) return;
  draft.error("P153", limit.span,
              fmt::format("`{}` is no limit: it must be a whole number of at least 1", limit.span.text()),
              "say how many may pass, or leave the quota out");
}

void compile_quota(Draft& draft, const rules::Quota& block) {
  static const feel::Type number = feel::Type::number();
  Quota quota;
  quota.head = compile_head(draft, block.head);
  quota.counts = block.counts.text;
  quota.by = block.by.text;
  quota.overflow = block.overflow;
  quota.order = block.order;
  if (auto limit = compile_feel(draft, block.limit, draft.base, {.expected = &number})) {
    check_limit(draft, *limit);
    quota.limit = std::move(*limit);
  }
  check_stage(draft, block.counts);
  draft.policy.quotas.push_back(std::move(quota));
}

/// What a window is for as the stages use it: an applicant's stage makes it one to apply in.
void take_purpose(const Draft& draft, const rules::Window& block, Window& window) {
  bool applied = false;
  bool published = false;
  for (const rules::Procedure& procedure : draft.blocks.procedures)
    for (const rules::Stage& stage : procedure.stages) {
      if (stage.window.empty() || stage.window.text != block.head.id.text) continue;
      applied = applied || stage.by.kind == Actor::Kind::Applicant || stage.by.kind == Actor::Kind::Holder;
      published = published || stage.publicity.has_value();
      if (window.by.kind == Actor::Kind::None) window.by = stage.by;
    }
  if (block.purpose)
    window.purpose = *block.purpose;
  else if (applied || window.by.kind == Actor::Kind::None)
    window.purpose = Window::For::Application;
  else
    window.purpose = published ? Window::For::Objection : Window::For::Delivery;
}

}  // namespace

void add_shared_materials(Draft& draft) {
  std::set<std::string, std::less<>> wanted = draft.used.materials;
  const std::vector<std::string> kinds = reachable_kinds(draft);
  for (const registry::Fact& fact : draft.vocabulary().facts)
    if (std::ranges::find(kinds, fact.kind) != kinds.end())
      wanted.insert(fact.evidence.begin(), fact.evidence.end());
  for (const auto& [id, block] : draft.around.shared_materials) {
    if (!wanted.contains(id) || draft.policy.material(id) != nullptr) continue;
    Material material = begun(*block, {id, block->head.label, block->head.note, {}, {}, block->head.span});
    material.proves = texts_of(block->proves);
    draft.policy.materials.push_back(std::move(material));
  }
}

void begin_filing(Draft& draft) {
  for (const rules::Material& block : draft.blocks.materials)
    draft.policy.materials.push_back(begun(block, compile_head(draft, block.head)));
  for (const rules::Window& block : draft.blocks.windows) {
    Window window;
    window.head = compile_head(draft, block.head);
    take_purpose(draft, block, window);
    window.opens = block.opens;
    window.closes = block.closes;
    window.opens_unannounced = block.opens_unannounced;
    window.closes_unannounced = block.closes_unannounced;
    window.reopens = block.reopens.text;
    window.channel = block.channel;
    draft.policy.windows.push_back(std::move(window));
  }
}

void compile_filing(Draft& draft) {
  for (std::size_t at = 0; at < draft.policy.materials.size(); ++at)
    compile_material(draft, draft.blocks.materials[at], draft.policy.materials[at]);
  for (std::size_t at = 0; at < draft.policy.windows.size(); ++at)
    compile_window(draft, draft.blocks.windows[at], draft.policy.windows[at]);
  for (const rules::Quota& block : draft.blocks.quotas) compile_quota(draft, block);
}

}  // namespace qingheng::policy::compile
