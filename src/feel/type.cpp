// SPDX-License-Identifier: Apache-2.0
#include "feel/type.hpp"

#include <fmt/format.h>

namespace qingheng::feel {

namespace {

template <typename T>
std::shared_ptr<const T> shared(T value) {
  return std::make_shared<const T>(std::move(value));
}

std::string generic(std::string_view name, const std::shared_ptr<const Type>& element) {
  return fmt::format("{}<{}>", name, element ? to_text(*element) : "Any");
}

std::string context_text(const Type& type) {
  if (!type.members) return "context";
  std::string out = "context<";
  for (const Type::Member& member : *type.members) {
    if (out.back() != '<') out += ", ";
    out += fmt::format("{}: {}", member.name, to_text(member.type));
  }
  return out + ">";
}

std::string function_text(const Type& type) {
  std::string out = "function<";
  if (type.parameters) {
    for (const Type& parameter : *type.parameters) {
      if (out.back() != '<') out += ", ";
      out += to_text(parameter);
    }
  }
  return fmt::format("{}> -> {}", out, type.result ? to_text(*type.result) : "Any");
}

}  // namespace

Type Type::number(std::string unit) {
  Type type = of(Tag::Number);
  type.unit = std::move(unit);
  return type;
}
Type Type::list(Type element) {
  Type type = of(Tag::List);
  type.element = shared(std::move(element));
  return type;
}
Type Type::range(Type element) {
  Type type = of(Tag::Range);
  type.element = shared(std::move(element));
  return type;
}
Type Type::context(std::vector<Member> members) {
  Type type = of(Tag::Context);
  type.members = shared(std::move(members));
  return type;
}
Type Type::function(std::vector<Type> parameters, Type result) {
  Type type = of(Tag::Function);
  type.parameters = shared(std::move(parameters));
  type.result = shared(std::move(result));
  return type;
}

std::string to_text(const Type& type) {
  switch (type.tag) {
    case Type::Tag::Any:
      return "Any";
    case Type::Tag::Null:
      return "Null";
    case Type::Tag::Boolean:
      return "boolean";
    case Type::Tag::Number:
      return type.unit.empty() ? "number" : fmt::format("number [{}]", type.unit);
    case Type::Tag::String:
      return "string";
    case Type::Tag::Date:
      return "date";
    case Type::Tag::Time:
      return "time";
    case Type::Tag::DateTime:
      return "date and time";
    case Type::Tag::DaysDuration:
      return "days and time duration";
    case Type::Tag::MonthsDuration:
      return "years and months duration";
    case Type::Tag::List:
      return generic("list", type.element);
    case Type::Tag::Range:
      return generic("range", type.element);
    case Type::Tag::Context:
      return context_text(type);
    case Type::Tag::Function:
      return function_text(type);
  }
  return "Any";
}

}  // namespace qingheng::feel
