// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/feel.txt
#include "cli/moment.hpp"

#include "feel/temporal.hpp"

namespace qingheng::cli {

std::expected<feel::DateAndTime, std::string> read_moment(const std::string& text, const Shell& shell) {
  if (!text.empty()) return feel::parse_date_and_time(text);
  constexpr std::int64_t kOffset = std::int64_t{8} * 3600;
  constexpr std::int64_t kDay = std::int64_t{24} * 3600;
  const std::int64_t local = shell.now() + kOffset;
  feel::DateAndTime now;
  now.date = base::CivilDate::from_days(local / kDay);
  now.time.hour = static_cast<std::uint8_t>(local % kDay / 3600);
  now.time.minute = static_cast<std::uint8_t>(local % 3600 / 60);
  now.time.second = static_cast<std::uint8_t>(local % 60);
  now.time.offset_seconds = kOffset;
  return now;
}

}  // namespace qingheng::cli
