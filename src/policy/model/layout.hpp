// SPDX-License-Identifier: Apache-2.0
// The names that the expressions of a policy may use, and where the value of each comes from.
//
// An evaluator fills one vector of values per layout, entry by entry:
//
//   for (std::size_t entry : feel::inputs_of(*expression.compiled))
//     inputs[entry] = std::visit(fill, expression.layout->sources[entry]);
//
// The layouts for one kind of subject share their first `base_size` entries with `Policy::layout(kind)`, so
// that values once filled can be kept while criteria add entries of their own behind them (`window`,
// `total`).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "feel/expression.hpp"

namespace qingheng::policy {

/// A fact of the subject that the layout is for. Not `per_year`: the value, or unknown with the fact's id.
/// `per_year`: a function of one number, the year; unknown `revenue(2018)` for a year that is missing.
/// A document for several kinds of subject has one layout with the facts of all: read by id, null for a fact
/// that the subject's kind does not have.
struct FactInput {
  std::size_t fact = 0;  // index into Vocabulary::facts
};
/// A part of a composite subject: a context (`single`) or a list of contexts, each with the entry `code` and
/// one entry per fact of the part's kind, named by the fact's id and filled as FactInput says.
struct PartInput {
  std::string part;
  std::string kind;
  bool single = false;
};
/// Inside `each`: the composite subject itself, a context like that of a part, with its own facts.
struct WholeInput {
  std::string kind;
};
/// The code of the subject that the layout is for, a string (`subject`).
struct SubjectCode {};
/// A parameter: its value, or the one tried out; an unset one is unknown under its own id.
struct ParameterInput {
  std::size_t parameter = 0;  // index into Policy::parameters
};
/// A formula, evaluated in its own layout. Formulas never form a ring.
struct FormulaInput {
  std::size_t formula = 0;  // index into Policy::formulas
};
/// A table's outcome for the subject: the output's value, or a context for several outputs.
struct TableInput {
  std::size_t table = 0;  // index into Policy::tables
};
/// Another criterion of the document by its id: true when met, false when unmet, unknown otherwise.
struct CriterionInput {
  std::size_t criterion = 0;  // index into Policy::criteria
};
/// The names that belong to the law rather than to a document.
enum class BuiltIn : std::uint8_t {
  LegalDate,           // date: the day for which the law is applied
  LegalYear,           // number: its year
  Held,                // function(policy id) → boolean: a valid designation or licence on the legal date
  HeldEver,            // function(policy id) → boolean
  Holding,             // function(policy id) → context {number, granted, expires, status} or null
  Banned,              // function(policy id) → boolean: a ban is in force on the legal date
  BannedUnder,         // function(policy id, sanction id) → boolean: Banned by bans of that sanction
  SubjectHeld,         // function(code, policy id) → boolean: Held of another subject
  SubjectBanned,       // function(code, policy id) → boolean: Banned of another subject
  SubjectBannedUnder,  // function(code, policy id, sanction id) → boolean
  Within,              // function(division a, division b) → boolean: a is b or below it
  Affiliated,          // function(code a, code b) → boolean: one controls the other, or they share a parent
  DivisionOf,          // function(code) → division code of the subject
  ParentDivision,      // function(division) → division code one level up, null at the top
  DivisionLevel,       // function(division) → "national", "province", "city" or "county"
  DivisionClass,       // function(division) → "municipality", "sub-provincial", "county-level city", …
  Missed,       // function(duty id) → boolean: its last due date passed without it (grounds of revocation)
  Event,        // function(event id) → date of the last such event of the case, null when none
  Recommender,  // string: division code of the body that recommends
};
/// A relation of the vocabulary: function(code) → code of the other subject, or null.
struct RelationInput {
  std::size_t relation = 0;  // index into Vocabulary::relations
};
/// In a block with `lookback`: the range of dates, cut at the founding date.
struct WindowInput {};
/// In a block with `lookback`: the list of its full years as numbers, earliest first, cut likewise.
struct YearsInput {};
/// In the `pass` and `gap` of a score: the total of all parts.
struct TotalInput {};
/// In the `pass` and `gap` of a score: the points of one part.
struct PartPointsInput {
  std::size_t part = 0;  // index into Score::parts
};

/// Where the value of one scope entry comes from.
using Source = std::variant<FactInput, PartInput, WholeInput, SubjectCode, ParameterInput, FormulaInput,
                            TableInput, CriterionInput, BuiltIn, RelationInput, WindowInput, YearsInput,
                            TotalInput, PartPointsInput>;

/// Names with types (`scope`) and the source of each (`sources`, of the same size and order).
struct Layout {
  std::string kind;  // of subject; empty for a document without one
  feel::Scope scope;
  std::vector<Source> sources;
  /// Entries that every layout for this kind begins with.
  std::size_t base_size = 0;
};

}  // namespace qingheng::policy
