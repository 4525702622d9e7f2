// SPDX-License-Identifier: Apache-2.0
// Running the scenario files below paths: for `test` and `report`.
#pragma once

#include <deque>
#include <expected>
#include <string>
#include <vector>

#include "cli/world.hpp"
#include "policy/rehearse/rehearse.hpp"

namespace qingheng::cli {

/// Scenarios that were run. Results borrow from `scenarios` and from the world.
struct ScenarioRun {
  std::vector<std::shared_ptr<const base::SourceText>> files;
  std::deque<policy::Scenario> scenarios;
  std::vector<policy::CaseResult> results;
  base::Diagnostics findings;  // files, or scenarios in them, that could not be read

  [[nodiscard]] std::size_t passed() const;
  /// Failed cases, and findings.
  [[nodiscard]] std::size_t failed() const;
};

/// Runs every `*.yaml` at or below the paths that stands in a folder `scenarios`, or is named itself. The
/// error names a path that does not exist or holds no scenario.
[[nodiscard]] std::expected<ScenarioRun, std::string> run_scenarios(const World& world,
                                                                    const std::vector<std::string>& paths);

/// The failed cases with what they wanted, and the findings.
[[nodiscard]] std::string show_failures(const Shell& shell, const ScenarioRun& run);

}  // namespace qingheng::cli
