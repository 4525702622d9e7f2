// SPDX-License-Identifier: Apache-2.0
// FEEL values as JSON and back. Numbers keep every digit. JSON strings stay strings: what a date is, only a
// type can say.
#pragma once

#include "base/json.hpp"
#include "feel/value.hpp"

namespace qingheng::feel {

/// Temporal values, ranges and functions as their FEEL text; an unknown as `{"unknown": [facts]}`.
[[nodiscard]] base::Json to_json(const Value& value);
/// Objects become contexts, `{"unknown": [facts]}` an unknown again; a number past what FEEL holds is null.
[[nodiscard]] Value from_json(const base::Json& json);

}  // namespace qingheng::feel
