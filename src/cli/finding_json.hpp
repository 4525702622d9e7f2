// SPDX-License-Identifier: Apache-2.0
// Findings as JSON, for editors and other programs.
#pragma once

#include "base/diagnostic.hpp"
#include "base/json.hpp"

namespace qingheng::cli {

/// `severity`, `code`, `message`, `help` and `spans` with lines and columns from 1, `end` behind the last.
[[nodiscard]] base::Json to_json(const base::Diagnostic& finding);

}  // namespace qingheng::cli
