// SPDX-License-Identifier: Apache-2.0
// Blocks `criterion` and `eligibility` (docs/policy-language.md §3).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "policy/model/criteria.hpp"
#include "policy/rules/common.hpp"

namespace qingheng::policy::rules {

/// `judgement:`, and the `judged:` of a score's item, which has no question and may leave `stage` out.
struct Judgement {
  Text question;
  Actor by;
  Spanned stage;
  std::vector<Spanned> on;
  base::SourceSpan span;
};

struct Group;
/// A criterion by id, or a group written in place.
struct GroupMember {
  Spanned criterion;                    // empty when `nested` is set
  std::shared_ptr<const Group> nested;  // null pointer otherwise
};

/// `all`, `any`, `at least`, `none`.
struct Group {
  policy::Group::Operator combine = policy::Group::Operator::All;
  std::uint32_t count = 0;  // AtLeast only
  std::vector<GroupMember> members;
  base::SourceSpan span;
};

/// One way to earn the points of an item.
struct ScoreOption {
  std::optional<FeelText> when;  // absent: otherwise
  base::Decimal points;
  base::SourceSpan span;
};

/// One line of a score table. Exactly one of `options`, `points` and `judged` is used.
struct ScoreItem {
  Spanned id;
  Text label;
  std::vector<ScoreOption> options;
  std::optional<FeelText> points;
  std::optional<Judgement> judged;
  std::optional<base::Decimal> max;  // set whenever `judged` is
};

/// The most points that an item can give; empty when only facts can tell.
[[nodiscard]] std::optional<base::Decimal> most_points(const ScoreItem& item);

/// A part of a score table.
struct ScorePart {
  Spanned id;
  Text label;
  std::optional<base::Decimal> max;
  std::optional<base::Decimal> min;
  std::vector<ScoreItem> items;
};

/// The most points that a part can give: its own `max`, or what its items give together when that is less.
[[nodiscard]] std::optional<base::Decimal> most_points(const ScorePart& part);

/// `score:`.
struct Score {
  std::vector<ScorePart> parts;
  FeelText pass;
  base::SourceSpan span;
};

/// `criterion: id`.
struct Criterion {
  Head head;
  /// `require` is the FEEL text.
  std::variant<FeelText, Judgement, Group, Score> test;
  std::optional<Lookback> lookback;
  std::vector<Spanned> evidence;
  Proof proof = Proof::Declared;
  std::optional<FeelText> applies;
  Purpose purpose = Purpose::Application;
  std::optional<FeelText> gap;
  Spanned each;
};

/// `eligibility: application`. The id of the head is the purpose.
struct Eligibility {
  Head head;
  Purpose purpose = Purpose::Application;
  std::optional<Condition> applies;
  Group group;
};

}  // namespace qingheng::policy::rules
