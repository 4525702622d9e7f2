// SPDX-License-Identifier: Apache-2.0
// Runs the quick form of a plan. Its answer is the evaluator's, or there is none.
#pragma once

#include <optional>
#include <span>

#include "feel/plan/branches.hpp"

namespace qingheng::feel::run {

/// The value of the expression; empty when the walk met anything but the plain case, such as an unknown.
/// Allocates nothing. `tested` is `?`, or null pointer.
[[nodiscard]] std::optional<Value> follow(const plan::Branches& branches, std::span<const Value> inputs,
                                          const Value* tested);

}  // namespace qingheng::feel::run
