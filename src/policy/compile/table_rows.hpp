// SPDX-License-Identifier: Apache-2.0
// Rows of a decision table against each other: what `decision` finds in it, in the words of policies.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Reports overlaps of a unique table and disagreeing ones of an `any` table, gaps, rows that are never
/// reached or never hit, tests that never hold, columns without use, outputs beside their list, each with an
/// example of inputs where there is one. A test that reads more than constants is undecided, and nothing is
/// reported that hangs on it.
void check_rows(Draft& draft, const Table& table);

}  // namespace qingheng::policy::compile
