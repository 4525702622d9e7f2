// SPDX-License-Identifier: Apache-2.0
// The moment that `now()` gives: of the command line or of the clock.
#pragma once

#include <expected>
#include <string>

#include "cli/shell.hpp"
#include "feel/value.hpp"

namespace qingheng::cli {

/// The moment that `text` says, as `2019-09-12T08:00:00+08:00`; when it is empty that of the clock, in China,
/// which keeps one offset all year. The error says what is wrong with the text.
[[nodiscard]] std::expected<feel::DateAndTime, std::string> read_moment(const std::string& text,
                                                                        const Shell& shell);

}  // namespace qingheng::cli
