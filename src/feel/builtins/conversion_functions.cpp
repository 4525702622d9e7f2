// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/families.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;

constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::int64_t kLargestOffset = std::int64_t{18} * 3600;  // seconds

// The argument, unless it was left out or is null.
const Value* given(const Call& call, std::size_t at) {
  return at < call.size() && !call[at].is_null() ? &call[at] : nullptr;
}

// The number, when it is whole and within the bounds.
std::optional<int> whole_between(const Value& number, int low, int high) {
  const auto whole = number.as_number().to_int64();
  if (!whole || *whole < low || *whole > high) return std::nullopt;
  return static_cast<int>(*whole);
}

Value itself(Call& call) { return call[0]; }

// -- dates ------------------------------------------------------------------------------------------------

Value date_of_text(Call& call) {
  const auto date = parse_date(call[0].as_string());
  return date ? Value::date(*date) : call.null(date.error());
}

Value date_of_moment(Call& call) { return Value::date(call[0].as_date_time().date); }

Value date_of_parts(Call& call) {
  const auto year = call[0].as_number().to_int64();
  const auto month = whole_between(call[1], 1, 12);
  const auto day = whole_between(call[2], 1, 31);
  const auto date = year && month && day ? base::CivilDate::create(*year, *month, *day) : std::nullopt;
  if (date) return Value::date(*date);
  return call.null(fmt::format("there is no day {} of month {} of year {}", call[2].as_number().to_string(),
                               call[1].as_number().to_string(), call[0].as_number().to_string()));
}

// -- times ------------------------------------------------------------------------------------------------

Value time_of_text(Call& call) {
  auto time = parse_time(call[0].as_string());
  return time ? Value::time(*std::move(time)) : call.null(time.error());
}

Value time_of_moment(Call& call) {
  TimeOfDay time = call[0].as_date_time().time;
  // Without its date, the zone has no one offset.
  if (!time.zone.empty()) time.offset_seconds.reset();
  return Value::time(std::move(time));
}

// False when the duration is no offset that a clock can have.
bool set_offset(TimeOfDay& time, DaysDuration offset) {
  const bool possible =
      offset.nanosecond == 0 && offset.seconds >= -kLargestOffset && offset.seconds <= kLargestOffset;
  if (possible) time.offset_seconds = static_cast<std::int32_t>(offset.seconds);
  return possible;
}

Value time_of_parts(Call& call) {
  const auto hour = whole_between(call[0], 0, 23);
  const auto minute = whole_between(call[1], 0, 59);
  const Decimal seconds = call[2].as_number();
  if (!hour || !minute || seconds.is_negative() || seconds >= Decimal(60)) {
    return call.null(fmt::format("there is no time with hour {}, minute {} and second {}",
                                 call[0].as_number().to_string(), call[1].as_number().to_string(),
                                 seconds.to_string()));
  }
  const Decimal nanoseconds = (seconds - seconds.floor()) * Decimal(kNanoseconds);
  TimeOfDay time;
  time.hour = static_cast<std::uint8_t>(*hour);
  time.minute = static_cast<std::uint8_t>(*minute);
  time.second = static_cast<std::uint8_t>(seconds.floor().to_int64().value_or(0));
  time.nanosecond = static_cast<std::uint32_t>(nanoseconds.floor().to_int64().value_or(0));
  const Value* offset = given(call, 3);
  if (offset != nullptr && !set_offset(time, offset->as_days_duration())) {
    return call.null("the offset is not one of whole seconds within 18 hours");
  }
  return Value::time(std::move(time));
}

// -- dates and times --------------------------------------------------------------------------------------

Value moment_of_text(Call& call) {
  auto moment = parse_date_and_time(call[0].as_string());
  return moment ? Value::date_time(*std::move(moment)) : call.null(moment.error());
}

Value moment_of_parts(Call& call) {
  const bool dated = call[0].kind() == Kind::Date;
  DateAndTime moment{dated ? call[0].as_date() : call[0].as_date_time().date, call[1].as_time()};
  if (const Value* zone = given(call, 2)) {
    if (!is_zone(zone->as_string())) {
      return call.null(fmt::format("`{}` is not a zone such as `Asia/Shanghai`", zone->as_string()));
    }
    moment.time.zone = zone->as_string();
  }
  if (!moment.time.zone.empty()) moment.time.offset_seconds = offset_of_zone(moment.time.zone, moment);
  return Value::date_time(std::move(moment));
}

// -- durations --------------------------------------------------------------------------------------------

Value duration_of_text(Call& call) {
  auto duration = parse_duration(call[0].as_string());
  return duration ? *std::move(duration) : call.null(duration.error());
}

