// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/run/coercion_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "decision/run/internal/state.hpp"
#include "feel/conformance.hpp"

namespace qingheng::decision::run {

namespace {

/// What a text of a reason shows of a value.
constexpr std::size_t kLongest = 80;

std::string shown(const Value& value) {
  std::string text = to_text(value);
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// Why the value breaks a constraint of the shape, or of what it is made of.
std::optional<std::string> breach(State& state, const Shape& shape, const Value& value) {
  if (value.is_null() || value.is_unknown()) return std::nullopt;
  for (const Shape::Constraint& constraint : shape.constraints) {
    const Value passed = feel::evaluate(*constraint.test, {}, state.host, state.spent, &value);
    if (passed.is_unknown() || (passed.kind() == Kind::Boolean && passed.as_boolean())) continue;
    return fmt::format("`{}` is not allowed by `{}`, which takes `{}`", shown(value), shape.name,
                       constraint.text.text());
  }
  if (shape.element && value.kind() == Kind::List) {
    for (const Value& item : value.as_list()) {
      if (auto why = breach(state, *shape.element, item)) return why;
    }
  }
  for (const Shape::Part& part : shape.parts) {
    const Value* entry = value.entry(part.name);
    if (entry == nullptr) continue;
    if (auto why = breach(state, *part.shape, *entry)) return why;
  }
  return std::nullopt;
}

}  // namespace

Value fitted(State& state, const ShapePtr& shape, Value value, const base::SourceSpan& span) {
  if (!shape || value.is_null() || value.is_unknown()) return value;
  std::optional<Value> fitting = feel::converted(value, shape->type);
  if (!fitting) {
    return Value::null({fmt::format("`{}` is not of the type `{}`", shown(value), shape->name), span});
  }
  if (auto why = breach(state, *shape, *fitting)) return Value::null({*std::move(why), span});
  return *std::move(fitting);
}

std::optional<Value> fit_arguments(State& state, const Signature& signature, std::vector<Value>& arguments,
                                   const base::SourceSpan& span) {
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const bool given = !arguments[at].is_null();
    Value fitting = fitted(state, signature.shapes[at], std::move(arguments[at]), span);
    if (given && fitting.is_null()) {
      const feel::NullReason* reason = fitting.null_reason();
      return Value::null(
          {fmt::format("the parameter `{}` cannot take it: {}", signature.names[at], reason->message), span});
    }
    arguments[at] = std::move(fitting);
  }
  return std::nullopt;
}

}  // namespace qingheng::decision::run
