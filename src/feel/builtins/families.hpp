// SPDX-License-Identifier: Apache-2.0
// Each family of functions adds its own to the table.
#pragma once

#include <vector>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// Conversions: `date`, `number`, `string` … (DMN 1.5 §10.3.4.1).
void add_conversions(std::vector<Builtin>& table);
/// Numbers: `decimal`, `floor`, `modulo` … (§10.3.4.5).
void add_numeric(std::vector<Builtin>& table);
/// Texts without patterns: `substring`, `contains` … (§10.3.4.3).
void add_strings(std::vector<Builtin>& table);
/// Lists: `count`, `sum`, `append` … (§10.3.4.4).
void add_lists(std::vector<Builtin>& table);

/// The items of a function such as `sum`, given as one list or as separate arguments.
[[nodiscard]] std::span<const Value> items_of(const Call& call);

}  // namespace qingheng::feel
