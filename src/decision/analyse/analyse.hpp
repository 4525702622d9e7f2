// SPDX-License-Identifier: Apache-2.0
// Static analysis of the decision tables of a DMN model: what can be said of them before any input is there.
#pragma once

#include <memory>
#include <span>

#include "base/diagnostic.hpp"
#include "decision/model.hpp"

namespace qingheng::decision {

/// Analyses every decision table of the first model, at any depth; the others are those that it imports, for
/// their types. Findings have the codes of `analyse::kFindings`: rows that overlap, inputs that no
/// row takes, rows out of reach, tests that never hold, outputs that are not listed or never given, columns
/// without use, and aloud where the work was cut short. Empty for tables without fault. What depends on more
/// than literals is undecided and never reported.
[[nodiscard]] base::Diagnostics analyse_tables(std::span<const std::shared_ptr<const model::Model>> models);

}  // namespace qingheng::decision
