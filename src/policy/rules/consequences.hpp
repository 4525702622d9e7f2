// SPDX-License-Identifier: Apache-2.0
// Blocks `grant`, `duty`, `revocation` and `sanction` (docs/policy-language.md §7).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "policy/model/consequences.hpp"
#include "policy/rules/common.hpp"
#include "policy/rules/criteria.hpp"

namespace qingheng::policy::rules {

/// `grant: id`.
struct Grant {
  Head head;
  policy::Grant::Kind kind = policy::Grant::Kind::Designation;
  Text name;
  std::optional<Length> valid;
  Spanned number;
  std::string certificate;
  bool published = false;
};

/// `after: {event: granted, period: P3Y}`.
struct AfterEvent {
  Spanned event;
  Length period;
};

/// `target:` of a duty.
struct Target {
  Spanned measure;
  std::optional<base::Decimal> at_least;
  std::optional<base::Decimal> at_most;
  Spanned unit;
  std::optional<base::CivilDate> by;
  base::SourceSpan span;
  base::SourceSpan by_span;  // of the date; empty when absent
};

/// `duty: id`. One of `on_grant`, an actor in `on`, and neither (with `target`) is set.
struct Duty {
  Head head;
  Spanned on_grant;
  Actor on;
  std::variant<std::monostate, Recurring, AfterEvent, Period> due;
  Text does;
  Actor to;
  std::vector<Length> remind;
  Spanned breach;
  std::optional<Target> target;
};

/// `revocation: id`. One of `ground` and `judgement` is set.
struct Revocation {
  Head head;
  Spanned of;
  std::optional<Condition> ground;
  std::optional<Judgement> judgement;
  Actor by;
  std::optional<Period> notice;
  std::optional<Period> defence;
  bool published = false;
  std::vector<Spanned> leads_to;
};

/// `sanction: id`.
struct Sanction {
  Head head;
  Spanned kind;
  Actor on;
  Spanned from;
  std::vector<Spanned> acts;
  std::optional<Condition> ground;
  std::optional<Length> period;
  std::vector<Spanned> starts;
  std::string removed_by;
};

}  // namespace qingheng::policy::rules
