// SPDX-License-Identifier: Apache-2.0
// Is every combination of stretches taken by some of the rows? Where not, one that is not.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "decision/analyse/internal/axis.hpp"

namespace qingheng::decision::analyse {

/// Work that may still be done, in words of sets that are met.
using Budget = std::uint64_t;

/// What is asked.
struct CoverQuestion {
  std::vector<Bits> domain;  // by axis, over its stretches: the combinations looked at
  Bits rows;                 // that may take them
  bool certain = true;       // a row takes a stretch when it hits; otherwise when it may
};

enum class Cover : std::uint8_t { Whole, Open, Undecided };

struct CoverAnswer {
  Cover cover = Cover::Undecided;  // Undecided: the budget did not suffice
  std::vector<std::size_t> open;   // by axis: stretches that no row takes together
};

CoverAnswer find_cover(std::span<const Axis> axes, const CoverQuestion& question, Budget& budget);

}  // namespace qingheng::decision::analyse
