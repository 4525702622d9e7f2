// SPDX-License-Identifier: Apache-2.0
// Any bytes: the reader ends, its cells lie in the text in order, and what it read it reads again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "registry/import/csv.hpp"
#include "registry/import/office_text.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace registry = qingheng::registry;
  const auto decoded = registry::decode_office_text({reinterpret_cast<const char*>(data), size});
  if (!decoded) return 0;
  const registry::CsvTable table = registry::read_csv(decoded->text);
  std::string again = "x" + table.separator + "x\n";
  std::uint32_t reached = 0;
  for (const registry::CsvRow& row : table.rows) {
    require(row.begin >= reached && row.end >= row.begin && row.end <= decoded->text.size());
    require(!row.cells.empty());
    for (const registry::CsvCell& cell : row.cells) {
      require(cell.begin >= reached && cell.end >= cell.begin && cell.end <= row.end);
      reached = cell.end;
      again += registry::write_csv_field(cell.text) + (&cell == &row.cells.back() ? "\n" : table.separator);
    }
  }
  const registry::CsvTable reread = registry::read_csv(again);
  require(reread.errors.empty() && reread.rows.size() == table.rows.size() + 1);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    require(reread.rows[i + 1].cells.size() == table.rows[i].cells.size());
    for (std::size_t j = 0; j < table.rows[i].cells.size(); ++j)
      require(reread.rows[i + 1].cells[j].text == table.rows[i].cells[j].text);
  }
  return 0;
}
