// SPDX-License-Identifier: Apache-2.0
// Blocks of the vocabulary in all documents → one checked Vocabulary.
#pragma once

#include <set>
#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "policy/compile/code_systems.hpp"
#include "policy/rules/blocks.hpp"
#include "registry/vocabulary.hpp"

namespace qingheng::policy::compile {

/// What the vocabulary is held against.
struct VocabularyTables {
  const std::set<std::string, std::less<>>& materials;  // ids of all documents' materials
  const CodeSystems& systems;
  bool whole = true;  // no further document shares the vocabulary
};

/// Puts the blocks of all documents together. Facts of one kind stand together whatever documents they come
/// from.
[[nodiscard]] registry::Vocabulary compile_vocabulary(std::span<const rules::DocumentBlocks> documents,
                                                      const VocabularyTables& tables,
                                                      base::Diagnostics& found);

/// Reports a unit that the vocabulary does not have, of a type or of its fields.
void check_units(const registry::Vocabulary& vocabulary, const rules::ValueType& type,
                 base::Diagnostics& found);

/// The type as expressions see it: names of members that the language itself needs (`date`, `count`) are no
/// aliases.
[[nodiscard]] feel::Type readable_type(const feel::Type& type);
/// The labels that may stand for an id in expressions: not empty, not the id, not a name of the language.
[[nodiscard]] std::vector<std::string> aliases_of(const base::Text& label, std::string_view id);

}  // namespace qingheng::policy::compile
