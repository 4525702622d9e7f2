// SPDX-License-Identifier: Apache-2.0
// China's official working days, and deadlines by them (Civil Code art. 200 to 204).
//
//   auto calendar = WorkingDays::parse(text_of("data/working_days.tsv"));
//   auto due = calendar->deadline({2019, 9, 30}, {.length = {.days = 5}, .kind = DayKind::Working});
//   due->date;   // 2019-10-12: 8 to 11 October, then the swapped Saturday
//
// Each year's swapped days are set by a notice, so nothing is known before the first and after the last:
// asking is an error that says so.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.hpp"
#include "base/period.hpp"

namespace qingheng::base {

/// A notice on the holidays of a year.
struct HolidayNotice {
  std::int32_t year = 0;
  std::string number;
  CivilDate issued;
};

/// Days that a suspension takes out of a period, both ends included.
struct Suspension {
  CivilDate from;
  CivilDate to;
};

/// A period from a day on: either `length.months` or `length.days` is set.
struct Count {
  Length length;
  DayKind kind = DayKind::Natural;
  Counting counting = Counting::Exclusive;
  std::vector<Suspension> suspensions = {};
};

/// The last day of a period and how it came about.
struct Deadline {
  CivilDate date;
  /// The day on which the period would end, when that was no working day.
  std::optional<CivilDate> rolled_from;
  /// Notices of the years that decided.
  std::vector<HolidayNotice> notices;
};

/// The calendar, immutable; copies share their days.
class WorkingDays {
 public:
  /// Reads the text of data/working_days.tsv; the error names the line.
  [[nodiscard]] static std::expected<WorkingDays, std::string> parse(std::string_view text);
  /// The calendar as it stood on a date: without the notices issued later.
  [[nodiscard]] WorkingDays as_known_on(CivilDate date) const;

  /// Whether people work on that day; an error for a year without a notice.
  [[nodiscard]] std::expected<bool, std::string> is_working(CivilDate date) const;
  /// Working days from `from` to `to`, both included; 0 when `to` is before `from`.
  [[nodiscard]] std::expected<std::int64_t, std::string> count(CivilDate from, CivilDate to) const;
  /// The last day of a period that starts on `start`. It is rolled to the next working day (Civil Code art.
  /// 203); a month without the corresponding day ends on its last (art. 202).
  [[nodiscard]] std::expected<Deadline, std::string> deadline(CivilDate start, const Count& count) const;
  /// The notices in force, one a year, earliest year first.
  [[nodiscard]] std::vector<HolidayNotice> notices() const;

 private:
  struct Year {
    HolidayNotice notice;
    std::map<CivilDate, bool> swapped;  // true: worked
  };
  [[nodiscard]] std::string unknown(std::int32_t year) const;
  [[nodiscard]] std::expected<CivilDate, std::string> last_working(CivilDate start, const Count& count) const;

  /// Every notice, by year and then by issue; the last of a year counts.
  std::vector<std::shared_ptr<const Year>> years_;
};

}  // namespace qingheng::base
