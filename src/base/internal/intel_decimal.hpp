// SPDX-License-Identifier: Apache-2.0
// Intel's decimal library behind base::Decimal. Only the files of Decimal include it.
#pragma once

#include "base/decimal.hpp"

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
extern "C" {
#include <bid_conf.h>
#include <bid_functions.h>
}

namespace qingheng::base {

/// Carries a Decimal to and from Intel's type; the two have the same bytes.
struct DecimalCodec {
  static BID_UINT128 to(Decimal value) noexcept {
    BID_UINT128 out;
    out.w[0] = value.low_;
    out.w[1] = value.high_;
    return out;
  }
  static Decimal from(BID_UINT128 value) noexcept { return Decimal::from_words(value.w[0], value.w[1]); }
};

/// Round half-even, as FEEL's arithmetic does.
inline constexpr _IDEC_round kHalfEven = BID_ROUNDING_TO_NEAREST;

/// The result of `operation`, which is given the flags that the library wants.
template <typename Operation>
Decimal with_flags(Operation operation) noexcept {
  _IDEC_flags flags = 0;
  return DecimalCodec::from(operation(&flags));
}

}  // namespace qingheng::base
