// SPDX-License-Identifier: Apache-2.0
// Subjects from separated values, one a row.
//
//   ImportResult result = import_csv("enterprises.csv", bytes, "enterprise", {vocabulary, divisions});
#pragma once

#include <string>
#include <string_view>

#include "registry/import/import_result.hpp"

namespace qingheng::registry {

/// Reads a table whose first row are headings, in any encoding of `decode_office_text`. `kind` is that of
/// every row; a column `kind` may repeat it. Rows that are wrong are reported and left out; so are cells,
/// whose facts then stay unsupplied. The text that findings point into is UTF-8, whatever the bytes were.
[[nodiscard]] ImportResult import_csv(std::string name, std::string_view bytes, std::string_view kind,
                                      const ImportTables& tables, const ImportLimits& limits = {});

}  // namespace qingheng::registry
