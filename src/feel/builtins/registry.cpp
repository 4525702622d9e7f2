// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/call_test.cpp
#include <algorithm>

#include "feel/builtins/families.hpp"

namespace qingheng::feel {

std::span<const Builtin> all_builtins() {
  static const std::vector<Builtin> all = [] {
    std::vector<Builtin> table;
    add_conversions(table);
    add_booleans(table);
    add_numeric(table);
    add_strings(table);
    add_lists(table);
    add_summaries(table);
    add_statistics(table);
    add_distinct(table);
    add_list_callbacks(table);
    add_dates(table);
    add_ranges(table);
    add_contexts(table);
    std::ranges::sort(table, {}, &Builtin::name);
    return table;
  }();
  return all;
}

const Builtin* find_builtin(std::string_view name) {
  const auto table = all_builtins();
  const auto found = std::ranges::lower_bound(table, name, {}, &Builtin::name);
  return found != table.end() && found->name == name ? &*found : nullptr;
}

std::span<const std::string> builtin_names() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names;
    for (const Builtin& builtin : all_builtins()) names.emplace_back(builtin.name);
    return names;
  }();
  return all;
}

std::span<const Value> items_of(const Call& call) {
  if (call.size() == 1 && call[0].kind() == Kind::List) return call[0].as_list();
  return call.arguments;
}

std::optional<Value> unknown_among(std::span<const Value> values) {
  std::optional<Missing> missing;
  for (const Value& value : values) {
    if (!value.is_unknown()) continue;
    if (!missing) missing.emplace();
    add_missing(*missing, value);
  }
  if (!missing) return std::nullopt;
  return Value::unknown(*std::move(missing));
}

Value finite(const Call& call, base::Decimal result) {
  return result.is_finite() ? Value::number(result) : call.null("the result is not a number");
}

}  // namespace qingheng::feel
