// SPDX-License-Identifier: Apache-2.0
// What temporal values hold beside a date (DMN 1.5 §10.3.2.3.5 to §10.3.2.3.8). `temporal.hpp` reads, orders
// and adds them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "base/civil_date.hpp"

namespace qingheng::feel {

/// Time of day, with an offset, a named zone, or neither (local).
struct TimeOfDay {
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::uint32_t nanosecond = 0;
  std::optional<std::int32_t> offset_seconds;  // of the literal, or of the zone where the date is known
  std::string zone;                            // IANA name such as `Asia/Shanghai`; empty for none
  /// The same in every field; `equals` compares moments instead.
  friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};

/// A day and a time of it. With a named zone, `time.offset_seconds` is the zone's offset at that moment.
struct DateAndTime {
  base::CivilDate date;
  TimeOfDay time;
  friend bool operator==(const DateAndTime&, const DateAndTime&) = default;
};

/// Exact days and time duration: nanoseconds over the range of ±292 billion years need more than 64 bits.
struct DaysDuration {
  std::int64_t seconds = 0;      // whole seconds, floored
  std::uint32_t nanosecond = 0;  // added to `seconds`
  friend auto operator<=>(const DaysDuration&, const DaysDuration&) = default;
};

}  // namespace qingheng::feel
