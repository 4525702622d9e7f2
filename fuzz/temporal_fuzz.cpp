// SPDX-License-Identifier: Apache-2.0
// Any bytes: what reads as a date, a time, a date and time or a duration reads back from its own text, the
// same in every field; and so does, as a text, what comes of adding a duration.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "feel/temporal.hpp"

namespace {

using qingheng::feel::Kind;
using qingheng::feel::Value;

bool same_fields(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::Date:
      return a.as_date() == b.as_date();
    case Kind::Time:
      return a.as_time() == b.as_time();
    case Kind::DateTime:
      return a.as_date_time() == b.as_date_time();
    case Kind::DaysDuration:
      return a.as_days_duration() == b.as_days_duration();
    default:
      return a.as_months_duration() == b.as_months_duration();
  }
}

void expect_same(const qingheng::feel::Outcome& value, const Value& expected) {
  if (!value || !same_fields(*value, expected)) std::abort();
}

// Of the two moments that a clock set back shows alike, the text means the first: a sum may be the second.
void expect_same_text(const Value& value) {
  const std::string text = qingheng::feel::to_text(value);
  const auto again = qingheng::feel::parse_temporal(text);
  if (!again || qingheng::feel::to_text(*again) != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto value = qingheng::feel::parse_temporal(text);
  if (!value) return 0;
  expect_same(qingheng::feel::parse_temporal(qingheng::feel::to_text(*value)), *value);
  for (const char* step : {"P1D", "-PT0.5S", "P1M", "-P999999999Y"}) {
    const Value duration = *qingheng::feel::parse_duration(step);
    const auto sum = qingheng::feel::add(*value, duration);
    if (sum) expect_same_text(*sum);
    (void)qingheng::feel::subtract(*value, duration);
  }
  return 0;
}
