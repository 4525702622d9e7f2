// SPDX-License-Identifier: Apache-2.0
// What comes of an award: the grant, the duties of its holder, how it is taken away, and sanctions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "policy/model/criteria.hpp"

namespace qingheng::policy {

/// A designation or licence that a procedure ends in.
struct Grant {
  enum class Kind : std::uint8_t { Designation, Licence };
  Head head;
  Kind kind = Kind::Designation;
  Text name;
  std::optional<Length> valid;  // absent: until revoked
  std::string number;           // pattern `淮绿厂-{year}-{serial:3}`; empty: not numbered
  std::string certificate;
  bool published = false;
};

/// A figure that an authority has to reach by a day.
struct Target {
  std::string measure;
  std::optional<base::Decimal> at_least;
  std::optional<base::Decimal> at_most;
  std::string unit;
  std::optional<base::CivilDate> by;
  base::SourceSpan span;
};

/// Falls due again and again: each `period`, on `month` and `day` when they are set, otherwise counted from
/// the grant.
struct Recurring {
  Length period;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
};
/// Falls due once, `period` after `event`.
struct AfterEvent {
  std::string event;
  Length period;
};

/// What a holder or an authority has to do.
struct Duty {
  Head head;
  std::string
      on_grant;  // id of the grant whose holders it binds; empty when it binds an authority or applicant
  Actor on;
  std::variant<std::monostate, Recurring, AfterEvent, Period> due;
  Text does;
  Actor to;
  std::vector<Length> remind;  // before it falls due
  std::string breach;          // id of a revocation or sanction; empty: none
  std::optional<Target> target;
};

/// A ground on which a grant is taken away.
struct Revocation {
  Head head;
  std::string of;  // grant id
  std::optional<Condition> ground;
  std::optional<Judgement> judgement;  // set when `ground` is not
  Actor by;
  std::optional<Period> notice;
  std::optional<Period> defence;
  bool published = false;
  std::vector<std::string> leads_to;  // ids of sanctions
};

/// What a wrong brings besides.
struct Sanction {
  Head head;
  std::string kind;  // ban, public_notice, return_funds …
  Actor on;
  std::string from;               // policy id that a ban keeps out of
  std::vector<std::string> acts;  // what may not be done
  std::optional<Condition> ground;
  std::optional<Length> period;
  std::vector<std::string> starts;  // events from which the period counts, whichever comes
  std::string removed_by;
};

}  // namespace qingheng::policy
