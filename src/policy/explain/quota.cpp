// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/wording_test.cpp
#include "policy/explain/quota.hpp"

#include <algorithm>

#include "policy/explain/internal/assessor.hpp"

namespace qingheng::policy {

QuotaResult apply_quota(const Policy& policy, const Quota& quota, std::int64_t counted,
                        const registry::Subject& subject, const Circumstances& circumstances) {
  QuotaResult result{Assessor(policy, subject, circumstances).value(quota.limit), {}};
  if (result.limit.kind() != feel::Kind::Number) return result;
  const auto limit = result.limit.as_number().floor().to_int64();
  if (!limit) return result;
  const std::int64_t excess = std::max<std::int64_t>(counted - *limit, 0);
  const bool all = quota.overflow == Quota::Overflow::AllVoid && excess > 0;
  result.fallen = all ? counted : excess;
  return result;
}

}  // namespace qingheng::policy
