// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/temporal/lexical_test.cpp
#include <cstdlib>

#include <fmt/format.h>

#include "feel/temporal/timeline.hpp"

namespace qingheng::feel {

namespace {

std::string fraction_text(std::uint32_t nanosecond) {
  if (nanosecond == 0) return {};
  std::string digits = fmt::format(".{:09}", nanosecond);
  while (digits.back() == '0') digits.pop_back();
  return digits;
}

std::string place_text(const TimeOfDay& time) {
  if (!time.zone.empty()) return "@" + time.zone;
  if (!time.offset_seconds) return {};
  const std::int32_t offset = *time.offset_seconds;
  if (offset == 0) return "Z";
  const std::int32_t size = std::abs(offset);
  std::string text = fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) text += fmt::format(":{:02}", size % 60);
  return text;
}

void append_part(std::string& text, std::uint64_t count, char unit) {
  if (count != 0) text += fmt::format("{}{}", count, unit);
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

}  // namespace

std::string to_text(const TimeOfDay& time) {
  return fmt::format("{:02}:{:02}:{:02}{}{}", time.hour, time.minute, time.second,
                     fraction_text(time.nanosecond), place_text(time));
}

std::string to_text(const DateAndTime& moment) {
  return moment.date.to_string() + "T" + to_text(moment.time);
}

std::string to_text(const DaysDuration& duration) {
  if (duration == DaysDuration{}) return "PT0S";
  const bool negative = duration.seconds < 0;
  std::uint64_t seconds = magnitude(duration.seconds);
  std::uint32_t nanosecond = duration.nanosecond;
  if (negative && nanosecond != 0) {
    --seconds;
    nanosecond = timeline::kSecond - nanosecond;
  }
  std::string text = negative ? "-P" : "P";
  append_part(text, seconds / timeline::kDay, 'D');
  const std::uint64_t of_day = seconds % timeline::kDay;
  if (of_day == 0 && nanosecond == 0) return text;
  text += 'T';
  append_part(text, of_day / 3600, 'H');
  append_part(text, of_day / 60 % 60, 'M');
  if (of_day % 60 != 0 || nanosecond != 0) {
    text += fmt::format("{}{}S", of_day % 60, fraction_text(nanosecond));
  }
  return text;
}

std::string months_duration_text(std::int64_t months) {
  if (months == 0) return "P0M";
  std::string text = months < 0 ? "-P" : "P";
  append_part(text, magnitude(months) / 12, 'Y');
  append_part(text, magnitude(months) % 12, 'M');
  return text;
}

}  // namespace qingheng::feel
