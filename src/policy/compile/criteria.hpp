// SPDX-License-Identifier: Apache-2.0
// Blocks `criterion` and `eligibility` → criteria and which of them decide.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Fills the heads of all criteria, so that they can be named.
void begin_criteria(Draft& draft);
/// Compiles every criterion.
void compile_criteria(Draft& draft);
/// Compiles what the author says about eligibility, and adds the default for purposes that are left out: all
/// criteria of the purpose that no group uses.
void compile_eligibility(Draft& draft);
/// A judgement with its authority, stage and materials.
[[nodiscard]] Judgement compile_judgement(Draft& draft, const rules::Judgement& block);

}  // namespace qingheng::policy::compile
