// SPDX-License-Identifier: Apache-2.0
// Filters of which some conditions are unknown: how many items they leave lies between two numbers, and that
// may be all that a comparison needs.
// tested by: src/feel/suite_test.cpp
#include "feel/run/evaluator.hpp"

namespace qingheng::feel::run {

namespace {

using plan::Op;
using syntax::Operator;

/// A condition of one of these is never a number, which would pick an item instead.
bool is_condition(const plan::Node& node) {
  switch (node.op) {
    case Op::And:
    case Op::Or:
    case Op::Compare:
    case Op::Between:
    case Op::In:
    case Op::AnyTest:
    case Op::InstanceOf:
    case Op::Some:
    case Op::Every:
      return true;
    default:
      return false;
  }
}

bool holds(Operator op, std::partial_ordering order) {
  switch (op) {
    case Operator::Less:
      return order < 0;
    case Operator::LessOrEqual:
      return order <= 0;
    case Operator::Greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

}  // namespace

std::optional<Sifted> Evaluator::sift(std::uint32_t index) {
  const Node& node = program_->nodes[index];
  if (node.op != Op::Filter) return std::nullopt;
  const auto parts = program_->parts(node);
  if (!is_condition(program_->nodes[parts[1]])) return std::nullopt;
  const Value list = eval(parts[0]);
  if (list.kind() != Kind::List) return std::nullopt;
  Sifted sifted;
  const Value outer = slot(node.at);
  for (const Value& item : list.as_list()) {
    slot(node.at) = item;
    const Value kept = eval(parts[1]);
    if (kept.is_unknown()) {
      sifted.undecided.push_back(item);
    } else if (kept.kind() == Kind::Boolean && kept.as_boolean()) {
      sifted.kept.push_back(item);
    }
  }
  slot(node.at) = outer;
  if (!spend(0)) return std::nullopt;
  return sifted;
}

std::optional<bool> Evaluator::settled_by_count(const Node& node, const Value& right) {
  const Node& call = program_->nodes[program_->parts(node)[0]];
  if (right.kind() != Kind::Number || call.op != Op::CallBuiltin || call.count != 1) return std::nullopt;
  if (program_->builtins[call.at]->name != "count") return std::nullopt;
  const auto sifted = sift(program_->parts(call)[0]);
  if (!sifted) return std::nullopt;
  const base::Decimal fewest(static_cast<std::int64_t>(sifted->kept.size()));
  const base::Decimal most(static_cast<std::int64_t>(sifted->kept.size() + sifted->undecided.size()));
  const base::Decimal number = right.as_number();
  if (node.operation == Operator::Equal || node.operation == Operator::NotEqual) {
    if (fewest <= number && number <= most) return std::nullopt;
    return node.operation == Operator::NotEqual;
  }
  const bool at_fewest = holds(node.operation, fewest <=> number);
  if (at_fewest != holds(node.operation, most <=> number)) return std::nullopt;
  return at_fewest;
}

}  // namespace qingheng::feel::run
