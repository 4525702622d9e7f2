// SPDX-License-Identifier: Apache-2.0
// The block `procedure` → a procedure whose every stage can be reached and left.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Compiles every procedure.
void compile_procedures(Draft& draft);
/// Reports stages that cannot be reached from the start, cannot be left, or from which no end is reached.
void check_ways(const Draft& draft, const rules::Procedure& block);
/// Reports dates that a notice printed when they fit its period only one way of counting, or not at all.
void check_published(const Draft& draft, const rules::Publicity& block);

}  // namespace qingheng::policy::compile
