// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/trace_test.cpp
#include "feel/run/explainer.hpp"

#include <algorithm>

#include "feel/temporal.hpp"

namespace qingheng::feel::run {

namespace {

using plan::Op;
using syntax::Operator;

constexpr std::uint32_t kDeepest = 500;

/// The side of an `and` or `or` that the outcome rests on: the same value, or the same kind of no answer.
bool decides(const Value& side, const Value& outcome) {
  if (outcome.kind() != Kind::Boolean)
    return side.kind() != Kind::Boolean && side.is_unknown() == outcome.is_unknown();
  return side.kind() == Kind::Boolean && side.as_boolean() == outcome.as_boolean();
}

std::optional<Value> gap(Operator op, const Value& left, const Value& right) {
  if (op == Operator::Equal || op == Operator::NotEqual) return std::nullopt;
  if (left.kind() == Kind::Number && right.kind() == Kind::Number) {
    const base::Decimal lacks = right.as_number() - left.as_number();
    return lacks.is_finite() ? std::optional(Value::number(lacks)) : std::nullopt;
  }
  if (!is_temporal(left.kind()) || left.kind() != right.kind()) return std::nullopt;
  Outcome lacks = subtract(right, left);
  return lacks ? std::optional(*std::move(lacks)) : std::nullopt;
}

/// A quotient of two measures, as against one by a plain number.
bool divides(const plan::Program& program, const plan::Node& node) {
  if (node.op != Op::Arithmetic || node.count != 2) return false;
  return program.operators[node.at] == Operator::Divide &&
         program.nodes[program.parts(node)[1]].op != Op::Constant;
}

}  // namespace

void Explainer::explain(std::uint32_t index, const Value& outcome) {
  const plan::Program& program = evaluator_.program();
  const plan::Node& node = program.nodes[index];
  if (depth_ >= kDeepest) return;
  ++depth_;
  const auto parts = program.parts(node);
  switch (node.op) {
    case Op::And:
    case Op::Or:
      logic(node, outcome);
      break;
    case Op::If: {
      const Value condition = evaluator_.eval(parts[0]);
      explain(parts[0], condition);
      if (!condition.is_unknown()) {
        explain(condition.kind() == Kind::Boolean && condition.as_boolean() ? parts[1] : parts[2], outcome);
      }
      break;
    }
    case Op::CallBuiltin:
      if (program.builtins[node.at]->name == "not" && parts.size() == 1) {
        explain(parts[0], evaluator_.eval(parts[0]));
      } else {
        bare(index, outcome, {});
      }
      break;
    case Op::Some:
    case Op::Every:
      if (outcome.kind() == Kind::Boolean && outcome.as_boolean() == (node.op == Op::Some)) {
        quantified(node, outcome, 0);
      } else {
        bare(index, outcome, node.op == Op::Some ? "some" : "every");
      }
      break;
    case Op::Compare:
    case Op::Between:
    case Op::In:
    case Op::InstanceOf:
      comparison(index, outcome);
      break;
    case Op::Constant:
      break;
    default:
      bare(index, outcome, {});
  }
  --depth_;
}

void Explainer::logic(const plan::Node& node, const Value& outcome) {
  for (const std::uint32_t part : evaluator_.program().parts(node)) {
    const Value side = evaluator_.eval(part);
    if (decides(side, outcome)) explain(part, side);
  }
}

void Explainer::quantified(const plan::Node& node, const Value& outcome, std::uint32_t iterator) {
  const auto parts = evaluator_.program().parts(node);
  const auto items = evaluator_.domain(parts[iterator]);
  if (!items) return;
  around_.push_back({parts[iterator], node.at + iterator});
  for (std::uint64_t at = 0; at < items->size() && evaluator_.spend(1); ++at) {
    evaluator_.slot(node.at + iterator) = items->at(at);
    if (iterator + 2 < parts.size()) {
      quantified(node, outcome, iterator + 1);
    } else if (const Value holds = evaluator_.eval(parts.back()); decides(holds, outcome)) {
      explain(parts.back(), holds);
    }
  }
  around_.pop_back();
}

void Explainer::comparison(std::uint32_t index, const Value& outcome) {
  const plan::Program& program = evaluator_.program();
  const plan::Node& node = program.nodes[index];
  const auto parts = program.parts(node);
  Reason reason;
  reason.span = program.span(node);
  reason.outcome = outcome;
  reason.inputs = inputs_below(index);
  reason.items = items_below(parts.first(node.op == Op::Compare ? 2 : 1), outcome);
  reason.left = evaluator_.eval(parts[0]);
  note_around(reason);
  if (node.op == Op::Compare) {
    const plan::Node& left = program.nodes[parts[0]];
    reason.counts = left.op == Op::CallBuiltin && program.builtins[left.at]->name == "count";
    reason.ratio = node.extra == 0 && divides(program, left);
    reason.comparison = plan::sign(node.operation);
    reason.right = evaluator_.eval(parts[1]);
    if (node.extra != 0) reason.unit = program.texts[node.extra - 1];
    const bool failed = outcome.kind() == Kind::Boolean && !outcome.as_boolean();
    if (failed) reason.gap = gap(node.operation, reason.left, reason.right);
  } else if (node.op == Op::Between) {
    reason.comparison = "between";
    Range range{evaluator_.eval(parts[1]), evaluator_.eval(parts[2]), true, true};
    const bool failed = outcome.kind() == Kind::Boolean && !outcome.as_boolean();
    if (failed) {
      const auto below = order(reason.left, *range.low);
      reason.gap = gap(Operator::Less, reason.left, below && *below < 0 ? *range.low : *range.high);
    }
    reason.right = Value::range(std::move(range));
  } else if (node.op == Op::In) {
    reason.comparison = "in";
    List tests;
    for (const std::uint32_t part : parts.subspan(1)) {
      const plan::Node& test = program.nodes[part];
      const bool wraps = test.op == Op::Matches;
      tests.push_back(evaluator_.eval(wraps ? program.parts(test)[0] : part));
    }
    reason.right = tests.size() == 1 ? tests.front() : Value::list(std::move(tests));
  } else {
    reason.comparison = "instance of";
    reason.right = Value::string(to_text(program.types[node.at]));
  }
  reasons_.push_back(std::move(reason));
}

void Explainer::bare(std::uint32_t index, const Value& outcome, std::string sign) {
  const plan::Program& program = evaluator_.program();
  Reason reason;
  reason.span = program.span(program.nodes[index]);
  reason.comparison = std::move(sign);
  reason.left = outcome;
  reason.outcome = outcome;
  reason.inputs = inputs_below(index);
  note_around(reason);
  reasons_.push_back(std::move(reason));
}

/// Where nothing is sifted, a record that stands around is what the reason is about.
void Explainer::note_around(Reason& reason) {
  for (const Around& around : around_) {
    reason.around.push_back(evaluator_.slot(around.slot));
    reason.domains.push_back(evaluator_.program().span(evaluator_.program().nodes[around.domain]));
    if (reason.items.empty() && reason.around.back().kind() == Kind::Context)
      reason.items.push_back(reason.around.back());
  }
}

List Explainer::items_below(std::span<const std::uint32_t> sides, const Value& outcome) {
  const plan::Program& program = evaluator_.program();
  for (std::uint32_t index : sides) {
    const plan::Node* node = &program.nodes[index];
    while (node->count > 0 &&
           (node->op == Op::CallBuiltin || node->op == Op::Member || node->op == Op::Negate)) {
      index = program.parts(*node)[0];
      node = &program.nodes[index];
    }
    if (auto sifted = evaluator_.sift(index)) {
      return outcome.is_unknown() ? std::move(sifted->undecided) : std::move(sifted->kept);
    }
  }
  return {};
}

std::vector<std::size_t> Explainer::inputs_below(std::uint32_t index) const {
  std::vector<std::size_t> inputs;
  for (const Around& around : around_) add_inputs(around.domain, inputs);
  add_inputs(index, inputs);
  return inputs;
}

void Explainer::add_inputs(std::uint32_t index, std::vector<std::size_t>& inputs) const {
  if (index == plan::kNone) return;
  const plan::Program& program = evaluator_.program();
  const plan::Node& node = program.nodes[index];
  if (node.op == Op::Input) {
    const auto place = std::ranges::lower_bound(inputs, node.at);
    if (place == inputs.end() || *place != node.at) inputs.insert(place, node.at);
  }
  for (const std::uint32_t part : program.parts(node)) add_inputs(part, inputs);
}

}  // namespace qingheng::feel::run
