// SPDX-License-Identifier: Apache-2.0
// `in`, unary tests and ranges.
// tested by: src/feel/suite_test.cpp
#include <fmt/format.h>

#include "feel/meaning/checker.hpp"
#include "feel/meaning/type_relations.hpp"

namespace qingheng::feel::meaning {

using syntax::NodeKind;
using syntax::Operator;

Typed Checker::membership(const Syntax& node) {
  const Typed tested = expression(*node.parts[0]);
  open_frame();
  const std::uint32_t slot = bind("?", tested.type, tested.adapts);
  Operands operands{tested.node};
  for (std::size_t part = 1; part < node.parts.size(); ++part) {
    operands.push_back(test(*node.parts[part], tested, node.parts[0].get(), false));
  }
  close_frame();
  return {emit(plan::Op::In, node, operands, slot), Type::boolean(), false};
}

Typed Checker::unary_tests(const Syntax& node) {
  const Binding* tested = nullptr;
  const Frame* frame = nullptr;
  tested = local("?", frame);
  if (tested == nullptr) {
    find("F110", node.span, "a unary test stands only in a table cell or after `in`");
    return missing(node, "a unary test stands only in a table cell or after `in`");
  }
  const Typed value{0, tested->type, tested->adapts};
  const std::uint32_t slot = tested->slot;
  capture(*frame, slot);
  Operands operands;
  if (node.kind == NodeKind::UnaryTests) {
    for (const syntax::NodePtr& part : node.parts) operands.push_back(test(*part, value, nullptr, true));
  } else {
    operands.push_back(test(node, value, nullptr, true));
  }
  return {emit(plan::Op::AnyTest, node, operands, slot, node.negated ? 1 : 0), Type::boolean(), false};
}

std::uint32_t Checker::test(const Syntax& node, const Typed& tested, const Syntax* tested_syntax, bool cell) {
  const Frame* frame = nullptr;
  const Binding* binding = local("?", frame);
  const std::uint32_t slot = binding->slot;
  capture(*frame, slot);
  if (node.kind == NodeKind::UnaryTests) return unary_tests(node).node;
  if (node.kind == NodeKind::Test) {
    const Typed right = expression(*node.parts[0]);
    check_pair(node, node.op, tested, right, node.parts[0].get(), tested_syntax);
    return emit(plan::Op::Test, node, {right.node}, slot);
  }
  if (node.kind == NodeKind::Range) {
    const Typed made = range(node);
    const Typed bound{made.node, element_of(made.type), made.adapts};
    check_pair(node, Operator::LessOrEqual, tested, bound, nullptr, nullptr);
    return made.node;
  }
  const bool outer = std::exchange(asked_, false);
  const Typed value = expression(node);
  const bool asks = std::exchange(asked_, outer);
  check_code(tested.type, &node);
  if (node.kind == NodeKind::List) {
    for (const syntax::NodePtr& item : node.parts) check_code(tested.type, item.get());
  }
  const bool collection = value.type.tag == Type::Tag::List || value.type.tag == Type::Tag::Range;
  const Typed item{value.node,
                   collection && tested.type.tag != value.type.tag ? element_of(value.type) : value.type,
                   value.adapts};
  const Typed each{item.node,
                   collection && tested.type.tag != item.type.tag ? element_of(item.type) : item.type,
                   item.adapts};
  const bool passes = asks || value.type.tag == Type::Tag::Boolean;
  if (!passes || (!asks && !cell)) check_pair(node, Operator::Equal, tested, each, nullptr, nullptr);
  return emit(plan::Op::Matches, node, {value.node}, slot, (asks ? 1U : 0U) | (cell ? 2U : 0U));
}

Typed Checker::range(const Syntax& node) {
  Operands operands;
  Typed bounds{0, Type::of(Type::Tag::Null), true};
  for (const syntax::NodePtr& part : node.parts) {
    if (!part) {
      operands.push_back(plan::kNone);
      continue;
    }
    const Typed side = expression(*part);
    operands.push_back(side.node);
    if (!comparable(bounds.type, side.type) || !has_order(side.type)) {
      find("F103", node.span,
           fmt::format("a range cannot run from {} to {}", in_words(bounds.type), in_words(side.type)));
    } else {
      meet_units(node, bounds, side);
      const Type wider = bounds.adapts ? side.type : bounds.type;
      bounds = {0, wider, bounds.adapts && side.adapts};
    }
  }
  const std::uint32_t included = (node.low_included ? 1U : 0U) | (node.high_included ? 2U : 0U);
  const plan::Op op = node.kind == NodeKind::Range ? plan::Op::Range : plan::Op::Iteration;
  return {emit(op, node, operands, 0, included), Type::range(bounds.type), bounds.adapts};
}

}  // namespace qingheng::feel::meaning
