// SPDX-License-Identifier: Apache-2.0
// Decisions, business knowledge models and services (DMN 1.5 §10.4) evaluated.
// tested by: src/decision/run/evaluate_test.cpp
#include <fmt/format.h>

#include "decision/run/internal/state.hpp"

namespace qingheng::decision::run {

namespace {

bool is_function(ElementKind kind) { return kind == ElementKind::Knowledge || kind == ElementKind::Service; }

/// A context below another, by the names of the imports on the way; null pointer when it is not there.
const feel::Context* below(const feel::Context& inputs, const std::vector<std::string>& path) {
  const feel::Context* at = &inputs;
  for (const std::string& name : path) {
    if (name.empty()) continue;
    const feel::Context* next = nullptr;
    for (const auto& [key, value] : *at) {
      if (key == name && value.kind() == Kind::Context) next = &value.as_context();
    }
    if (next == nullptr) return nullptr;
    at = next;
  }
  return at;
}

const Value* entry_of(const feel::Context& entries, std::string_view name) {
  for (const auto& [key, value] : entries) {
    if (key == name) return &value;
  }
  return nullptr;
}

/// Functions only: what a business knowledge model can require.
Value functions_of(const StatePtr& state, std::uint32_t instance, const Source& source) {
  if (source.entries.empty()) return function_of(state, state->graph->node(instance, source.place));
  feel::Context entries;
  for (const auto& [name, entry] : source.entries) {
    entries.emplace_back(name, functions_of(state, instance, entry));
  }
  return Value::context(std::move(entries));
}

}  // namespace

std::optional<Value> Scope::given(std::uint32_t node) const {
  if (inputs_ == nullptr) return std::nullopt;
  const Graph& graph = *state_->graph;
  const Instance& instance = graph.instances[graph.owner[node]];
  const std::string& name = graph.plan(node).name;
  if (const feel::Context* entries = below(*inputs_, instance.path)) {
    if (const Value* value = entry_of(*entries, name)) return *value;
  }
  std::string whole;
  for (const std::string& part : instance.path) {
    if (!part.empty()) whole += part + ".";
  }
  if (whole.empty()) return std::nullopt;
  const Value* value = entry_of(*inputs_, whole + name);
  return value != nullptr ? std::optional<Value>(*value) : std::nullopt;
}

Value Scope::input(std::uint32_t node) {
  const ElementPlan& plan = state_->graph->plan(node);
  std::optional<Value> value = given(node);
  if (!value) return {};
  Value fitting = fitted(*state_, plan.shape, *std::move(value), plan.span);
  state_->note(plan.name, fitting);
  return fitting;
}

void Scope::collect(std::uint32_t instance, const Source& source, std::vector<std::uint32_t>& waiting) const {
  if (!source.entries.empty()) {
    for (const auto& [name, entry] : source.entries) collect(instance, entry, waiting);
    return;
  }
  const std::uint32_t node = state_->graph->node(instance, source.place);
  if (state_->graph->plan(node).kind == ElementKind::Decision && !values_[node]) waiting.push_back(node);
}

Value Scope::source(std::uint32_t instance, const Source& source) {
  if (!source.entries.empty()) {
    feel::Context entries;
    entries.reserve(source.entries.size());
    for (const auto& [name, entry] : source.entries)
      entries.emplace_back(name, this->source(instance, entry));
    return Value::context(std::move(entries));
  }
  const std::uint32_t node = state_->graph->node(instance, source.place);
  if (is_function(state_->graph->plan(node).kind)) return function_of(state_, node);
  if (!values_[node] && state_->graph->plan(node).kind == ElementKind::InputData) values_[node] = input(node);
  return values_[node] ? *values_[node] : Value{};
}

Value Scope::decision(std::uint32_t node) {
  const ElementPlan& plan = state_->graph->plan(node);
  if (!plan.logic) return {};
  const Level level(*state_);
  if (level.too_deep()) return Value::null({"the evaluation is nested too deeply", plan.span});
  Frame frame(plan.slots);
  for (std::size_t at = 0; at < plan.sources.size(); ++at) {
    if (plan.read[at]) frame[at] = source(state_->graph->owner[node], plan.sources[at]);
  }
  Value value = Boxed(state_, plan.name, frame).value_of(*plan.logic);
  value = fitted(*state_, plan.shape, std::move(value), plan.logic->span);
  value = state_->within_steps(std::move(value), plan.logic->span);
  state_->note(plan.name, value);
  return value;
}

// Decisions wait for those that they read on a list, not on the stack: a chain of them may be long.
Value Scope::value_of(std::uint32_t node) {
  if (values_[node]) return *values_[node];
  if (state_->graph->plan(node).kind == ElementKind::InputData) return *(values_[node] = input(node));
  std::vector<std::uint32_t> waiting{node};
  while (!waiting.empty()) {
    const std::uint32_t next = waiting.back();
    const std::size_t before = waiting.size();
    if (!values_[next]) {
      const ElementPlan& plan = state_->graph->plan(next);
      for (std::size_t at = 0; at < plan.sources.size(); ++at) {
        if (plan.read[at]) collect(state_->graph->owner[next], plan.sources[at], waiting);
      }
      if (waiting.size() != before) continue;
      values_[next] = decision(next);
    }
    waiting.pop_back();
  }
  return *values_[node];
}

Value function_of(const StatePtr& state, std::uint32_t node) {
  const ElementPlan& plan = state->graph->plan(node);
  feel::Function function;
  function.name = plan.name;
  function.parameters = plan.signature.names;
  function.type = plan.signature.type;
  function.callable = [state, node](std::span<const Value> given) {
    const StatePtr now = open(state);
    const ElementPlan& called = now->graph->plan(node);
    std::vector<Value> arguments(given.begin(), given.end());
    if (auto misfit = fit_arguments(*now, called.signature, arguments, called.span)) {
      now->note(called.name, *misfit);
      return *std::move(misfit);
    }
    return called.kind == ElementKind::Knowledge ? call_knowledge(now, node, std::move(arguments))
                                                 : call_service(now, node, std::move(arguments));
  };
  return Value::function(std::move(function));
}

Value call_knowledge(const StatePtr& state, std::uint32_t node, std::vector<Value> arguments) {
  const ElementPlan& plan = state->graph->plan(node);
  if (!plan.logic) return {};
  const Level level(*state);
  if (level.too_deep()) return Value::null({"the evaluation is nested too deeply", plan.span});
  Frame frame(plan.slots);
  for (std::size_t at = 0; at < plan.sources.size(); ++at) {
    if (plan.read[at]) frame[at] = functions_of(state, state->graph->owner[node], plan.sources[at]);
  }
  for (std::size_t at = 0; at < arguments.size(); ++at) frame[plan.first + at] = std::move(arguments[at]);
  Value value = Boxed(state, plan.name, frame).value_of(*plan.logic);
  value = fitted(*state, plan.signature.result, std::move(value), plan.logic->span);
  value = state->within_steps(std::move(value), plan.logic->span);
  state->note(plan.name, value);
  return value;
}

Value call_service(const StatePtr& state, std::uint32_t node, std::vector<Value> arguments) {
  const ElementPlan& plan = state->graph->plan(node);
  const std::uint32_t instance = state->graph->owner[node];
  const Level level(*state);
  if (level.too_deep()) return Value::null({"the evaluation is nested too deeply", plan.span});
  Scope scope(state, nullptr);
  for (std::size_t at = 0; at < plan.inputs.size(); ++at) {
    scope.give(state->graph->node(instance, plan.inputs[at]), std::move(arguments[at]));
  }
  Value value;
  if (plan.outputs.size() == 1) {
    value = scope.value_of(state->graph->node(instance, plan.outputs.front()));
  } else {
    feel::Context outputs;
    for (std::size_t at = 0; at < plan.outputs.size(); ++at) {
      outputs.emplace_back(plan.output_names[at],
                           scope.value_of(state->graph->node(instance, plan.outputs[at])));
    }
    value = Value::context(std::move(outputs));
  }
  value = fitted(*state, plan.signature.result, std::move(value), plan.span);
  value = state->within_steps(std::move(value), plan.span);
  state->note(plan.name, value);
  return value;
}

}  // namespace qingheng::decision::run
