// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/temporal/arithmetic_test.cpp
#include "feel/temporal/timeline.hpp"

namespace qingheng::feel {

std::optional<std::strong_ordering> order(const TimeOfDay& a, const TimeOfDay& b) {
  const DaysDuration left{timeline::seconds_of_day(a), a.nanosecond};
  const DaysDuration right{timeline::seconds_of_day(b), b.nanosecond};
  if (timeline::is_placed(a) != timeline::is_placed(b)) return std::nullopt;
  if (!timeline::is_placed(a) || (!a.zone.empty() && a.zone == b.zone)) return left <=> right;
  const auto left_offset = timeline::offset_of(a);
  const auto right_offset = timeline::offset_of(b);
  if (!left_offset || !right_offset) return std::nullopt;
  return DaysDuration{left.seconds - *left_offset, left.nanosecond} <=>
         DaysDuration{right.seconds - *right_offset, right.nanosecond};
}

std::optional<std::strong_ordering> order(const DateAndTime& a, const DateAndTime& b) {
  if (timeline::is_placed(a.time) != timeline::is_placed(b.time)) return std::nullopt;
  return timeline::instant(a) <=> timeline::instant(b);
}

}  // namespace qingheng::feel
