// SPDX-License-Identifier: Apache-2.0
// `in`, unary tests and ranges (DMN 1.5 §10.3.2.7, §10.3.2.8).
// tested by: src/feel/suite_test.cpp
#include <fmt/format.h>

#include "feel/run/evaluator.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel::run {

namespace {

bool is_true(const Value& value) { return value.kind() == Kind::Boolean && value.as_boolean(); }
bool is_false(const Value& value) { return value.kind() == Kind::Boolean && !value.as_boolean(); }

/// `and` of two sides of a range: a side that fails settles it, a null comes before an unknown.
Value both(const Value& low, const Value& high) {
  if (is_false(low) || is_false(high)) return Value::boolean(false);
  if (low.is_null()) return low;
  if (high.is_null()) return high;
  if (low.is_unknown() || high.is_unknown()) return merged(low, high);
  return Value::boolean(true);
}

bool has_order(const Value& value) {
  return value.kind() == Kind::Number || value.kind() == Kind::String || is_temporal(value.kind());
}

}  // namespace

Value Evaluator::membership(const Node& node) {
  const auto parts = program_->parts(node);
  slot(node.at) = eval(parts[0]);
  return any_of(node, parts.subspan(1));
}

Value Evaluator::any_test(const Node& node) {
  const auto tests = program_->parts(node);
  Value result = tests.empty() ? Value::boolean(true) : any_of(node, tests);
  if (node.extra == 1 && result.kind() == Kind::Boolean) return Value::boolean(!result.as_boolean());
  return result;
}

Value Evaluator::any_of(const Node& node, std::span<const std::uint32_t> tests) {
  Value unknown;
  std::optional<Value> nothing;
  for (const std::uint32_t index : tests) {
    const Node& test = program_->nodes[index];
    Value result = test.op == plan::Op::Range ? range_test(test, Value(slot(node.at))) : eval(index);
    if (is_true(result)) return result;
    if (result.is_unknown()) {
      unknown = merged(unknown, result);
    } else if (result.kind() != Kind::Boolean && !nothing) {
      nothing = std::move(result);
    }
  }
  if (unknown.is_unknown()) return unknown;
  return nothing ? *std::move(nothing) : Value::boolean(false);
}

// A range written as a test is compared bound by bound: `3 in [1..x]` may be known although x is not.
Value Evaluator::range_test(const Node& node, const Value& tested) {
  const auto parts = program_->parts(node);
  const auto side = [&](std::uint32_t part, syntax::Operator open, syntax::Operator closed, bool included) {
    if (part == plan::kNone) return Value::boolean(true);
    Node comparison = node;
    comparison.operation = included ? closed : open;
    return compare(comparison, tested, eval(part));
  };
  const Value low =
      side(parts[0], syntax::Operator::Greater, syntax::Operator::GreaterOrEqual, (node.extra & 1U) != 0);
  const Value high =
      side(parts[1], syntax::Operator::Less, syntax::Operator::LessOrEqual, (node.extra & 2U) != 0);
  return both(low, high);
}

Value Evaluator::range(const Node& node) {
  const auto parts = program_->parts(node);
  Range range;
  range.low_included = (node.extra & 1U) != 0;
  range.high_included = (node.extra & 2U) != 0;
  range.point = node.operation == syntax::Operator::Equal;
  if (parts[0] != plan::kNone) range.low = eval(parts[0]);
  if (parts[1] != plan::kNone) range.high = eval(parts[1]);
  for (const auto* bound : {&range.low, &range.high}) {
    if (*bound && !(*bound)->is_null() && !(*bound)->is_unknown() && !has_order(**bound)) {
      return null_at(node, fmt::format("a range cannot be bounded by a {}", name_of((*bound)->kind())));
    }
  }
  const bool low_unknown = range.low && range.low->is_unknown();
  const bool high_unknown = range.high && range.high->is_unknown();
  if (low_unknown || high_unknown) {
    return low_unknown && high_unknown ? merged(*range.low, *range.high)
                                       : (low_unknown ? *range.low : *range.high);
  }
  const bool bounded = range.low && range.high && !range.low->is_null() && !range.high->is_null();
  if (bounded && range.low->kind() != range.high->kind()) {
    return null_at(node, fmt::format("a range cannot run from {} to {}", name_of(range.low->kind()),
                                     name_of(range.high->kind())));
  }
  return Value::range(std::move(range));
}

Value Evaluator::within(const Node& node, const Range& range, const Value& value) {
  Node side = node;
  Value low = Value::boolean(true);
  Value high = Value::boolean(true);
  if (range.low) {
    side.operation = range.low_included ? syntax::Operator::GreaterOrEqual : syntax::Operator::Greater;
    low = compare(side, value, *range.low);
  }
  if (range.high) {
    side.operation = range.high_included ? syntax::Operator::LessOrEqual : syntax::Operator::Less;
    high = compare(side, value, *range.high);
  }
  return both(low, high);
}

Value Evaluator::matches_item(const Node& node, const Value& tested, const Value& item) {
  if (item.kind() == Kind::Range && tested.kind() != Kind::Range)
    return within(node, item.as_range(), tested);
  return equality(tested, item);
}

Value Evaluator::matches(const Node& node, const Value& tested, const Value& value) {
  const bool asks = (node.extra & 1U) != 0;
  const bool cell = (node.extra & 2U) != 0;
  if (value.is_unknown() || (asks && (value.kind() == Kind::Boolean || value.is_null()))) return value;
  if (cell && value.kind() == Kind::Boolean && tested.kind() != Kind::Boolean) return value;
  if (value.kind() != Kind::List) {
    Value same = matches_item(node, tested, value);
    if (!same.is_null() || same.null_reason() != nullptr) return same;
    return null_at(
        node, fmt::format("{} cannot be compared with {}", name_of(tested.kind()), name_of(value.kind())));
  }
  Value unknown;
  if (tested.kind() == Kind::List || tested.is_unknown()) {
    const Value same = equality(tested, value);
    if (is_true(same)) return same;
    if (same.is_unknown()) unknown = same;
  }
  for (const Value& item : value.as_list()) {
    const Value same = matches_item(node, tested, item);
    if (is_true(same)) return same;
    if (same.is_unknown()) unknown = merged(unknown, same);
  }
  if (!spend(value.as_list().size())) return null_at(node, std::string(kOutOfSteps));
  return unknown.is_unknown() ? unknown : Value::boolean(false);
}

}  // namespace qingheng::feel::run
