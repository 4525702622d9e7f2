// SPDX-License-Identifier: Apache-2.0
#include "feel/value.hpp"

#include <algorithm>

namespace qingheng::feel {

static_assert(sizeof(Value) == 24, "values are copied everywhere: keep them at three words");

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::Null:
      return "null";
    case Kind::Unknown:
      return "unknown";
    case Kind::Boolean:
      return "boolean";
    case Kind::Number:
      return "number";
    case Kind::String:
      return "string";
    case Kind::Date:
      return "date";
    case Kind::Time:
      return "time";
    case Kind::DateTime:
      return "date and time";
    case Kind::DaysDuration:
      return "days and time duration";
    case Kind::MonthsDuration:
      return "years and months duration";
    case Kind::List:
      return "list";
    case Kind::Context:
      return "context";
    case Kind::Range:
      return "range";
    case Kind::Function:
      return "function";
  }
  return "value";
}

template <typename T>
Value Value::boxed(Kind kind, T content) {
  Value value;
  value.payload_.box = new Holding<T>(std::move(content));
  value.kind_ = kind;
  value.boxed_ = true;
  return value;
}

Value::Box* Value::last_box() noexcept {
  if (payload_.box->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return nullptr;
  return payload_.box;
}

// Moves the parts of a dying container out, so that a value nested a million deep is taken apart in a loop
// and not on the call stack.
void Value::surrender_parts(Value& value, std::vector<Value>& parts) {
  const auto take = [&parts](Value& part) {
    if (part.boxed_) parts.push_back(std::move(part));
  };
  if (value.kind_ == Kind::List) {
    std::ranges::for_each(static_cast<Holding<List>*>(value.payload_.box)->content, take);
  } else if (value.kind_ == Kind::Context) {
    for (auto& [name, part] : static_cast<Holding<Context>*>(value.payload_.box)->content) take(part);
  }
}

void Value::release() noexcept {
  Box* box = last_box();
  if (box == nullptr) return;
  if (kind_ != Kind::List && kind_ != Kind::Context) {
    delete box;
    return;
  }
  std::vector<Value> parts;
  surrender_parts(*this, parts);
  delete box;
  while (!parts.empty()) {
    Value part = std::move(parts.back());
    parts.pop_back();
    Box* inner = part.last_box();
    if (inner != nullptr) {
      surrender_parts(part, parts);
      delete inner;
    }
    part.forget();
  }
}

Value Value::null(NullReason reason) { return boxed(Kind::Null, std::move(reason)); }
Value Value::unknown(Missing missing) { return boxed(Kind::Unknown, std::move(missing)); }
Value Value::string(std::string value) { return boxed(Kind::String, std::move(value)); }
Value Value::date(base::CivilDate value) noexcept {
  Value result;
  result.kind_ = Kind::Date;
  result.payload_.date = value;
  return result;
}
Value Value::time(TimeOfDay value) { return boxed(Kind::Time, std::move(value)); }
Value Value::date_time(DateAndTime value) { return boxed(Kind::DateTime, std::move(value)); }
Value Value::days_duration(DaysDuration value) {
  Value result;
  result.kind_ = Kind::DaysDuration;
  result.payload_.days = value;
  return result;
}
Value Value::months_duration(std::int64_t months) noexcept {
  Value result;
  result.kind_ = Kind::MonthsDuration;
  result.payload_.months = months;
  return result;
}
Value Value::list(List items) { return boxed(Kind::List, std::move(items)); }
Value Value::context(Context entries) { return boxed(Kind::Context, std::move(entries)); }
Value Value::range(Range range) { return boxed(Kind::Range, std::move(range)); }
Value Value::function(Function function) { return boxed(Kind::Function, std::move(function)); }

const TimeOfDay& Value::as_time() const noexcept { return held<TimeOfDay>(); }
const DateAndTime& Value::as_date_time() const noexcept { return held<DateAndTime>(); }
DaysDuration Value::as_days_duration() const noexcept { return payload_.days; }
std::int64_t Value::as_months_duration() const noexcept { return payload_.months; }
const List& Value::as_list() const noexcept { return held<List>(); }
const Context& Value::as_context() const noexcept { return held<Context>(); }
const Range& Value::as_range() const noexcept { return held<Range>(); }
const Function& Value::as_function() const noexcept { return held<Function>(); }
const Missing& Value::as_unknown() const noexcept { return held<Missing>(); }
const NullReason* Value::null_reason() const noexcept {
  return kind_ == Kind::Null && boxed_ ? &held<NullReason>() : nullptr;
}

const Value* Value::entry(std::string_view name) const noexcept {
  if (kind_ != Kind::Context) return nullptr;
  for (const auto& [key, value] : as_context()) {
    if (key == name) return &value;
  }
  return nullptr;
}

void add_missing(Missing& missing, const Value& value) {
  for (const std::string& fact : value.as_unknown().facts) {
    const auto place = std::ranges::lower_bound(missing.facts, fact);
    if (place == missing.facts.end() || *place != fact) missing.facts.insert(place, fact);
  }
}

}  // namespace qingheng::feel
