// SPDX-License-Identifier: Apache-2.0
// Formulas, tables and criteria that use each other: no ring, and formulas in the order of their use.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Reports rings; without one, puts the formulas in an order in which each uses only those before it.
void check_rings(Draft& draft);

}  // namespace qingheng::policy::compile
