// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "feel/temporal/timeline.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;

std::unexpected<std::string> refuse(std::string_view verb, const Value& a, const Value& b) {
  return std::unexpected(fmt::format("cannot {} {} and {}", verb, name_of(a.kind()), name_of(b.kind())));
}
std::unexpected<std::string> out_of_range() {
  return std::unexpected(std::string("the result is beyond the largest date or duration"));
}

bool is_duration(const Value& value) {
  return value.kind() == Kind::DaysDuration || value.kind() == Kind::MonthsDuration;
}

std::optional<base::CivilDate> plus_months(base::CivilDate date, std::int64_t months) {
  // Past 24 thousand million months no date of the calendar can come out.
  constexpr std::int64_t kMost = 24'000'000'000;
  if (months < -kMost || months > kMost) return std::nullopt;
  const base::CivilDate first{date.year, date.month, 1};
  const std::int64_t year =
      timeline::floor_div(std::int64_t{first.year} * 12 + (first.month - 1) + months, 12);
  if (year < -999'999'999 || year > 999'999'999) return std::nullopt;
  return date.plus_months(months);
}

// The moment in Greenwich on the clock of `like`.
std::optional<DateAndTime> on_clock_of(const DateAndTime& like, DaysDuration instant) {
  DateAndTime result = like;
  std::int64_t offset = 0;
  if (!like.time.zone.empty()) {
    if (!timeline::day(timeline::floor_div(instant.seconds, timeline::kDay))) return std::nullopt;
    result.time.offset_seconds = timeline::offset_at(like.time.zone, instant.seconds);
  }
  if (result.time.offset_seconds) offset = *result.time.offset_seconds;
  const auto local = timeline::sum(instant, {offset, 0});
  if (!local) return std::nullopt;
  const std::int64_t days = timeline::floor_div(local->seconds, timeline::kDay);
  const auto date = timeline::day(days);
  if (!date) return std::nullopt;
  result.date = *date;
  result.time = timeline::with_seconds(std::move(result.time), local->seconds - days * timeline::kDay);
  result.time.nanosecond = local->nanosecond;
  return result;
}

Outcome date_plus(base::CivilDate date, const Value& duration) {
  std::optional<base::CivilDate> result;
  if (duration.kind() == Kind::MonthsDuration) {
    result = plus_months(date, duration.as_months_duration());
  } else {
    const auto moment = timeline::sum({date.to_days() * timeline::kDay, 0}, duration.as_days_duration());
    if (moment) result = timeline::day(timeline::floor_div(moment->seconds, timeline::kDay));
  }
  if (!result) return out_of_range();
  return Value::date(*result);
}

Outcome moment_plus(const DateAndTime& moment, const Value& duration) {
  if (duration.kind() == Kind::DaysDuration) {
    const auto instant = timeline::sum(timeline::instant(moment), duration.as_days_duration());
    auto result = instant ? on_clock_of(moment, *instant) : std::nullopt;
    if (!result) return out_of_range();
    return Value::date_time(*std::move(result));
  }
  const auto date = plus_months(moment.date, duration.as_months_duration());
  if (!date) return out_of_range();
  DateAndTime result{*date, moment.time};
  if (!result.time.zone.empty()) result.time.offset_seconds = offset_of_zone(result.time.zone, result);
  return Value::date_time(std::move(result));
}

Value time_plus(const TimeOfDay& time, DaysDuration duration) {
  const std::int64_t within_day =
      duration.seconds - timeline::floor_div(duration.seconds, timeline::kDay) * timeline::kDay;
  const DaysDuration total =
      *timeline::sum({timeline::seconds_of_day(time), time.nanosecond}, {within_day, duration.nanosecond});
  TimeOfDay result = timeline::with_seconds(time, total.seconds % timeline::kDay);
  result.nanosecond = total.nanosecond;
  return Value::time(std::move(result));
}

Outcome plus_duration(const Value& point, const Value& duration) {
  if (point.kind() == Kind::Date) return date_plus(point.as_date(), duration);
  if (point.kind() == Kind::DateTime) return moment_plus(point.as_date_time(), duration);
  if (point.kind() == Kind::Time && duration.kind() == Kind::DaysDuration) {
    return time_plus(point.as_time(), duration.as_days_duration());
  }
  return refuse("add", point, duration);
}

Outcome sum_of_durations(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return refuse("add", a, b);
  if (a.kind() == Kind::DaysDuration) {
    const auto sum = timeline::sum(a.as_days_duration(), b.as_days_duration());
    if (!sum) return out_of_range();
    return Value::days_duration(*sum);
  }
  std::int64_t months = 0;
  if (__builtin_add_overflow(a.as_months_duration(), b.as_months_duration(), &months)) return out_of_range();
  return Value::months_duration(months);
}

// A date is midnight of Greenwich where a date and time is wanted.
std::optional<DateAndTime> as_moment(const Value& value) {
  if (value.kind() == Kind::DateTime) return value.as_date_time();
  if (value.kind() != Kind::Date) return std::nullopt;
  DateAndTime moment{value.as_date(), {}};
  moment.time.offset_seconds = 0;
  return moment;
}

