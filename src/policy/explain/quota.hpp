// SPDX-License-Identifier: Apache-2.0
// What a quota leaves of those who use it up.
//
//   QuotaResult three = apply_quota(policy, quota, 3, firm, world);
//   three.limit;   // 2
//   three.fallen;  // 1: the excess alone is void
#pragma once

#include <cstdint>
#include <optional>

#include "policy/explain/circumstances.hpp"
#include "policy/model.hpp"

namespace qingheng::policy {

/// The limit of a quota and how many of those counted fall out.
struct QuotaResult {
  feel::Value limit;  // a number; null or unknown when the document gives none
  /// Absent when there is no limit to go by.
  std::optional<std::int64_t> fallen;
};

/// What comes of `counted` cases under a quota of the policy. The recommender is that of the circumstances;
/// `subject` is any one of the cases.
[[nodiscard]] QuotaResult apply_quota(const Policy& policy, const Quota& quota, std::int64_t counted,
                                      const registry::Subject& subject, const Circumstances& circumstances);

}  // namespace qingheng::policy
