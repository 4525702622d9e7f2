// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/call_test.cpp
#include "feel/builtins/internal/shapes.hpp"

#include <algorithm>

namespace qingheng::feel {

bool is_list(Shape shape) { return shape >= Shape::List && shape <= Shape::ContextList; }

Shape item_shape(Shape shape) {
  switch (shape) {
    case Shape::NumberList:
      return Shape::Number;
    case Shape::StringList:
      return Shape::String;
    case Shape::BooleanList:
      return Shape::Boolean;
    case Shape::ContextList:
      return Shape::Context;
    default:
      return Shape::Any;
  }
}

namespace {

// The kind that alone has the shape; Null for a shape of several kinds.
Kind kind_of(Shape shape) {
  switch (shape) {
    case Shape::Boolean:
      return Kind::Boolean;
    case Shape::Number:
      return Kind::Number;
    case Shape::String:
      return Kind::String;
    case Shape::Date:
      return Kind::Date;
    case Shape::Time:
      return Kind::Time;
    case Shape::DateTime:
      return Kind::DateTime;
    case Shape::DaysDuration:
      return Kind::DaysDuration;
    case Shape::MonthsDuration:
      return Kind::MonthsDuration;
    case Shape::Context:
      return Kind::Context;
    case Shape::Range:
      return Kind::Range;
    case Shape::Function:
      return Kind::Function;
    default:
      return Kind::Null;
  }
}

}  // namespace

std::string describe(Shape shape) {
  switch (shape) {
    case Shape::DateOrDateTime:
      return "date or date and time";
    case Shape::Duration:
      return "duration";
    case Shape::Point:
      return "number, string, date, time or duration";
    case Shape::Range:
      return "range";
    case Shape::Function:
      return "function";
    case Shape::List:
      return "list";
    default:
      return to_text(type_of(shape));
  }
}

bool fits(const Value& value, Shape shape) {
  if (shape == Shape::Any || value.is_unknown()) return true;
  const Kind kind = value.kind();
  switch (shape) {
    case Shape::DateOrDateTime:
      return kind == Kind::Date || kind == Kind::DateTime;
    case Shape::Duration:
      return kind == Kind::DaysDuration || kind == Kind::MonthsDuration;
    case Shape::Point:
      return kind >= Kind::Number && kind <= Kind::MonthsDuration;
    default:
      break;
  }
  if (!is_list(shape)) return kind == kind_of(shape);
  if (kind != Kind::List) return false;
  // What no boolean or string among the items means is for the function to say: `all([false, 1])` is false.
  if (shape != Shape::NumberList && shape != Shape::ContextList) return true;
  const Shape item = item_shape(shape);
  return std::ranges::all_of(value.as_list(), [item](const Value& each) { return fits(each, item); });
}

std::optional<Value> converted(const Value& value, Shape shape) {
  if (fits(value, shape)) return value;
  if (value.is_null()) return std::nullopt;
  if (is_list(shape)) {
    if (value.kind() == Kind::List) return std::nullopt;
    Value list = Value::list({value});
    return fits(list, shape) ? std::optional(std::move(list)) : std::nullopt;
  }
  if (shape == Shape::DateTime && value.kind() == Kind::Date) {
    DateAndTime midnight{value.as_date(), {}};
    midnight.time.offset_seconds = 0;
    return Value::date_time(std::move(midnight));
  }
  if (value.kind() == Kind::List && value.as_list().size() == 1 && fits(value.as_list().front(), shape)) {
    return value.as_list().front();
  }
  return std::nullopt;
}

}  // namespace qingheng::feel
