// SPDX-License-Identifier: Apache-2.0
// Names in scenarios that stand outside of the subject's facts: clauses, missing facts, divisions.
#pragma once

#include "base/diagnostic.hpp"
#include "policy/model.hpp"
#include "policy/text/tree.hpp"
#include "registry/divisions.hpp"

namespace qingheng::policy {

/// Reports clauses, one or a list, that the document does not have.
void check_scenario_clauses(const Policy& policy, const text::Node& clauses, base::Diagnostics& found);
/// Reports a name under `missing` that no evaluation can give: it is neither a fact of some kind of subject,
/// with what stands around its id, nor a parameter of the policy, nor the code of a subject.
void check_missing_name(const Policy& policy, const text::Node& name, base::Diagnostics& found);
/// Reports a code of no division.
void check_scenario_division(const registry::Divisions& divisions, const text::Node& code,
                             base::Diagnostics& found);

}  // namespace qingheng::policy
