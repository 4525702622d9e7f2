// SPDX-License-Identifier: Apache-2.0
// Verdicts and matches as people read them on a terminal, and as JSON.
#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"
#include "cli/shell.hpp"
#include "policy/match/match.hpp"

namespace qingheng::cli {

/// Rows lined up by the width that terminals give them; the first row is the heading.
[[nodiscard]] std::string text_table(const std::vector<std::vector<std::string>>& rows);

/// The verdict, then every criterion that decides with its clause and what it rests on.
[[nodiscard]] std::string show(const Shell& shell, const policy::Assessment& assessment);
/// The best first, with window and next steps.
[[nodiscard]] std::string show(const Shell& shell, const registry::Subject& subject,
                               const std::vector<policy::Match>& matches);
/// One line on a window: `开放，剩 3 天`.
[[nodiscard]] std::string show_window(const Shell& shell, const policy::Match& match);

/// All of an assessment; keys are those of the language.
[[nodiscard]] base::Json to_json(const policy::Assessment& assessment);
/// The assessment with windows and next steps.
[[nodiscard]] base::Json to_json(const policy::Match& match);

}  // namespace qingheng::cli
