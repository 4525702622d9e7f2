// SPDX-License-Identifier: Apache-2.0
// Numbers that an expression of a document names before any fact is there.
#pragma once

#include <optional>

#include "base/decimal.hpp"
#include "feel/syntax/tree.hpp"
#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// The number of a literal, or of a parameter that is set; empty for everything else and for a null pointer.
[[nodiscard]] std::optional<base::Decimal> known_number(const Draft& draft, const Layout& layout,
                                                        const feel::syntax::Node* node);

}  // namespace qingheng::policy::compile
