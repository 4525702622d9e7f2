// SPDX-License-Identifier: Apache-2.0
// Expressions that compile and still decide nothing: conditions that always come out the same, comparisons
// with a null that never comes, years and divisions without a value.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Warns of comparisons of facts with null (P179), and of years and divisions that give nothing (P180).
void check_sense(const Draft& draft, const Expression& expression, feel::Form form);
/// Warns of a condition that reads nothing, unless it says `true` or `false` outright (P178).
void check_decides(const Draft& draft, const Expression& condition);

}  // namespace qingheng::policy::compile
