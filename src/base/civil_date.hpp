// SPDX-License-Identifier: Apache-2.0
// Dates of the proleptic Gregorian calendar without clock or zone. Years reach ±999,999,999, as FEEL allows
// (DMN 1.5 §10.3.2.3.5).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qingheng::base {

/// A day of the calendar. Always a valid date when made by `create`, `parse` or `from_days`.
struct CivilDate {
  std::int32_t year = 1970;
  std::uint8_t month = 1;
  std::uint8_t day = 1;

  /// Empty when there is no such day.
  [[nodiscard]] static std::optional<CivilDate> create(std::int64_t year, int month, int day);
  /// Reads `2019-09-12`; a year of more than four digits has no leading zero, a negative one a minus sign.
  [[nodiscard]] static std::optional<CivilDate> parse(std::string_view text);
  /// The day `days` after 1970-01-01.
  [[nodiscard]] static CivilDate from_days(std::int64_t days);

  /// Days since 1970-01-01.
  [[nodiscard]] std::int64_t to_days() const;
  /// 1 is Monday, 7 is Sunday (ISO 8601).
  [[nodiscard]] int weekday() const;
  /// `2019-09-12`.
  [[nodiscard]] std::string to_string() const;
  /// The same day `months` later; where the month has no such day, its last (Civil Code art. 202).
  [[nodiscard]] CivilDate plus_months(std::int64_t months) const;
  [[nodiscard]] CivilDate plus_days(std::int64_t days) const { return from_days(to_days() + days); }

  friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

/// Divisible by 4 but not by 100, or by 400.
[[nodiscard]] bool is_leap_year(std::int64_t year);
/// Days of the month, 28 to 31; `month` from 1 to 12.
[[nodiscard]] int days_in_month(std::int64_t year, int month);

}  // namespace qingheng::base
