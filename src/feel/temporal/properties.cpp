// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/temporal/arithmetic_test.cpp
#include "feel/temporal/timeline.hpp"

namespace qingheng::feel {

namespace {

Value whole_number(std::int64_t value) { return Value::number(base::Decimal(value)); }

std::optional<Value> date_property(base::CivilDate date, std::string_view name) {
  if (name == "year") return whole_number(date.year);
  if (name == "month") return whole_number(date.month);
  if (name == "day") return whole_number(date.day);
  if (name == "weekday") return whole_number(date.weekday());
  return std::nullopt;
}

std::optional<Value> time_property(const TimeOfDay& time, std::string_view name) {
  if (name == "hour") return whole_number(time.hour);
  if (name == "minute") return whole_number(time.minute);
  if (name == "second") return whole_number(time.second);
  if (name == "time offset") {
    if (!time.offset_seconds) return Value();
    return Value::days_duration({*time.offset_seconds, 0});
  }
  if (name == "timezone") return time.zone.empty() ? Value() : Value::string(time.zone);
  return std::nullopt;
}

std::optional<Value> days_property(DaysDuration duration, std::string_view name) {
  // Parts of a negative duration are negative: they are cut towards zero.
  std::int64_t seconds = duration.seconds;
  if (seconds < 0 && duration.nanosecond != 0) ++seconds;
  if (name == "days") return whole_number(seconds / timeline::kDay);
  if (name == "hours") return whole_number(seconds / 3600 % 24);
  if (name == "minutes") return whole_number(seconds / 60 % 60);
  if (name == "seconds") return whole_number(seconds % 60);
  return std::nullopt;
}

std::optional<Value> range_property(const Range& range, std::string_view name) {
  if (name == "start") return range.low.value_or(Value());
  if (name == "end") return range.high.value_or(Value());
  if (name == "start included") return Value::boolean(range.low_included);
  if (name == "end included") return Value::boolean(range.high_included);
  return std::nullopt;
}

}  // namespace

std::optional<Value> property(const Value& value, std::string_view name) {
  switch (value.kind()) {
    case Kind::Date:
      return date_property(value.as_date(), name);
    case Kind::Time:
      return time_property(value.as_time(), name);
    case Kind::DateTime: {
      const DateAndTime& moment = value.as_date_time();
      const auto of_date = date_property(moment.date, name);
      return of_date ? of_date : time_property(moment.time, name);
    }
    case Kind::DaysDuration:
      return days_property(value.as_days_duration(), name);
    case Kind::MonthsDuration:
      if (name == "years") return whole_number(value.as_months_duration() / 12);
      if (name == "months") return whole_number(value.as_months_duration() % 12);
      return std::nullopt;
    case Kind::Range:
      return range_property(value.as_range(), name);
    default:
      return std::nullopt;
  }
}

}  // namespace qingheng::feel
