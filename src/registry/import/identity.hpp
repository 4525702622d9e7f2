// SPDX-License-Identifier: Apache-2.0
// What names a subject: the code that its kind asks for, and its place.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registry/import/cell_value.hpp"
#include "registry/import/import_result.hpp"

namespace qingheng::registry {

/// A code as the register keeps it, with what was put right.
struct Identity {
  std::string code;
  std::vector<std::string> notes;
};

/// Reads the code of a subject: of an enterprise or agency a unified social credit code, of a city a division
/// by code or name, of any other kind an id of the register's own, which is only tidied.
[[nodiscard]] std::expected<Identity, CellError> read_identity(std::string_view text, std::string_view kind,
                                                               const ImportTables& tables);

/// Reads `declared`, `evidenced`, `verified` or `自行申报`, `有证明材料`, `已核实`.
[[nodiscard]] std::expected<Provenance, CellError> read_provenance(std::string_view text);

/// The code that a relation names; nothing for `无` and `none`, which say that there is no such subject.
[[nodiscard]] std::optional<std::string> code_or_none(std::string_view text);

}  // namespace qingheng::registry
