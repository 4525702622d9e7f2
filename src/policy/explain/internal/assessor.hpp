// SPDX-License-Identifier: Apache-2.0
// Answers the criteria of one policy for one subject, each once.
#pragma once

#include <optional>
#include <vector>

#include "policy/explain/internal/inputs.hpp"

namespace qingheng::policy {

/// How answers come together in a group (verdict.hpp says by which rules). A criterion that does not apply
/// counts as met, but as not met among vetoes.
[[nodiscard]] Answer combine(Group::Operator op, std::uint32_t count, std::span<const Answer> answers);

class Assessor {
 public:
  Assessor(const Policy& policy, const registry::Subject& subject, const Circumstances& circumstances);

  const CriterionResult& answer(std::size_t criterion);
  Answer answer(const Group& group);
  /// Of a criterion's result, or of an expression in its place, with what it misses; Met when neither is set.
  CriterionResult answer(const Condition& condition);
  /// The value of an expression of the policy.
  feel::Value value(const Expression& expression);
  std::vector<CriterionResult> take_results();
  /// The foundings of the subject and of its parts that are yet to come on the legal date.
  std::vector<MissingFact> not_yet_founded();

 private:
  /// Answers one criterion for one view; `each` calls it for every part.
  CriterionResult answer_for(std::size_t criterion, View& view);
  CriterionResult answer_each(std::size_t criterion);
  void answer_test(const Criterion& criterion, View& view, CriterionResult& result);
  void answer_requirement(const Criterion& criterion, View& view, CriterionResult& result);
  void answer_score(const Criterion& criterion, const Score& score, View& view, CriterionResult& result);
  PartPoints part_points(const ScorePart& part, std::size_t index, const Criterion& criterion, View& view,
                         CriterionResult& result);
  Points item_points(const ScoreItem& item, const Criterion& criterion, View& view, CriterionResult& result);
  Answer pass_mark(const Criterion& criterion, const Score& score, View& view, CriterionResult& result);
  void explain_gap(const Criterion& criterion, View& view, const BlockNames& names, CriterionResult& result);
  void add_missing(CriterionResult& result, const feel::Value& unknown) const;
  feel::Value value_of(std::size_t criterion);
  Answer decided(const feel::Value& value, CriterionResult& result) const;

  const Policy& policy_;
  Inputs inputs_;
  View view_;
  std::vector<std::optional<CriterionResult>> results_;
};

/// Adds what is not in the list yet, by id.
void merge_missing(std::vector<MissingFact>& into, const std::vector<MissingFact>& more);

}  // namespace qingheng::policy
