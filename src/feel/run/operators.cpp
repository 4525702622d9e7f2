// SPDX-License-Identifier: Apache-2.0
// Arithmetic, comparison and logic (DMN 1.5 §10.3.2.4, §10.3.2.13), with unknown carried by Kleene's rules.
// tested by: src/feel/suite_test.cpp
#include <fmt/format.h>

#include "feel/run/evaluator.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel::run {

namespace {

using syntax::Operator;

base::Decimal calculate(Operator op, base::Decimal left, base::Decimal right) {
  switch (op) {
    case Operator::Add:
      return left + right;
    case Operator::Subtract:
      return left - right;
    case Operator::Multiply:
      return left * right;
    case Operator::Divide:
      return left / right;
    default:
      return left.power(right);
  }
}

Outcome calculate_temporal(Operator op, const Value& left, const Value& right) {
  switch (op) {
    case Operator::Add:
      return add(left, right);
    case Operator::Subtract:
      return subtract(left, right);
    case Operator::Multiply:
      return multiply(left, right);
    case Operator::Divide:
      return divide(left, right);
    default:
      return std::unexpected(
          fmt::format("`**` takes numbers, not {} and {}", name_of(left.kind()), name_of(right.kind())));
  }
}

bool holds(Operator op, std::partial_ordering order) {
  switch (op) {
    case Operator::Equal:
      return order == 0;
    case Operator::NotEqual:
      return order != 0;
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

Value Evaluator::negate(const Node& node) {
  Value value = eval(program_->parts(node)[0]);
  if (value.kind() == Kind::Number) return Value::number(-value.as_number());
  if (value.is_unknown() || value.null_reason() != nullptr) return value;
  if (value.kind() == Kind::DaysDuration || value.kind() == Kind::MonthsDuration) {
    Outcome result = feel::negate(value);
    return result ? *std::move(result) : null_at(node, std::move(result).error());
  }
  return null_at(node, fmt::format("`-` takes a number or a duration, not {}", name_of(value.kind())));
}

Value Evaluator::arithmetic(const Node& node) {
  const auto parts = program_->parts(node);
  Value result = eval(parts[0]);
  for (std::size_t part = 1; part < parts.size(); ++part) {
    result = combine(node, program_->operators[node.at + part - 1], result, eval(parts[part]));
  }
  return result;
}

Value Evaluator::combine(const Node& node, Operator op, const Value& left, const Value& right) {
  if (left.kind() != Kind::Number || right.kind() != Kind::Number) {
    return combine_others(node, op, left, right);
  }
  const base::Decimal result = calculate(op, left.as_number(), right.as_number());
  if (result.is_finite()) return Value::number(result);
  if (op == Operator::Divide && right.as_number().is_zero()) return null_at(node, "division by zero");
  return null_at(node, fmt::format("`{} {} {}` has no number as its result", to_text(left), plan::sign(op),
                                   to_text(right)));
}

Value Evaluator::combine_others(const Node& node, Operator op, const Value& left, const Value& right) {
  // A null makes the result null whatever a missing fact turns out to be.
  if (left.null_reason() != nullptr) return left;
  if (right.null_reason() != nullptr) return right;
  if (!left.is_null() && !right.is_null()) {
    if (left.is_unknown() || right.is_unknown()) return merged(left, right);
    if (op == Operator::Add && left.kind() == Kind::String && right.kind() == Kind::String) {
      if (!spend((left.as_string().size() + right.as_string().size()) / 64)) {
        return null_at(node, std::string(kOutOfSteps));
      }
      return Value::string(left.as_string() + right.as_string());
    }
    if (is_temporal(left.kind()) || is_temporal(right.kind())) {
      Outcome result = calculate_temporal(op, left, right);
      return result ? *std::move(result) : null_at(node, std::move(result).error());
    }
  }
  return null_at(node, fmt::format("`{}` cannot take {} and {}", plan::sign(op), name_of(left.kind()),
                                   name_of(right.kind())));
}

Value Evaluator::compare(const Node& node) {
  const auto parts = program_->parts(node);
  const Value left = eval(parts[0]);
  const Value right = eval(parts[1]);
  if (left.kind() == Kind::Number && right.kind() == Kind::Number) {
    return Value::boolean(holds(node.operation, left.as_number() <=> right.as_number()));
  }
  if (left.is_unknown()) {
    if (const auto settled = settled_by_count(node, right)) return Value::boolean(*settled);
  }
  return compare(node, left, right);
}

Value Evaluator::compare(const Node& node, const Value& left, const Value& right) {
  const Operator op = node.operation;
  if (op == Operator::Equal || op == Operator::NotEqual) {
    Value same = equality(left, right);
    if (same.kind() == Kind::Boolean) return Value::boolean(same.as_boolean() == (op == Operator::Equal));
    if (same.is_unknown()) return same;
    return null_at(node,
                   fmt::format("{} cannot be compared with {}", name_of(left.kind()), name_of(right.kind())));
  }
  if (left.null_reason() != nullptr) return left;
  if (right.null_reason() != nullptr) return right;
  if (!left.is_null() && !right.is_null()) {
    if (left.is_unknown() || right.is_unknown()) return merged(left, right);
    if (const auto ordering = order(left, right)) return Value::boolean(holds(op, *ordering));
  }
  return null_at(node, fmt::format("`{}` cannot order {} and {}", plan::sign(op), name_of(left.kind()),
                                   name_of(right.kind())));
}

Value Evaluator::between(const Node& node) {
  const auto parts = program_->parts(node);
  const Value value = eval(parts[0]);
  Node side = node;
  side.operation = Operator::GreaterOrEqual;
  const Value above = compare(side, value, eval(parts[1]));
  side.operation = Operator::LessOrEqual;
  const Value below = compare(side, value, eval(parts[2]));
  // Both at once, as DMN 1.5 has it (§10.3.2.13): what is certainly false on one side decides.
  const bool no = (above.kind() == Kind::Boolean && !above.as_boolean()) ||
                  (below.kind() == Kind::Boolean && !below.as_boolean());
  if (no) return Value::boolean(false);
  if (above.is_unknown() || below.is_unknown()) return merged(above, below);
  if (above.is_null() || below.is_null()) return above.is_null() ? above : below;
  return Value::boolean(true);
}

// `decisive` is the side that settles the whole: false for `and`, true for `or`. Three values of the standard
// and a fourth: an unknown side leaves it unknown unless another side settles it.
Value Evaluator::logic(const Node& node, bool decisive) {
  Value unknown;
  Value nothing;
  bool has_null = false;
  for (const std::uint32_t part : program_->parts(node)) {
    Value side = eval(part);
    if (side.kind() == Kind::Boolean) {
      if (side.as_boolean() == decisive) return side;
    } else if (side.is_unknown()) {
      unknown = merged(unknown, side);
    } else if (!has_null) {
      has_null = true;
      nothing = side.null_reason() != nullptr
                    ? std::move(side)
                    : null_at(node, fmt::format("`{}` takes booleans, not {}", decisive ? "or" : "and",
                                                name_of(side.kind())));
    }
  }
  if (unknown.is_unknown()) return unknown;
  return has_null ? nothing : Value::boolean(!decisive);
}

}  // namespace qingheng::feel::run
