// SPDX-License-Identifier: Apache-2.0
// What a score asks for, held against the most points that its parts give.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Reports comparisons of `pass` that no subject can meet (P155): a total, or a part, above its most points.
void check_pass(const Draft& draft, const rules::Score& block, const Expression& pass);

}  // namespace qingheng::policy::compile
