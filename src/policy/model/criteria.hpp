// SPDX-License-Identifier: Apache-2.0
// Criteria: what a subject must be, show or reach, and how several of them decide together.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "policy/model/common.hpp"

namespace qingheng::policy {

/// 近三年: which stretch of time before the legal date a criterion looks at.
struct Lookback {
  enum class Kind : std::uint8_t {
    Rolling,     // from the same day n years back to the legal date, both included
    Calendar,    // the n full calendar years before the legal date's
    Accounting,  // the n last years whose accounts are closed: year y from 1 May of y + 1
  };
  std::string phrase;
  Kind kind = Kind::Rolling;
  std::uint32_t years = 0;   // either `years` or `months` is above zero
  std::uint32_t months = 0;  // Rolling only
  base::SourceSpan span;
};

/// How well founded a fact must be before it counts.
enum class Proof : std::uint8_t { Declared, Evidenced, Verified };

/// At which occasion a criterion is asked for.
enum class Purpose : std::uint8_t { Application, Recommendation, Reevaluation, Acceptance, Retention };

/// Met when the expression is true, unmet when false (or null), unknown when unknown.
struct Requirement {
  Expression expression;
};

/// Decided by people: never met and never a missing fact when matching.
struct Judgement {
  Text question;
  Actor by;
  std::string stage;            // id of a stage; empty when the document has no procedure
  std::vector<std::string> on;  // materials looked at
};

struct Group;
/// A criterion of the document, or a group written in place.
struct GroupMember {
  std::size_t criterion = 0;  // index into Policy::criteria; meaningless when `nested` is set
  std::shared_ptr<const Group> nested;
};

/// Several criteria that decide together.
struct Group {
  enum class Operator : std::uint8_t { All, Any, AtLeast, None };
  Operator combine = Operator::All;
  std::uint32_t count = 0;  // AtLeast only
  std::vector<GroupMember> members;
  base::SourceSpan span;
};

/// One way to earn the points of an item: the first option whose condition is true counts.
struct ScoreOption {
  std::optional<Expression> when;  // absent: otherwise
  base::Decimal points;
};

/// One line of a score table. Exactly one of `options`, `points` and `judged` is used.
struct ScoreItem {
  std::string id;
  Text label;
  std::vector<ScoreOption> options;
  std::optional<Expression> points;  // a number, cut to [0, max]
  std::optional<Judgement> judged;   // points given by people
  std::optional<base::Decimal> max;  // set whenever `judged` is
  base::SourceSpan span;
};

/// A part of a score table; its points are the sum of its items, cut to `max`.
struct ScorePart {
  std::string id;
  Text label;
  std::optional<base::Decimal> max;
  std::optional<base::Decimal> min;  // below it the whole fails
  std::vector<ScoreItem> items;
  base::SourceSpan span;
};

/// Met when every part reaches its `min` and `pass` is true.
struct Score {
  std::vector<ScorePart> parts;
  Expression pass;  // names beside the usual ones: `total` and the ids of the parts
};

/// A criterion. `applies`, when it is false, makes it met without looking further.
struct Criterion {
  Head head;
  std::variant<Requirement, Judgement, Group, Score> test;
  std::optional<Lookback> lookback;
  std::vector<std::string> evidence;  // materials beyond those that prove the facts
  Proof proof = Proof::Declared;
  std::optional<Expression> applies;
  Purpose purpose = Purpose::Application;
  std::optional<Expression> gap;  // text saying how far off the subject is
  /// Part of a composite subject (`members`) every one of which must meet it; empty: the subject itself.
  /// The expressions of such a criterion are in the layout of the part's kind.
  std::string each;
};

/// Which criteria decide for a purpose.
struct Eligibility {
  Purpose purpose = Purpose::Application;
  Group group;
  base::SourceSpan span;
  /// Whom it concerns at all: where it is false there is nothing to decide and nothing to do.
  std::optional<Condition> applies = {};
};

}  // namespace qingheng::policy
