// SPDX-License-Identifier: Apache-2.0
// Boxed expressions (DMN 1.5 §10.2.1) evaluated.
// tested by: src/decision/run/boxed_test.cpp
#include <fmt/format.h>

#include "decision/run/internal/state.hpp"

namespace qingheng::decision::run {

namespace {

bool is_true(const Value& value) { return value.kind() == Kind::Boolean && value.as_boolean(); }

/// What a boxed function remembers. The code lives as long as the graph, which the state holds.
struct Closure {
  StatePtr state;
  std::string element;
  Frame frame;
  const Code* code = nullptr;
  const FunctionCode* form = nullptr;
};

Value closure(std::shared_ptr<const Closure> made) {
  feel::Function function;
  function.parameters = made->form->signature.names;
  function.type = made->form->signature.type;
  function.callable = [made](std::span<const Value> given) {
    const FunctionCode& form = *made->form;
    const StatePtr state = open(made->state);
    std::vector<Value> arguments(given.begin(), given.end());
    if (auto misfit = fit_arguments(*state, form.signature, arguments, made->code->span)) {
      return *std::move(misfit);
    }
    Frame frame = made->frame;
    if (form.self) frame[*form.self] = closure(made);
    for (std::size_t at = 0; at < arguments.size(); ++at) frame[form.first + at] = std::move(arguments[at]);
    Value result = Boxed(state, made->element, frame).value_of(*form.body);
    return fitted(*state, form.signature.result, std::move(result), form.body->span);
  };
  return Value::function(std::move(function));
}

}  // namespace

Value Boxed::value_of(const Code& code) {
  const Level level(*state_);
  if (level.too_deep()) return Value::null({"the evaluation is nested too deeply", code.span});
  if (++state_->spent.steps > state_->host.max_steps) return state_->within_steps({}, code.span);
  Value value = std::visit([&](const auto& form) { return eval(code, form); }, code.form);
  if (code.shape) value = fitted(*state_, code.shape, std::move(value), code.span);
  return state_->within_steps(std::move(value), code.span);
}

Value Boxed::eval(const Code& /*code*/, const FeelCode& form) {
  if (!form.tests_item) return feel::evaluate(*form.compiled, frame_, state_->host, state_->spent);
  const Value item = frame_[form.item];
  return feel::evaluate(*form.compiled, frame_, state_->host, state_->spent, &item);
}

Value Boxed::eval(const Code& code, const FailedCode& form) {
  return form.message.empty() ? Value{} : Value::null({form.message, code.span});
}

Value Boxed::eval(const Code& code, const ContextCode& form) {
  feel::Context entries;
  entries.reserve(form.entries.size());
  for (const ContextCode::Entry& entry : form.entries) {
    Value value = fitted(*state_, entry.shape, value_of(*entry.value), entry.value->span);
    frame_[entry.slot] = value;
    if (!form.result) entries.emplace_back(entry.name, std::move(value));
  }
  if (!form.result) return Value::context(std::move(entries));
  (void)code;
  return value_of(*form.result);
}

Value Boxed::eval(const Code& code, const InvocationCode& form) {
  const Value function = value_of(*form.called);
  std::vector<Value> arguments;
  arguments.reserve(form.arguments.size());
  for (std::size_t at = 0; at < form.arguments.size(); ++at) {
    arguments.push_back(
        fitted(*state_, form.shapes[at], value_of(*form.arguments[at]), form.arguments[at]->span));
  }
  if (function.is_null() && function.null_reason() == nullptr) {
    return Value::null({"null is not a function", form.called->span});
  }
  return feel::call_function(function, form.names, arguments, code.span, state_->host, state_->spent);
}

Value Boxed::eval(const Code& code, const FunctionCode& form) {
  return closure(
      std::make_shared<const Closure>(Closure{state_, std::string(element_), frame_, &code, &form}));
}

Value Boxed::eval(const Code& /*code*/, const ListCode& form) {
  feel::List items;
  items.reserve(form.items.size());
  for (const CodePtr& item : form.items) items.push_back(value_of(*item));
  return Value::list(std::move(items));
}

Value Boxed::eval(const Code& /*code*/, const RelationCode& form) {
  feel::List rows;
  rows.reserve(form.rows.size());
  for (const std::vector<CodePtr>& cells : form.rows) {
    feel::Context row;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      row.emplace_back(form.columns[at],
                       fitted(*state_, form.shapes[at], value_of(*cells[at]), cells[at]->span));
    }
    rows.push_back(Value::context(std::move(row)));
  }
  return Value::list(std::move(rows));
}

// A condition that is false or null takes the other way; one that is no truth value at all is a mistake
// (unlike in `if`, as the conformance kit has it). An unknown one is settled when both ways agree.
Value Boxed::eval(const Code& /*code*/, const ConditionalCode& form) {
  const Value condition = value_of(*form.condition);
  if (condition.kind() == Kind::Boolean || condition.is_null()) {
    return value_of(is_true(condition) ? *form.then : *form.otherwise);
  }
  if (!condition.is_unknown()) {
    return Value::null({fmt::format("a condition takes a boolean, not {}", name_of(condition.kind())),
                        form.condition->span});
  }
  Value then = value_of(*form.then);
  const Value otherwise = value_of(*form.otherwise);
  if (then.is_null() && otherwise.is_null()) return then;
  if (is_true(equality(then, otherwise))) return then;
  feel::Missing missing = condition.as_unknown();
  if (then.is_unknown()) add_missing(missing, then);
  if (otherwise.is_unknown()) add_missing(missing, otherwise);
  return Value::unknown(std::move(missing));
}

}  // namespace qingheng::decision::run
