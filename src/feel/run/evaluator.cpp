// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/suite_test.cpp
#include "feel/run/evaluator.hpp"

#include <utility>

namespace qingheng::feel::run {

struct Evaluator::Depth {
  explicit Depth(std::uint32_t& level) : depth(level) { ++depth; }
  ~Depth() { --depth; }
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;
  std::uint32_t& depth;
};

Value merged(const Value& a, const Value& b) {
  if (!a.is_unknown()) return b;
  if (!b.is_unknown() || a.same_object(b)) return a;
  Missing missing = a.as_unknown();
  add_missing(missing, b);
  return Value::unknown(std::move(missing));
}

Evaluator::Evaluator(const std::shared_ptr<const plan::Program>& program, std::span<const Value> inputs,
                     const Host& host, Spent* spent)
    : program_(program),
      inputs_(inputs),
      host_(host),
      site_(&program->text),
      spent_(spent != nullptr ? *spent : own_) {
  stack_.resize(program->slots);
}

void Evaluator::ask_of(const Value* tested) {
  if (program_->tested != plan::kNone && tested != nullptr) slot(program_->tested) = *tested;
}

Value Evaluator::run(const Value* tested) {
  ask_of(tested);
  return eval(program_->root);
}

bool Evaluator::spend(std::uint64_t steps) {
  spent_.steps += steps;
  return spent_.steps <= host_.max_steps;
}

Value Evaluator::null_at(const Node& node, std::string message) const {
  return Value::null({std::move(message), program_->span(node)});
}

Value Evaluator::out_of_steps(const Node& node, Value value) const {
  const NullReason* reason = value.null_reason();
  return reason != nullptr && reason->message == kOutOfSteps ? value
                                                             : null_at(node, std::string(kOutOfSteps));
}

Value Evaluator::eval(std::uint32_t index) {
  const Node& node = program_->nodes[index];
  if (++spent_.steps > host_.max_steps) return out_of_steps(node, {});
  switch (node.op) {
    case plan::Op::Constant:
      return program_->constants[node.at];
    case plan::Op::Input:
      if (node.at < inputs_.size()) return inputs_[node.at];
      return null_at(node, "no value was given for it");
    case plan::Op::Local:
      return slot(node.at);
    default:
      break;
  }
  if (spent_.depth >= kDeepestEvaluation) return null_at(node, "the evaluation is nested too deeply");
  const Depth level(spent_.depth);
  Value value = eval_inner(node);
  // What a part that gave up was taken for is no value: two nulls are equal, `not` of nothing is something.
  if (spent_.steps > host_.max_steps) return out_of_steps(node, std::move(value));
  return value;
}

Value Evaluator::eval_inner(const Node& node) {
  using plan::Op;
  switch (node.op) {
    case Op::Negate:
      return negate(node);
    case Op::Arithmetic:
      return arithmetic(node);
    case Op::And:
      return logic(node, false);
    case Op::Or:
      return logic(node, true);
    case Op::Compare:
      return compare(node);
    case Op::Between:
      return between(node);
    case Op::In:
      return membership(node);
    case Op::AnyTest:
      return any_test(node);
    case Op::Test:
      return compare(node, Value(slot(node.at)), eval(program_->parts(node)[0]));
    case Op::Matches:
      return matches(node, Value(slot(node.at)), eval(program_->parts(node)[0]));
    case Op::Call:
      return call_node(node);
    case Op::CallBuiltin:
      return call_builtin_node(node);
    case Op::If:
      return condition(node);
    default:
      return eval_structure(node);
  }
}

Value Evaluator::eval_structure(const Node& node) {
  using plan::Op;
  const auto parts = program_->parts(node);
  switch (node.op) {
    case Op::Missing:
      return null_at(node, program_->texts[node.at]);
    case Op::Member:
      return member(node, eval(parts[0]), program_->texts[node.at], false);
    case Op::ItemMember:
      return item_member(node);
    case Op::InstanceOf: {
      Value value = eval(parts[0]);
      if (value.is_unknown()) return value;
      const Type& type = program_->types[node.at];
      if (value.is_null()) return Value::boolean(type.tag == Type::Tag::Null);
      return Value::boolean(conforms(value, type));
    }
    case Op::For:
      return loop(node);
    case Op::Some:
      return quantified(node, true);
    case Op::Every:
      return quantified(node, false);
    case Op::Closure:
      return closure(node);
    case Op::Filter:
      return filter(node);
    case Op::Index:
      return index(node, eval(parts[0]), eval(parts[1]));
    case Op::List:
      return list(node);
    case Op::Context:
      return context(node);
    case Op::Range:
      return range(node);
    default:
      return null_at(node, "an iteration stands only as what an iterator runs over");
  }
}

}  // namespace qingheng::feel::run
