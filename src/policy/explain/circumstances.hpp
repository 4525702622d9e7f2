// SPDX-License-Identifier: Apache-2.0
// What a verdict depends on besides the policy and its subject: the day, the register, and what is tried out.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/civil_date.hpp"
#include "feel/value.hpp"
#include "registry/divisions.hpp"
#include "registry/subject.hpp"

namespace qingheng::policy {

/// What has happened in a case, for grounds of revocation and the like.
struct CaseHistory {
  std::set<std::string, std::less<>> missed;                     // ids of duties
  std::map<std::string, base::CivilDate, std::less<>> happened;  // id of an event → its last day
};

/// The world as one evaluation sees it. The pointers are borrowed; with equal circumstances a verdict is
/// equal.
struct Circumstances {
  base::CivilDate legal_date;
  /// Other subjects, for relations and parts; null pointer: only the subject itself is known.
  const registry::Register* subjects = nullptr;
  /// Null pointer: questions about divisions stay unknown.
  const registry::Divisions* divisions = nullptr;
  /// Values tried out in place of the parameters' own, by id.
  std::map<std::string, feel::Value, std::less<>> parameters;
  /// Judgements taken as given, by the id of their criterion; the others are still to come.
  std::map<std::string, bool, std::less<>> decided = {};
  /// Division code of the body that recommends; absent: unknown.
  std::optional<std::string> recommender;
  /// Absent: nothing is known of a case, and questions about one are unknown.
  std::optional<CaseHistory> history;
};

}  // namespace qingheng::policy
