// SPDX-License-Identifier: Apache-2.0
// A set of texts → everything that they say, with every finding. The way in for all who use policies.
//
//   LoadResult loaded = load(texts);
//   if (loaded.library) … else for (const base::Diagnostic& finding : loaded.diagnostics) …
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "base/working_days.hpp"
#include "policy/model.hpp"

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

/// Reads, checks and compiles policy and vocabulary documents. Texts whose name ends in `.dmn` are DMN files
/// for the tables of the documents beside them; one that no table names is not looked at. Facts, kinds,
/// relations and units are those of all texts together. Dates that a notice printed are counted in working
/// days by `calendar`; without one they are not.
[[nodiscard]] LoadResult load(std::span<const std::shared_ptr<const base::SourceText>> texts,
                              const base::WorkingDays* calendar = nullptr);

}  // namespace qingheng::policy
