// SPDX-License-Identifier: Apache-2.0
#include "base/civil_date.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace qingheng::base {

namespace {

constexpr std::int64_t kMaxYear = 999'999'999;
constexpr std::int64_t kDaysPerEra = 146'097;  // 400 years
constexpr std::int64_t kEpochShift = 719'468;  // days from 0000-03-01 to 1970-01-01

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

std::optional<int> two_digits(std::string_view text) {
  if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
    return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

bool is_leap_year(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(std::int64_t year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<CivilDate> CivilDate::create(std::int64_t year, int month, int day) {
  if (year < -kMaxYear || year > kMaxYear || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(year, month)) {
    return std::nullopt;
  }
  return CivilDate{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
                   static_cast<std::uint8_t>(day)};
}

std::optional<CivilDate> CivilDate::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || dash < 4 || dash > 9 || text.size() != dash + 6) return std::nullopt;
  if (dash > 4 && text[0] == '0') return std::nullopt;
  std::int64_t year = 0;
  for (const char c : text.substr(0, dash)) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  const auto month = two_digits(text.substr(dash + 1, 2));
  const auto day = two_digits(text.substr(dash + 4, 2));
  if (!month || !day || text[dash + 3] != '-') return std::nullopt;
  return create(negative ? -year : year, *month, *day);
}

CivilDate CivilDate::from_days(std::int64_t days) {
  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: years start in March.
  const std::int64_t shifted = days + kEpochShift;
  const std::int64_t era = floor_div(shifted, kDaysPerEra);
  const std::int64_t day_of_era = shifted - era * kDaysPerEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const auto month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return CivilDate{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
                   static_cast<std::uint8_t>(day)};
}

std::int64_t CivilDate::to_days() const {
  const std::int64_t shifted_year = std::int64_t{year} - (month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(shifted_year, 400);
  const std::int64_t year_of_era = shifted_year - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEpochShift;
}

int CivilDate::weekday() const {
  const std::int64_t since_monday = to_days() + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday - floor_div(since_monday, 7) * 7) + 1;
}

std::string CivilDate::to_string() const {
  return fmt::format("{}{:04}-{:02}-{:02}", year < 0 ? "-" : "", year < 0 ? -year : year, month, day);
}

CivilDate CivilDate::plus_months(std::int64_t months) const {
  const std::int64_t total = std::int64_t{year} * 12 + (month - 1) + months;
  const std::int64_t new_year = floor_div(total, 12);
  const auto new_month = static_cast<int>(total - new_year * 12) + 1;
  const int new_day = std::min<int>(day, days_in_month(new_year, new_month));
  return CivilDate{static_cast<std::int32_t>(new_year), static_cast<std::uint8_t>(new_month),
                   static_cast<std::uint8_t>(new_day)};
}

}  // namespace qingheng::base
