// SPDX-License-Identifier: Apache-2.0
// The constants that tests compare with cut the values of a kind into stretches, on each of which no
// comparison changes: below the first constant, the constant, between it and the next, and so on.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::decision::analyse {

/// A value that stands for its stretch.
struct Point {
  feel::Value value;
  /// 2i + 1 for the constant i of its line, 2i for the stretch before it; rising.
  std::size_t place = 0;
};

/// Constants that can be ordered among each other, rising, and a value of every stretch that has one.
struct Line {
  std::vector<feel::Value> cuts;
  std::vector<Point> points;

  /// Place of a constant on the line; empty when it cannot be compared with those of the line.
  [[nodiscard]] std::optional<std::size_t> place_of(const feel::Value& constant) const;
};

/// A value above `low` and below `high`, which are of one kind, as plain as there is; empty when there is
/// none. Exact: empty means that no value lies between.
std::optional<feel::Value> value_between(const feel::Value* low, const feel::Value* high);

/// Lines of the constants: one for each kind and, for times, for those with and without an offset. Null,
/// booleans and kinds without order are on none.
std::vector<Line> lines_of(std::span<const feel::Value> constants);

/// True for kinds whose values lie on lines.
bool lies_on_a_line(feel::Kind kind);

}  // namespace qingheng::decision::analyse
