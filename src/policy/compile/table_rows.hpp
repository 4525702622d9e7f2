// SPDX-License-Identifier: Apache-2.0
// Rows of a decision table against each other: inputs that several rows take, inputs that none takes.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Reports overlaps of a unique table, disagreeing overlaps of an `any` table, and gaps, each with one
/// example of inputs. Exact for tests made of literals (comparisons, ranges, lists, `not`, `-`) over numbers,
/// dates, texts and booleans; a row that tests otherwise is left out, and with it the question of gaps.
void check_rows(Draft& draft, const Table& table);

}  // namespace qingheng::policy::compile
