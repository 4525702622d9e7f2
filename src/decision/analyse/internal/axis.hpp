// SPDX-License-Identifier: Apache-2.0
// A column, or several that test the same expression, cut into stretches, with the rows that each passes.
#pragma once

#include <optional>
#include <vector>

#include "decision/analyse/internal/bits.hpp"
#include "decision/analyse/table.hpp"

namespace qingheng::decision::analyse {

/// Values of an axis between which no row can tell.
struct Stretch {
  std::optional<feel::Value> example;  // empty: any value, or values of which nothing is known
  bool likely = true;                  // as of its trial
  Bits hits;                           // rows whose tests it passes
  Bits may;                            // those, and rows of which it is not known
};

/// What was found of one test.
struct Tested {
  bool decided = false;
  bool never = false;                  // no value passes
  std::vector<base::SourceSpan> idle;  // of `a, b, c`, when some value passes, those that none passes
};

struct Axis {
  std::vector<std::size_t> columns;  // the first is the one that examples name
  std::vector<Stretch> stretches;
  std::vector<std::vector<Tested>> tests;  // by row, then as `columns`
};

/// The axes of a table that has rows.
std::vector<Axis> axes_of(const Table& table);

}  // namespace qingheng::decision::analyse
