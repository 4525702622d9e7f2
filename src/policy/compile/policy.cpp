// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/policy.hpp"

#include <fmt/format.h>

#include "policy/compile/consequences.hpp"
#include "policy/compile/coverage.hpp"
#include "policy/compile/criteria.hpp"
#include "policy/compile/figures.hpp"
#include "policy/compile/filing.hpp"
#include "policy/compile/layouts.hpp"
#include "policy/compile/mentions.hpp"
#include "policy/compile/places.hpp"
#include "policy/compile/procedure.hpp"
#include "policy/compile/prose.hpp"
#include "policy/compile/rings.hpp"

namespace qingheng::policy::compile {

namespace {

void compile_front(Draft& draft, const rules::FrontMatter& written) {
  FrontMatter& front = draft.policy.front;
  front.id = written.id.text;
  front.version = written.version;
  front.title = written.title;
  for (const rules::Issuer& issuer : written.issuers) front.issuers.push_back({issuer.name, issuer.body});
  front.number = written.number;
  front.issued = written.issued;
  front.effective = written.effective;
  front.expires = written.expires;
  front.repeals = written.repeals;
  front.jurisdiction = written.jurisdiction.text;
  front.applicants_anywhere = written.applicants_anywhere;
  front.applications_closed = written.applications_closed;
  front.source_url = written.source_url;
  front.bulletin = written.bulletin;
  front.section = written.section;
  front.span = written.span;
  std::vector<std::string> known;
  for (const registry::SubjectKind& kind : draft.vocabulary().kinds) known.push_back(kind.id);
  for (const rules::Spanned& subject : written.subjects) {
    front.subjects.push_back(subject.text);
    if (draft.vocabulary().kind(subject.text) == nullptr)
      draft.error("P102", subject.span, fmt::format("unknown kind of subject `{}`", subject.text),
                  suggestion(subject.text, known));
  }
}

}  // namespace

Policy compile_policy(const text::Document& document, const rules::DocumentBlocks& blocks,
                      const Surroundings& around, base::Diagnostics& found) {
  Draft draft(document, blocks, around, found);
  draft.policy.vocabulary = around.vocabulary;
  if (!blocks.front) return std::move(draft.policy);
  compile_front(draft, *blocks.front);
  begin_figures(draft);
  begin_criteria(draft);
  begin_filing(draft);
  begin_consequences(draft);
  make_layouts(draft);
  compile_figures(draft);
  compile_criteria(draft);
  compile_filing(draft);
  compile_procedures(draft);
  compile_consequences(draft);
  compile_eligibility(draft);
  check_mentions(draft);
  check_places(draft);
  check_decided(draft);
  check_usage(draft);
  check_rings(draft);
  cover_clauses(draft);
  add_shared_materials(draft);
  check_prose(draft);
  return std::move(draft.policy);
}

}  // namespace qingheng::policy::compile
