// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/temporal/arithmetic_test.cpp
#include "feel/temporal/timeline.hpp"

namespace qingheng::feel {

// Moments are told apart to the second: their fractions count in arithmetic and for `is`, not here.
std::optional<std::strong_ordering> order(const TimeOfDay& a, const TimeOfDay& b) {
  const std::int64_t left = timeline::seconds_of_day(a);
  const std::int64_t right = timeline::seconds_of_day(b);
  if (timeline::is_placed(a) != timeline::is_placed(b)) return std::nullopt;
  if (!timeline::is_placed(a) || (!a.zone.empty() && a.zone == b.zone)) return left <=> right;
  const auto left_offset = timeline::offset_of(a);
  const auto right_offset = timeline::offset_of(b);
  if (!left_offset || !right_offset) return std::nullopt;
  return left - *left_offset <=> right - *right_offset;
}

std::optional<std::strong_ordering> order(const DateAndTime& a, const DateAndTime& b) {
  if (timeline::is_placed(a.time) != timeline::is_placed(b.time)) return std::nullopt;
  return timeline::instant(a).seconds <=> timeline::instant(b).seconds;
}

}  // namespace qingheng::feel
