// SPDX-License-Identifier: Apache-2.0
// 近三年 as dates: the stretch of time that a criterion looks back on from the legal date.
#pragma once

#include <optional>
#include <vector>

#include "base/civil_date.hpp"
#include "policy/model/criteria.hpp"

namespace qingheng::policy {

/// Days from `first` to `last`, both included; empty when `last` is before `first`.
struct DateSpan {
  base::CivilDate first;
  base::CivilDate last;
  friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// The days that `lookback` means on a legal date, cut at the founding date when there is one.
[[nodiscard]] DateSpan window_of(const Lookback& lookback, base::CivilDate legal_date,
                                 std::optional<base::CivilDate> founded);

/// The calendar years that lie wholly within the span, earliest first.
[[nodiscard]] std::vector<std::int32_t> full_years(const DateSpan& span);

}  // namespace qingheng::policy
