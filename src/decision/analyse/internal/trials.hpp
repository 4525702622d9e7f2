// SPDX-License-Identifier: Apache-2.0
// Values of a column that stand for all of its values.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "decision/analyse/internal/bits.hpp"
#include "decision/analyse/internal/stretches.hpp"
#include "decision/analyse/table.hpp"

namespace qingheng::decision::analyse {

/// A value to be tried.
struct Trial {
  feel::Value value;
  /// An input may well have it. False for one that is there so that nothing is said of all values which is
  /// not so: null where no test asks for it, a value of a kind that no test names, one that may not be
  /// allowed.
  bool likely = true;
  std::size_t line = 0;   // of `lines`, or a number past them for a value on none
  std::size_t place = 0;  // on the line, rising
};

struct Trials {
  std::vector<Line> lines;
  std::vector<Trial> values;
};

/// True when the values of the type can be told apart: of booleans, numbers, texts, dates, times, durations.
bool can_be_tried(const feel::Type& type);

/// Values for columns of one expression whose tests compare with `constants`; of all that the columns allow,
/// each compares with the constants as one of these, or as null.
Trials trials_of(std::span<const InputColumn* const> columns, std::span<const feel::Value> constants);

/// Which trials pass a test that compares with `constants`, all of them among those of the trials.
Bits passing(const Trials& trials, const Cell& test, std::span<const feel::Value> constants);

}  // namespace qingheng::decision::analyse
