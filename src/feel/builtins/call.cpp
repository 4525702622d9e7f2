// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

namespace {

bool fits_kind(Shape shape, Kind kind) {
  switch (shape) {
    case Shape::Any:
      return true;
    case Shape::Boolean:
      return kind == Kind::Boolean;
    case Shape::Number:
      return kind == Kind::Number;
    case Shape::String:
      return kind == Kind::String;
    case Shape::Date:
      return kind == Kind::Date;
    case Shape::Time:
      return kind == Kind::Time;
    case Shape::DateTime:
      return kind == Kind::DateTime;
    case Shape::DateOrDateTime:
      return kind == Kind::Date || kind == Kind::DateTime;
    case Shape::DaysDuration:
      return kind == Kind::DaysDuration;
    case Shape::MonthsDuration:
      return kind == Kind::MonthsDuration;
    case Shape::Duration:
      return kind == Kind::DaysDuration || kind == Kind::MonthsDuration;
    case Shape::Point:
      return kind >= Kind::Number && kind <= Kind::MonthsDuration;
    case Shape::Context:
      return kind == Kind::Context;
    case Shape::Range:
      return kind == Kind::Range;
    case Shape::Function:
      return kind == Kind::Function;
    default:
      return kind == Kind::List;
  }
}

bool is_list(Shape shape) { return shape >= Shape::List && shape <= Shape::ContextList; }

bool items_fit(Shape shape, const List& items) {
  const auto all = [&items](Kind kind) {
    return std::ranges::all_of(
        items, [kind](const Value& item) { return item.is_unknown() || item.kind() == kind; });
  };
  if (shape == Shape::NumberList) return all(Kind::Number);
  if (shape == Shape::ContextList) return all(Kind::Context);
  return true;
}

// §10.3.2.9.4: the value as the parameter wants it; empty when it does not fit.
std::optional<Value> convert(const Value& value, Shape shape, bool optional) {
  if (value.is_unknown() || shape == Shape::Any) return value;
  if (value.is_null()) return optional ? std::optional(value) : std::nullopt;
  if (is_list(shape)) {
    Value list = value.kind() == Kind::List ? value : Value::list({value});
    if (!items_fit(shape, list.as_list())) return std::nullopt;
    return list;
  }
  if (fits_kind(shape, value.kind())) return value;
  if (shape == Shape::DateTime && value.kind() == Kind::Date) {
    DateAndTime midnight{value.as_date(), {}};
    midnight.time.offset_seconds = 0;
    return Value::date_time(std::move(midnight));
  }
  if (value.kind() == Kind::List && value.as_list().size() == 1) {
    const Value& only = value.as_list().front();
    if (fits_kind(shape, only.kind())) return only;
  }
  return std::nullopt;
}

// Walks without recursion: values may nest deeper than the call stack.
void collect_unknowns(const Value& value, bool inside, Missing& missing) {
  std::vector<const Value*> pending{&value};
  while (!pending.empty()) {
    const Value& next = *pending.back();
    pending.pop_back();
    if (next.is_unknown()) add_missing(missing, next);
    if (!inside) continue;
    if (next.kind() == Kind::List) {
      for (const Value& item : next.as_list()) pending.push_back(&item);
    } else if (next.kind() == Kind::Context) {
      for (const auto& [name, entry] : next.as_context()) pending.push_back(&entry);
    }
  }
}

std::optional<Value> lifted(const Builtin& builtin, std::span<const Value> arguments) {
  if (builtin.unknowns == Unknowns::Handle) return std::nullopt;
  Missing missing;
  bool any = false;
  for (const Value& argument : arguments) {
    collect_unknowns(argument, builtin.unknowns == Unknowns::Lift, missing);
    any = any || argument.is_unknown();
  }
  if (!any && missing.facts.empty()) return std::nullopt;
  return Value::unknown(std::move(missing));
}

std::optional<List> converted(const Overload& overload, std::span<const Value> arguments) {
  const bool repeats = overload.variadic == Variadic::LastRepeats;
  if (arguments.size() < overload.required) return std::nullopt;
  if (!repeats && arguments.size() > overload.parameters.size()) return std::nullopt;
  List result;
  result.reserve(arguments.size());
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::size_t place = std::min(i, overload.parameters.size() - 1);
    auto value = convert(arguments[i], overload.parameters[place].shape, i >= overload.required && !repeats);
    if (!value) return std::nullopt;
    result.push_back(*std::move(value));
  }
  return result;
}

Value no_overload(const Builtin& builtin, std::span<const Value> arguments, const CallSite& site) {
  std::vector<std::string_view> kinds;
  for (const Value& argument : arguments) kinds.push_back(name_of(argument.kind()));
  return Value::null({fmt::format("`{}` cannot take ({})", builtin.name, fmt::join(kinds, ", ")), site.span});
}

// Arguments in the order of the overload's parameters; empty when a name is not one of them.
std::optional<List> ordered(const Overload& overload, std::span<const std::string> names,
                            std::span<const Value> arguments) {
  std::vector<std::optional<Value>> places(overload.parameters.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = std::ranges::find(overload.parameters, std::string_view(names[i]), &Parameter::name);
    if (found == overload.parameters.end()) return std::nullopt;
    auto& place = places[static_cast<std::size_t>(found - overload.parameters.begin())];
    if (place) return std::nullopt;
    place = arguments[i];
  }
  while (!places.empty() && !places.back()) places.pop_back();
  List result;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i] && i < overload.required) return std::nullopt;
    result.push_back(places[i].value_or(Value()));
  }
  return result;
}

}  // namespace

Value call_builtin(const Builtin& builtin, std::span<const Value> arguments, const CallSite& site) {
  if (auto unknown = lifted(builtin, arguments)) return *std::move(unknown);
  for (const Overload& overload : builtin.overloads) {
    const auto values = converted(overload, arguments);
    if (!values) continue;
    Call call{*values, site};
    return overload.function(call);
  }
  return no_overload(builtin, arguments, site);
}

Value call_builtin(const Builtin& builtin, std::span<const std::string> names,
                   std::span<const Value> arguments, const CallSite& site) {
  if (auto unknown = lifted(builtin, arguments)) return *std::move(unknown);
  for (const Overload& overload : builtin.overloads) {
    const auto in_order = ordered(overload, names, arguments);
    const auto values = in_order ? converted(overload, *in_order) : std::nullopt;
    if (!values) continue;
    Call call{*values, site};
    return overload.function(call);
  }
  return no_overload(builtin, arguments, site);
}

}  // namespace qingheng::feel
