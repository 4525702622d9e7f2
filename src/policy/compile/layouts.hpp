// SPDX-License-Identifier: Apache-2.0
// The names that a policy's expressions may use, with their types and where their values come from
// (docs/policy-language.md §2).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Fills `policy.layouts`: one for the document's kinds together, one for each kind of their parts. Names
/// that clash are reported.
void make_layouts(Draft& draft);
/// Gives the formula its type in every layout made so far.
void set_formula_type(Draft& draft, std::size_t formula, const feel::Type& type);
/// Moves the formulas: entry `i` of `rank` is the new place of formula `i`.
void reorder_formulas(Draft& draft, std::span<const std::size_t> rank);

/// What stands behind the base of a layout.
struct Extension {
  bool window = false;           // `window` and `years`
  const Score* score = nullptr;  // `total` and the points of its parts
};
/// The layout for expressions of a criterion: the base, or the layout of the part that `each` names, with the
/// extension. Null pointer when the subject has no such part, which is reported.
[[nodiscard]] std::shared_ptr<const Layout> layout_for(Draft& draft, const rules::Spanned& each,
                                                       const Extension& extension);

}  // namespace qingheng::policy::compile
