// SPDX-License-Identifier: Apache-2.0
// Each family of functions adds its own to the table.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// Conversions: `date`, `number`, `string` … (DMN 1.5 §10.3.4.1).
void add_conversions(std::vector<Builtin>& table);
/// `not` (§10.3.4.2).
void add_booleans(std::vector<Builtin>& table);
/// Texts, with patterns: `substring`, `contains`, `matches` … (§10.3.4.3).
void add_strings(std::vector<Builtin>& table);
/// What lists hold and where: `list contains`, `append`, `sublist` … (§10.3.4.4).
void add_lists(std::vector<Builtin>& table);
/// One value out of many: `count`, `sum`, `median`, `all` … (§10.3.4.4).
void add_summaries(std::vector<Builtin>& table);
/// Spread and frequency: `median`, `stddev`, `mode` (§10.3.4.4).
void add_statistics(std::vector<Builtin>& table);
/// Lists without repetition: `distinct values`, `union` (§10.3.4.4).
void add_distinct(std::vector<Builtin>& table);
/// Functions that call back a function: `sort`, `list replace` (§10.3.4.4 and §10.3.4.7).
void add_list_callbacks(std::vector<Builtin>& table);
/// Numbers: `decimal`, `floor`, `modulo` … (§10.3.4.5).
void add_numeric(std::vector<Builtin>& table);
/// Dates and times: `is`, `now`, `today`, `day of week` … (§10.3.4.6, §10.3.4.8 and §10.3.4.11).
void add_dates(std::vector<Builtin>& table);
/// Ranges: `before`, `overlaps`, `range` … (§10.3.4.9).
void add_ranges(std::vector<Builtin>& table);
/// Contexts: `get value`, `context put` … (§10.3.4.10).
void add_contexts(std::vector<Builtin>& table);

/// The items of a function such as `sum`, given as one list or as separate arguments.
[[nodiscard]] std::span<const Value> items_of(const Call& call);
/// Unknown for all that the unknown ones among the values lack; empty when none of them is unknown itself.
[[nodiscard]] std::optional<Value> unknown_among(std::span<const Value> values);
/// The value for a result of arithmetic; null when it is not finite.
[[nodiscard]] Value finite(const Call& call, base::Decimal result);

}  // namespace qingheng::feel
