// SPDX-License-Identifier: Apache-2.0
// Numbers with a bound in Chinese prose: 35%以上, 不低于二十家, 超过100万元.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"

namespace qingheng::policy::compile {

/// Where a bound cuts the numbers: the bound itself belongs to the greater ones (35以上, 低于35: `>=` and
/// `<`) or to the lesser ones (超过35, 35以下: `>` and `<=`). Civil Code art. 1259.
enum class Cut : std::uint8_t { BelowTheNumber, AboveTheNumber };

/// A number with a word that bounds it.
struct Bound {
  /// The number as written, and as a program may write it: with 万 and 亿 multiplied out, 亿 in 万, a
  /// percentage as a ratio.
  std::vector<base::Decimal> values;
  /// What follows the number, and what follows its 万 or 亿: each may begin with the unit.
  std::vector<std::string> units;
  Cut cut = Cut::BelowTheNumber;
  std::uint32_t begin = 0;  // bytes in the prose
  std::uint32_t end = 0;
};

/// Every bounded number of the prose, in order. Bounds with a remark on inclusion (不含) are left out.
[[nodiscard]] std::vector<Bound> bounds_in(std::string_view prose);

/// A phrase such as 近三年 or 近六个月.
struct Phrase {
  std::int64_t months = 0;  // how far it looks back
  std::uint32_t begin = 0;  // bytes in the prose
  std::uint32_t end = 0;
};
/// Every 近…年 and 近…个月 of the prose, in order.
[[nodiscard]] std::vector<Phrase> lookbacks_in(std::string_view prose);

}  // namespace qingheng::policy::compile
