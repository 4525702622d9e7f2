// SPDX-License-Identifier: Apache-2.0
// How many of one unit make another: 1 万元 is 10000 元, 1 万元/人 is 10000 元/人.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/decimal.hpp"
#include "feel/expression.hpp"

namespace qingheng::feel::meaning {

/// How many `to` one `from` is; empty when they measure different things. Products and quotients (`万元/人`,
/// `kg·m²`) are taken apart; an empty unit is a plain number.
[[nodiscard]] std::optional<base::Decimal> scale_between(std::string_view from, std::string_view to,
                                                         std::span<const UnitScale> units);

}  // namespace qingheng::feel::meaning
