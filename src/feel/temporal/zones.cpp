// SPDX-License-Identifier: Apache-2.0
#include <date/tz.h>

#include "feel/temporal/timeline.hpp"

namespace qingheng::feel {

namespace {

// The zone database ends in 2037; a later year behaves like the year of 2009 to 2036 that has its weekdays
// and its length, and the years before any zone had rules like one another.
std::int64_t within_database(std::int64_t seconds) {
  const std::int64_t days = timeline::floor_div(seconds, timeline::kDay);
  const std::int64_t of_day = seconds - days * timeline::kDay;
  base::CivilDate date = base::CivilDate::from_days(days);
  if (date.year < 1800) return base::CivilDate{1800, 1, 1}.to_days() * timeline::kDay;
  if (date.year <= 2036) return seconds;
  // 28 years in a row show every weekday of 1 January, in years of either length.
  const int weekday = base::CivilDate{date.year, 1, 1}.weekday();
  for (std::int32_t year = 2009; year <= 2036; ++year) {
    if (base::is_leap_year(year) == base::is_leap_year(date.year) &&
        base::CivilDate{year, 1, 1}.weekday() == weekday) {
      date.year = year;
      break;
    }
  }
  return date.to_days() * timeline::kDay + of_day;
}

const date::time_zone* find_zone(std::string_view name) {
  if (name.empty()) return nullptr;
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

bool is_zone(std::string_view name) { return find_zone(name) != nullptr; }

std::optional<std::int32_t> offset_of_zone(const std::string& zone, const DateAndTime& local) {
  const date::time_zone* found = find_zone(zone);
  if (found == nullptr) return std::nullopt;
  const std::int64_t seconds = within_database(timeline::local_instant(local).seconds);
  try {
    // `first` is the only offset, the one before a gap, or the earlier of two.
    const auto info = found->get_info(date::local_seconds(std::chrono::seconds(seconds)));
    return static_cast<std::int32_t>(info.first.offset.count());
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::optional<std::int32_t> timeline::offset_at(const std::string& zone, std::int64_t seconds) {
  const date::time_zone* found = find_zone(zone);
  if (found == nullptr) return std::nullopt;
  try {
    const auto info = found->get_info(date::sys_seconds(std::chrono::seconds(within_database(seconds))));
    return static_cast<std::int32_t>(info.offset.count());
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace qingheng::feel
