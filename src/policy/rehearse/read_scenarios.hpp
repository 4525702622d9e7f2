// SPDX-License-Identifier: Apache-2.0
// Scenario files → scenarios.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "policy/rehearse/scenario.hpp"
#include "policy/text/tree.hpp"
#include "registry/divisions.hpp"

namespace qingheng::policy {

/// What scenario files are read with; all must outlive the scenarios.
struct ScenarioWorld {
  const Library& library;
  const registry::Divisions& divisions;
  /// The text of a file that `base:` names, by a path relative to the working directory; null pointer when
  /// there is none.
  std::function<std::shared_ptr<const base::SourceText>(const std::string& path)> open;
};

/// Reads a scenario file. Findings are added; a scenario with an error is left out.
[[nodiscard]] std::vector<Scenario> read_scenarios(const std::shared_ptr<const base::SourceText>& text,
                                                   const ScenarioWorld& world, base::Diagnostics& found);

/// Reads a subject as scenarios write it (`kind`, `code`, `facts`, `holdings`, …). Subjects that stand in its
/// parts are added to `others`. Findings are added; what they concern is left out.
[[nodiscard]] registry::Subject read_subject(const text::Node& given, const ScenarioWorld& world,
                                             registry::Register& others, base::Diagnostics& found);

/// A parameter's value from text; on failure a sentence. `name` is its id or a label.
[[nodiscard]] std::expected<std::pair<std::string, feel::Value>, base::Diagnostic> read_parameter(
    const Policy& policy, std::string_view name, std::string_view value,
    const registry::Divisions& divisions);

}  // namespace qingheng::policy
