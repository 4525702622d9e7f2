// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

Value absent_entry(const Call& call, std::string_view key) {
  return call.null(fmt::format("the context has no entry `{}`", key));
}

// Why a list is no path to an entry; empty when it is one. An unknown key makes the result unknown.
std::optional<Value> no_path(const Call& call, const List& keys) {
  if (keys.empty()) return call.null("the list of keys is empty");
  Missing missing;
  bool unknown = false;
  for (const Value& key : keys) {
    if (key.is_unknown()) {
      add_missing(missing, key);
      unknown = true;
    } else if (key.kind() != Kind::String) {
      return call.null(fmt::format("a key is a string, not {}", name_of(key.kind())));
    }
  }
  return unknown ? std::optional(Value::unknown(std::move(missing))) : std::nullopt;
}

// The first unknown among the arguments, which leaves the call open.
const Value* first_unknown(std::span<const Value> arguments) {
  const auto found = std::ranges::find_if(arguments, &Value::is_unknown);
  return found == arguments.end() ? nullptr : &*found;
}

// -- reading ------------------------------------------------------------------------------------------------

Value get_value(Call& call) {
  const std::string& key = call[1].as_string();
  const Value* entry = call[0].entry(key);
  return entry != nullptr ? *entry : absent_entry(call, key);
}

Value get_entries(Call& call) {
  List entries;
  for (const auto& [key, value] : call[0].as_context()) {
    entries.push_back(Value::context({{"key", Value::string(key)}, {"value", value}}));
  }
  return Value::list(std::move(entries));
}

// -- making -------------------------------------------------------------------------------------------------

Context with_entry(Context entries, const std::string& key, const Value& value) {
  const auto found = std::ranges::find(entries, key, &std::pair<std::string, Value>::first);
  if (found == entries.end()) {
    entries.emplace_back(key, value);
  } else {
    found->second = value;
  }
  return entries;
}

Value context_put(Call& call) {
  if (const Value* unknown = first_unknown(call.arguments.first(2))) return *unknown;
  return Value::context(with_entry(call[0].as_context(), call[1].as_string(), call[2]));
}

// Down the path to the context that takes the value, then up again with a copy of each.
Value context_put_by_path(Call& call) {
  if (const Value* unknown = first_unknown(call.arguments.first(2))) return *unknown;
  const List& keys = call[1].as_list();
  if (auto reason = no_path(call, keys)) return *std::move(reason);
  std::vector<const Value*> holders{&call[0]};
  for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
    const std::string& key = keys[i].as_string();
    const Value* next = holders.back()->entry(key);
    if (next == nullptr) return absent_entry(call, key);
    if (next->is_unknown()) return *next;
    if (next->kind() != Kind::Context) {
      return call.null(fmt::format("the entry `{}` is {}, not a context", key, name_of(next->kind())));
    }
    holders.push_back(next);
  }
  Value value = call[2];
  for (std::size_t i = keys.size(); i-- > 0;) {
    value = Value::context(with_entry(holders[i]->as_context(), keys[i].as_string(), value));
  }
  return value;
}

// One entry out of `{key: …, value: …}`; on failure what the whole call gives.
std::expected<std::pair<std::string, Value>, Value> read_entry(const Call& call, const Value& entry) {
  if (entry.is_unknown()) return std::unexpected(entry);
  const Value* key = entry.entry("key");
  const Value* value = entry.entry("value");
  if (key == nullptr || value == nullptr) {
    return std::unexpected(call.null(fmt::format("an entry has no `{}`", key == nullptr ? "key" : "value")));
  }
  if (key->is_unknown()) return std::unexpected(*key);
  if (key->kind() == Kind::String) return std::pair(key->as_string(), *value);
  return std::unexpected(call.null(fmt::format("a key is a string, not {}", name_of(key->kind()))));
}

Value context_of_entries(Call& call) {
  Context entries;
  for (const Value& item : call[0].as_list()) {
    auto entry = read_entry(call, item);
    if (!entry) return std::move(entry.error());
    entries.push_back(*std::move(entry));
  }
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : entries) keys.push_back(key);
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  if (twice != keys.end()) return call.null(fmt::format("the key `{}` stands twice", *twice));
  return Value::context(std::move(entries));
}

Value context_merge(Call& call) {
  Context merged;
  for (const Value& context : call[0].as_list()) {
    if (context.is_unknown()) return context;
    for (const auto& [key, value] : context.as_context()) {
      if (!call.site.caller.spend(1 + merged.size() / 8))
        return call.null("the evaluation takes too many steps");
      merged = with_entry(std::move(merged), key, value);
    }
  }
  return Value::context(std::move(merged));
}

}  // namespace

void add_contexts(std::vector<Builtin>& table) {
  const Parameter of{"m", Shape::Context};
  const Parameter context{"context", Shape::Context};
  const Parameter key{"key", Shape::String};
  const Parameter keys{"keys", Shape::List};
  const Parameter value{"value", Shape::Any};
  table.push_back({"get value", {{{of, key}, 2, Result::Any, get_value}}, Unknowns::LiftOuter});
  table.push_back({"get entries", {{{of}, 1, Result::EntryList, get_entries}}, Unknowns::LiftOuter});
  table.push_back({"context",
                   {{{{"entries", Shape::ContextList}}, 1, Result::Context, context_of_entries}},
                   Unknowns::LiftOuter});
  table.push_back({"context put",
                   {{{context, key, value}, 3, Result::Context, context_put},
                    {{context, keys, value}, 3, Result::Context, context_put_by_path}},
                   Unknowns::Handle});
  table.push_back({"context merge",
                   {{{{"contexts", Shape::ContextList}}, 1, Result::Context, context_merge}},
                   Unknowns::LiftOuter});
}

}  // namespace qingheng::feel
