// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "feel/temporal/timeline.hpp"

namespace qingheng::feel {

namespace {

constexpr std::int32_t kLargestOffset = 18 * 3600;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads from the front of a text; each step says whether it could.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  bool skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::optional<int> two_digits() {
    if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) return std::nullopt;
    const int value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    rest_.remove_prefix(2);
    return value;
  }
  // At most 18 digits, which a 64-bit integer holds.
  std::optional<std::int64_t> number() {
    std::int64_t value = 0;
    std::size_t count = 0;
    for (; count < rest_.size() && is_digit(rest_[count]); ++count) {
      if (count == 18) return std::nullopt;
      value = value * 10 + (rest_[count] - '0');
    }
    if (count == 0) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }
  // The digits after a point as nanoseconds; what is finer is cut off.
  std::optional<std::uint32_t> fraction() {
    std::uint32_t value = 0;
    std::size_t count = 0;
    for (; count < rest_.size() && is_digit(rest_[count]); ++count) {
      if (count < 9) value = value * 10 + static_cast<std::uint32_t>(rest_[count] - '0');
    }
    if (count == 0) return std::nullopt;
    for (std::size_t digit = count; digit < 9; ++digit) value *= 10;
    rest_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view rest_;
};

std::optional<std::int32_t> read_offset(Cursor& cursor, bool negative) {
  const auto hours = cursor.two_digits();
  if (!hours || !cursor.skip(':')) return std::nullopt;
  const auto minutes = cursor.two_digits();
  if (!minutes || *minutes > 59) return std::nullopt;
  std::int32_t offset = *hours * 3600 + *minutes * 60;
  if (cursor.skip(':')) {
    const auto seconds = cursor.two_digits();
    if (!seconds || *seconds > 59) return std::nullopt;
    offset += *seconds;
  }
  if (offset > kLargestOffset) return std::nullopt;
  return negative ? -offset : offset;
}

// `Z`, an offset, a zone, or nothing; false when what stands there is none of them.
bool read_place(Cursor& cursor, TimeOfDay& time) {
  if (cursor.at_end()) return true;
  if (cursor.skip('Z')) {
    time.offset_seconds = 0;
    return cursor.at_end();
  }
  if (cursor.skip('@')) {
    time.zone = cursor.rest();
    return is_zone(time.zone);
  }
  const bool negative = cursor.skip('-');
  if (!negative && !cursor.skip('+')) return false;
  time.offset_seconds = read_offset(cursor, negative);
  return time.offset_seconds && cursor.at_end();
}

// A time with hour 24 still in it, which only `24:00:00` may have.
std::optional<TimeOfDay> read_time(std::string_view text) {
  Cursor cursor(text);
  TimeOfDay time;
  const auto hour = cursor.two_digits();
  if (!hour || !cursor.skip(':')) return std::nullopt;
  const auto minute = cursor.two_digits();
  if (!minute || !cursor.skip(':')) return std::nullopt;
  const auto second = cursor.two_digits();
  if (!second || *hour > 24 || *minute > 59 || *second > 59) return std::nullopt;
  if (cursor.skip('.')) {
    const auto fraction = cursor.fraction();
    if (!fraction) return std::nullopt;
    time.nanosecond = *fraction;
  }
  if (*hour == 24 && (*minute != 0 || *second != 0 || time.nanosecond != 0)) return std::nullopt;
  time.hour = static_cast<std::uint8_t>(*hour);
  time.minute = static_cast<std::uint8_t>(*minute);
  time.second = static_cast<std::uint8_t>(*second);
  if (!read_place(cursor, time)) return std::nullopt;
  return time;
}

// Adds `count` units of `size`; false when the sum does not fit.
bool add_part(std::int64_t& total, std::int64_t count, std::int64_t size) {
  std::int64_t part = 0;
  return !__builtin_mul_overflow(count, size, &part) && !__builtin_add_overflow(total, part, &total);
}

struct Unit {
  char letter;
  std::int64_t size;
};

// Parts such as `3H4M` in the order of `units`, each at most once; false when nothing was read or what was
// read is wrong. A fraction is only for seconds.
bool read_parts(Cursor& cursor, std::span<const Unit> units, std::int64_t& total, std::uint32_t* nanosecond) {
  bool any = false;
  auto unit = units.begin();
  while (!cursor.at_end() && is_digit(cursor.rest().front())) {
    const auto count = cursor.number();
    if (!count) return false;
    const bool fractional = nanosecond != nullptr && cursor.skip('.');
    // XML Schema lets no digit follow the point, as in `PT1.S`.
    if (fractional && !cursor.rest().starts_with('S')) {
      const auto fraction = cursor.fraction();
      if (!fraction) return false;
      *nanosecond = *fraction;
    }
    while (unit != units.end() && !cursor.rest().starts_with(unit->letter)) ++unit;
    if (unit == units.end() || (fractional && unit->letter != 'S')) return false;
    cursor.skip(unit->letter);
    if (!add_part(total, *count, unit->size)) return false;
    ++unit;
    any = true;
  }
  return any;
}

std::optional<std::int64_t> read_months(std::string_view text) {
  constexpr std::array<Unit, 2> kUnits{{{'Y', 12}, {'M', 1}}};
  Cursor cursor(text);
  const bool negative = cursor.skip('-');
  std::int64_t months = 0;
  if (!cursor.skip('P') || !read_parts(cursor, kUnits, months, nullptr) || !cursor.at_end()) {
    return std::nullopt;
  }
  return negative ? -months : months;
}

std::optional<DaysDuration> read_days(std::string_view text) {
  constexpr std::array<Unit, 1> kDays{{{'D', timeline::kDay}}};
  constexpr std::array<Unit, 3> kTimes{{{'H', 3600}, {'M', 60}, {'S', 1}}};
  Cursor cursor(text);
  const bool negative = cursor.skip('-');
  DaysDuration duration;
  if (!cursor.skip('P')) return std::nullopt;
  const bool days = !cursor.rest().starts_with('T');
  if (days && !read_parts(cursor, kDays, duration.seconds, nullptr)) return std::nullopt;
  if (cursor.skip('T') && !read_parts(cursor, kTimes, duration.seconds, &duration.nanosecond)) {
    return std::nullopt;
  }
  if (!cursor.at_end()) return std::nullopt;
  return negative ? timeline::negated(duration) : duration;
}

}  // namespace

