// SPDX-License-Identifier: Apache-2.0
#include "feel/json_value.hpp"

#include <algorithm>

namespace qingheng::feel {

namespace {

base::Json missing_facts(const Missing& missing) {
  base::JsonArray facts(missing.facts.begin(), missing.facts.end());
  return base::JsonObject{{"unknown", std::move(facts)}};
}

Value from_array(const base::JsonArray& array) {
  List items;
  items.reserve(array.size());
  for (const base::Json& item : array) items.push_back(from_json(item));
  return Value::list(std::move(items));
}

Value from_object(const base::JsonObject& object) {
  const base::JsonArray* facts =
      object.size() == 1 && object.front().first == "unknown" ? object.front().second.array() : nullptr;
  const bool all_text =
      facts != nullptr && std::ranges::all_of(*facts, [](const base::Json& fact) { return fact.string(); });
  if (all_text) {
    Missing missing;
    for (const base::Json& fact : *facts) missing.facts.push_back(*fact.string());
    std::ranges::sort(missing.facts);
    missing.facts.erase(std::ranges::unique(missing.facts).begin(), missing.facts.end());
    return Value::unknown(std::move(missing));
  }
  Context entries;
  entries.reserve(object.size());
  for (const auto& [name, member] : object) entries.emplace_back(name, from_json(member));
  return Value::context(std::move(entries));
}

}  // namespace

base::Json to_json(const Value& value) {
  switch (value.kind()) {
    case Kind::Null:
      return nullptr;
    case Kind::Unknown:
      return missing_facts(value.as_unknown());
    case Kind::Boolean:
      return value.as_boolean();
    case Kind::Number:
      return value.as_number();
    case Kind::String:
      return value.as_string();
    case Kind::List: {
      base::JsonArray items;
      for (const Value& item : value.as_list()) items.push_back(to_json(item));
      return items;
    }
    case Kind::Context: {
      base::JsonObject members;
      for (const auto& [name, member] : value.as_context()) members.emplace_back(name, to_json(member));
      return members;
    }
    default:
      return to_bare_text(value);
  }
}

Value from_json(const base::Json& json) {
  if (const bool* boolean = json.boolean()) return Value::boolean(*boolean);
  if (const base::JsonNumber* number = json.number()) {
    const auto decimal = base::Decimal::parse(number->text);
    return decimal ? Value::number(*decimal) : Value::null({"a number that is too large", {}});
  }
  if (const std::string* string = json.string()) return Value::string(*string);
  if (const base::JsonArray* array = json.array()) return from_array(*array);
  if (const base::JsonObject* object = json.object()) return from_object(*object);
  return {};
}

}  // namespace qingheng::feel
