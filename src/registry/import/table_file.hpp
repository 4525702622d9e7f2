// SPDX-License-Identifier: Apache-2.0
// A file of separated values, from its bytes to its rows.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "registry/import/csv.hpp"
#include "registry/import/import_result.hpp"

namespace qingheng::registry {

/// The text, which the ranges of the cells are of, and its rows, the headings first. There are no rows when
/// the file was refused as a whole; what was wrong with it, and with rows left out, is in `diagnostics`.
struct TableFile {
  std::shared_ptr<const base::SourceText> source;
  CsvTable table;
  base::Diagnostics diagnostics;
};

/// Reads a file in any encoding of `decode_office_text`.
[[nodiscard]] TableFile read_table_file(std::string name, std::string_view bytes, const ImportLimits& limits);

}  // namespace qingheng::registry
