// SPDX-License-Identifier: Apache-2.0
// The reader of each kind of block, and of what several kinds have in common.
#pragma once

#include "base/diagnostic.hpp"
#include "policy/rules/blocks.hpp"
#include "policy/rules/fields.hpp"

namespace qingheng::policy::rules {

/// Reads one kind of block; what does not fit is reported and left empty.
[[nodiscard]] Facts read_facts(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Subjects read_subjects(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Relations read_relations(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Units read_units(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Parameter read_parameter(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Formula read_formula(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Table read_table(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Material read_material(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Window read_window(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Quota read_quota(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Criterion read_criterion(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Eligibility read_eligibility(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Procedure read_procedure(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Grant read_grant(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Duty read_duty(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Revocation read_revocation(const text::Block& block, base::Diagnostics& found);
[[nodiscard]] Sanction read_sanction(const text::Block& block, base::Diagnostics& found);

/// Reads the front matter.
[[nodiscard]] FrontMatter read_front_matter(const text::Node& node, base::Diagnostics& found);
/// `type`, `unit`, `codes` and `of` of a mapping; without `type`, any.
[[nodiscard]] ValueType read_value_type(const Fields& fields);
/// `judgement:` or `judged:`, whose mapping is given.
[[nodiscard]] Judgement read_judgement(const text::Node& node, const Mapping& mapping,
                                       base::Diagnostics& found);

}  // namespace qingheng::policy::rules
