// SPDX-License-Identifier: Apache-2.0
// Separated values as RFC 4180 has them, and as spreadsheets write them: any of four separators, any line
// ends, quoted fields that hold line breaks and doubled quotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qingheng::registry {

/// One field: its text without quotes, and the half-open range of bytes it takes, quotes included.
struct CsvCell {
  std::string text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// One record; its range ends before the line break.
struct CsvRow {
  std::vector<CsvCell> cells;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What is wrong with the quoting. The row that holds it is left out of the table.
struct CsvError {
  std::string message;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Rows of a text, empty lines left out, with what was wrong with the others.
struct CsvTable {
  std::string separator;
  std::vector<CsvRow> rows;
  std::vector<CsvError> errors;
};

/// Reads UTF-8 text of less than 4 GiB. The separator is the one of `,` `;` tab `，` that stands most often
/// outside of quotes in the first line; a comma when none does. Stops after `most_rows` rows.
[[nodiscard]] CsvTable read_csv(std::string_view text, std::size_t most_rows = SIZE_MAX);

/// The field as `read_csv` reads it back, quoted when it must be.
[[nodiscard]] std::string write_csv_field(std::string_view field);

}  // namespace qingheng::registry
