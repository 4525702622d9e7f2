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

/// Whether the policy is about subjects of that place: its jurisdiction, or anywhere when it says so. A place
/// that is not known, or not in the table of divisions, may be within.
[[nodiscard]] bool addresses_place(const Policy& policy, const registry::Subject& subject,
                                   const registry::Divisions* divisions);

/// Whether a condition of a window, material or quota holds for a subject; `Unknown` without what decides.
[[nodiscard]] Answer holds(const Policy& policy, const Condition& condition, const registry::Subject& subject,
                           const Circumstances& circumstances);

}  // namespace qingheng::policy
