// SPDX-License-Identifier: Apache-2.0
// What an import gives: the subjects that were good, and a finding for everything that was not.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "registry/divisions.hpp"
#include "registry/subject.hpp"
#include "registry/vocabulary.hpp"

namespace qingheng::registry {

/// What values are read by. The vocabulary and the divisions must outlive the import.
struct ImportTables {
  const Vocabulary& vocabulary;
  const Divisions& divisions;
  /// Absent: whether a subject was founded by then is not asked.
  std::optional<base::CivilDate> legal_date = {};
};

/// What an import refuses as a whole.
struct ImportLimits {
  std::size_t bytes = 100'000'000;
  std::size_t rows = 1'000'000;
};

/// A subject and the row or object that it was read from.
struct ImportedSubject {
  Subject subject;
  base::SourceSpan span;
  std::map<std::string, base::SourceSpan, std::less<>> links;  // of its parts and relations, by id
};

/// Counts of one import: `read` is `imported` and `rejected` together. A cell that cannot be read leaves its
/// fact unsupplied and its row in.
struct ImportCounts {
  std::size_t read = 0;
  std::size_t imported = 0;
  std::size_t rejected = 0;
  std::size_t cells_rejected = 0;
};

/// Good subjects in the order of the text, with the findings about all others. Codes of findings: R001 the
/// file, R002 quoting, R003 columns, R010 the shape of a row, R011 what names the subject, R012 a code given
/// twice, R020 a value (a warning where a record lacks a field, or the legal date makes it not count), R021 a
/// value that was put right (a note), R030 a holding, ban, part or relation.
struct ImportResult {
  std::vector<ImportedSubject> subjects;
  base::Diagnostics diagnostics;
  ImportCounts counts;
};

}  // namespace qingheng::registry
