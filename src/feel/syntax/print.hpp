// SPDX-License-Identifier: Apache-2.0
// A tree as one line, for tests and for looking into the parser.
#pragma once

#include <string>

#include "feel/syntax/tree.hpp"

namespace qingheng::feel::syntax {

/// `(+ 1 (call `sum` `xs`))`: names in backticks, constants as values are written; recursive, for small
/// trees.
[[nodiscard]] std::string print(const Node& node);

}  // namespace qingheng::feel::syntax
