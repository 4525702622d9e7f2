// SPDX-License-Identifier: Apache-2.0
// What every block of a policy document shares: its address, its labels, and the small values that several
// kinds of block use (authorities, periods, conditions). docs/policy-language.md describes them for authors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/civil_date.hpp"
#include "base/decimal.hpp"
#include "base/period.hpp"
#include "base/source.hpp"
#include "base/text.hpp"
#include "feel/expression.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::policy {

struct Layout;

using base::Counting;
using base::DayKind;
using base::Length;
using base::Text;

/// A compiled FEEL expression and how its inputs are to be filled: `layout->sources[i]` says where the value
/// of scope entry `i` comes from, for every `i` of `feel::inputs_of(*compiled)`; the rest may stay null.
struct Expression {
  std::shared_ptr<const feel::Compiled> compiled;
  std::shared_ptr<const Layout> layout;
  base::SourceSpan span;  // the text as the author wrote it
};

/// What the blocks of all kinds begin with.
struct Head {
  std::string id;
  Text label;
  std::string note;
  /// Address of the clause that the block stands under; never empty in a checked policy.
  std::string clause;
  /// Addresses of further clauses that the block carries out.
  std::vector<std::string> also;
  base::SourceSpan span;  // the block's first key and its value
};

/// The levels of the division tree, widest first.
enum class Level : std::uint8_t { National, Province, City, County };

/// Who acts: `industry@county`, `industry@340600`, `applicant`, `panel`.
struct Actor {
  enum class Kind : std::uint8_t {
    None,
    Authority,    // a line of authority at a level of the case's place, or at a named division
    Applicant,    // the subject that applies
    Recommender,  // whoever recommended the case
    Holder,       // the subject that holds a grant
    Panel,        // experts
    Agency,       // a third party that the applicant or the authority appoints
  };
  Kind kind = Kind::None;
  std::string line;            // `industry`; Authority only
  std::optional<Level> level;  // resolved from the place of the case
  std::string division;        // GB/T 2260 code; set when `level` is not
  base::SourceSpan span;
};

/// A period that runs from an event: `{days: 30, kind: working, counting: exclusive, from: renamed}`.
struct Period {
  Length length;  // `months` for a period in months or years, `days` otherwise
  DayKind kind = DayKind::Natural;
  Counting counting = Counting::Exclusive;
  /// Outcome, event or window at whose time it starts; empty: the entry into the stage, or the event at hand.
  std::string from;
  base::SourceSpan span;
};

/// A moment of a published window or notice in China's civil time. A date alone means the end of that day
/// when a period closes, and its beginning when it opens.
struct Moment {
  base::CivilDate date;
  std::optional<std::int32_t> second_of_day;  // absent: the date alone was written
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Either a criterion of the document or a FEEL condition in its place. Exactly one is set.
struct Condition {
  std::optional<std::size_t> criterion;  // index into Policy::criteria
  std::optional<Expression> expression;
  base::SourceSpan span;
};

}  // namespace qingheng::policy
