// SPDX-License-Identifier: Apache-2.0
#include "cli/dmn_input.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "feel/temporal.hpp"

namespace qingheng::cli {

namespace {

using feel::Type;
using feel::Value;

/// What a text says as a temporal value of that kind.
std::optional<Value> temporal(const std::string& text, Type::Tag tag) {
  switch (tag) {
    case Type::Tag::Date:
      if (const auto date = feel::parse_date(text)) return Value::date(*date);
      return std::nullopt;
    case Type::Tag::Time:
      if (const auto time = feel::parse_time(text)) return Value::time(*time);
      return std::nullopt;
    case Type::Tag::DateTime:
      if (const auto moment = feel::parse_date_and_time(text)) return Value::date_time(*moment);
      return std::nullopt;
    case Type::Tag::DaysDuration:
    case Type::Tag::MonthsDuration: {
      const auto duration = feel::parse_duration(text);
      const feel::Kind wanted =
          tag == Type::Tag::DaysDuration ? feel::Kind::DaysDuration : feel::Kind::MonthsDuration;
      if (duration && duration->kind() == wanted) return *duration;
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

Value* entry_at(feel::Context& context, std::string_view name) {
  const auto found = std::ranges::find(context, name, &feel::Context::value_type::first);
  return found == context.end() ? nullptr : &found->second;
}

/// Turns what stands at `path`, whose parts are apart by points, into the type.
void type_at(feel::Context& context, std::string_view path, const Type& type) {
  if (Value* whole = entry_at(context, path)) {
    *whole = typed_as(*whole, type);
    return;
  }
  const std::size_t point = path.find('.');
  if (point == std::string_view::npos) return;
  Value* outer = entry_at(context, path.substr(0, point));
  if (outer == nullptr || outer->kind() != feel::Kind::Context) return;
  feel::Context inner = outer->as_context();
  type_at(inner, path.substr(point + 1), type);
  *outer = Value::context(std::move(inner));
}

/// Whether something stands at `path`, under its whole name or in contexts by its parts.
bool is_given(const feel::Context& context, std::string_view path) {
  const feel::Context* at = &context;
  while (true) {
    const auto find = [&](std::string_view name) {
      return std::ranges::find(*at, name, &feel::Context::value_type::first);
    };
    if (find(path) != at->end()) return true;
    const std::size_t point = path.find('.');
    if (point == std::string_view::npos) return false;
    const auto outer = find(path.substr(0, point));
    if (outer == at->end() || outer->second.kind() != feel::Kind::Context) return false;
    at = &outer->second.as_context();
    path.remove_prefix(point + 1);
  }
}

}  // namespace

// NOLINTNEXTLINE(misc-no-recursion): as deep as the JSON, whose reader bounds it
Value typed_as(const Value& value, const Type& type) {
  if (value.kind() == feel::Kind::List) {
    const Type& element = type.tag == Type::Tag::List && type.element ? *type.element : type;
    feel::List items;
    for (const Value& item : value.as_list()) items.push_back(typed_as(item, element));
    return Value::list(std::move(items));
  }
  if (type.tag == Type::Tag::List && type.element) return typed_as(value, *type.element);
  if (value.kind() == feel::Kind::String) return temporal(value.as_string(), type.tag).value_or(value);
  if (value.kind() != feel::Kind::Context || !type.members) return value;
  feel::Context entries = value.as_context();
  for (auto& [name, entry] : entries)
    for (const Type::Member& member : *type.members)
      if (member.name == name) entry = typed_as(entry, member.type);
  return Value::context(std::move(entries));
}

feel::Context typed_inputs(const decision::Graph& graph, const feel::Context& given,
                           const decision::Element* function) {
  feel::Context inputs = given;
  if (function != nullptr && function->type.parameters) {
    const std::size_t count = std::min(function->inputs.size(), function->type.parameters->size());
    for (std::size_t i = 0; i < count; ++i)
      type_at(inputs, function->inputs[i], (*function->type.parameters)[i]);
    return inputs;
  }
  for (const decision::Element& element : elements_of(graph))
    if (element.kind == decision::ElementKind::InputData || element.kind == decision::ElementKind::Decision)
      type_at(inputs, element.name, element.type);
  return inputs;
}

base::Diagnostics check_inputs(const feel::Context& given, const std::vector<std::string>& wanted,
                               const std::vector<std::string>& known) {
  base::Diagnostics found;
  const auto warn = [&](std::string message, std::string help) {
    found.push_back({.severity = base::Severity::Warning,
                     .code = {},
                     .message = std::move(message),
                     .help = std::move(help),
                     .spans = {}});
  };
  for (const auto& [name, value] : given) {
    const bool asked = std::ranges::any_of(
        known, [&](const std::string& one) { return one == name || one.starts_with(name + "."); });
    if (asked) continue;
    warn(fmt::format("nothing asks for the input `{}`", name), base::did_you_mean(name, known));
  }
  for (const std::string& name : wanted)
    if (!is_given(given, name))
      warn(fmt::format("the input `{}` is not given, which makes it null", name), "");
  return found;
}

}  // namespace qingheng::cli
