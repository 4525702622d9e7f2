// SPDX-License-Identifier: Apache-2.0
// The way in: models → a compiled graph → values of its decisions, services and functions.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "decision/model.hpp"
#include "feel/expression.hpp"
#include "feel/value.hpp"

namespace qingheng::decision {

/// A model with all that it imports, names and types resolved, every expression compiled; immutable, shared
/// freely between threads.
class Graph;

/// A compiled graph and what was found although compiling succeeded. A text that is no FEEL is among it as an
/// error: its own expression gives null with that reason, and the rest of the model is as good as ever.
struct CompiledGraph {
  std::shared_ptr<const Graph> graph;
  base::Diagnostics warnings;
};

/// Compiles the first model with those among the others that it imports, directly or not. On failure every
/// finding: an unknown reference, a model that was not given, a ring of requirements or types.
[[nodiscard]] std::expected<CompiledGraph, base::Diagnostics> compile_graph(
    std::vector<std::shared_ptr<const model::Model>> models);

/// What can be asked for by name.
enum class ElementKind : std::uint8_t { InputData, Decision, Knowledge, Service };

/// One element of the graph: of an imported model under `import.name`, with that model's namespace.
struct Element {
  ElementKind kind = ElementKind::Decision;
  std::string name;
  std::string name_space;
  feel::Type type;
  /// For decisions the input data that it rests on, directly or not; for a service or a function what it
  /// takes, in order.
  std::vector<std::string> inputs;
};

/// The elements of the main model and of what it imports, in the order of their files.
[[nodiscard]] const std::vector<Element>& elements_of(const Graph& graph);

/// A problem on the way to a value: what happened, and the element and characters it happened at.
struct Problem {
  std::string element;
  feel::NullReason reason;
};

/// A value and the problems met on the way to it. A null that comes from a problem is an error in the sense
/// of the standard; one that the model gives by itself comes without.
struct Outcome {
  feel::Value value;
  std::vector<Problem> problems;
};

/// Evaluates the decision, service or business knowledge model `name` (of the main model, or `import.name`).
/// `inputs` are by the name of the input data, input decision or parameter; inputs of an imported model stand
/// in a context under the import's name. An input that is not given is null, or unknown when its value is.
/// Empty when there is no such element.
[[nodiscard]] std::optional<Outcome> evaluate(const Graph& graph, ElementKind kind, std::string_view name,
                                              const feel::Context& inputs, const feel::Host& host);

}  // namespace qingheng::decision