std::expected<base::CivilDate, std::string> parse_date(std::string_view text) {
  if (const auto date = base::CivilDate::parse(text)) return *date;
  return std::unexpected(fmt::format("`{}` is not a date such as `2019-09-12`", text));
}

std::expected<TimeOfDay, std::string> parse_time(std::string_view text) {
  auto time = read_time(text);
  if (!time) return std::unexpected(fmt::format("`{}` is not a time such as `09:00:00`", text));
  if (time->hour == 24) time->hour = 0;
  return *std::move(time);
}

std::expected<DateAndTime, std::string> parse_date_and_time(std::string_view text) {
  const auto failure = [text] {
    return std::unexpected(fmt::format("`{}` is not a date and time such as `2019-09-12T09:00:00`", text));
  };
  const std::size_t mark = text.find('T');
  const auto date = base::CivilDate::parse(text.substr(0, mark));
  if (!date) return failure();
  DateAndTime moment{*date, {}};
  if (mark == std::string_view::npos) return moment;
  auto time = read_time(text.substr(mark + 1));
  if (!time) return failure();
  if (time->hour == 24) {
    time->hour = 0;
    const auto next = timeline::day(date->to_days() + 1);
    if (!next) return failure();
    moment.date = *next;
  }
  moment.time = *std::move(time);
  if (!moment.time.zone.empty()) moment.time.offset_seconds = offset_of_zone(moment.time.zone, moment);
  return moment;
}

Outcome parse_duration(std::string_view text) {
  if (const auto months = read_months(text)) return Value::months_duration(*months);
  if (const auto days = read_days(text)) return Value::days_duration(*days);
  return std::unexpected(fmt::format("`{}` is not a duration such as `P1Y6M` or `P2DT3H`", text));
}

Outcome parse_temporal(std::string_view text) {
  if (const auto date = base::CivilDate::parse(text)) return Value::date(*date);
  if (auto time = parse_time(text)) return Value::time(*std::move(time));
  if (auto moment = parse_date_and_time(text)) return Value::date_time(*std::move(moment));
  if (auto duration = parse_duration(text)) return *std::move(duration);
  return std::unexpected(fmt::format("`{}` is no date, time, date and time, or duration", text));
}

}  // namespace qingheng::feel
