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

/// How a type that is the given one is known: written by the author, or found in a text, where `Any` may
/// stand for a type that only an evaluation would show.
enum class Known : std::uint8_t { Written, Found };

bool is_part_of(const Type& given, const Type& wanted, Known known);

bool has_members(const Type& given, const Type& wanted, Known known) {
  if (!wanted.members) return true;
  if (!given.members) return known == Known::Found;
  return std::ranges::all_of(*wanted.members, [&](const Type::Member& member) {
    const auto own = std::ranges::find(*given.members, member.name, &Type::Member::name);
    return own != given.members->end() && is_part_of(own->type, member.type, known);
  });
}

/// Functions: each parameter takes at least what is wanted, the result is at most that.
bool is_function_of(const Type& given, const Type& wanted, Known known) {
  if (!wanted.parameters) return true;
  if (!given.parameters) return known == Known::Found;
  const bool takes = std::ranges::equal(
      *given.parameters, *wanted.parameters,
      [](const Type& own, const Type& asked) { return is_part_of(asked, own, Known::Written); });
  if (!takes || !wanted.result) return takes;
  return is_part_of(given.result ? *given.result : Type::any(), *wanted.result, known);
}

/// §10.3.2.9.2: every value of the given type is one of the wanted type.
bool is_part_of(const Type& given, const Type& wanted, Known known) {
  if (wanted.tag == Type::Tag::Any || given.tag == Type::Tag::Null) return true;
  if (given.tag == Type::Tag::Any) return known == Known::Found;
  if (given.tag != wanted.tag) return false;
  switch (wanted.tag) {
    case Type::Tag::List:
    case Type::Tag::Range:
      return !wanted.element ||
             is_part_of(given.element ? *given.element : Type::any(), *wanted.element, known);
    case Type::Tag::Context:
      return has_members(given, wanted, known);
    case Type::Tag::Function:
      return is_function_of(given, wanted, known);
    default:
      return true;
  }
}

bool is_function_of(const Value& value, const Type& type) {
  if (value.kind() != Kind::Function) return false;
  const Function& function = value.as_function();
  if (!type.parameters || function.builtin != nullptr) return true;
  if (function.type) return is_function_of(*function.type, type, Known::Found);
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