Outcome difference(DaysDuration a, DaysDuration b) {
  const auto negative = timeline::negated(b);
  const auto result = negative ? timeline::sum(a, *negative) : std::nullopt;
  if (!result) return out_of_range();
  return Value::days_duration(*result);
}

Outcome between_moments(const DateAndTime& a, const DateAndTime& b) {
  if (timeline::is_placed(a.time) != timeline::is_placed(b.time)) {
    return std::unexpected(std::string("one date and time has an offset or zone, the other has none"));
  }
  return difference(timeline::instant(a), timeline::instant(b));
}

Outcome between_times(const TimeOfDay& a, const TimeOfDay& b) {
  DaysDuration left{timeline::seconds_of_day(a), a.nanosecond};
  DaysDuration right{timeline::seconds_of_day(b), b.nanosecond};
  if (timeline::is_placed(a) != timeline::is_placed(b)) {
    return std::unexpected(std::string("one time has an offset or zone, the other has none"));
  }
  if (timeline::is_placed(a) && (a.zone.empty() || a.zone != b.zone)) {
    const auto left_offset = timeline::offset_of(a);
    const auto right_offset = timeline::offset_of(b);
    if (!left_offset || !right_offset) {
      return std::unexpected(std::string("the offset of the zone depends on a date that is not given"));
    }
    left.seconds -= *left_offset;
    right.seconds -= *right_offset;
  }
  return difference(left, right);
}

Decimal nanoseconds(DaysDuration duration) {
  return Decimal(duration.seconds) * Decimal(std::int64_t{timeline::kSecond}) +
         Decimal(std::int64_t{duration.nanosecond});
}

// Months, or nanoseconds, as a number.
Decimal amount(const Value& duration) {
  return duration.kind() == Kind::MonthsDuration ? Decimal(duration.as_months_duration())
                                                 : nanoseconds(duration.as_days_duration());
}

// The duration of that many months or nanoseconds, cut towards zero.
Outcome duration_of(Kind kind, Decimal amount) {
  if (!amount.is_finite()) return out_of_range();
  const Decimal cut = amount.rounded(0, base::Rounding::Down);
  if (kind == Kind::MonthsDuration) {
    const auto months = cut.to_int64();
    if (!months) return out_of_range();
    return Value::months_duration(*months);
  }
  const Decimal second(std::int64_t{timeline::kSecond});
  const Decimal floored = (cut / second).floor();
  const auto seconds = floored.to_int64();
  const auto rest = (cut - floored * second).to_int64();
  if (!seconds || !rest) return out_of_range();
  return Value::days_duration({*seconds, static_cast<std::uint32_t>(*rest)});
}

}  // namespace

bool is_temporal(Kind kind) {
  return kind == Kind::Date || kind == Kind::Time || kind == Kind::DateTime || kind == Kind::DaysDuration ||
         kind == Kind::MonthsDuration;
}

Outcome add(const Value& a, const Value& b) {
  if (is_duration(a) && is_duration(b)) return sum_of_durations(a, b);
  if (is_duration(b)) return plus_duration(a, b);
  if (is_duration(a)) return plus_duration(b, a);
  return refuse("add", a, b);
}

Outcome subtract(const Value& a, const Value& b) {
  if (is_duration(b)) {
    if (!is_temporal(a.kind())) return refuse("subtract", a, b);
    const Outcome negative = negate(b);
    return negative ? add(a, *negative) : negative;
  }
  if (a.kind() == Kind::Time && b.kind() == Kind::Time) return between_times(a.as_time(), b.as_time());
  const auto left = as_moment(a);
  const auto right = as_moment(b);
  if (!left || !right) return refuse("subtract", a, b);
  return between_moments(*left, *right);
}

Outcome multiply(const Value& a, const Value& b) {
  if (is_duration(a) && b.kind() == Kind::Number) return duration_of(a.kind(), amount(a) * b.as_number());
  if (a.kind() == Kind::Number && is_duration(b)) return duration_of(b.kind(), amount(b) * a.as_number());
  return refuse("multiply", a, b);
}

Outcome divide(const Value& a, const Value& b) {
  const bool by_number = b.kind() == Kind::Number;
  if (!is_duration(a) || (!by_number && a.kind() != b.kind())) return refuse("divide", a, b);
  const Decimal divisor = by_number ? b.as_number() : amount(b);
  if (divisor.is_zero()) return std::unexpected(std::string("division by zero"));
  if (by_number) return duration_of(a.kind(), amount(a) / divisor);
  return Value::number(amount(a) / divisor);
}

Outcome negate(const Value& duration) {
  if (duration.kind() == Kind::DaysDuration) {
    const auto result = timeline::negated(duration.as_days_duration());
    if (!result) return out_of_range();
    return Value::days_duration(*result);
  }
  if (duration.kind() == Kind::MonthsDuration && duration.as_months_duration() != INT64_MIN) {
    return Value::months_duration(-duration.as_months_duration());
  }
  return std::unexpected(fmt::format("cannot negate {}", name_of(duration.kind())));
}

}  // namespace qingheng::feel
