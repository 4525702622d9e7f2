// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
// Score tables with gaps in what is known: points that are certain, and points that can still be reached. A
// pass mark is taken to ask for enough points: what is passed with few is passed with more.
#include <algorithm>

#include "policy/explain/internal/assessor.hpp"

namespace qingheng::policy {

using base::Decimal;
using feel::Value;

namespace {

Decimal cut(Decimal points, const std::optional<Decimal>& max) {
  if (points.is_negative()) return 0;
  return max && *max < points ? *max : points;
}

std::optional<Decimal> cut_bound(const std::optional<Decimal>& points, const std::optional<Decimal>& max) {
  if (!points) return max;
  return cut(*points, max);
}

void add(Points& sum, const Points& more) {
  sum.lowest = sum.lowest + more.lowest;
  sum.highest = sum.highest && more.highest ? std::optional(*sum.highest + *more.highest) : std::nullopt;
}

bool certain(const Points& points) { return points.highest && *points.highest == points.lowest; }

}  // namespace

Points Assessor::item_points(const ScoreItem& item, const Criterion& criterion, View& view,
                             CriterionResult& result) {
  if (item.judged) return {0, item.max};
  const BlockNames names{.lookback = criterion.lookback ? &*criterion.lookback : nullptr};
  if (item.points) {
    const Value value = inputs_.evaluate(*item.points, view, criterion.proof, names);
    if (value.is_unknown()) {
      add_missing(result, value);
      return {0, item.max};
    }
    const Decimal points = value.kind() == feel::Kind::Number ? cut(value.as_number(), item.max) : Decimal(0);
    return {points, points};
  }
  // Options before the first true one whose condition is unknown could still win.
  std::optional<Points> reached;
  const auto may_be = [&](Decimal points) {
    points = cut(points, item.max);
    if (!reached) reached = Points{points, points};
    reached->lowest = std::min(reached->lowest, points, [](Decimal a, Decimal b) { return a < b; });
    reached->highest = std::max(*reached->highest, points, [](Decimal a, Decimal b) { return a < b; });
  };
  for (const ScoreOption& option : item.options) {
    const Value when =
        option.when ? inputs_.evaluate(*option.when, view, criterion.proof, names) : Value::boolean(true);
    if (when.is_unknown()) add_missing(result, when);
    const bool is_true = when.kind() == feel::Kind::Boolean && when.as_boolean();
    if (when.is_unknown() || is_true) may_be(option.points);
    if (is_true) return *reached;
  }
  may_be(0);
  return *reached;
}

PartPoints Assessor::part_points(const ScorePart& part, std::size_t index, const Criterion& criterion,
                                 View& view, CriterionResult& result) {
  PartPoints points{.part = index, .points = {0, Decimal(0)}, .minimum = Answer::Met, .items = {}};
  bool unknown = false;
  for (std::size_t i = 0; i < part.items.size(); ++i) {
    const ScoreItem& item = part.items[i];
    const ItemPoints one{i, item_points(item, criterion, view, result), item.judged.has_value()};
    unknown = unknown || (!one.judged && !certain(one.points));
    add(points.points, one.points);
    points.items.push_back(one);
  }
  points.points = {cut(points.points.lowest, part.max), cut_bound(points.points.highest, part.max)};
  if (!part.min || *part.min <= points.points.lowest) return points;
  if (points.points.highest && *points.points.highest < *part.min) {
    points.minimum = Answer::Unmet;
  } else {
    points.minimum = unknown ? Answer::Unknown : Answer::Judgement;
  }
  return points;
}

Answer Assessor::pass_mark(const Criterion& criterion, const Score& score, View& view,
                           CriterionResult& result) {
  const ScoreResult& reached = *result.score;
  std::vector<Decimal> low;
  std::vector<Decimal> high;
  bool unknown = false;
  for (const PartPoints& part : reached.parts) {
    low.push_back(part.points.lowest);
    high.push_back(part.points.highest.value_or(part.points.lowest));
    for (const ItemPoints& item : part.items) unknown = unknown || (!item.judged && !certain(item.points));
  }
  const Lookback* lookback = criterion.lookback ? &*criterion.lookback : nullptr;
  const BlockNames with_lowest{lookback, low, reached.total.lowest};
  feel::Explanation lowest = inputs_.explain(score.pass, view, criterion.proof, with_lowest);
  if (lowest.value.is_unknown()) {
    add_missing(result, lowest.value);
    result.reasons = std::move(lowest.reasons);
    return Answer::Unknown;
  }
  if (lowest.value.kind() == feel::Kind::Boolean && lowest.value.as_boolean()) {
    result.reasons = std::move(lowest.reasons);
    return Answer::Met;
  }
  if (reached.total.highest) {
    const BlockNames with_highest{lookback, high, reached.total.highest};
    feel::Explanation highest = inputs_.explain(score.pass, view, criterion.proof, with_highest);
    const bool passes = highest.value.kind() == feel::Kind::Boolean && highest.value.as_boolean();
    if (!passes) {
      result.reasons = std::move(highest.reasons);
      explain_gap(criterion, view, with_highest, result);
      return Answer::Unmet;
    }
  }
  return unknown ? Answer::Unknown : Answer::Judgement;
}

void Assessor::answer_score(const Criterion& criterion, const Score& score, View& view,
                            CriterionResult& result) {
  ScoreResult& reached = result.score.emplace();
  reached.total = {0, Decimal(0)};
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    reached.parts.push_back(part_points(score.parts[i], i, criterion, view, result));
    add(reached.total, reached.parts.back().points);
    answers.push_back(reached.parts.back().minimum);
  }
  answers.push_back(pass_mark(criterion, score, view, result));
  result.facts = inputs_.used_facts(score.pass, result.reasons, view);
  result.answer = combine(Group::Operator::All, 0, answers);
  if (result.answer != Answer::Unknown) result.missing.clear();
  if (result.answer != Answer::Unmet || result.gap) return;
  for (const PartPoints& part : reached.parts) {
    if (part.minimum != Answer::Unmet) continue;
    const Decimal lack = *score.parts[part.part].min - *part.points.highest;
    result.gap =
        Gap{.amount = Value::number(lack), .unit = "分", .share = lack / *score.parts[part.part].min};
    break;
  }
}

}  // namespace qingheng::policy
