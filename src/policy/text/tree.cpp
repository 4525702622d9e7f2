// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/text/yaml_test.cpp
#include "policy/text/tree.hpp"

#include <algorithm>

namespace qingheng::policy::text {

bool Node::is_null() const {
  return is_scalar() && !quoted && (scalar.empty() || scalar == "null" || scalar == "~");
}

const Entry* Node::find(std::string_view key) const {
  const auto at = std::ranges::find(entries, key, &Entry::key);
  return at == entries.end() ? nullptr : &*at;
}

}  // namespace qingheng::policy::text
