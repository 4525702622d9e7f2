// SPDX-License-Identifier: Apache-2.0
// Which values have a type, and how a value is turned into one (DMN 1.5 §10.3.2.9.1, §10.3.2.9.4).
// tested by: src/feel/suite_test.cpp
#include "feel/conformance.hpp"

#include <algorithm>

namespace qingheng::feel {

namespace {

bool has_members(const Value& value, const Type& type) {
  if (value.kind() != Kind::Context) return false;
  if (!type.members) return true;
  return std::ranges::all_of(*type.members, [&](const Type::Member& member) {
    const Value* entry = value.entry(member.name);
    return entry != nullptr && conforms(*entry, member.type);
  });
}

bool is_range_of(const Value& value, const Type& type) {
  if (value.kind() != Kind::Range) return false;
  const Range& range = value.as_range();
  return !type.element || ((!range.low || conforms(*range.low, *type.element)) &&
                           (!range.high || conforms(*range.high, *type.element)));
}

bool is_function_of(const Value& value, const Type& type) {
  if (value.kind() != Kind::Function) return false;
  const Function& function = value.as_function();
  if (!type.parameters || function.builtin != nullptr) return true;
  return function.parameters.size() == type.parameters->size();
}

}  // namespace

bool conforms(const Value& value, const Type& type) {
  if (value.is_null() || value.is_unknown()) return true;
  switch (type.tag) {
    case Type::Tag::Any:
      return true;
    case Type::Tag::Null:
      return false;
    case Type::Tag::Boolean:
      return value.kind() == Kind::Boolean;
    case Type::Tag::Number:
      return value.kind() == Kind::Number;
    case Type::Tag::String:
      return value.kind() == Kind::String;
    case Type::Tag::Date:
      return value.kind() == Kind::Date;
    case Type::Tag::Time:
      return value.kind() == Kind::Time;
    case Type::Tag::DateTime:
      return value.kind() == Kind::DateTime;
    case Type::Tag::DaysDuration:
      return value.kind() == Kind::DaysDuration;
    case Type::Tag::MonthsDuration:
      return value.kind() == Kind::MonthsDuration;
    case Type::Tag::List:
      return value.kind() == Kind::List &&
             (!type.element || std::ranges::all_of(value.as_list(), [&](const Value& item) {
               return conforms(item, *type.element);
             }));
    case Type::Tag::Range:
      return is_range_of(value, type);
    case Type::Tag::Context:
      return has_members(value, type);
    case Type::Tag::Function:
      return is_function_of(value, type);
  }
  return false;
}

std::optional<Value> converted(const Value& value, const Type& type) {
  if (conforms(value, type)) return value;
  if (type.tag == Type::Tag::List && value.kind() != Kind::List) {
    Value list = Value::list({value});
    if (conforms(list, type)) return list;
  }
  if (type.tag != Type::Tag::List && value.kind() == Kind::List && value.as_list().size() == 1) {
    if (conforms(value.as_list().front(), type)) return value.as_list().front();
  }
  if (type.tag == Type::Tag::DateTime && value.kind() == Kind::Date) {
    DateAndTime midnight;
    midnight.date = value.as_date();
    midnight.time.offset_seconds = 0;
    return Value::date_time(midnight);
  }
  return std::nullopt;
}

}  // namespace qingheng::feel
