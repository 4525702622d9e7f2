// SPDX-License-Identifier: Apache-2.0
// One subject against one policy.
//
//   Circumstances today{.legal_date = {2019, 10, 8}, .subjects = &reg, .divisions = &divisions};
//   Assessment result = assess(policy, firm, today);
//   result.verdict;   // Eligible, Ineligible or Undetermined, with reasons
#pragma once

#include <expected>

#include "policy/explain/circumstances.hpp"
#include "policy/explain/verdict.hpp"

namespace qingheng::policy {

/// The verdict of `policy` on `subject`, which must be of one of the kinds that the policy addresses. The
/// result borrows both. Pure: the same arguments give the same result.
[[nodiscard]] Assessment assess(const Policy& policy, const registry::Subject& subject,
                                const Circumstances& circumstances, Purpose purpose = Purpose::Application);

/// Whether the policy addresses subjects of that kind.
[[nodiscard]] bool addresses(const Policy& policy, std::string_view kind);

/// Division code of a subject: its own, else that of its registration (`registered_division`) on `date`;
/// empty when neither is known.
[[nodiscard]] std::string division_of_subject(const registry::Subject& subject, base::CivilDate date);

/// Where the subject lies, as the jurisdiction of the policy sees it; within when that is empty or the policy
/// takes applicants from anywhere. A code that is not in the table of divisions says as little as none.
[[nodiscard]] Place place_under(const Policy& policy, const registry::Subject& subject,
                                const Circumstances& circumstances);

/// Whether a condition of a window, material or quota holds for a subject; `Unknown` without what decides.
[[nodiscard]] Answer holds(const Policy& policy, const Condition& condition, const registry::Subject& subject,
                           const Circumstances& circumstances);

}  // namespace qingheng::policy
