// SPDX-License-Identifier: Apache-2.0
// Text → tree, by the grammar of DMN 1.5 §10.3.1.2. Names may hold spaces and operators, so the parser is
// told which names there are; the longest known one that fits is taken.
#pragma once

#include <expected>
#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "feel/expression.hpp"
#include "feel/syntax/tree.hpp"

namespace qingheng::feel::syntax {

/// Reads the whole text. Known are the names of `scope`, the members of its types at any depth, the built-in
/// functions, and the names that the text itself brings in (keys, parameters, iterators). On failure what was
/// wrong, with the characters. Bounded in depth and in work: no text makes it overflow or hang.
[[nodiscard]] std::expected<NodePtr, base::Diagnostics> parse(const base::SourceSpan& text,
                                                              const Scope& scope, Form form);

}  // namespace qingheng::feel::syntax
