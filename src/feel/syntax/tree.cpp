// SPDX-License-Identifier: Apache-2.0
#include "feel/syntax/tree.hpp"

namespace qingheng::feel::syntax {

Node::~Node() {
  std::vector<NodePtr> waiting = std::move(parts);
  while (!waiting.empty()) {
    const NodePtr node = std::move(waiting.back());
    waiting.pop_back();
    if (!node) continue;
    for (NodePtr& part : node->parts) waiting.push_back(std::move(part));
    node->parts.clear();
  }
}

}  // namespace qingheng::feel::syntax
