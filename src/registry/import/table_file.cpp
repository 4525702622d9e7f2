// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_csv_test.cpp
#include "registry/import/table_file.hpp"

#include <utility>

#include <fmt/format.h>

#include "registry/import/office_text.hpp"

namespace qingheng::registry {

TableFile read_table_file(std::string name, std::string_view bytes, const ImportLimits& limits) {
  TableFile file;
  const auto report = [&](std::string code, std::string message, std::uint32_t begin, std::uint32_t end) {
    file.diagnostics.push_back({base::Severity::Error,
                                std::move(code),
                                std::move(message),
                                {},
                                {{{file.source, begin, end, {}}, {}}}});
  };
  if (bytes.size() > limits.bytes) {
    file.source = base::make_source(std::move(name), {});
    report("R001",
           fmt::format("the file has {} bytes, more than the {} that are read", bytes.size(), limits.bytes),
           0, 0);
    return file;
  }
  auto text = decode_office_text(bytes);
  file.source = base::make_source(std::move(name), text ? std::move(text->text) : std::string());
  if (!text) {
    report("R001", text.error(), 0, 0);
    return file;
  }
  file.table = read_csv(file.source->text, limits.rows + 2);
  for (const CsvError& error : file.table.errors) report("R002", error.message, error.begin, error.end);
  if (file.table.rows.empty()) {
    report("R001", "the file has no row of headings", 0, 0);
  } else if (file.table.rows.size() > limits.rows + 1) {
    report("R001", fmt::format("the file has more than the {} rows that are read", limits.rows), 0, 0);
    file.table.rows.clear();
  }
  return file;
}

}  // namespace qingheng::registry
