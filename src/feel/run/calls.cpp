// SPDX-License-Identifier: Apache-2.0
// Calls of built-ins, of the text's own functions and of the host's (DMN 1.5 §10.3.2.12, §10.3.2.13.2).
// tested by: src/feel/suite_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "feel/run/evaluator.hpp"

namespace qingheng::feel::run {

Value Evaluator::closure(const Node& node) {
  const plan::FunctionPlan& plan = program_->functions[node.at];
  auto closure = std::make_shared<ClosureOfPlan>();
  closure->program = program_;
  closure->body = program_->parts(node)[0];
  closure->function = &plan;
  if (!kept_inputs_) {
    kept_inputs_ = std::make_shared<const std::vector<Value>>(inputs_.begin(), inputs_.end());
  }
  closure->inputs = kept_inputs_;
  closure->captured.reserve(plan.captures.size());
  for (const std::uint32_t captured : plan.captures) closure->captured.push_back(slot(captured));
  Function function;
  function.parameters = plan.parameters;
  function.type = plan.type;
  function.closure = std::move(closure);
  return Value::function(std::move(function));
}

Value Evaluator::call_builtin_node(const Node& node) {
  const auto parts = program_->parts(node);
  const Builtin& builtin = *program_->builtins[node.at];
  const CallSite site{host_, program_->span(node), *this};
  const base::SourceSpan* const outer = std::exchange(site_, &site.span);
  std::array<Value, 3> few;
  std::vector<Value> many;
  if (parts.size() > few.size()) many.resize(parts.size());
  const std::span<Value> arguments =
      parts.size() > few.size() ? std::span<Value>(many) : std::span<Value>(few.data(), parts.size());
  for (std::size_t part = 0; part < parts.size(); ++part) arguments[part] = eval(parts[part]);
  Value result = node.extra == 0 ? call_builtin(builtin, arguments, site)
                                 : call_builtin(builtin, program_->names[node.extra - 1], arguments, site);
  site_ = outer;
  return result;
}

Value Evaluator::call_node(const Node& node) {
  const auto parts = program_->parts(node);
  const Value function = eval(parts[0]);
  std::vector<Value> arguments;
  arguments.reserve(parts.size() - 1);
  for (const std::uint32_t part : parts.subspan(1)) arguments.push_back(eval(part));
  return node.extra == 0
             ? call_at(program_->span(node), function, arguments)
             : call_named(program_->span(node), function, program_->names[node.extra - 1], arguments);
}

Value Evaluator::call_named(const base::SourceSpan& span, const Value& function,
                            std::span<const std::string> names, std::span<const Value> arguments) {
  if (function.kind() != Kind::Function) return call_at(span, function, arguments);
  const Function& target = function.as_function();
  if (target.builtin != nullptr) {
    return call_builtin(*target.builtin, names, arguments, {host_, span, *this});
  }
  std::vector<Value> ordered(target.parameters.size());
  for (std::size_t at = 0; at < names.size(); ++at) {
    const auto place = std::ranges::find(target.parameters, names[at]);
    if (place == target.parameters.end()) {
      return Value::null({fmt::format("the function has no parameter `{}`", names[at]), span});
    }
    ordered[static_cast<std::size_t>(place - target.parameters.begin())] = arguments[at];
  }
  return call_at(span, function, ordered);
}

Value Evaluator::call(const Value& function, std::span<const Value> arguments) {
  return call_at(*site_, function, arguments);
}

Value Evaluator::call_at(const base::SourceSpan& span, const Value& function,
                         std::span<const Value> arguments) {
  if (function.is_unknown() || function.null_reason() != nullptr) return function;
  if (function.kind() != Kind::Function) {
    return Value::null({fmt::format("{} is not a function", name_of(function.kind())), span});
  }
  const Function& target = function.as_function();
  if (target.builtin != nullptr) return call_builtin(*target.builtin, arguments, {host_, span, *this});
  if (arguments.size() != target.parameters.size()) {
    return Value::null({fmt::format("the function takes {} argument{}, not {}", target.parameters.size(),
                                    target.parameters.size() == 1 ? "" : "s", arguments.size()),
                        span});
  }
  if (target.callable) return target.callable(arguments);
  const auto* closure = dynamic_cast<const ClosureOfPlan*>(target.closure.get());
  if (closure == nullptr) return Value::null({"the function cannot be called here", span});
  return call_closure(span, function, *closure, arguments);
}

Value Evaluator::call_closure(const base::SourceSpan& span, const Value& function,
                              const ClosureOfPlan& closure, std::span<const Value> arguments) {
  const plan::FunctionPlan& plan = *closure.function;
  const std::size_t frame = stack_.size();
  std::vector<Value> given;
  given.reserve(arguments.size());
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    std::optional<Value> fitting = converted(arguments[at], plan.types[at]);
    if (!fitting) {
      return Value::null({fmt::format("`{}` takes {}, not {}", plan.parameters[at], to_text(plan.types[at]),
                                      name_of(arguments[at].kind())),
                          span});
    }
    given.push_back(*std::move(fitting));
  }
  stack_.resize(frame + closure.program->slots);
  const auto program = std::exchange(program_, closure.program);
  const auto inputs = std::exchange(inputs_, std::span<const Value>(*closure.inputs));
  const auto kept = std::exchange(kept_inputs_, closure.inputs);
  const std::size_t base = std::exchange(base_, frame);
  for (std::size_t at = 0; at < given.size(); ++at) {
    slot(plan.first_slot + static_cast<std::uint32_t>(at)) = std::move(given[at]);
  }
  for (std::size_t at = 0; at < plan.captures.size(); ++at) slot(plan.captures[at]) = closure.captured[at];
  if (plan.self_slot != plan::kNone) slot(plan.self_slot) = function;
  Value result = eval(closure.body);
  program_ = program;
  inputs_ = inputs;
  kept_inputs_ = kept;
  base_ = base;
  stack_.resize(frame);
  return result;
}

}  // namespace qingheng::feel::run
