// SPDX-License-Identifier: Apache-2.0
// One document's blocks → one checked policy.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Compiles a document with a front matter. Whatever is wrong is reported; the policy then holds what could
/// be made of it.
[[nodiscard]] Policy compile_policy(const text::Document& document, const rules::DocumentBlocks& blocks,
                                    const Surroundings& around, base::Diagnostics& found);

}  // namespace qingheng::policy::compile
