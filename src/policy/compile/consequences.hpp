// SPDX-License-Identifier: Apache-2.0
// Blocks `grant`, `duty`, `revocation` and `sanction` → what comes of an award.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Fills the grants, so that stages can name them.
void begin_consequences(Draft& draft);
/// Compiles duties, revocations and sanctions.
void compile_consequences(Draft& draft);

}  // namespace qingheng::policy::compile
