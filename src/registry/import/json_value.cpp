// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_json_test.cpp
#include "registry/import/json_value.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::registry {

using base::Json;

namespace {

using Read = std::expected<feel::Value, MisreadJson>;

Read misread(const Json& json, std::string message) {
  return std::unexpected(MisreadJson{{std::move(message), {}}, json.place()});
}

Read read_record(const Json& json, const std::vector<Field>& fields, const ImportTables& tables) {
  const base::JsonObject* members = json.object();
  if (members == nullptr) return misread(json, "an entry of the list is not an object");
  feel::Context record;
  for (const auto& [name, value] : *members) {
    const auto field = std::ranges::find_if(
        fields, [&](const Field& f) { return f.id == name || f.label.zh == name || f.label.en == name; });
    if (field == fields.end()) {
      std::vector<std::string> known;
      for (const Field& one : fields) known.push_back(one.id);
      return std::unexpected(
          MisreadJson{{fmt::format("a record has no field `{}`", name), base::did_you_mean(name, known)},
                      name_place(value)});
    }
    if (value.is_null()) continue;
    auto read = read_json_value(value, shape_of(*field), tables);
    if (!read) return read;
    record.emplace_back(field->id, *std::move(read));
  }
  return feel::Value::context(std::move(record));
}

}  // namespace

std::optional<std::string> scalar_text(const Json& json) {
  if (const std::string* text = json.string()) return *text;
  if (const base::JsonNumber* number = json.number()) return number->text;
  if (const bool* truth = json.boolean()) return *truth ? "true" : "false";
  return std::nullopt;
}

Json::Place name_place(const Json& member) {
  Json::Place place = member.place();
  place.begin = place.name_begin;
  place.end = place.name_end;
  return place;
}

std::string text_of(const Json& object, std::string_view member) {
  const Json* found = object.find(member);
  return found == nullptr ? std::string() : tidy(scalar_text(*found).value_or(""));
}

std::expected<std::optional<base::CivilDate>, MisreadJson> date_of(const Json& object,
                                                                   std::string_view member) {
  const std::string text = text_of(object, member);
  if (text.empty()) return std::nullopt;
  auto read = read_date(text);
  if (!read) return std::unexpected(MisreadJson{std::move(read.error()), object.find(member)->place()});
  return *read;
}

Read read_json_value(const Json& json, const CellShape& shape, const ImportTables& tables) {
  if (const base::JsonArray* array = json.array();
      array != nullptr && shape.type.tag == feel::Type::Tag::List) {
    static const std::vector<Field> no_fields;
    static const feel::Type any;
    const CellShape entry{shape.type.element ? *shape.type.element : any, shape.meaning, shape.codes,
                          no_fields};
    feel::List items;
    for (const Json& item : *array) {
      auto read = shape.fields.empty() ? read_json_value(item, entry, tables)
                                       : read_record(item, shape.fields, tables);
      if (!read) return read;
      items.push_back(*std::move(read));
    }
    return feel::Value::list(std::move(items));
  }
  const auto text = scalar_text(json);
  if (!text) return misread(json, "an array or an object stands where one value belongs");
  auto read = read_cell(*text, shape, tables);
  if (!read) return std::unexpected(MisreadJson{std::move(read.error()), json.place()});
  return *std::move(read);
}

}  // namespace qingheng::registry
