// SPDX-License-Identifier: Apache-2.0
// `for`, `some` and `every`: iterators one after the other, later domains see earlier iterators.
// tested by: src/feel/suite_test.cpp
#include "feel/meaning/checker.hpp"
#include "feel/meaning/type_relations.hpp"

namespace qingheng::feel::meaning {

using syntax::NodeKind;

Typed Checker::domain(const Syntax& node) {
  const Typed made = expression(node);
  return {made.node, element_of(made.type), made.adapts};
}

Typed Checker::iterate(const Syntax& node) {
  open_frame();
  const std::size_t iterators = node.parts.size() - 1;
  const std::uint32_t first = program_.slots;
  program_.slots += static_cast<std::uint32_t>(iterators);
  Operands operands;
  for (std::size_t at = 0; at < iterators; ++at) {
    Typed items = domain(*node.parts[at]);
    operands.push_back(items.node);
    frames_.back().bindings.push_back(
        {node.names[at], std::move(items.type), first + static_cast<std::uint32_t>(at), items.adapts});
  }
  if (node.kind != NodeKind::For) {
    const Typed condition = expression(*node.parts.back());
    const bool some = node.kind == NodeKind::Some;
    check_condition(condition, *node.parts.back(), some ? "some" : "every");
    operands.push_back(condition.node);
    close_frame();
    return {emit(some ? plan::Op::Some : plan::Op::Every, node, operands, first), Type::boolean(), false};
  }
  const std::uint32_t partial = bind("partial", Type::list(Type::any()), true);
  const bool outer = std::exchange(partial_, false);
  const Typed result = expression(*node.parts.back());
  const bool reads_partial = std::exchange(partial_, outer);
  operands.push_back(result.node);
  close_frame();
  return {emit(plan::Op::For, node, operands, first, reads_partial ? partial + 1 : 0),
          Type::list(result.type), result.adapts};
}

}  // namespace qingheng::feel::meaning
