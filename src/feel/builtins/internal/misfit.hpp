// SPDX-License-Identifier: Apache-2.0
// Why none of a function's overloads takes the arguments of a call.
#pragma once

#include <span>
#include <string>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// The null for arguments in order: one of them that is itself null for a reason, or what does not fit.
[[nodiscard]] Value misfit(const Builtin& builtin, std::span<const Value> arguments, const CallSite& site);
/// The null for arguments by name, of which some have no parameter or some parameters no argument.
[[nodiscard]] Value misfit(const Builtin& builtin, std::span<const std::string> names,
                           std::span<const Value> arguments, const CallSite& site);

}  // namespace qingheng::feel
