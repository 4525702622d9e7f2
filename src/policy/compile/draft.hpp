// SPDX-License-Identifier: Apache-2.0
// A policy while it is being compiled: what has been made of it, what is known around it, what was found.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/working_days.hpp"
#include "policy/compile/code_systems.hpp"
#include "policy/model.hpp"
#include "policy/rules/blocks.hpp"
#include "policy/text/document.hpp"
#include "registry/divisions.hpp"

namespace qingheng::policy::compile {

/// What the documents that are loaded together know of each other.
struct Surroundings {
  std::shared_ptr<const Vocabulary> vocabulary;
  std::set<std::string, std::less<>> policies;   // ids
  std::set<std::string, std::less<>> materials;  // ids of all documents
  /// Materials that stand in documents of the vocabulary, for all policies.
  std::map<std::string, const rules::Material*, std::less<>> shared_materials;
  const base::WorkingDays* calendar = nullptr;  // null pointer: printed dates in working days are not counted
  /// Null pointer: codes of divisions are not checked.
  std::shared_ptr<const registry::Divisions> divisions;
  CodeSystems systems;
  std::vector<feel::UnitScale> units;  // of the vocabulary
};

/// Adds an error, a warning or a note about one place.
void report(base::Diagnostics& found, base::Severity severity, std::string_view code,
            const base::SourceSpan& span, std::string message, std::string help = {});

/// What other blocks make use of.
struct Usage {
  std::set<std::size_t> criteria, parameters, formulas, tables;
  std::set<std::string, std::less<>> materials;
};

/// A FEEL text of the document that compiled, for what is said of its form later.
struct Written {
  Expression expression;
  feel::Form form = feel::Form::Expression;
};

/// The policy in the making. Blocks keep the order of the text in `policy`, with their heads filled before
/// anything refers to them, so that an index into a list of `blocks` is one into the same list of `policy`.
struct Draft {
  const text::Document& document;
  const rules::DocumentBlocks& blocks;
  const Surroundings& around;
  base::Diagnostics& found;
  Policy policy;
  Usage used;
  std::vector<Written> expressions;
  /// The names of the document's own kind; changed in place until all formulas have their types.
  std::shared_ptr<Layout> base;
  std::map<std::string, std::shared_ptr<Layout>, std::less<>> parts;  // by kind of the part
  std::vector<std::shared_ptr<Layout>> extended;                      // with names behind the base

  Draft(const text::Document& text, const rules::DocumentBlocks& read, const Surroundings& others,
        base::Diagnostics& findings)
      : document(text), blocks(read), around(others), found(findings) {}

  void error(std::string_view code, const base::SourceSpan& span, std::string message,
             std::string help = {}) const {
    report(found, base::Severity::Error, code, span, std::move(message), std::move(help));
  }
  void warn(std::string_view code, const base::SourceSpan& span, std::string message,
            std::string help = {}) const {
    report(found, base::Severity::Warning, code, span, std::move(message), std::move(help));
  }
  [[nodiscard]] const Vocabulary& vocabulary() const { return *around.vocabulary; }
};

/// `did you mean …` for the nearest of the candidates, or the list of them when there are few; else empty.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> candidates);

/// Index of the block whose head has the id that `name` gives; reports `unknown <what>` when there is none.
template <typename Block>
std::optional<std::size_t> find_block(const Draft& draft, const std::vector<Block>& blocks,
                                      const rules::Spanned& name, std::string_view code,
                                      std::string_view what) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (blocks[at].head.id == name.text) return at;
    ids.push_back(blocks[at].head.id);
  }
  draft.error(code, name.span, "unknown " + std::string(what) + " `" + name.text + "`",
              suggestion(name.text, ids));
  return std::nullopt;
}

/// The criterion that a name means, noted as used.
[[nodiscard]] std::optional<std::size_t> use_criterion(Draft& draft, const rules::Spanned& name);
/// Criteria that names mean; those that do not exist are reported and left out.
[[nodiscard]] std::vector<std::size_t> use_criteria(Draft& draft, std::span<const rules::Spanned> names);
/// Checks that materials of these names exist and notes them as used.
[[nodiscard]] std::vector<std::string> use_materials(Draft& draft, std::span<const rules::Spanned> names);
/// The address when the document has such a clause; otherwise reports it.
void check_clause(const Draft& draft, const rules::Spanned& address);
/// Reports a stage that no procedure of the document has; an empty name is none.
void check_stage(const Draft& draft, const rules::Spanned& stage);
/// The checked head of a block.
[[nodiscard]] Head compile_head(const Draft& draft, const rules::Head& head);
/// The texts of names.
[[nodiscard]] std::vector<std::string> texts_of(std::span<const rules::Spanned> names);
/// A period with its name of an event as text.
[[nodiscard]] Period compile_period(const rules::Period& period);

}  // namespace qingheng::policy::compile
