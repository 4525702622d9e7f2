// SPDX-License-Identifier: Apache-2.0
// Dates, times and durations (DMN 1.5 §10.3.2.3.4 to §10.3.2.3.8): lexical forms, order, arithmetic and
// properties. A failure is a sentence that becomes the reason of a null.
//
//   auto moment = parse_date_and_time("2019-09-12T09:00:00@Asia/Shanghai");
//   auto later = add(Value::date_time(*moment), Value::days_duration({3600, 0}));
#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "feel/value.hpp"

namespace qingheng::feel {

/// A value, or why there is none.
using Outcome = std::expected<Value, std::string>;

// -- lexical forms --------------------------------------------------------------------------------------

/// Reads `2019-09-12`.
[[nodiscard]] std::expected<base::CivilDate, std::string> parse_date(std::string_view text);
/// Reads `09:00:00`, with a fraction, `Z`, `+08:00`, `+08:00:30` or `@Asia/Shanghai`.
[[nodiscard]] std::expected<TimeOfDay, std::string> parse_time(std::string_view text);
/// Reads `2019-09-12T09:00:00` with the endings of a time; a date alone is midnight; `T24:00:00` is the next
/// day.
[[nodiscard]] std::expected<DateAndTime, std::string> parse_date_and_time(std::string_view text);
/// Reads either kind of duration: `P1Y6M` or `-P2DT3H4M5.5S`.
[[nodiscard]] Outcome parse_duration(std::string_view text);
/// What an @-literal may hold: a date, a time, a date and time, or a duration.
[[nodiscard]] Outcome parse_temporal(std::string_view text);

/// `09:00:00.5+08:00`; without a fraction when it is zero.
[[nodiscard]] std::string to_text(const TimeOfDay& time);
/// `2019-09-12T09:00:00@Asia/Shanghai`.
[[nodiscard]] std::string to_text(const DateAndTime& moment);
/// Normalised: `P2DT3H4M5.5S`, zero is `PT0S`.
[[nodiscard]] std::string to_text(const DaysDuration& duration);
/// Normalised: `P1Y6M`, zero is `P0M`.
[[nodiscard]] std::string months_duration_text(std::int64_t months);

// -- order ----------------------------------------------------------------------------------------------

/// Order on the time line; empty when one side has an offset and the other has none.
[[nodiscard]] std::optional<std::strong_ordering> order(const TimeOfDay& a, const TimeOfDay& b);
[[nodiscard]] std::optional<std::strong_ordering> order(const DateAndTime& a, const DateAndTime& b);

// -- arithmetic (§10.3.2.13 tables 45 to 50) ------------------------------------------------------------

/// True for the kinds that the functions below take: date, time, date and time, both durations.
[[nodiscard]] bool is_temporal(Kind kind);
/// a + b, a − b, a × b, a ÷ b where at least one side is temporal; numbers are the other side of × and ÷.
[[nodiscard]] Outcome add(const Value& a, const Value& b);
[[nodiscard]] Outcome subtract(const Value& a, const Value& b);
[[nodiscard]] Outcome multiply(const Value& a, const Value& b);
[[nodiscard]] Outcome divide(const Value& a, const Value& b);
[[nodiscard]] Outcome negate(const Value& duration);

// -- properties (§10.3.2.15 table 65) -------------------------------------------------------------------

/// `year`, `weekday`, `time offset`, `start included` … of a temporal value or a range; empty when the kind
/// has no property of that name.
[[nodiscard]] std::optional<Value> property(const Value& value, std::string_view name);

// -- zones ----------------------------------------------------------------------------------------------

/// True for a name of the system's zone database.
[[nodiscard]] bool is_zone(std::string_view name);
/// The zone's offset, in seconds east of Greenwich, at that local moment; of two (clocks set back) the
/// earlier moment, of none (set forward) the offset before the gap. Empty for an unknown zone.
[[nodiscard]] std::optional<std::int32_t> offset_of_zone(const std::string& zone, const DateAndTime& local);

}  // namespace qingheng::feel
