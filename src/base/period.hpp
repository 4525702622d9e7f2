// SPDX-License-Identifier: Apache-2.0
// Lengths of time as laws give them, and how their days are counted.
#pragma once

#include <cstdint>

namespace qingheng::base {

/// A length of time as a law gives it: `P3Y`, `P30D`. Months and days are kept apart.
struct Length {
  std::int32_t months = 0;
  std::int32_t days = 0;
  friend bool operator==(const Length&, const Length&) = default;
};

/// What the days of a period are.
enum class DayKind : std::uint8_t { Natural, Working };
/// Whether the day on which a period starts is its first day. Civil Code art. 201 leaves it out.
enum class Counting : std::uint8_t { Exclusive, Inclusive };

}  // namespace qingheng::base
