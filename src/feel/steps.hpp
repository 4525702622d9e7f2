// SPDX-License-Identifier: Apache-2.0
// What an evaluation is that has taken more steps than its host allows.
#pragma once

#include <string_view>

namespace qingheng::feel {

/// The reason of the null that an evaluation is once it has passed `Host::max_steps`, whatever it is made of.
inline constexpr std::string_view kOutOfSteps = "the evaluation takes too many steps";

}  // namespace qingheng::feel
