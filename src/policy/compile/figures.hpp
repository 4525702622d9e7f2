// SPDX-License-Identifier: Apache-2.0
// Blocks `parameter`, `formula` and `table` → the figures of a policy.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Fills heads and declared types, so that names can be given out.
void begin_figures(Draft& draft);
/// Compiles values, formulas and tables; formulas without a declared type get that of their expression.
void compile_figures(Draft& draft);

}  // namespace qingheng::policy::compile
