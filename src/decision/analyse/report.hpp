// SPDX-License-Identifier: Apache-2.0
// What can be said of the rows of a decision table before any input is there, as data.
//
//   for (const Finding& finding : analyse(table)) …
//
// Everything said is so: a test that depends on more than constants is undecided, and nothing is said that
// hangs on it. Values of a column are numbers to 34 digits, moments to the second, texts of any kind, or
// those that its type or its allowed values list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "decision/analyse/table.hpp"

namespace qingheng::decision::analyse {

enum class FindingKind : std::uint8_t {
  Overlap,         // two rows of a `unique` table hit together: rows [earlier, later], example
  Disagreement,    // two rows of an `any` table do, and give different outputs: the same
  MoreOverlaps,    // `count` further pairs of either kind
  Gap,             // no row takes the example
  Masked,          // rows before it, or with an output that goes before, take all: [row, the one that does?]
  NeverHits,       // no value passes a test of the row: rows [row], column
  NeverMatches,    // an alternative of a test that no value passes: rows [row], column
  UnusedInput,     // every row has `-`: column
  UnlistedOutput,  // rows [row], column; the fallback's without a row
  UnreachableOutput,  // value `count` of the list of an output is given by no row: column
  GapUndecided,       // the search for a gap was given up
  MaskedUndecided,    // the search for masked rows was given up at rows [row]
};

/// One thing found. `rows` and `column` are as the kind says.
struct Finding {
  FindingKind kind = FindingKind::Gap;
  std::vector<std::size_t> rows;
  std::size_t column = 0;
  std::size_t count = 0;
  /// By input: a value it happens with; empty where any does.
  std::vector<std::optional<feel::Value>> example;
  base::SourceSpan span;  // the place to look at
};

/// How far the analysis goes.
struct Limits {
  std::uint64_t work = 100'000'000;  // words of sets; about a second
  std::size_t overlaps = 20;         // pairs of rows that are told one by one
};

/// Everything found, in the order of the kinds. Gaps are looked for where no row gives null rather than
/// nothing to list or count, and no fallback is there.
[[nodiscard]] std::vector<Finding> analyse(const Table& table, const Limits& limits = {});

}  // namespace qingheng::decision::analyse
