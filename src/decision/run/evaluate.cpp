// SPDX-License-Identifier: Apache-2.0
#include "decision/graph.hpp"
#include "decision/run/internal/state.hpp"

namespace qingheng::decision {

namespace {

using run::Scope;
using run::StatePtr;

/// Parameters of a function by their names; what is not given is null, what does not fit is null too.
std::vector<feel::Value> parameters(run::State& state, const ElementPlan& plan, const feel::Context& inputs) {
  std::vector<feel::Value> arguments;
  for (std::size_t at = 0; at < plan.signature.names.size(); ++at) {
    feel::Value value;
    for (const auto& [name, given] : inputs) {
      if (name == plan.signature.names[at]) value = given;
    }
    arguments.push_back(fitted(state, plan.signature.shapes[at], std::move(value), plan.span));
    state.note(plan.name, arguments.back());
  }
  return arguments;
}

feel::Value service(const StatePtr& state, std::uint32_t node, const Scope& scope) {
  const ElementPlan& plan = state->graph->plan(node);
  std::vector<feel::Value> arguments;
  for (std::size_t at = 0; at < plan.inputs.size(); ++at) {
    const std::uint32_t input = state->graph->node(state->graph->owner[node], plan.inputs[at]);
    arguments.push_back(
        fitted(*state, plan.signature.shapes[at], scope.given(input).value_or(feel::Value{}), plan.span));
    state->note(plan.signature.names[at], arguments.back());
  }
  return run::call_service(state, node, std::move(arguments));
}

}  // namespace

const std::vector<Element>& elements_of(const Graph& graph) { return graph.elements; }

std::optional<Outcome> evaluate(const Graph& graph, ElementKind kind, std::string_view name,
                                const feel::Context& inputs, const feel::Host& host) {
  const auto found = graph.by_name.find(std::pair(kind, std::string(name)));
  if (found == graph.by_name.end()) return std::nullopt;
  const std::uint32_t node = found->second;
  auto state = std::make_shared<run::State>();
  state->graph = graph.shared_from_this();
  state->host = host;
  Outcome outcome;
  {
    Scope scope(state, &inputs);
    switch (kind) {
      case ElementKind::InputData:
      case ElementKind::Decision:
        outcome.value = scope.value_of(node);
        break;
      case ElementKind::Knowledge:
        outcome.value = run::call_knowledge(state, node, parameters(*state, graph.plan(node), inputs));
        break;
      case ElementKind::Service:
        outcome.value = service(state, node, scope);
        break;
    }
    outcome.value = state->within_steps(std::move(outcome.value), graph.plan(node).span);
    state->note(graph.plan(node).name, outcome.value);
  }
  outcome.problems = std::move(state->problems);
  state->problems.clear();
  state->closed = true;
  return outcome;
}

}  // namespace qingheng::decision
