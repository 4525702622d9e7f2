// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/coverage.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qingheng::policy::compile {

namespace {

using Coverage = Clause::Coverage;

void make_clauses(Draft& draft) {
  for (const text::Clause& written : draft.document.clauses) {
    Clause clause{written.address, written.depth,  written.heading, written.text,
                  written.english, written.parent, written.span};
    clause.coverage = written.address.empty() ? Coverage::Structure : Coverage::Uncovered;
    draft.policy.clauses.push_back(std::move(clause));
  }
}

template <typename Reason>
void give_reasons(Draft& draft, const std::vector<Reason>& blocks, Coverage coverage) {
  for (const Reason& block : blocks) {
    if (!block.head.clause) continue;
    Clause& clause = draft.policy.clauses[*block.head.clause];
    if (clause.coverage == Coverage::Structure) continue;
    clause.coverage = coverage;
    clause.reason = block.reason;
    if constexpr (requires { block.row; }) clause.row = block.row.text;
  }
}

void execute(Draft& draft, std::string_view address) {
  for (Clause& clause : draft.policy.clauses)
    if (!address.empty() && clause.address == address) clause.coverage = Coverage::Executable;
}

template <typename Block>
void execute_all(Draft& draft, const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    execute(draft, block.head.clause);
    for (const std::string& address : block.head.also) execute(draft, address);
  }
}

template <typename Block>
void define(Draft& draft, const std::vector<Block>& blocks) {
  for (const Block& block : blocks)
    if (block.head.clause) execute(draft, draft.document.clauses[*block.head.clause].address);
}

void execute_blocks(Draft& draft) {
  const Policy& policy = draft.policy;
  execute_all(draft, policy.criteria);
  execute_all(draft, policy.parameters);
  execute_all(draft, policy.formulas);
  execute_all(draft, policy.tables);
  execute_all(draft, policy.materials);
  execute_all(draft, policy.windows);
  execute_all(draft, policy.quotas);
  execute_all(draft, policy.procedures);
  execute_all(draft, policy.grants);
  execute_all(draft, policy.duties);
  execute_all(draft, policy.revocations);
  execute_all(draft, policy.sanctions);
  for (const Procedure& procedure : policy.procedures)
    for (const Stage& stage : procedure.stages) execute(draft, stage.clause);
  for (const rules::Eligibility& block : draft.blocks.eligibility)
    if (block.head.clause) execute(draft, draft.document.clauses[*block.head.clause].address);
  // A clause of definitions does what it says by their being used.
  define(draft, draft.blocks.facts);
  define(draft, draft.blocks.subjects);
  define(draft, draft.blocks.relations);
  define(draft, draft.blocks.units);
}

/// A clause of which nothing is said itself takes what is said of all clauses below it.
void cover_parents(std::vector<Clause>& clauses) {
  for (std::size_t at = clauses.size(); at-- > 0;) {
    if (clauses[at].coverage != Coverage::Uncovered) continue;
    std::optional<Coverage> together;
    bool all = true;
    for (std::size_t below = at + 1; below < clauses.size(); ++below) {
      if (clauses[below].parent != at || clauses[below].coverage == Coverage::Structure) continue;
      const Coverage own = clauses[below].coverage;
      all = all && own != Coverage::Uncovered;
      // Executable goes before later, later before informative.
      if (!together || own == Coverage::Executable ||
          (own == Coverage::Later && *together == Coverage::Informative)) {
        together = own;
        clauses[at].reason = clauses[below].reason;
        clauses[at].row = clauses[below].row;
      }
    }
    if (together && all) clauses[at].coverage = *together;
  }
}

template <typename Block>
void check_used(const Draft& draft, const std::vector<Block>& blocks, const std::set<std::size_t>& used,
                std::string_view code, std::string_view what) {
  for (std::size_t at = 0; at < blocks.size(); ++at)
    if (!used.contains(at))
      draft.warn(code, blocks[at].head.span,
                 fmt::format("the {} `{}` is never used", what, blocks[at].head.id),
                 code == "P170" ? "name it in a group, in `eligibility` or in a stage"
                                : "name it in an expression, or leave it out");
}

bool has_errors_in(const base::Diagnostics& found, const base::SourceText& source) {
  return std::ranges::any_of(found, [&](const base::Diagnostic& finding) {
    return finding.severity == base::Severity::Error && !finding.spans.empty() &&
           finding.spans.front().span.source.get() == &source;
  });
}

}  // namespace

void cover_clauses(Draft& draft) {
  make_clauses(draft);
  give_reasons(draft, draft.blocks.informative, Coverage::Informative);
  give_reasons(draft, draft.blocks.later, Coverage::Later);
  execute_blocks(draft);
  cover_parents(draft.policy.clauses);
  for (const Clause& clause : draft.policy.clauses) {
    if (clause.coverage == Coverage::Uncovered)
      draft.warn("P172", clause.span, fmt::format("nothing says what `{}` does", clause.address),
                 "add a block, or say why there is none with `informative` or `later`");
    if (!clause.address.empty() && clause.english.empty())
      draft.warn("P175", clause.span, fmt::format("`{}` has no line of English", clause.address),
                 "add `> EN: …` below its text");
  }
}

void check_usage(const Draft& draft) {
  // What a wrong expression uses is not known.
  if (has_errors_in(draft.found, *draft.document.source)) return;
  const Policy& policy = draft.policy;
  check_used(draft, policy.criteria, draft.used.criteria, "P170", "criterion");
  check_used(draft, policy.parameters, draft.used.parameters, "P171", "parameter");
  check_used(draft, policy.formulas, draft.used.formulas, "P171", "formula");
  check_used(draft, policy.tables, draft.used.tables, "P171", "table");
  std::set<std::string, std::less<>> proving = draft.used.materials;
  for (const registry::Fact& fact : draft.vocabulary().facts)
    proving.insert(fact.evidence.begin(), fact.evidence.end());
  for (const Material& material : policy.materials)
    if (!proving.contains(material.head.id))
      draft.warn("P171", material.head.span, fmt::format("the material `{}` is never used", material.head.id),
                 "name it in a stage, in a criterion's `evidence`, or in the `evidence` of a fact");
}

}  // namespace qingheng::policy::compile
