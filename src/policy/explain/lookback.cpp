// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/lookback.hpp"

#include <algorithm>

namespace qingheng::policy {

namespace {

/// The years `last - n + 1` to `last`, whole.
DateSpan whole_years(std::int32_t last, std::uint32_t count) {
  return {{last - static_cast<std::int32_t>(count) + 1, 1, 1}, {last, 12, 31}};
}

}  // namespace

DateSpan window_of(const Lookback& lookback, base::CivilDate legal_date,
                   std::optional<base::CivilDate> founded) {
  DateSpan span;
  switch (lookback.kind) {
    case Lookback::Kind::Rolling: {
      const std::int64_t months = std::int64_t{12} * lookback.years + lookback.months;
      span = {legal_date.plus_months(-months), legal_date};
      break;
    }
    case Lookback::Kind::Calendar:
      span = whole_years(legal_date.year - 1, lookback.years);
      break;
    case Lookback::Kind::Accounting: {
      // Accounts are due by the end of April: before May those of last year are not closed.
      const std::int32_t closed = legal_date.month >= 5 ? legal_date.year - 1 : legal_date.year - 2;
      span = whole_years(closed, lookback.years);
      break;
    }
  }
  if (founded) span.first = std::max(span.first, *founded);
  return span;
}

std::vector<std::int32_t> full_years(const DateSpan& span) {
  const bool from_start = span.first.month == 1 && span.first.day == 1;
  const bool to_end = span.last.month == 12 && span.last.day == 31;
  std::vector<std::int32_t> years;
  for (std::int32_t year = from_start ? span.first.year : span.first.year + 1;
       year <= (to_end ? span.last.year : span.last.year - 1); ++year)
    years.push_back(year);
  return years;
}

}  // namespace qingheng::policy
