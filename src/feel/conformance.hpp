// SPDX-License-Identifier: Apache-2.0
// Which values have a type, and how a value is turned into one (DMN 1.5 §10.3.2.9.1, §10.3.2.9.4).
#pragma once

#include <optional>

#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::feel {

/// True when the value has the type (DMN 1.5 §10.3.2.9.1); null and unknown have every type.
[[nodiscard]] bool conforms(const Value& value, const Type& type);
/// The value as §10.3.2.9.4 converts it to the type: a list of one and its item for each other, a date as the
/// midnight it begins with; empty when it cannot be.
[[nodiscard]] std::optional<Value> converted(const Value& value, const Type& type);

}  // namespace qingheng::feel
