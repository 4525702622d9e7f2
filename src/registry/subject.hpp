// SPDX-License-Identifier: Apache-2.0
// Subjects and what the register knows of them, as plain values.
//
//   const Subject* firm = reg.find("91340600MA2N000012");
//   const FactRecord* revenue = firm->fact("revenue", 2018);
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.hpp"
#include "base/period.hpp"
#include "feel/value.hpp"

namespace qingheng::registry {

/// How well founded a fact is.
enum class Provenance : std::uint8_t { Declared, Evidenced, Verified };

/// One value of a fact with where it comes from. Half of the answer to "unknown": a fact without a record, or
/// whose record is no longer good on the legal date, is unknown.
struct FactRecord {
  /// Null year for a fact that is not `per: year`.
  std::optional<std::int32_t> year;
  /// Never unknown. Records of a list are contexts with the vocabulary's field ids; codes are canonical
  /// codes.
  feel::Value value;
  Provenance provenance = Provenance::Declared;
  std::string source;                    // material or system it was taken from; empty when declared
  std::optional<base::CivilDate> from;   // first day on which it is good; absent: always was
  std::optional<base::CivilDate> until;  // last day on which it is good; absent: until changed
};

/// The last day on which a record is good: its own `until`; without that, `valid` counted from its `from`,
/// whose day is not counted (Civil Code art. 201, 202). Absent: until changed.
[[nodiscard]] std::optional<base::CivilDate> last_day(const FactRecord& record,
                                                      const std::optional<base::Length>& valid);

/// A designation or licence that a subject holds.
struct Holding {
  std::string policy;  // id of the policy that granted it
  std::string grant;   // id of the grant in it
  std::string number;
  base::CivilDate granted;
  std::optional<base::CivilDate> expires;  // last day of validity
  std::optional<base::CivilDate> suspended;
  std::optional<base::CivilDate> revoked;
};

/// A ban that keeps a subject out of a policy.
struct Ban {
  std::string policy;
  std::vector<std::string> acts;  // empty: all
  base::CivilDate from;
  std::optional<base::CivilDate> until;  // last day; absent: without end
  std::string ground;                    // clause and decision
  std::string sanction = {};             // id of the sanction in the policy; empty: not recorded
};

/// One enterprise, consortium, city, park, agency or person.
struct Subject {
  std::string kind;  // id of a `SubjectKind`
  std::string code;  // unified social credit code, division code, or the register's own id
  std::string name;
  std::string division;                                                // GB/T 2260 code; empty when not known
  std::map<std::string, std::vector<FactRecord>, std::less<>> facts;   // by fact id; per-year ones by year
  std::map<std::string, std::vector<std::string>, std::less<>> parts;  // part id → codes of subjects
  /// By relation id: the other's code, nothing when it is stated that there is none. A relation that is not
  /// here is unknown.
  std::map<std::string, std::optional<std::string>, std::less<>> relations;
  std::vector<Holding> holdings;
  std::vector<Ban> bans;

  /// The record of a fact (of that year, for one per year) that is good on `date`; the latest in `facts` when
  /// several are. Null pointer when there is none. `valid`: how long evidence of the fact stays good.
  [[nodiscard]] const FactRecord* fact(std::string_view id, std::optional<std::int32_t> year,
                                       base::CivilDate date,
                                       const std::optional<base::Length>& valid = {}) const;
};

/// All subjects, found by code.
class Register {
 public:
  /// False, and nothing is changed, when the code is taken.
  bool add(Subject subject);
  /// Null pointer for an unknown code.
  [[nodiscard]] const Subject* find(std::string_view code) const;
  /// In the order in which they were added.
  [[nodiscard]] const std::vector<Subject>& subjects() const { return subjects_; }

 private:
  std::vector<Subject> subjects_;
  std::map<std::string, std::size_t, std::less<>> by_code_;
};

/// Whether a holding is good on a date.
enum class Standing : std::uint8_t { NotYet, Valid, Expired, Suspended, Revoked };
/// The standing of a holding on a date.
[[nodiscard]] Standing standing(const Holding& holding, base::CivilDate date);
/// True when the ban keeps its subject out of an act on a date; an empty `act` asks for any.
[[nodiscard]] bool in_force(const Ban& ban, std::string_view act, base::CivilDate date);

}  // namespace qingheng::registry
