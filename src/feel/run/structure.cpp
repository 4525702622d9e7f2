// SPDX-License-Identifier: Apache-2.0
// Lists, contexts, paths, filters and `if` (DMN 1.5 §10.3.2.5, §10.3.2.6, §10.3.2.15).
// tested by: src/feel/suite_test.cpp
#include <fmt/format.h>

#include "feel/run/evaluator.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel::run {

Value Evaluator::list(const Node& node) {
  List items;
  items.reserve(node.count);
  for (const std::uint32_t part : program_->parts(node)) items.push_back(eval(part));
  return Value::list(std::move(items));
}

Value Evaluator::context(const Node& node) {
  const std::vector<std::string>& keys = program_->names[node.at];
  const auto parts = program_->parts(node);
  Context entries;
  entries.reserve(keys.size());
  for (std::uint32_t entry = 0; entry < parts.size(); ++entry) {
    Value value = eval(parts[entry]);
    slot(node.extra + entry) = value;
    entries.emplace_back(keys[entry], std::move(value));
  }
  return Value::context(std::move(entries));
}

Value Evaluator::member(const Node& node, const Value& object, const std::string& name, bool nested) {
  if (object.is_unknown() || object.null_reason() != nullptr) return object;
  if (object.kind() == Kind::Context) {
    if (const Value* entry = object.entry(name)) return *entry;
    return null_at(node, fmt::format("there is no entry `{}`", name));
  }
  if (object.kind() == Kind::List && !nested) {
    const List& items = object.as_list();
    if (!spend(items.size())) return null_at(node, std::string(kOutOfSteps));
    List members;
    members.reserve(items.size());
    for (const Value& item : items) members.push_back(member(node, item, name, true));
    return Value::list(std::move(members));
  }
  if (std::optional<Value> found = property(object, name)) return *std::move(found);
  return null_at(node, object.is_null() ? fmt::format("null has no `{}`", name)
                                        : fmt::format("a {} has no `{}`", name_of(object.kind()), name));
}

Value Evaluator::item_member(const Node& node) {
  const Value& item = slot(node.at);
  if (item.is_unknown()) return item;
  if (const Value* entry = item.entry(program_->texts[node.extra])) return *entry;
  return eval(program_->parts(node)[0]);
}

Value Evaluator::filter(const Node& node) {
  Value list = eval(program_->parts(node)[0]);
  if (list.is_unknown() || list.null_reason() != nullptr) return list;
  if (list.is_null()) return null_at(node, "null cannot be filtered");
  if (list.kind() != Kind::List) list = Value::list({list});
  return filter_items(node, list);
}

// A condition that gives a number picks one item; the text alone does not always say which it is.
Value Evaluator::filter_items(const Node& node, const Value& list) {
  const std::uint32_t condition = program_->parts(node)[1];
  const Value outer = slot(node.at);
  List kept;
  Value unknown;
  std::optional<Value> settled;
  for (const Value& item : list.as_list()) {
    slot(node.at) = item;
    const Value holds = eval(condition);
    if (holds.kind() == Kind::Boolean) {
      if (holds.as_boolean()) kept.push_back(item);
    } else if (holds.is_unknown()) {
      unknown = merged(unknown, holds);
    } else if (holds.kind() == Kind::Number) {
      settled = index(node, list, holds);
    } else if (!holds.is_null()) {
      settled =
          null_at(node, fmt::format("a filter takes a boolean or a number, not {}", name_of(holds.kind())));
    }
    if (!spend(0)) settled = null_at(node, std::string(kOutOfSteps));
    if (settled) break;
  }
  slot(node.at) = outer;
  if (settled) return *std::move(settled);
  return unknown.is_unknown() ? unknown : Value::list(std::move(kept));
}

Value Evaluator::index(const Node& node, const Value& list, const Value& place) {
  if (list.null_reason() != nullptr) return list;
  if (place.null_reason() != nullptr) return place;
  if (list.is_null()) return null_at(node, "null has no items");
  if (list.is_unknown() || place.is_unknown()) return merged(list, place);
  if (place.kind() != Kind::Number) {
    return null_at(node, fmt::format("a filter takes a boolean or a number, not {}", name_of(place.kind())));
  }
  const bool single = list.kind() != Kind::List;
  const auto size = static_cast<std::int64_t>(single ? 1 : list.as_list().size());
  const auto number = place.as_number().to_int64();
  if (!number || *number == 0 || *number > size || *number < -size) {
    return null_at(node, fmt::format("there is no item {} in a list of {}", to_text(place), size));
  }
  if (single) return list;
  return list.as_list()[static_cast<std::size_t>(*number > 0 ? *number - 1 : size + *number)];
}

Value Evaluator::condition(const Node& node) {
  const auto parts = program_->parts(node);
  const Value holds = eval(parts[0]);
  if (!holds.is_unknown()) {
    return eval(holds.kind() == Kind::Boolean && holds.as_boolean() ? parts[1] : parts[2]);
  }
  Value then = eval(parts[1]);
  const Value otherwise = eval(parts[2]);
  if (then.is_null() && otherwise.is_null()) return then;
  const Value same = equality(then, otherwise);
  if (same.kind() == Kind::Boolean && same.as_boolean()) return then;
  return merged(merged(holds, then), otherwise);
}

}  // namespace qingheng::feel::run
