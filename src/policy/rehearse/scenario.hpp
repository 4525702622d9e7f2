// SPDX-License-Identifier: Apache-2.0
// The tests of a policy document as plain values (docs/policy-language.md §8): who is given, on which day,
// and what is to come of it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "policy/explain/verdict.hpp"
#include "policy/explain/window_status.hpp"
#include "registry/subject.hpp"

namespace qingheng::policy {

/// What a scenario wants, with the place of the words that say so.
template <typename T>
struct Expected {
  T value;
  base::SourceSpan span;
};

/// What is wanted of one window.
struct ExpectedWindow {
  std::string window;
  Expected<Opening> opening;
  std::optional<Expected<std::int64_t>> days_left;
};

/// How many are to fall out of a quota; absent: the document gives no limit.
struct ExpectedQuota {
  std::string quota;
  Expected<std::optional<std::int64_t>> fallen;
};

/// What is to come of a case; what is absent is not compared.
struct Expectation {
  std::optional<Expected<Verdict>> verdict;
  std::vector<std::pair<std::string, Expected<Answer>>> criteria;  // by id
  std::optional<Expected<std::vector<std::string>>> missing;       // ids of facts, sorted
  std::vector<ExpectedWindow> windows;
  std::vector<ExpectedQuota> quotas;

  [[nodiscard]] bool empty() const {
    return !verdict && criteria.empty() && !missing && windows.empty() && quotas.empty();
  }
};

/// One run of a policy.
struct Case {
  std::string name;  // of the scenario, with the variation's behind it
  Moment as_of;
  Purpose purpose = Purpose::Application;
  registry::Subject subject;
  registry::Register others;  // holds the subject too
  std::map<std::string, feel::Value, std::less<>> parameters;
  std::optional<std::string> recommender;
  std::map<std::string, bool, std::less<>> decided;          // judgements, by criterion
  std::map<std::string, std::int64_t, std::less<>> counted;  // cases, by the quota that counts them
  Expectation then;
  base::SourceSpan span;    // of the words that name it
  base::SourceSpan insert;  // empty range where an expectation can be written
  /// How a new expectation is written there: a `then` block, or a verdict among the keys of a variation.
  enum class Style : std::uint8_t { Block, InFlow, InLines } style = Style::Block;
};

/// A scenario with the policy that it is about; several cases when it has variations.
struct Scenario {
  std::string name;
  const Policy* policy = nullptr;  // borrowed from the library; in force on the day of the first case
  std::vector<Case> cases;
};

}  // namespace qingheng::policy
