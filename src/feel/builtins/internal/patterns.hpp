// SPDX-License-Identifier: Apache-2.0
// Texts with patterns, apart from the other functions on texts.
#pragma once

#include <vector>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// `matches`, `replace` and `split` (DMN 1.5 §10.3.4.3).
void add_patterns(std::vector<Builtin>& table);

}  // namespace qingheng::feel
