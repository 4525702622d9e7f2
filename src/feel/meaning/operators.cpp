// SPDX-License-Identifier: Apache-2.0
// Operators: which types they take, which units may meet.
// tested by: src/feel/suite_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "feel/meaning/checker.hpp"
#include "feel/meaning/type_relations.hpp"
#include "feel/meaning/unit_scale.hpp"

namespace qingheng::feel::meaning {

using syntax::Operator;
using Tag = Type::Tag;

namespace {

bool is_arithmetic(Operator op) { return op >= Operator::Add; }
bool is_logic(Operator op) { return op <= Operator::And; }
/// Operators that share one node of the plan when they follow each other.
bool chains(Operator first, Operator other) {
  return is_logic(first) ? first == other : is_arithmetic(first) && is_arithmetic(other);
}
bool is_duration(const Type& type) {
  return type.tag == Tag::DaysDuration || type.tag == Tag::MonthsDuration;
}
bool is_instant(const Type& type) { return type.tag == Tag::Date || type.tag == Tag::DateTime; }

/// Adding `duration` to `a` has a meaning: an instant, a time, or a duration of the same kind.
bool moves(const Type& a, const Type& duration) {
  if (a.tag == Tag::Time) return duration.tag == Tag::DaysDuration;
  return is_duration(duration) && (is_instant(a) || a.tag == duration.tag);
}

std::optional<Type> temporal_difference(const Type& a, const Type& b) {
  const bool times = a.tag == Tag::Time && b.tag == Tag::Time;
  if (times || (is_instant(a) && is_instant(b))) return Type::of(Tag::DaysDuration);
  return moves(a, b) ? std::optional(a) : std::nullopt;
}

std::optional<Type> temporal_quotient(const Type& a, const Type& b) {
  if (!is_duration(a)) return std::nullopt;
  if (b.tag == Tag::Number) return a;
  return a.tag == b.tag ? std::optional(Type::number()) : std::nullopt;
}

/// The type of an operation on temporal values (§10.3.2.13 tables 45 to 50); empty when it has none.
std::optional<Type> temporal_result(Operator op, const Type& a, const Type& b) {
  switch (op) {
    case Operator::Add:
      if (moves(a, b)) return a;
      return moves(b, a) ? std::optional(b) : std::nullopt;
    case Operator::Subtract:
      return temporal_difference(a, b);
    case Operator::Multiply:
      if (is_duration(a) && b.tag == Tag::Number) return a;
      return is_duration(b) && a.tag == Tag::Number ? std::optional(b) : std::nullopt;
    case Operator::Divide:
      return temporal_quotient(a, b);
    default:
      return std::nullopt;
  }
}

/// A unit as the text of a help names it.
std::string amount_text(std::string_view count, const std::string& unit) {
  return unit.empty() ? std::string(count) : fmt::format("{} `{}`", count, unit);
}

std::string_view what_fails(const syntax::Node& node) {
  if (node.kind != syntax::NodeKind::Binary) return "compared";
  if (node.op == Operator::Add) return "added";
  return node.op == Operator::Subtract ? "subtracted" : "compared";
}

/// What to do about two units that differ.
std::string way_between(const syntax::Node& node, const std::string& left, const std::string& right,
                        std::span<const UnitScale> units) {
  if (units.empty()) return "multiply one side by the factor between the two units";
  const auto scale = scale_between(left, right, units);
  if (!scale && (left.empty() || right.empty()))
    return fmt::format("a plain number and one in `{}` cannot be {}: give both the unit, or neither",
                       left.empty() ? right : left, what_fails(node));
  if (!scale)
    return fmt::format("no factor turns `{}` into `{}`: they cannot be {}", left, right, what_fails(node));
  const bool smaller = *scale < base::Decimal(1);  // the left unit
  const std::string factor = (smaller ? base::Decimal(1) / *scale : *scale).to_string();
  return fmt::format("multiply the {} side by {} (`* {}`): {} is {}", smaller ? "right" : "left", factor,
                     factor, amount_text("1", smaller ? right : left),
                     amount_text(factor, smaller ? left : right));
}

/// The text of a literal in quotes as a value of the other side's type is written; empty when it is none.
std::string without_quotes(const std::string& text, const Type& other) {
  const auto number = base::Decimal::parse(text);
  if (other.tag == Tag::Number) return number && number->is_finite() ? text : std::string();
  if (other.tag == Tag::Boolean) return text == "true" || text == "false" ? text : std::string();
  const bool duration = is_duration(other);
  if (!duration && !is_instant(other) && other.tag != Tag::Time) return {};
  return fmt::format("{}(\"{}\")", duration ? "duration" : to_text(other), text);
}

/// How to write the one side so that it can be compared with the other; empty when that is not known.
std::string way_to_compare(const Type& one, const syntax::Node* written, const Type& other,
                           const syntax::Node* other_written) {
  if (written == nullptr) return {};
  const std::string_view text = written->span.text();
  if (one.tag == Tag::Function && one.result && one.parameters && one.parameters->size() == 1 &&
      one.parameters->front().tag == Tag::Number && comparable(*one.result, other))
    return fmt::format("it has a value for each number, such as a year: write `{}(2018)`", text);
  if (one.tag == Tag::List && other.tag == Tag::Number && other_written != nullptr)
    return fmt::format("compare how many there are: write `count({})`", text);
  if (one.tag != Tag::String || written->kind != syntax::NodeKind::Literal) return {};
  const std::string meant = without_quotes(written->value.as_string(), other);
  if (meant.empty()) return {};
  return meant == written->value.as_string() ? fmt::format("drop the quotes: write `{}`", meant)
                                             : fmt::format("write `{}`", meant);
}

std::string unit_text(const Type& type) {
  return type.unit.empty() ? "a plain number" : fmt::format("in `{}`", type.unit);
}

}  // namespace

bool Checker::is_power_of_ten(std::uint32_t node) const {
  const plan::Node& made = program_.nodes[node];
  if (made.op != plan::Op::Constant || program_.constants[made.at].kind() != Kind::Number) return false;
  std::string digits = program_.constants[made.at].as_number().to_string();
  std::erase_if(digits, [](char c) { return c == '0' || c == '.'; });
  return digits == "1" && program_.constants[made.at].as_number() != base::Decimal(1);
}

bool Checker::converts(std::uint32_t node, const std::string& unit) const {
  if (is_power_of_ten(node)) return true;
  const plan::Node& made = program_.nodes[node];
  if (made.op != plan::Op::Constant || program_.constants[made.at].kind() != Kind::Number) return false;
  const base::Decimal factor = program_.constants[made.at].as_number();
  if (factor == base::Decimal(1)) return false;
  return std::ranges::any_of(options_.units, [&](const UnitScale& other) {
    return scale_between(unit, other.name, options_.units) == factor ||
           scale_between(other.name, unit, options_.units) == factor;
  });
}

// The left side of a long chain is taken apart in a loop, not on the call stack.
Typed Checker::binary(const Syntax& node) {
  std::vector<const Syntax*> chain{&node};
  while (chain.back()->parts[0]->kind == syntax::NodeKind::Binary) {
    chain.push_back(chain.back()->parts[0].get());
  }
  std::ranges::reverse(chain);
  Typed left = expression(*chain.front()->parts[0]);
  for (std::size_t at = 0; at < chain.size();) {
    const Operator op = chain[at]->op;
    std::size_t end = at + 1;
    while (end < chain.size() && chains(op, chain[end]->op)) ++end;
    const std::span<const Syntax* const> links(chain.data() + at, end - at);
    if (is_logic(op)) {
      left = logic(left, links);
    } else {
      left = is_arithmetic(op) ? arithmetic(left, links) : comparison(*chain[at], left);
    }
    at = end;
  }
  return left;
}

Typed Checker::logic(const Typed& first, std::span<const Syntax* const> chain) {
  const bool both = chain.front()->op == Operator::And;
  Operands operands{first.node};
  check_condition(first, *chain.front()->parts[0], both ? "and" : "or");
  for (const Syntax* link : chain) {
    const Typed right = expression(*link->parts[1]);
    operands.push_back(right.node);
    check_condition(right, *link->parts[1], both ? "and" : "or");
  }
  return {emit(both ? plan::Op::And : plan::Op::Or, *chain.back(), operands), Type::boolean(), false};
}

Typed Checker::arithmetic(const Typed& first, std::span<const Syntax* const> chain) {
  Typed left = first;
  Operands operands{first.node};
  std::vector<Operator> operators;
  for (const Syntax* link : chain) {
    const Typed right = expression(*link->parts[1]);
    operands.push_back(right.node);
    operators.push_back(link->op);
    left = combined(*link, left, right);
  }
  const auto at = static_cast<std::uint32_t>(program_.operators.size());
  program_.operators.insert(program_.operators.end(), operators.begin(), operators.end());
  left.node = emit(plan::Op::Arithmetic, *chain.back(), operands, at);
  return left;
}

Typed Checker::combined(const Syntax& node, const Typed& left, const Typed& right) {
  const Type& a = left.type;
  const Type& b = right.type;
  Typed result{left.node, Type::any(), false};
  if (a.tag == Tag::Number && b.tag == Tag::Number) return numbers(node, left, right);
  if (is_open(a) || is_open(b)) {
    const bool surely_number = node.op == Operator::Exponent;
    result.type = surely_number ? Type::number() : Type::any();
    result.adapts = true;
    return result;
  }
  if (node.op == Operator::Add && a.tag == Tag::String && b.tag == Tag::String) {
    result.type = Type::string();
    return result;
  }
  if (auto type = temporal_result(node.op, a, b)) {
    result.type = *std::move(type);
    return result;
  }
  find("F103", node.span,
       fmt::format("`{}` cannot take {} and {}", plan::sign(node.op), in_words(a), in_words(b)));
  return result;
}

Typed Checker::numbers(const Syntax& node, const Typed& left, const Typed& right) {
  Typed result{left.node, Type::number(), left.adapts && right.adapts};
  switch (node.op) {
    case Operator::Add:
    case Operator::Subtract:
      meet_units(node, left, right);
      result.type.unit = left.adapts ? right.type.unit : left.type.unit;
      break;
    case Operator::Multiply:
      result.type.unit = unit_of_product(left.type.unit, right.type.unit);
      // A power of ten may turn one unit into another: 10000 × 万元 is 元. So may a factor between two units.
      result.adapts =
          result.adapts || converts(left.node, right.type.unit) || converts(right.node, left.type.unit);
      break;
    case Operator::Divide:
      result.type.unit = unit_of_quotient(left.type.unit, right.type.unit);
      result.adapts =
          result.adapts || converts(right.node, left.type.unit) || (left.adapts && !left.type.unit.empty());
      break;
    default:
      break;
  }
  return result;
}

bool Checker::meet_units(const Syntax& node, const Typed& left, const Typed& right) {
  if (left.type.tag != Tag::Number || right.type.tag != Tag::Number) return true;
  if (left.adapts || right.adapts || left.type.unit == right.type.unit) return true;
  if (scale_between(left.type.unit, right.type.unit, options_.units) == base::Decimal(1)) return true;
  find("F104", node.span,
       fmt::format("the units differ: the left side is {}, the right side is {}", unit_text(left.type),
                   unit_text(right.type)),
       way_between(node, left.type.unit, right.type.unit, options_.units));
  return false;
}

void Checker::check_code(const Type& type, const Syntax* literal) {
  if (literal == nullptr || type.tag != Tag::String || (!type.codes && !type.literals)) return;
  if (literal->kind != syntax::NodeKind::Literal || literal->value.kind() != Kind::String) return;
  const std::string& code = literal->value.as_string();
  if (type.literals) {
    if (auto fault = (*type.literals)(code))
      find("F105", literal->span, std::move(fault->message), std::move(fault->help));
  }
  if (!type.codes) return;
  if (std::ranges::find(*type.codes, code) != type.codes->end()) return;
  std::string all;
  for (const std::string& known : *type.codes) all += fmt::format("{}`{}`", all.empty() ? "" : ", ", known);
  find("F105", literal->span, fmt::format("`{}` is none of the codes {}", code, all),
       base::did_you_mean(code, *type.codes));
}

void Checker::check_pair(const Syntax& node, Operator op, const Typed& left, const Typed& right,
                         const Syntax* right_syntax, const Syntax* left_syntax) {
  check_code(left.type, right_syntax);
  check_code(right.type, left_syntax);
  const bool ordering = op != Operator::Equal && op != Operator::NotEqual;
  if (!comparable(left.type, right.type) || (ordering && (!has_order(left.type) || !has_order(right.type)))) {
    std::string help = way_to_compare(left.type, left_syntax, right.type, right_syntax);
    if (help.empty()) help = way_to_compare(right.type, right_syntax, left.type, left_syntax);
    find("F103", node.span,
         fmt::format("`{}` cannot compare {} and {}", plan::sign(op), in_words(left.type),
                     in_words(right.type)),
         std::move(help));
    return;
  }
  meet_units(node, left, right);
}

Typed Checker::comparison(const Syntax& node, const Typed& left) {
  const Typed right = expression(*node.parts[1]);
  check_pair(node, node.op, left, right, node.parts[1].get(), node.parts[0].get());
  // A literal takes the unit of what it meets, so either side may be the one that has it.
  const std::string& unit = left.type.unit.empty() ? right.type.unit : left.type.unit;
  const std::uint32_t noted = unit.empty() ? 0 : text(unit) + 1;
  return {emit(plan::Op::Compare, node, {left.node, right.node}, 0, noted), Type::boolean(), false};
}

Typed Checker::between(const Syntax& node) {
  const Typed value = expression(*node.parts[0]);
  Operands operands{value.node};
  for (std::size_t bound = 1; bound < 3; ++bound) {
    const Typed side = expression(*node.parts[bound]);
    check_pair(node, bound == 1 ? Operator::GreaterOrEqual : Operator::LessOrEqual, value, side,
               node.parts[bound].get(), nullptr);
    operands.push_back(side.node);
  }
  return {emit(plan::Op::Between, node, operands), Type::boolean(), false};
}

Typed Checker::negate(const Syntax& node) {
  Typed value = expression(*node.parts[0]);
  if (!is_open(value.type) && value.type.tag != Tag::Number && !is_duration(value.type)) {
    find("F103", node.span, fmt::format("`-` cannot take {}", in_words(value.type)));
    value.type = Type::any();
  }
  value.node = emit(plan::Op::Negate, node, {value.node});
  return value;
}

void Checker::check_condition(const Typed& condition, const Syntax& node, std::string_view where) {
  if (is_open(condition.type) || condition.type.tag == Tag::Boolean) return;
  find("F106", node.span, fmt::format("`{}` takes a boolean, not {}", where, in_words(condition.type)));
}

}  // namespace qingheng::feel::meaning
