// SPDX-License-Identifier: Apache-2.0
// The words of a clause held against its blocks.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Warns of 近…年 in a clause whose criteria have no lookback, and of numbers whose bound the prose includes
/// and the block excludes, or the other way round.
void check_prose(const Draft& draft);

}  // namespace qingheng::policy::compile
