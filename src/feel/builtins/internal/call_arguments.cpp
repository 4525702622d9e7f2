// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/call_test.cpp
#include "feel/builtins/internal/call_arguments.hpp"

#include <algorithm>

#include "feel/builtins/internal/shapes.hpp"

namespace qingheng::feel {

bool takes_count(const Overload& overload, std::size_t count) {
  return count >= overload.required &&
         (overload.variadic == Variadic::LastRepeats || count <= overload.parameters.size());
}

const Parameter& parameter_at(const Overload& overload, std::size_t at) {
  return overload.parameters[std::min(at, overload.parameters.size() - 1)];
}

bool may_be_null(const Overload& overload, std::size_t at) {
  return at >= overload.required && overload.variadic == Variadic::No;
}

std::optional<Value> fitting(const Overload& overload, std::size_t at, const Value& value) {
  if (value.is_null() && may_be_null(overload, at)) return value;
  return converted(value, parameter_at(overload, at).shape);
}

std::optional<List> ordered(const Overload& overload, std::span<const std::string> names,
                            std::span<const Value> arguments) {
  std::vector<std::optional<Value>> places(overload.parameters.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = std::ranges::find(overload.parameters, std::string_view(names[i]), &Parameter::name);
    if (found == overload.parameters.end()) return std::nullopt;
    auto& place = places[static_cast<std::size_t>(found - overload.parameters.begin())];
    if (place) return std::nullopt;
    place = arguments[i];
  }
  while (!places.empty() && !places.back()) places.pop_back();
  if (places.size() < overload.required) return std::nullopt;
  List result;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i] && i < overload.required) return std::nullopt;
    result.push_back(places[i].value_or(Value()));
  }
  return result;
}

}  // namespace qingheng::feel
