// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/temporal/arithmetic_test.cpp
#include "feel/temporal/timeline.hpp"

namespace qingheng::feel::timeline {

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::int64_t seconds_of_day(const TimeOfDay& time) {
  return std::int64_t{time.hour} * 3600 + std::int64_t{time.minute} * 60 + time.second;
}

TimeOfDay with_seconds(TimeOfDay time, std::int64_t seconds) {
  time.hour = static_cast<std::uint8_t>(seconds / 3600);
  time.minute = static_cast<std::uint8_t>(seconds / 60 % 60);
  time.second = static_cast<std::uint8_t>(seconds % 60);
  return time;
}

Instant local_instant(const DateAndTime& moment) {
  return {moment.date.to_days() * kDay + seconds_of_day(moment.time), moment.time.nanosecond};
}

bool is_placed(const TimeOfDay& time) { return time.offset_seconds || !time.zone.empty(); }

Instant instant(const DateAndTime& moment) {
  Instant result = local_instant(moment);
  if (moment.time.offset_seconds) {
    result.seconds -= *moment.time.offset_seconds;
  } else if (!moment.time.zone.empty()) {
    result.seconds -= offset_of_zone(moment.time.zone, moment).value_or(0);
  }
  return result;
}

std::optional<std::int64_t> offset_of(const TimeOfDay& time) {
  if (time.offset_seconds) return *time.offset_seconds;
  if (time.zone.empty()) return std::nullopt;
  // Present rules decide; a zone that has given up its summer time is constant.
  const auto winter = offset_of_zone(time.zone, {{2020, 1, 1}, {}});
  const auto summer = offset_of_zone(time.zone, {{2020, 7, 1}, {}});
  if (!winter || winter != summer) return std::nullopt;
  return *winter;
}

std::optional<DaysDuration> sum(DaysDuration a, DaysDuration b) {
  DaysDuration result;
  const std::uint32_t nanoseconds = a.nanosecond + b.nanosecond;
  const std::int64_t carry = nanoseconds >= kSecond ? 1 : 0;
  result.nanosecond = nanoseconds - (carry == 1 ? kSecond : 0);
  if (__builtin_add_overflow(a.seconds, b.seconds, &result.seconds) ||
      __builtin_add_overflow(result.seconds, carry, &result.seconds)) {
    return std::nullopt;
  }
  return result;
}

std::optional<DaysDuration> negated(DaysDuration a) {
  if (a.seconds == INT64_MIN) return std::nullopt;
  if (a.nanosecond == 0) return DaysDuration{-a.seconds, 0};
  return DaysDuration{-a.seconds - 1, kSecond - a.nanosecond};
}

std::optional<base::CivilDate> day(std::int64_t days) {
  static const std::int64_t first = base::CivilDate{-999'999'999, 1, 1}.to_days();
  static const std::int64_t last = base::CivilDate{999'999'999, 12, 31}.to_days();
  if (days < first || days > last) return std::nullopt;
  return base::CivilDate::from_days(days);
}

}  // namespace qingheng::feel::timeline
