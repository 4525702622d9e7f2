// SPDX-License-Identifier: Apache-2.0
// A set of texts → everything that they say, with every finding. The way in for all who use policies.
//
//   LoadResult loaded = load(texts);
//   if (loaded.library) … else for (const base::Diagnostic& finding : loaded.diagnostics) …
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "base/working_days.hpp"
#include "policy/model.hpp"
#include "registry/divisions.hpp"

namespace qingheng::policy {

/// What is said of each clause of one policy document.
struct DocumentCoverage {
  std::string name;  // of the text
  std::string policy;
  Text title;
  /// The clauses that have an address, in the order of the text.
  std::vector<Clause> clauses;

  /// How many clauses are so.
  [[nodiscard]] std::size_t count(Clause::Coverage coverage) const;
};

/// The documents of a set of texts, compiled together.
struct LoadResult {
  /// Null pointer when some finding is an error.
  std::shared_ptr<const Library> library;
  /// Every finding, by text and place.
  base::Diagnostics diagnostics;
  /// One for each policy document whose front matter could be read, in the order of the texts.
  std::vector<DocumentCoverage> coverage;
};

/// What documents are checked against beyond each other.
struct LoadTables {
  /// Dates that a notice printed are counted in working days by it; null pointer: they are not.
  const base::WorkingDays* calendar = nullptr;
  /// Codes of divisions are looked up in it; null pointer: they are not.
  std::shared_ptr<const registry::Divisions> divisions;
  /// The texts are all documents that share the vocabulary: evidence that none of them asks for is reported.
  /// Otherwise only evidence that is nearly called as a material of theirs is.
  bool whole = true;
  /// Names of texts that are here because they lie in a folder: one that is no document (P030) is only noted.
  std::set<std::string, std::less<>> in_passing = {};
};

/// Reads, checks and compiles policy and vocabulary documents. Texts whose name ends in `.dmn` are DMN files
/// for the tables of the documents beside them; one that no table names is not looked at. Facts, kinds,
/// relations and units are those of all texts together.
[[nodiscard]] LoadResult load(std::span<const std::shared_ptr<const base::SourceText>> texts,
                              const LoadTables& tables = {});

}  // namespace qingheng::policy
