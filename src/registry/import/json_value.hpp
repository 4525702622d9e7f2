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

/// Why a value cannot be read, and where in the text the part stands that is wrong.
struct MisreadJson {
  CellError error;
  base::Json::Place place;
};

/// The place of the name of a member rather than of its value.
[[nodiscard]] base::Json::Place name_place(const base::Json& member);

/// The text of a scalar member, tidied; empty when there is none.
[[nodiscard]] std::string text_of(const base::Json& object, std::string_view member);
/// The date of a member; nothing when there is none.
[[nodiscard]] std::expected<std::optional<base::CivilDate>, MisreadJson> date_of(const base::Json& object,
                                                                                 std::string_view member);

/// Reads a value that is not null: scalars as `read_cell` does, arrays as lists, objects as records whose
/// members are fields by id or label.
[[nodiscard]] std::expected<feel::Value, MisreadJson> read_json_value(const base::Json& json,
                                                                      const CellShape& shape,
                                                                      const ImportTables& tables);

}  // namespace qingheng::registry
