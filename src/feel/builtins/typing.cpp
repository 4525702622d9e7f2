// SPDX-License-Identifier: Apache-2.0
// What the checker asks about a function before anything is called.
#include <algorithm>

#include <fmt/format.h>

#include "feel/builtins/builtin.hpp"
#include "feel/builtins/internal/call_arguments.hpp"
#include "feel/builtins/internal/shapes.hpp"
#include "feel/meaning/type_relations.hpp"

namespace qingheng::feel {

namespace {

using Tag = Type::Tag;
using meaning::common;
using meaning::element_of;
using meaning::is_open;

// A list of one serves as its only item.
Type lone(const Type& type) { return type.tag == Tag::List ? element_of(type) : type; }

bool has_tag(const Type& type, std::initializer_list<Tag> tags) {
  const Type only = lone(type);
  return is_open(only) || std::ranges::find(tags, only.tag) != tags.end();
}

// The parameter that each argument is for; empty when the arguments do not go with the parameters.
std::optional<std::vector<const Parameter*>> places(const Overload& overload, std::size_t count,
                                                    std::span<const std::string> names) {
  std::vector<const Parameter*> result;
  if (names.empty()) {
    if (!takes_count(overload, count)) return std::nullopt;
    for (std::size_t at = 0; at < count; ++at) result.push_back(&parameter_at(overload, at));
    return result;
  }
  for (const std::string& name : names) {
    const auto found = std::ranges::find(overload.parameters, std::string_view(name), &Parameter::name);
    if (found == overload.parameters.end()) return std::nullopt;
    if (std::ranges::find(result, &*found) != result.end()) return std::nullopt;
    result.push_back(&*found);
  }
  for (std::size_t at = 0; at < overload.required; ++at) {
    if (std::ranges::find(result, &overload.parameters[at]) == result.end()) return std::nullopt;
  }
  return result;
}

// The argument's type after the conversion that its parameter asks for.
Type settled(Shape shape, const Type& argument) {
  if (shape == Shape::Any) return argument;
  if (is_list(shape)) {
    if (is_open(argument)) return type_of(shape);
    const bool vague = is_open(element_of(argument)) && item_shape(shape) != Shape::Any;
    if (vague) return type_of(shape);
    return argument.tag == Tag::List ? argument : Type::list(argument);
  }
  const Type only = lone(argument);
  return is_open(only) || shape == Shape::DateTime ? type_of(shape) : only;
}

struct Settled {
  Shape shape;
  Type type;
};

std::vector<Settled> settled(const Overload& overload, std::span<const Type> arguments,
                             std::span<const std::string> names) {
  std::vector<Settled> result;
  const auto parameters = places(overload, arguments.size(), names);
  if (!parameters) return result;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const Shape shape = (*parameters)[at]->shape;
    result.push_back({shape, settled(shape, arguments[at])});
  }
  // By name, the first argument may be any: `First` and `SameList` mean the first parameter.
  if (!names.empty()) {
    const auto first = std::ranges::find(*parameters, &overload.parameters.front());
    if (first != parameters->end())
      std::rotate(result.begin(), result.begin() + (first - parameters->begin()),
                  result.begin() + (first - parameters->begin()) + 1);
  }
  return result;
}

// What items of lists, and values that become items, have in common.
Type joined(std::span<const Settled> arguments) {
  Type type = Type::of(Tag::Null);
  for (const Settled& argument : arguments) {
    if (is_list(argument.shape)) {
      type = common(type, element_of(argument.type));
    } else if (argument.shape == Shape::Any) {
      type = common(type, argument.type);
    }
  }
  return type.tag == Tag::Null ? Type::any() : type;
}

Type element(std::span<const Settled> arguments) {
  if (is_list(arguments.front().shape)) return element_of(arguments.front().type);
  Type type = Type::of(Tag::Null);
  for (const Settled& argument : arguments) type = common(type, argument.type);
  return type;
}

Type entries() {
  std::vector<Type::Member> members;
  members.push_back({"key", Type::string(), {}});
  members.push_back({"value", Type::any(), {}});
  return Type::list(Type::context(std::move(members)));
}

Type from_arguments(Result result, std::span<const Settled> arguments) {
  if (arguments.empty()) return Type::any();
  switch (result) {
    case Result::SameList:
      return is_list(arguments.front().shape) ? arguments.front().type : Type::list(element(arguments));
    case Result::JoinedList:
      return Type::list(joined(arguments));
    case Result::Element:
      return element(arguments);
    default:
      return arguments.front().type;
  }
}

}  // namespace

