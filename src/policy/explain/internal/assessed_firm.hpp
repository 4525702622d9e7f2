// SPDX-License-Identifier: Apache-2.0
// A firm for tests, assessed under a small policy on one day.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "policy/explain/assess.hpp"
#include "policy/explain/internal/small_policy.hpp"

namespace qingheng::policy {

using feel::Value;
using registry::FactRecord;
using registry::Provenance;
using registry::Subject;

inline const char* const kStaff = "criterion: enough\nlabel: {zh: 人数, en: staff}\nrequire: staff >= 20";

inline constexpr base::CivilDate kDay{2019, 10, 8};

inline FactRecord record(Value value, Provenance provenance = Provenance::Declared) {
  FactRecord made;
  made.value = std::move(value);
  made.provenance = provenance;
  return made;
}

inline FactRecord of_year(std::int32_t year, Value value) {
  FactRecord made = record(std::move(value));
  made.year = year;
  return made;
}

inline Subject firm(std::string code = "firm") {
  Subject subject;
  subject.kind = "enterprise";
  subject.code = std::move(code);
  return subject;
}

/// A compiled policy, its subject and the day, which assessments borrow.
struct Setting {
  explicit Setting(const std::string& blocks, const std::string& kind = "enterprise")
      : loaded(small_policy(blocks, kind)) {
    for (const base::Diagnostic& finding : loaded.diagnostics)
      if (finding.severity == base::Severity::Error) ADD_FAILURE() << base::render(finding);
    circumstances.legal_date = kDay;
  }
  Assessment assess() { return policy::assess(policy(), subject, circumstances); }
  const Policy& policy() { return *loaded.library->policies.front(); }
  Answer answer(const std::string& id) {
    const Assessment result = assess();
    return result.criteria[static_cast<std::size_t>(policy().criterion(id) - policy().criteria.data())]
        .answer;
  }

  LoadResult loaded;
  Subject subject = firm();
  Circumstances circumstances;
};

inline std::vector<std::string> missing(const Assessment& assessment) {
  std::vector<std::string> ids;
  for (const MissingFact& fact : assessment.missing) ids.push_back(fact.id);
  return ids;
}

}  // namespace qingheng::policy
