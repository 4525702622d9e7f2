// SPDX-License-Identifier: Apache-2.0
// What scenarios want to come of a case, and the answers and counts that they take as given.
#pragma once

#include "policy/rehearse/internal/key_reader.hpp"

namespace qingheng::policy {

/// Reads the parts of a scenario that name criteria, windows and quotas of its policy.
class Outcomes : public KeyReader {
 public:
  Outcomes(const Policy& policy, base::Diagnostics& found) : KeyReader(found), policy_(policy) {}

  /// `then:`.
  void read_then(const text::Node& then, Expectation& into);
  /// The keys of `then:` where they stand.
  void read_expectation(const text::Node& node, Expectation& into);
  /// `decided:`, the answers of judgements; groups follow from them.
  void read_decided(const text::Node& node, Case& made);
  /// `counted:`, how many cases a quota counts.
  void read_counted(const text::Node& node, Case& made);

 private:
  /// The number that stands beside a quota; an empty one for `no limit`.
  std::optional<std::optional<std::int64_t>> quota_number(const text::Entry& entry);
  /// The criterion that a key names by id or label; null pointer, reported, when there is none.
  const Criterion* criterion_of(const text::Entry& entry);
  void read_window(const text::Node& node, Expectation& into);

  const Policy& policy_;
};

}  // namespace qingheng::policy
