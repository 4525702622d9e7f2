// SPDX-License-Identifier: Apache-2.0
// What a policy says of one subject on one legal date, as plain values: the verdict and, criterion by
// criterion, what it rests on.
//
// Five answers of a criterion. `Unknown` waits for facts that it names; `Judgement` waits for people and for
// nothing else. Groups combine them by Kleene logic: what is certain decides at once; where it does not, an
// unknown member makes the group unknown, and only when no member is unknown does a judgement make it a
// judgement. So a judgement never turns a subject down and never hides a missing fact.
//
// `Eligible` means that every fact asked for is there and holds; the judgements in `subject_to` are still to
// come. `Undetermined` means that `missing` names what could decide. A subject that is founded only after the
// legal date, or has such a part, is never eligible on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/civil_date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "feel/trace.hpp"
#include "feel/value.hpp"
#include "policy/explain/lookback.hpp"
#include "policy/model.hpp"
#include "registry/divisions.hpp"
#include "registry/subject.hpp"

namespace qingheng::policy {

/// Of a whole policy.
enum class Verdict : std::uint8_t {
  Eligible,
  Ineligible,
  Undetermined,
  NotApplicable,  // the subject need do nothing: it is not concerned, or the document takes no applications
};
/// `eligible`, `ineligible`, `undetermined`, `not applicable`.
[[nodiscard]] std::string_view name_of(Verdict verdict);

/// Of one criterion.
enum class Answer : std::uint8_t { Met, Unmet, Unknown, Judgement, NotApplicable };
/// `met`, `unmet`, `unknown`, `judgement`, `not applicable`.
[[nodiscard]] std::string_view name_of(Answer answer);

/// A fact that decided, as the register has it; also what it records itself: bans, holdings, places,
/// relations.
struct UsedFact {
  std::string id;  // `revenue(2018)`, `members[2].founded`, `banned(huaibei-green-factory)`
  base::Text label;
  base::Text owner;     // `成员 2 某公司`: whose fact it is; empty for the subject of the assessment
  std::string subject;  // code of the subject that it is a fact of
  feel::Value value;
  std::string unit;  // empty for none
  base::Text shown;  // the value as people read it
  /// Absent for what the register records itself.
  std::optional<registry::Provenance> provenance;
  std::string source;                    // material or system; empty when declared
  std::optional<base::CivilDate> until;  // last day on which it is good
};

/// Why something that a criterion needs is not there.
enum class Lack : std::uint8_t {
  NotSupplied,     // the register has no record of it
  Expired,         // its record was good until `on`
  NotYetGood,      // its record is good from `on`
  AfterLegalDate,  // it happened on `on`, which is after the legal date
  Unproven,        // there is a record, less well founded than the criterion demands
  NotSet,          // a parameter that its issuer has yet to set
  NotInRegister,   // another subject, or a division, that the register does not have
  NotGiven,        // belongs to a case: recommender, duties missed, events
  NotJudged,       // a criterion of people's judgement that an expression names
};

/// A fact, parameter or circumstance whose absence leaves a criterion unknown.
struct MissingFact {
  std::string id;  // `revenue(2018)`, `members[2].founded`, `pass_score`
  base::Text label;
  base::Text owner = {};  // whose fact it is, as of a `UsedFact`
  std::string subject;    // code of the subject that has to supply it; empty for a parameter
  Lack why = Lack::NotSupplied;
  std::optional<base::CivilDate> on;   // of Expired, NotYetGood and AfterLegalDate
  Proof demanded = Proof::Declared;    // of Unproven
  std::vector<std::string> evidence;   // ids of materials that would prove it
  std::vector<std::string> verifiers;  // lines of authority that may verify it
  Actor set_by;                        // of NotSet
  std::string set_where;               // of NotSet: the paper that will hold the value
};

/// How far off a criterion is.
struct Gap {
  std::optional<feel::Value> amount;  // number, date distance or duration that lacks
  std::string unit;
  bool over = false;       // `amount` is what is too much
  bool no_record = false;  // one record would do, and there is none
  bool of_shares = false;  // `amount` is between two shares of a whole: 0.01 is one percentage point
  std::optional<std::int32_t> year;  // in which it falls short, when the criterion asks for several
  std::string text;                  // the author's own words (`gap:`); empty for none
  /// The amount as a part of what was asked for, to compare gaps of different measures; absent when there is
  /// none.
  std::optional<base::Decimal> share;
};

/// Points that are certain, and points that can still be reached.
struct Points {
  base::Decimal lowest;
  std::optional<base::Decimal> highest;  // absent: without bound
};

/// One line of a score table with its points.
struct ItemPoints {
  std::size_t item = 0;  // index into ScorePart::items
  Points points;
  bool judged = false;  // people give the points
};

/// One part of a score table with its points.
struct PartPoints {
  std::size_t part = 0;  // index into Score::parts
  Points points;
  Answer minimum = Answer::Met;  // whether it reaches `min`
  std::vector<ItemPoints> items;
};

/// A score table filled in as far as the facts go.
struct ScoreResult {
  std::vector<PartPoints> parts;
  Points total;
};

/// What a criterion with `each` comes to for one part.
struct EachResult {
  std::size_t index = 0;  // place in the list, from 0
  std::string code;
  std::string name;
  Answer answer = Answer::Unknown;
  base::Text owner = {};  // `成员 2 某公司`
};

/// One criterion of the policy, answered.
struct CriterionResult {
  std::size_t criterion = 0;  // index into Policy::criteria
  Answer answer = Answer::Unknown;
  /// The verdict can depend on it: the eligibility group names it, by way of groups or directly.
  bool decides = false;
  std::vector<UsedFact> facts;
  /// The days that a `lookback` means on the legal date; with `each`, without regard to foundings.
  std::optional<DateSpan> looked_back;
  std::optional<Gap> gap;
  std::vector<MissingFact> missing;
  std::vector<feel::Reason> reasons;
  std::string null_reason;  // why an expression gave null and so is unmet; empty for none
  std::optional<ScoreResult> score;
  std::vector<EachResult> each;  // of a criterion with `each`, one for every part
};

/// A ground of refusal: a criterion, or a group of alternatives of which too few are met.
struct Failure {
  std::optional<std::size_t> criterion;  // absent for a group that is written in place
  std::uint32_t wanted = 1;              // how many of the alternatives
  std::vector<Failure> alternatives;     // those that are unmet; empty for a criterion
};

/// Where a subject lies, as the policy's jurisdiction sees it.
enum class Place : std::uint8_t { Within, Outside, Unknown };
/// `within`, `outside`, `unknown`.
[[nodiscard]] std::string_view name_of(Place place);

/// A policy's verdict on a subject.
struct Assessment {
  const Policy* policy = nullptr;  // borrowed
  const registry::Subject* subject = nullptr;
  const registry::Divisions* divisions = nullptr;  // borrowed, to name places; may be a null pointer
  base::CivilDate legal_date;
  Purpose purpose = Purpose::Application;
  Place place = Place::Within;
  Verdict verdict = Verdict::Undetermined;
  std::vector<CriterionResult> criteria;  // all of the policy, in its order
  /// Indices of the judgements that an eligible subject still has before it, and an undetermined one may
  /// have.
  std::vector<std::size_t> subject_to;
  /// Indices of the criteria without groups that turned an ineligible subject down.
  std::vector<std::size_t> failed;
  /// The same grounds as `failed`, alternatives together.
  std::vector<Failure> failures;
  /// What could decide an undetermined verdict, each once, in the order of the criteria. Empty otherwise.
  std::vector<MissingFact> missing;
};

}  // namespace qingheng::policy
