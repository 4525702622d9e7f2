// SPDX-License-Identifier: Apache-2.0
// Values and the shapes that parameters ask for (DMN 1.5 §10.3.2.9.4).
#pragma once

#include <optional>
#include <string>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// True for `List` and the lists of one kind.
[[nodiscard]] bool is_list(Shape shape);
/// What the items of a list shape have to be; `Any` for every other shape.
[[nodiscard]] Shape item_shape(Shape shape);
/// What has the shape, in words of the standard: `list<number>`, `date or date and time`.
[[nodiscard]] std::string describe(Shape shape);
/// The value has the shape as it stands. An unknown may turn out to have any.
[[nodiscard]] bool fits(const Value& value, Shape shape);
/// The value turned into the shape: a lone value into a list and back, a date into midnight UTC. Empty when
/// it cannot be.
[[nodiscard]] std::optional<Value> converted(const Value& value, Shape shape);

}  // namespace qingheng::feel
