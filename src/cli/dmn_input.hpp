// SPDX-License-Identifier: Apache-2.0
// What a caller hands in for a model: JSON texts turned into the dates, times and durations that the model
// says they are.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "decision/graph.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::cli {

/// The value with the texts in it read as the type wants them: `"2019-09-12"` where it wants a date. A text
/// that is none stays a text.
[[nodiscard]] feel::Value typed_as(const feel::Value& value, const feel::Type& type);

/// The inputs of a graph by their types: those of input data and decisions by name, of an imported model in
/// the context under its import; those of a function by its parameters, `function` being its type.
[[nodiscard]] feel::Context typed_inputs(const decision::Graph& graph, const feel::Context& given,
                                         const decision::Element* function);

/// Warnings for what was given although nothing asks for it, and for what `wanted` asks for and was not
/// given.
[[nodiscard]] base::Diagnostics check_inputs(const feel::Context& given,
                                             const std::vector<std::string>& wanted,
                                             const std::vector<std::string>& known);

}  // namespace qingheng::cli
