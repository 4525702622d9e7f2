// SPDX-License-Identifier: Apache-2.0
// Blocks `material`, `window` and `quota` → what is handed in, when, and how many may be.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Fills the heads of materials and windows, so that they can be named.
void begin_filing(Draft& draft);
/// Compiles materials, windows and quotas.
void compile_filing(Draft& draft);
/// Takes over from the vocabulary the materials that the document names or that prove its facts.
void add_shared_materials(Draft& draft);

}  // namespace qingheng::policy::compile
