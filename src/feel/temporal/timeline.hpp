// SPDX-License-Identifier: Apache-2.0
// Positions on the time line, for order and arithmetic: whole seconds since 1970-01-01T00:00:00, of the local
// clock or of Greenwich.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "feel/temporal.hpp"

namespace qingheng::feel::timeline {

inline constexpr std::int64_t kDay = 86'400;
inline constexpr std::uint32_t kSecond = 1'000'000'000;  // nanoseconds

/// A moment: seconds since 1970-01-01T00:00:00 and the nanoseconds after them.
using Instant = DaysDuration;

/// a ÷ b towards minus infinity; `b` above zero.
[[nodiscard]] std::int64_t floor_div(std::int64_t a, std::int64_t b);
/// Seconds since midnight of the local clock.
[[nodiscard]] std::int64_t seconds_of_day(const TimeOfDay& time);
/// Hour, minute and second for seconds since midnight; the rest of `time` stays.
[[nodiscard]] TimeOfDay with_seconds(TimeOfDay time, std::int64_t seconds);
/// The moment that the local clock shows, as if it stood in Greenwich.
[[nodiscard]] Instant local_instant(const DateAndTime& moment);
/// True when the moment has a place on the time line of all: an offset, or a zone.
[[nodiscard]] bool is_placed(const TimeOfDay& time);
/// The moment in Greenwich; the local one when it has no place.
[[nodiscard]] Instant instant(const DateAndTime& moment);
/// The offset of a time without a date: its own, or that of a zone whose clocks are not changed with the
/// season.
[[nodiscard]] std::optional<std::int64_t> offset_of(const TimeOfDay& time);
/// The zone's offset at the moment in Greenwich; empty for an unknown zone.
[[nodiscard]] std::optional<std::int32_t> offset_at(const std::string& zone, std::int64_t seconds);
/// a + b; empty when it does not fit.
[[nodiscard]] std::optional<DaysDuration> sum(DaysDuration a, DaysDuration b);
/// −a; empty when it does not fit.
[[nodiscard]] std::optional<DaysDuration> negated(DaysDuration a);
/// The day, when it is within the years that FEEL knows.
[[nodiscard]] std::optional<base::CivilDate> day(std::int64_t days);

}  // namespace qingheng::feel::timeline
