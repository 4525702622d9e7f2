// SPDX-License-Identifier: Apache-2.0
#include "base/working_days.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace qingheng::base {

namespace {

constexpr std::int32_t kLongestDays = 36'600;  // a hundred years: no law counts further

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::optional<std::int32_t> year_of(std::string_view text) {
  std::int32_t year = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return year;
}

bool is_suspended(CivilDate date, const std::vector<Suspension>& suspensions) {
  return std::ranges::any_of(suspensions,
                             [date](const Suspension& s) { return s.from <= date && date <= s.to; });
}

/// The end of a period in natural days or months before it is rolled.
CivilDate last_natural(CivilDate start, const Count& count) {
  const int first = count.counting == Counting::Inclusive ? 0 : 1;
  if (count.length.months == 0) {
    CivilDate day = start.plus_days(first - 1);
    for (std::int32_t left = count.length.days; left > 0;) {
      day = day.plus_days(1);
      if (!is_suspended(day, count.suspensions)) --left;
    }
    return std::max(day, start);
  }
  CivilDate end = start.plus_months(count.length.months);
  // Without a corresponding day the period ends with the month, whichever way it is counted.
  const bool corresponding = end.day == start.day;
  if (first == 0 && corresponding) end = end.plus_days(-1);
  for (CivilDate day = start.plus_days(first); day <= end; day = day.plus_days(1)) {
    if (is_suspended(day, count.suspensions)) end = end.plus_days(1);
  }
  return end;
}

/// What makes a period impossible to count; empty when nothing does.
std::string refusal(const Count& count) {
  const Length& length = count.length;
  if (length.days < 0 || length.months < 0 || (length.days > 0 && length.months > 0))
    return "a period has days or months, and not below zero";
  if (length.days > kLongestDays || length.months > 1200) return "a period of more than a hundred years";
  if (count.kind == DayKind::Working && length.months > 0)
    return "a period in months is counted in natural days";
  for (const Suspension& suspension : count.suspensions) {
    if (suspension.to < suspension.from)
      return fmt::format("a suspension ends on {}, before it starts on {}", suspension.to.to_string(),
                         suspension.from.to_string());
    if (suspension.to.to_days() - suspension.from.to_days() > kLongestDays)
      return "a suspension of more than a hundred years";
  }
  return {};
}

}  // namespace

std::expected<WorkingDays, std::string> WorkingDays::parse(std::string_view text) {
  WorkingDays calendar;
  std::shared_ptr<Year> year;
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto fields = fields_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (fields[0].empty() || fields[0].starts_with('#')) continue;
    const auto wrong = [number](std::string_view why) {
      return std::unexpected(fmt::format("calendar line {}: {}", number, why));
    };
    if (fields.size() != 4) return wrong("expected four fields apart by tabs");
    if (fields[0] == "notice") {
      const auto of = year_of(fields[1]);
      const auto issued = CivilDate::parse(fields[3]);
      if (!of || !issued) return wrong("a notice needs a year, a number and the date of its issue");
      year = std::make_shared<Year>(Year{{*of, std::string(fields[2]), *issued}, {}});
      calendar.years_.push_back(year);
    } else if (fields[0] == "day") {
      const auto date = CivilDate::parse(fields[1]);
      if (!year || !date) return wrong("a day needs a date, and a notice before it");
      if (fields[2] != "holiday" && fields[2] != "workday")
        return wrong("a day is a `holiday` or a `workday`");
      year->swapped.insert_or_assign(*date, fields[2] == "workday");
    } else {
      return wrong(fmt::format("unknown record `{}`", fields[0]));
    }
  }
  if (calendar.years_.empty()) return std::unexpected("the calendar holds no notice");
  std::ranges::stable_sort(calendar.years_, {}, [](const std::shared_ptr<const Year>& item) {
    return std::pair(item->notice.year, item->notice.issued);
  });
  return calendar;
}

WorkingDays WorkingDays::as_known_on(CivilDate date) const {
  WorkingDays known;
  std::ranges::copy_if(years_, std::back_inserter(known.years_),
                       [date](const auto& year) { return year->notice.issued <= date; });
  return known;
}

std::string WorkingDays::unknown(std::int32_t year) const {
  if (years_.empty())
    return fmt::format("the working days of {} are not known: no notice had been issued", year);
  return fmt::format("the working days of {} are not known: the notices cover {} to {}", year,
                     years_.front()->notice.year, years_.back()->notice.year);
}

std::expected<bool, std::string> WorkingDays::is_working(CivilDate date) const {
  const auto after = std::ranges::upper_bound(
      years_, date.year, {}, [](const std::shared_ptr<const Year>& item) { return item->notice.year; });
  if (after == years_.begin() || (*std::prev(after))->notice.year != date.year)
    return std::unexpected(unknown(date.year));
  const Year& own = **std::prev(after);
  if (const auto day = own.swapped.find(date); day != own.swapped.end()) return day->second;
  return date.weekday() <= 5;
}

std::expected<std::int64_t, std::string> WorkingDays::count(CivilDate from, CivilDate to) const {
  if (to.to_days() - from.to_days() > kLongestDays)
    return std::unexpected(
        fmt::format("from {} to {} is longer than a hundred years", from.to_string(), to.to_string()));
  std::int64_t total = 0;
  for (CivilDate day = from; day <= to; day = day.plus_days(1)) {
    const auto works = is_working(day);
    if (!works) return std::unexpected(works.error());
    total += *works ? 1 : 0;
  }
  return total;
}

std::expected<CivilDate, std::string> WorkingDays::last_working(CivilDate start, const Count& count) const {
  CivilDate day = count.counting == Counting::Inclusive ? start.plus_days(-1) : start;
  for (std::int32_t left = count.length.days; left > 0;) {
    day = day.plus_days(1);
    const auto works = is_working(day);
    if (!works) return std::unexpected(works.error());
    if (*works && !is_suspended(day, count.suspensions)) --left;
  }
  return std::max(day, start);
}

std::expected<Deadline, std::string> WorkingDays::deadline(CivilDate start, const Count& count) const {
  if (std::string why = refusal(count); !why.empty()) return std::unexpected(std::move(why));
  Deadline result{.date = start};
  if (count.kind == DayKind::Working) {
    const auto end = last_working(start, count);
    if (!end) return std::unexpected(end.error());
    result.date = *end;
  } else {
    result.date = last_natural(start, count);
  }
  const CivilDate unrolled = result.date;
  for (;; result.date = result.date.plus_days(1)) {
    const auto works = is_working(result.date);
    if (!works) return std::unexpected(works.error());
    if (*works) break;
  }
  if (result.date != unrolled) result.rolled_from = unrolled;
  for (const HolidayNotice& notice : notices())
    if (notice.year >= start.year && notice.year <= result.date.year) result.notices.push_back(notice);
  return result;
}

std::vector<HolidayNotice> WorkingDays::notices() const {
  std::vector<HolidayNotice> last;
  for (const auto& year : years_) {
    if (!last.empty() && last.back().year == year->notice.year) last.pop_back();
    last.push_back(year->notice);
  }
  return last;
}

}  // namespace qingheng::base
