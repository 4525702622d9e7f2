// SPDX-License-Identifier: Apache-2.0
// The arguments of a call set against the parameters of one overload.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// So many arguments are neither too few nor too many.
[[nodiscard]] bool takes_count(const Overload& overload, std::size_t count);
/// The parameter that argument `at` is for; the last one repeats where it may.
[[nodiscard]] const Parameter& parameter_at(const Overload& overload, std::size_t at);
/// Argument `at` may be null because it is one that can be left out.
[[nodiscard]] bool may_be_null(const Overload& overload, std::size_t at);
/// The value as argument `at` of the overload, converted where §10.3.2.9.4 allows; empty when it does not
/// fit.
[[nodiscard]] std::optional<Value> fitting(const Overload& overload, std::size_t at, const Value& value);
/// Named arguments in the order of the parameters; null stands for one left out in the middle. Empty when a
/// name is no parameter or stands twice, or when a required one is missing.
[[nodiscard]] std::optional<List> ordered(const Overload& overload, std::span<const std::string> names,
                                          std::span<const Value> arguments);

}  // namespace qingheng::feel
