// SPDX-License-Identifier: Apache-2.0
// What is said of each clause, and blocks that nothing uses.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Fills `policy.clauses` and reports clauses of which nothing is said, and those without English.
void cover_clauses(Draft& draft);
/// Reports criteria, parameters, formulas, tables and materials that nothing uses.
void check_usage(const Draft& draft);

}  // namespace qingheng::policy::compile
