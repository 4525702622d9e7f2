// SPDX-License-Identifier: Apache-2.0
// Ranges written as texts: `[18..21)`, or `(..@"2019-09-12"]` with one end left out.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// Reads an interval whose ends are literals: numbers, texts, @-literals, or `date("…")` and its like. One
/// end may be left out. The error is the reason of a null.
[[nodiscard]] std::expected<Range, std::string> read_range(std::string_view text, const CallSite& site);

}  // namespace qingheng::feel
