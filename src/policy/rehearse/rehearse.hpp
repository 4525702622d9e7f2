// SPDX-License-Identifier: Apache-2.0
// Runs scenarios: what came of each case, what differs from what was wanted, and which criteria the
// scenarios of a policy never put to the test.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "policy/rehearse/scenario.hpp"

namespace qingheng::policy {

/// One thing that came out otherwise than wanted.
struct Difference {
  std::string what;  // `verdict`, `criteria.no_accident`, `missing`, `window.submission`, `days left`
  std::string wanted;
  std::string actual;
  base::SourceSpan span;  // of what was wanted
};

/// A case that was run.
struct CaseResult {
  const Case* run = nullptr;  // borrowed
  Assessment assessment;      // borrows the case's subject
  std::vector<WindowStatus> windows;
  /// What fell out of the quotas that the case counts for, by id.
  std::map<std::string, std::optional<std::int64_t>, std::less<>> fallen;
  std::vector<Difference> differences;
  /// It says of nothing what is to come of it.
  bool expects_nothing = false;
  [[nodiscard]] bool passed() const { return differences.empty() && !expects_nothing; }
};

/// Runs one case of a scenario about `policy`.
[[nodiscard]] CaseResult rehearse(const Policy& policy, const Case& run, const registry::Divisions& divisions,
                                  const base::WorkingDays* calendar);

/// Which answers the scenarios have seen of one criterion.
struct CriterionCoverage {
  const Policy* policy = nullptr;
  std::size_t criterion = 0;
  bool seen_met = false;
  bool seen_unmet = false;
};

/// The criteria of policies which the results have not seen both met and unmet, in the order of the policies'
/// first appearance. Single judgements are left out: what people decide is no matter of the document. Groups
/// of them are not, for `decided` gives a scenario the answers.
[[nodiscard]] std::vector<CriterionCoverage> uncovered(std::span<const CaseResult> results);

/// A replacement in a scenario file.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

/// What has to change in the file of a case for it to pass; empty when it passes.
[[nodiscard]] std::vector<Edit> bless(const CaseResult& result);

/// The text with the edits made; every other byte stays. Of edits that overlap the first counts.
[[nodiscard]] std::string with_edits(std::string_view text, std::vector<Edit> edits);

}  // namespace qingheng::policy