base::CivilDate date_part(const Value& value) {
  return value.kind() == Kind::Date ? value.as_date() : value.as_date_time().date;
}

// Whole months from one day to the other, cut towards zero.
Value months_between(Call& call) {
  const base::CivilDate from = date_part(call[0]);
  const base::CivilDate to = date_part(call[1]);
  std::int64_t months = (std::int64_t{to.year} - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) --months;
  if (months < 0 && to.day > from.day) ++months;
  return Value::months_duration(months);
}

// -- numbers and texts ------------------------------------------------------------------------------------

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The literal (§10.3.1.2) that the text writes with its own signs; empty when it has a sign in front that no
/// literal has, a grouping sign that does not stand between digits or stands behind the decimal one, or a
/// period that is neither.
std::optional<std::string> plain_number(std::string_view text, std::string_view group,
                                        std::string_view mark) {
  if (text.starts_with('+')) return std::nullopt;
  std::string plain;
  bool fraction = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view letter = text.substr(at, 1);
    if (letter == group) {
      const bool between = at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
      if (fraction || !between) return std::nullopt;
    } else if (letter == mark) {
      fraction = true;
      plain += '.';
    } else if (letter == ".") {
      return std::nullopt;
    } else {
      plain += letter;
    }
  }
  return plain;
}

Value number_of_text(Call& call) {
  const Value* grouping = given(call, 1);
  const Value* point = given(call, 2);
  const std::string_view group = grouping != nullptr ? std::string_view(grouping->as_string()) : "";
  const std::string_view mark = point != nullptr ? std::string_view(point->as_string()) : ".";
  if (grouping != nullptr && group != " " && group != "," && group != ".") {
    return call.null(fmt::format("the grouping separator is a space, a comma or a period, not `{}`", group));
  }
  if (mark != "." && mark != ",") {
    return call.null(fmt::format("the decimal separator is a period or a comma, not `{}`", mark));
  }
  if (group == mark) return call.null("the grouping separator and the decimal separator are the same");
  const std::optional<std::string> text = plain_number(call[0].as_string(), group, mark);
  const auto number = text ? Decimal::parse(*text) : std::nullopt;
  return number ? Value::number(*number)
                : call.null(fmt::format("`{}` is not a number", call[0].as_string()));
}

Value text_of(Call& call) { return call[0].is_null() ? call[0] : Value::string(to_bare_text(call[0])); }

}  // namespace

void add_conversions(std::vector<Builtin>& table) {
  const auto from = [](Shape shape, Result result, Value (*function)(Call&)) {
    return Overload{{{"from", shape}}, 1, result, function};
  };
  table.push_back({"date",
                   {from(Shape::String, Result::Date, date_of_text),
                    from(Shape::Date, Result::Date, itself),
                    from(Shape::DateTime, Result::Date, date_of_moment),
                    {{{"year", Shape::Number}, {"month", Shape::Number}, {"day", Shape::Number}},
                     3,
                     Result::Date,
                     date_of_parts}}});
  table.push_back({"time",
                   {from(Shape::String, Result::Time, time_of_text),
                    from(Shape::Time, Result::Time, itself),
                    from(Shape::DateTime, Result::Time, time_of_moment),
                    {{{"hour", Shape::Number},
                      {"minute", Shape::Number},
                      {"second", Shape::Number},
                      {"offset", Shape::DaysDuration}},
                     3,
                     Result::Time,
                     time_of_parts}}});
  table.push_back({"date and time",
                   {from(Shape::String, Result::DateTime, moment_of_text),
                    from(Shape::DateTime, Result::DateTime, itself),
                    {{{"date", Shape::DateOrDateTime}, {"time", Shape::Time}, {"timezone", Shape::String}},
                     2,
                     Result::DateTime,
                     moment_of_parts}}});
  table.push_back({"duration",
                   {from(Shape::String, Result::Duration, duration_of_text),
                    from(Shape::Duration, Result::Duration, itself)}});
  table.push_back({"years and months duration",
                   {{{{"from", Shape::DateOrDateTime}, {"to", Shape::DateOrDateTime}},
                     2,
                     Result::MonthsDuration,
                     months_between}}});
  table.push_back({"number",
                   {{{{"from", Shape::String},
                      {"grouping separator", Shape::String},
                      {"decimal separator", Shape::String}},
                     1,
                     Result::Number,
                     number_of_text}}});
  table.push_back({"string", {from(Shape::Any, Result::String, text_of)}});
}

}  // namespace qingheng::feel
