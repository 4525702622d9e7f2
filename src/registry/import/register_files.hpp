// SPDX-License-Identifier: Apache-2.0
// A whole register from its files: subjects, what they hold and what they are banned from, joined and
// checked.
//
//   const RegisterRead read = read_register({{"enterprises.csv", bytes}, {"bans.csv", more}}, {vocabulary,
//   divisions}); read.subjects.find("91340600MA2N000012");
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registry/import/import_result.hpp"

namespace qingheng::registry {

/// A file by its name, which says what it holds; folders before the name do not matter.
struct RegisterFile {
  std::string name;
  std::string_view bytes;
  std::string kind = {};  // id or label that the caller gives for a table of subjects; empty: by the name
};

/// The register with the findings about all files, and the counts of each in the order given.
struct RegisterRead {
  Register subjects;
  std::vector<std::size_t> file_of;  // of each subject of the register, by its place: index of its file
  base::Diagnostics diagnostics;
  std::vector<ImportCounts> counts;
};

/// Reads files. `enterprises.csv`, `cities-2019.csv`, … hold subjects of the kind whose id, plural or label
/// stands before the first dot or hyphen, or the one whose label the name contains (`2019年申报企业.csv`);
/// `*.json` and `*.jsonl` subjects of any kind; `holdings.csv` and `bans.csv` what belongs to subjects of any
/// file. A code that was given before is reported with both places and left out. A code in a part, a
/// relation, a holding or a ban that names no subject, or one of another kind, is reported; in a part or
/// relation it stays, so that what depends on it is unknown rather than decided without it.
[[nodiscard]] RegisterRead read_register(std::span<const RegisterFile> files, const ImportTables& tables,
                                         const ImportLimits& limits = {});

/// The kind that the name of a table stands for, without folders and ending: by id, plural or label before
/// the first dot or hyphen, else by the one label in it, of which the longest counts. Null pointer when there
/// is none, or more than one.
[[nodiscard]] const SubjectKind* kind_of_file(std::string_view name, const Vocabulary& vocabulary);

}  // namespace qingheng::registry
