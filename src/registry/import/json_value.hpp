// SPDX-License-Identifier: Apache-2.0
// A JSON value as a value of the type that the vocabulary gives it.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "base/json.hpp"
#include "registry/import/cell_value.hpp"

namespace qingheng::registry {

/// A string, number or boolean as the text that a cell would hold; empty for null, an array or an object.
[[nodiscard]] std::optional<std::string> scalar_text(const base::Json& json);

/// Reads a value that is not null: scalars as `read_cell` does, arrays as lists, objects as records whose
/// members are fields by id or label.
[[nodiscard]] std::expected<feel::Value, CellError> read_json_value(const base::Json& json,
                                                                    const CellShape& shape,
                                                                    const ImportTables& tables);

}  // namespace qingheng::registry
