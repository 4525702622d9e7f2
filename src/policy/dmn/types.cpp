// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/dmn/export_test.cpp
#include "policy/dmn/internal/types.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "policy/dmn/internal/texts.hpp"

namespace qingheng::policy::dmn {

namespace {

using decision::model::ItemDefinition;
using feel::Type;

/// The standard's own name of a type without parts; `Any` for what has none.
std::string simple_name(const Type& type) {
  switch (type.tag) {
    case Type::Tag::Boolean:
      return "boolean";
    case Type::Tag::Number:
      return "number";
    case Type::Tag::String:
      return "string";
    case Type::Tag::Date:
      return "date";
    case Type::Tag::Time:
      return "time";
    case Type::Tag::DateTime:
      return "dateTime";
    case Type::Tag::DaysDuration:
      return "dayTimeDuration";
    case Type::Tag::MonthsDuration:
      return "yearMonthDuration";
    default:
      return "Any";
  }
}

}  // namespace

ItemDefinition ItemTypes::define(const Type& type, const std::string& name) {
  ItemDefinition item;
  item.name = name;
  if (type.tag == Type::Tag::List && type.element) {
    item = define(*type.element, name);
    item.collection = true;
    return item;
  }
  if (type.tag == Type::Tag::Context && type.members && !type.members->empty()) {
    for (const Type::Member& member : *type.members)
      item.components.push_back(define(member.type, member.name));
    return item;
  }
  item.type.name = simple_name(type);
  if (type.codes) {
    std::vector<std::string> codes;
    for (const std::string& code : *type.codes) codes.push_back(quoted(code));
    item.allowed_values = text_of(fmt::format("{}", fmt::join(codes, ", ")));
  }
  return item;
}

std::string ItemTypes::name_of(const Type& type, const std::string& name) {
  const bool simple = type.tag != Type::Tag::List && type.tag != Type::Tag::Context && !type.codes;
  if (simple) return simple_name(type);
  const std::string defined = "t_" + name;
  if (std::ranges::find(items_, defined, &ItemDefinition::name) == items_.end())
    items_.push_back(define(type, defined));
  return defined;
}

std::string ItemTypes::name_of(const registry::Fact& fact) {
  if (!fact.per_year) return name_of(fact.type, fact.id);
  return name_of(Type::list(Type::context({{"year", Type::number(), {}}, {"value", fact.type, {}}})),
                 fact.id);
}

std::string quoted(std::string_view text) {
  std::string made = "\"";
  for (const char one : text) {
    if (one == '"' || one == '\\') made += '\\';
    made += one;
  }
  return made + '"';
}

std::string literal_text(const feel::Value& value) {
  const std::string text = feel::to_text(value);
  switch (value.kind()) {
    case feel::Kind::Date:
      return "date(" + quoted(text) + ")";
    case feel::Kind::Time:
      return "time(" + quoted(text) + ")";
    case feel::Kind::DateTime:
      return "date and time(" + quoted(text) + ")";
    case feel::Kind::DaysDuration:
    case feel::Kind::MonthsDuration:
      return "duration(" + quoted(text) + ")";
    default:
      return text;
  }
}

}  // namespace qingheng::policy::dmn
