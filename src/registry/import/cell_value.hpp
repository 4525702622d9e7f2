// SPDX-License-Identifier: Apache-2.0
// The text of one cell as a value of the type that the vocabulary gives it.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.hpp"
#include "feel/value.hpp"
#include "registry/import/import_result.hpp"

namespace qingheng::registry {

/// Why a cell cannot be read.
struct CellError {
  std::string message;  // as a diagnostic's: `abc` is not a number
  std::string help;     // empty for none
};

/// What a cell should hold.
struct CellShape {
  const feel::Type& type;
  Meaning meaning = Meaning::Plain;
  const std::vector<CodeLabel>& codes;
  /// Of the records of a list; empty for a list of plain values.
  const std::vector<Field>& fields;
  /// Unit in which numbers without one of their own are given; empty: that of the type.
  std::string_view unit = {};
  /// The least number there can be, in the unit of the type; absent: any.
  std::optional<base::Decimal> min = {};
};

/// The shape of a fact's value, and of a field's.
[[nodiscard]] CellShape shape_of(const Fact& fact);
[[nodiscard]] CellShape shape_of(const Field& field);

/// True for what offices write where they have nothing to say: nothing, `-`, `—`, `/`, `无数据`, `N/A`.
[[nodiscard]] bool is_blank_cell(std::string_view text);

/// True for a statement that there is none: `无`, `没有`, `无记录`, `没有记录`, `暂无`, `none`, `[]`.
[[nodiscard]] bool says_none(std::string_view text);

/// Half-width, without spaces at either end and with single ones inside.
[[nodiscard]] std::string tidy(std::string_view text);

/// Reads `2019-9-1`, `2019/09/01`, `2019.9.1`, `2019年9月1日` and `20190901`.
[[nodiscard]] std::expected<base::CivilDate, CellError> read_date(std::string_view text);

/// Reads a cell that is not blank. Numbers may have thousands separators and a unit, which is converted; yes
/// and no are `是/否`, `有/无`, `true/false`, `1/0`; codes are given by themselves, either label or another
/// word of the vocabulary; entries of a list are separated by `;` or `、`, the fields of a record by `|`;
/// `无`, `没有`, `无记录` and `暂无` are an empty list.
[[nodiscard]] std::expected<feel::Value, CellError> read_cell(std::string_view text, const CellShape& shape,
                                                              const ImportTables& tables);

}  // namespace qingheng::registry
