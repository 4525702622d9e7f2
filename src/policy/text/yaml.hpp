// SPDX-License-Identifier: Apache-2.0
// YAML → trees with the place of every character.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "policy/text/tree.hpp"

namespace qingheng::policy::text {

/// The documents of a YAML text, one tree each. Anchors, aliases and tags are refused; a key that stands
/// twice is reported and its first value kept. After a finding the rest of that document is left out.
[[nodiscard]] std::vector<Node> read_yaml(const base::SourceSpan& span, base::Diagnostics& found);

}  // namespace qingheng::policy::text