Type type_of(Shape shape) {
  switch (shape) {
    case Shape::Boolean:
      return Type::boolean();
    case Shape::Number:
      return Type::number();
    case Shape::String:
      return Type::string();
    case Shape::Date:
      return Type::date();
    case Shape::Time:
      return Type::of(Tag::Time);
    case Shape::DateTime:
      return Type::of(Tag::DateTime);
    case Shape::DaysDuration:
      return Type::of(Tag::DaysDuration);
    case Shape::MonthsDuration:
      return Type::of(Tag::MonthsDuration);
    case Shape::List:
    case Shape::NumberList:
    case Shape::StringList:
    case Shape::BooleanList:
    case Shape::ContextList:
      return Type::list(type_of(item_shape(shape)));
    case Shape::Context:
      return Type::of(Tag::Context);
    case Shape::Range:
      return Type::range(Type::any());
    case Shape::Function:
      return Type::of(Tag::Function);
    default:
      return Type::any();
  }
}

bool accepts(Shape shape, const Type& argument) {
  switch (shape) {
    case Shape::DateOrDateTime:
      return has_tag(argument, {Tag::Date, Tag::DateTime});
    case Shape::Duration:
      return has_tag(argument, {Tag::DaysDuration, Tag::MonthsDuration});
    case Shape::Point:
      return argument.tag != Tag::Range &&
             has_tag(argument, {Tag::Number, Tag::String, Tag::Date, Tag::Time, Tag::DateTime,
                                Tag::DaysDuration, Tag::MonthsDuration});
    default:
      return meaning::fits(argument, type_of(shape));
  }
}

std::vector<const Overload*> candidates(const Builtin& builtin, std::span<const Type> arguments,
                                        std::span<const std::string> names) {
  std::vector<const Overload*> result;
  for (const Overload& overload : builtin.overloads) {
    const auto parameters = places(overload, arguments.size(), names);
    if (!parameters) continue;
    std::size_t at = 0;
    while (at < arguments.size() && accepts((*parameters)[at]->shape, arguments[at])) ++at;
    if (at == arguments.size()) result.push_back(&overload);
  }
  return result;
}

Type result_type(const Overload& overload, std::span<const Type> arguments,
                 std::span<const std::string> names) {
  switch (overload.result) {
    case Result::Boolean:
      return Type::boolean();
    case Result::Number:
      return Type::number();
    case Result::String:
      return Type::string();
    case Result::Date:
      return Type::date();
    case Result::Time:
      return Type::of(Tag::Time);
    case Result::DateTime:
      return Type::of(Tag::DateTime);
    case Result::DaysDuration:
      return Type::of(Tag::DaysDuration);
    case Result::MonthsDuration:
      return Type::of(Tag::MonthsDuration);
    case Result::NumberList:
      return Type::list(Type::number());
    case Result::StringList:
      return Type::list(Type::string());
    case Result::AnyList:
      return Type::list(Type::any());
    case Result::Context:
      return Type::of(Tag::Context);
    case Result::EntryList:
      return entries();
    case Result::Range:
      return Type::range(Type::any());
    case Result::Duration:
    case Result::Any:
      return Type::any();
    default:
      return from_arguments(overload.result, settled(overload, arguments, names));
  }
}

std::string signature(const Builtin& builtin, const Overload& overload) {
  std::string parameters;
  for (const Parameter& parameter : overload.parameters) {
    parameters +=
        fmt::format("{}{}: {}", parameters.empty() ? "" : ", ", parameter.name, describe(parameter.shape));
  }
  return fmt::format("{}({}{})", builtin.name, parameters,
                     overload.variadic == Variadic::LastRepeats ? ", …" : "");
}

}  // namespace qingheng::feel
