// SPDX-License-Identifier: Apache-2.0
// What the columns of a table of subjects hold, by their headings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registry/vocabulary.hpp"

namespace qingheng::registry {

/// What a column gives. `Unknown` columns are reported and left out.
enum class ColumnUse : std::uint8_t {
  Name,
  Code,
  Kind,
  Division,
  Provenance,
  Source,
  Part,
  Relation,
  Fact,
  Unknown
};

/// One column.
struct Column {
  ColumnUse use = ColumnUse::Unknown;
  std::string id;              // of the part or relation
  const Fact* fact = nullptr;  // of `ColumnUse::Fact`; points into the vocabulary
  std::optional<std::int32_t> year;
  std::string unit;  // named by the heading; empty: that of the fact
};

/// Reads a heading: `name` or `名称`, `code` or `统一社会信用代码`, `division`, `kind`, `provenance`,
/// `source`; a part, a relation or a fact of the kind by id or label, with a year before or behind
/// (`2018年主营业务收入`, `revenue 2018`, `revenue(2018)`) and a unit in brackets. `Unknown` too for a fact
/// per year without a year.
[[nodiscard]] Column read_heading(std::string_view heading, std::string_view kind,
                                  const Vocabulary& vocabulary);

/// Every heading that is understood for the kind, for suggestions: ids and labels.
[[nodiscard]] std::vector<std::string> known_headings(std::string_view kind, const Vocabulary& vocabulary);

}  // namespace qingheng::registry
