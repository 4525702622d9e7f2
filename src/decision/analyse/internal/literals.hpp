// SPDX-License-Identifier: Apache-2.0
// What a unary test compares the tested value with.
#pragma once

#include <optional>
#include <vector>

#include "decision/analyse/table.hpp"

namespace qingheng::decision::analyse {

/// The constants of a test, null among them, when its outcome depends on nothing but how the tested value
/// compares with each of them; empty otherwise, and then nothing is known of the outcome.
std::optional<std::vector<feel::Value>> constants_of(const Cell& test);

/// True for `-`.
bool tests_nothing(const Cell& test);

/// The tests of `a, b, c` apart; empty when there are less than two, or they stand in `not(…)`.
std::vector<base::SourceSpan> alternatives_of(const Cell& test);

/// The values of a list of literals such as `"a", "b"`, in its order; empty when it is more than that.
std::vector<feel::Value> listed_by(const Cell& tests);

/// The value of an output that reads nothing; empty for another, and for one that gives null.
std::optional<feel::Value> constant_value(const Cell& output);

}  // namespace qingheng::decision::analyse
