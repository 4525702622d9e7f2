// SPDX-License-Identifier: Apache-2.0
#include "policy/load.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "policy/compile/policy.hpp"
#include "policy/compile/vocabulary.hpp"
#include "policy/rules/blocks.hpp"
#include "policy/rules/dmn_tables.hpp"
#include "policy/text/document.hpp"

namespace qingheng::policy {

namespace {

constexpr std::string_view kModelEnding = ".dmn";

using Texts = std::span<const std::shared_ptr<const base::SourceText>>;

compile::Surroundings surroundings_of(std::span<const rules::DocumentBlocks> documents,
                                      const LoadTables& tables, base::Diagnostics& found) {
  compile::Surroundings around;
  around.calendar = tables.calendar;
  around.divisions = tables.divisions;
  around.systems = compile::code_systems(tables.divisions);
  for (const rules::DocumentBlocks& blocks : documents) {
    if (blocks.front) around.policies.insert(blocks.front->id.text);
    for (const rules::Material& material : blocks.materials) {
      around.materials.insert(material.head.id.text);
      if (!blocks.front) around.shared_materials.emplace(material.head.id.text, &material);
    }
  }
  around.vocabulary = std::make_shared<const Vocabulary>(
      compile::compile_vocabulary(documents, {around.materials, around.systems, tables.whole}, found));
  for (const registry::Unit& unit : around.vocabulary->units)
    around.units.push_back({unit.name, unit.as, unit.factor});
  return around;
}

/// Findings by text and place, each once.
void put_in_order(base::Diagnostics& found, Texts texts) {
  std::map<const base::SourceText*, std::size_t> rank;
  for (std::size_t at = 0; at < texts.size(); ++at) rank.emplace(texts[at].get(), at);
  const auto place = [&](const base::Diagnostic& finding) {
    if (finding.spans.empty()) return std::pair{texts.size(), 0U};
    const base::SourceSpan& span = finding.spans.front().span;
    const auto at = rank.find(span.source.get());
    return std::pair{at == rank.end() ? texts.size() : at->second, span.begin};
  };
  std::ranges::stable_sort(found, {}, place);
  const auto twice = std::ranges::unique(found, [&](const base::Diagnostic& a, const base::Diagnostic& b) {
    return a.code == b.code && a.message == b.message && place(a) == place(b);
  });
  found.erase(twice.begin(), twice.end());
}

/// Other Markdown of a folder is no mistake.
void pass_over(base::Diagnostics& found, const LoadTables& tables) {
  for (base::Diagnostic& finding : found)
    if (finding.code == "P030" && tables.in_passing.contains(finding.spans.front().span.source->name))
      finding.severity = base::Severity::Note;
}

DocumentCoverage coverage_of(const std::string& name, const Policy& policy) {
  DocumentCoverage coverage{name, policy.front.id, policy.front.title, {}};
  for (const Clause& clause : policy.clauses)
    if (clause.coverage != Clause::Coverage::Structure) coverage.clauses.push_back(clause);
  return coverage;
}

void check_versions(std::span<const rules::DocumentBlocks> documents, base::Diagnostics& found) {
  std::map<std::pair<std::string, base::CivilDate>, base::SourceSpan> first;
  for (const rules::DocumentBlocks& blocks : documents) {
    if (!blocks.front) continue;
    const rules::FrontMatter& front = *blocks.front;
    const auto [at, added] = first.try_emplace({front.id.text, front.effective}, front.id.span);
    if (added) continue;
    found.push_back(
        {base::Severity::Error,
         "P105",
         fmt::format("two documents are `{}` from {} on", front.id.text, front.effective.to_string()),
         "give each version its own `effective`, each document its own id",
         {{front.id.span, {}}, {at->second, "the other one"}}});
  }
}

}  // namespace

std::size_t DocumentCoverage::count(Clause::Coverage coverage) const {
  return static_cast<std::size_t>(std::ranges::count(clauses, coverage, &Clause::coverage));
}

LoadResult load(Texts texts, const LoadTables& tables) {
  LoadResult result;
  std::vector<text::Document> documents;
  std::vector<rules::DocumentBlocks> blocks;
  std::vector<std::string> names;
  rules::DmnFiles models;
  for (const auto& text : texts)
    if (text->name.ends_with(kModelEnding)) models.emplace(text->name, text);
  for (const auto& text : texts) {
    if (text->name.ends_with(kModelEnding)) continue;
    names.push_back(text->name);
    documents.push_back(text::read_document(text, result.diagnostics));
    blocks.push_back(rules::read_blocks(documents.back(), result.diagnostics));
    rules::fill_tables(blocks.back(), text->name, models, result.diagnostics);
  }
  check_versions(blocks, result.diagnostics);
  const compile::Surroundings around = surroundings_of(blocks, tables, result.diagnostics);
  auto library = std::make_shared<Library>();
  library->vocabulary = around.vocabulary;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (!blocks[at].front) continue;
    auto policy = std::make_shared<const Policy>(
        compile::compile_policy(documents[at], blocks[at], around, result.diagnostics));
    result.coverage.push_back(coverage_of(names[at], *policy));
    library->policies.push_back(std::move(policy));
  }
  std::ranges::stable_sort(library->policies, {}, [](const std::shared_ptr<const Policy>& policy) {
    return std::pair{policy->front.id, policy->front.effective};
  });
  pass_over(result.diagnostics, tables);
  put_in_order(result.diagnostics, texts);
  if (!base::has_errors(result.diagnostics)) result.library = std::move(library);
  return result;
}

}  // namespace qingheng::policy
