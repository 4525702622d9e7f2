// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
#include "policy/explain/internal/assessor.hpp"

#include <algorithm>

#include "policy/explain/wording.hpp"

namespace qingheng::policy {

using feel::Value;

Answer combine(Group::Operator op, std::uint32_t count, std::span<const Answer> answers) {
  std::size_t met = 0;
  std::size_t unknown = 0;
  std::size_t judged = 0;
  for (const Answer answer : answers) {
    const bool holds =
        answer == Answer::Met || (answer == Answer::NotApplicable && op != Group::Operator::None);
    met += holds ? 1 : 0;
    unknown += answer == Answer::Unknown ? 1 : 0;
    judged += answer == Answer::Judgement ? 1 : 0;
  }
  if (op == Group::Operator::None) {
    if (met > 0) return Answer::Unmet;
    if (unknown > 0) return Answer::Unknown;
    return judged > 0 ? Answer::Judgement : Answer::Met;
  }
  std::size_t wanted = count;
  if (op == Group::Operator::All) wanted = answers.size();
  if (op == Group::Operator::Any) wanted = 1;
  if (met >= wanted) return Answer::Met;
  if (met + unknown + judged < wanted) return Answer::Unmet;
  return unknown > 0 ? Answer::Unknown : Answer::Judgement;
}

void merge_missing(std::vector<MissingFact>& into, const std::vector<MissingFact>& more) {
  for (const MissingFact& missing : more)
    if (std::ranges::find(into, missing.id, &MissingFact::id) == into.end()) into.push_back(missing);
}

Assessor::Assessor(const Policy& policy, const registry::Subject& subject, const Circumstances& circumstances)
    : policy_(policy),
      inputs_(policy, circumstances, [this](std::size_t criterion) { return value_of(criterion); }),
      view_{.subject = &subject},
      results_(policy.criteria.size()) {}

const CriterionResult& Assessor::answer(std::size_t criterion) {
  std::optional<CriterionResult>& kept = results_.at(criterion);
  if (!kept) {
    // What a ring of criteria would ask for again stays unknown instead of going round.
    kept.emplace().criterion = criterion;
    CriterionResult result =
        policy_.criteria[criterion].each.empty() ? answer_for(criterion, view_) : answer_each(criterion);
    result.criterion = criterion;
    kept = std::move(result);
  }
  return *kept;
}

Answer Assessor::answer(const Group& group) {
  std::vector<Answer> answers;
  for (const GroupMember& member : group.members)
    answers.push_back(member.nested ? answer(*member.nested) : answer(member.criterion).answer);
  return combine(group.combine, group.count, answers);
}

CriterionResult Assessor::answer(const Condition& condition) {
  if (condition.criterion) return answer(*condition.criterion);
  CriterionResult result;
  result.answer = condition.expression ? decided(value(*condition.expression), result) : Answer::Met;
  return result;
}

Value Assessor::value(const Expression& expression) {
  return inputs_.evaluate(expression, view_, Proof::Declared, {});
}

std::vector<CriterionResult> Assessor::take_results() {
  std::vector<CriterionResult> results;
  for (std::size_t i = 0; i < results_.size(); ++i) {
    answer(i);
    results.push_back(std::move(*results_[i]));
    results_[i].reset();
  }
  return results;
}

std::vector<MissingFact> Assessor::not_yet_founded() {
  std::vector<MissingFact> missing;
  const auto look_at = [&](const View& view) {
    const registry::Fact* fact = policy_.vocabulary->fact(view.subject->kind, "founded");
    if (fact == nullptr) return;
    const Value value =
        recorded(*fact, view, {}, Proof::Declared, inputs_.circumstances().legal_date, inputs_.journal());
    if (!value.is_unknown()) return;
    for (const MissingFact& one : inputs_.missing_of(value))
      if (one.why == Lack::AfterLegalDate) missing.push_back(one);
  };
  look_at(view_);
  const registry::SubjectKind* kind = policy_.vocabulary->kind(view_.subject->kind);
  for (const auto& [id, codes] : view_.subject->parts) {
    if (kind == nullptr) break;
    const auto part = std::ranges::find(kind->parts, id, &registry::Part::id);
    const bool single = part != kind->parts.end() && part->single();
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const auto view = inputs_.part_view(view_, id, codes[i], single ? std::nullopt : std::optional(i));
      if (view) look_at(*view);
    }
  }
  return missing;
}

Value Assessor::value_of(std::size_t criterion) {
  const CriterionResult& result = answer(criterion);
  switch (result.answer) {
    case Answer::Met:
    case Answer::NotApplicable:
      return Value::boolean(true);
    case Answer::Unmet:
      return Value::boolean(false);
    case Answer::Judgement:
      return inputs_.journal().unknown({.id = policy_.criteria[criterion].head.id,
                                        .label = policy_.criteria[criterion].head.label,
                                        .subject = {},
                                        .why = Lack::NotJudged});
    case Answer::Unknown:
      break;
  }
  feel::Missing missing;
  for (const MissingFact& fact : result.missing) missing.facts.push_back(fact.id);
  std::ranges::sort(missing.facts);
  return Value::unknown(std::move(missing));
}

void Assessor::add_missing(CriterionResult& result, const Value& unknown) const {
  merge_missing(result.missing, inputs_.missing_of(unknown));
}

Answer Assessor::decided(const Value& value, CriterionResult& result) const {
  if (value.kind() == feel::Kind::Boolean) return value.as_boolean() ? Answer::Met : Answer::Unmet;
  if (value.is_unknown()) {
    add_missing(result, value);
    const bool only_judgements =
        !result.missing.empty() && std::ranges::all_of(result.missing, [](const auto& missing) {
          return missing.why == Lack::NotJudged;
        });
    if (only_judgements) result.missing.clear();
    return only_judgements ? Answer::Judgement : Answer::Unknown;
  }
  if (const feel::NullReason* reason = value.null_reason()) result.null_reason = reason->message;
  return Answer::Unmet;
}

CriterionResult Assessor::answer_for(std::size_t index, View& view) {
  const Criterion& criterion = policy_.criteria[index];
  CriterionResult result;
  Value applies = Value::boolean(true);
  if (criterion.applies)
    applies = inputs_.evaluate(*criterion.applies, view, criterion.proof,
                               {.lookback = criterion.lookback ? &*criterion.lookback : nullptr});
  if (applies.kind() == feel::Kind::Boolean && !applies.as_boolean()) {
    result.answer = Answer::NotApplicable;
    return result;
  }
  answer_test(criterion, view, result);
  if (applies.is_unknown() && result.answer != Answer::Met) {
    result.answer = Answer::Unknown;
    add_missing(result, applies);
  }
  return result;
}

void Assessor::answer_test(const Criterion& criterion, View& view, CriterionResult& result) {
  if (std::holds_alternative<Requirement>(criterion.test)) {
    answer_requirement(criterion, view, result);
  } else if (std::holds_alternative<Judgement>(criterion.test)) {
    const auto& given = inputs_.circumstances().decided;
    const auto decision = given.find(criterion.head.id);
    result.answer = Answer::Judgement;
    if (decision != given.end()) result.answer = decision->second ? Answer::Met : Answer::Unmet;
  } else if (const auto* group = std::get_if<Group>(&criterion.test)) {
    result.answer = answer(*group);
    if (result.answer != Answer::Unknown) return;
    const auto collect = [&](const auto& self, const Group& members) -> void {
      for (const GroupMember& member : members.members) {
        if (member.nested) {
          self(self, *member.nested);
        } else if (answer(member.criterion).answer == Answer::Unknown) {
          merge_missing(result.missing, answer(member.criterion).missing);
        }
      }
    };
    collect(collect, *group);
  } else {
    answer_score(criterion, std::get<Score>(criterion.test), view, result);
  }
}

void Assessor::answer_requirement(const Criterion& criterion, View& view, CriterionResult& result) {
  const Expression& expression = std::get<Requirement>(criterion.test).expression;
  const BlockNames names{.lookback = criterion.lookback ? &*criterion.lookback : nullptr};
  feel::Explanation explanation = inputs_.explain(expression, view, criterion.proof, names);
  result.answer = decided(explanation.value, result);
  result.facts = inputs_.used_facts(expression, explanation.reasons, view);
  if (criterion.lookback) {
    const base::CivilDate date = inputs_.circumstances().legal_date;
    const auto start = view.whole == nullptr ? founded(*view.subject, date) : std::nullopt;
    result.looked_back = window_of(*criterion.lookback, date, start);
  }
  result.reasons = std::move(explanation.reasons);
  if (result.answer == Answer::Unmet) explain_gap(criterion, view, names, result);
}

namespace {

bool is_nothing(const Value& gap) {
  if (gap.kind() == feel::Kind::Number) return gap.as_number().is_zero();
  const std::string text = to_bare_text(gap);
  return text == "PT0S" || text == "P0D" || text == "P0M";
}

bool is_share(const Value& value) {
  return value.kind() == feel::Kind::Number && value.as_number().abs() <= base::Decimal(1);
}

/// The year that stands around a comparison, of those for which facts were read.
std::optional<std::int32_t> year_of(const feel::Reason& reason, const Reads& reads) {
  for (const Value& item : reason.around) {
    if (item.kind() != feel::Kind::Number) continue;
    const auto year = item.as_number().to_int64();
    const bool read = std::ranges::any_of(reads.years, [&](const YearRead& one) { return one.year == year; });
    if (year && read) return static_cast<std::int32_t>(*year);
  }
  return {};
}

/// What is too much comes as a negative amount.
Gap gap_of(const feel::Reason& reason, std::optional<base::Decimal> share, const Reads& reads) {
  Gap gap{.amount = reason.gap, .unit = reason.unit, .share = share};
  const base::Decimal lacks =
      reason.gap->kind() == feel::Kind::Number ? reason.gap->as_number() : base::Decimal();
  gap.no_record = reason.counts && reason.left.kind() == feel::Kind::Number &&
                  reason.left.as_number().is_zero() && !lacks.is_negative() && lacks <= base::Decimal(1);
  gap.of_shares = reason.ratio && is_share(reason.left) && is_share(reason.right);
  gap.year = year_of(reason, reads);
  if (reason.gap->kind() == feel::Kind::Number) {
    gap.over = reason.gap->as_number().is_negative();
    gap.amount = Value::number(reason.gap->as_number().abs());
  } else if (const std::string text = to_bare_text(*reason.gap); text.starts_with('-')) {
    gap.over = true;
  }
  return gap;
}

/// The gap as a part of what was asked for.
std::optional<base::Decimal> share_of(const Value& gap, const Value& asked) {
  if (gap.kind() != feel::Kind::Number || asked.kind() != feel::Kind::Number) return {};
  const base::Decimal share = gap.as_number().abs() / asked.as_number().abs();
  return share.is_finite() ? std::optional(share) : std::nullopt;
}

}  // namespace

void Assessor::explain_gap(const Criterion& criterion, View& view, const BlockNames& names,
                           CriterionResult& result) {
  // Of alternatives the one at its very bound says nothing: only from the other is a way left to go.
  const feel::Reason* telling = nullptr;
  for (const feel::Reason& reason : result.reasons)
    if (reason.gap && (telling == nullptr || (is_nothing(*telling->gap) && !is_nothing(*reason.gap))))
      telling = &reason;
  if (telling != nullptr)
    result.gap = gap_of(*telling, share_of(*telling->gap, telling->right), inputs_.journal().reads);
  if (!criterion.gap) return;
  const Value said = inputs_.evaluate(*criterion.gap, view, criterion.proof, names);
  if (said.is_null() || said.is_unknown()) return;
  if (!result.gap) result.gap.emplace();
  result.gap->text = to_bare_text(said);
}

namespace {

/// Adds the facts of one part. A list of the whole of which each part counted other records is shown by those
/// of the part that failed, and in full when none has.
void merge_facts(std::vector<UsedFact>& into, std::vector<UsedFact> more, bool failed,
                 const registry::Vocabulary& vocabulary, std::string_view kind) {
  for (UsedFact& fact : more) {
    const auto seen = std::ranges::find_if(
        into, [&](const UsedFact& other) { return other.id == fact.id && other.subject == fact.subject; });
    if (seen == into.end()) {
      into.push_back(std::move(fact));
    } else if (failed) {
      seen->shown = std::move(fact.shown);
    } else if (const registry::Fact* known = vocabulary.fact(kind, fact.id);
               known != nullptr && seen->shown.zh != fact.shown.zh) {
      seen->shown = value_words(fact.value, *known);
    }
  }
}

}  // namespace

CriterionResult Assessor::answer_each(std::size_t index) {
  const Criterion& criterion = policy_.criteria[index];
  CriterionResult result;
  const auto codes = view_.subject->parts.find(criterion.each);
  if (codes == view_.subject->parts.end() || codes->second.empty()) {
    add_missing(result, inputs_.journal().unknown(
                            {.id = criterion.each,
                             .label = owner_of(*policy_.vocabulary, *view_.subject, criterion.each, {}, ""),
                             .subject = view_.subject->code}));
    return result;
  }
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < codes->second.size(); ++i) {
    const std::string& code = codes->second[i];
    const auto place =
        codes->second.size() == 1 && criterion.each == "lead" ? std::nullopt : std::optional(i);
    auto view = inputs_.part_view(view_, criterion.each, code, place);
    CriterionResult one;
    if (view) {
      one = answer_for(index, *view);
    } else {
      const std::string id = criterion.each + "[" + std::to_string(i + 1) + "]";
      add_missing(one, inputs_.journal().unknown({.id = id,
                                                  .label = owner_of(*policy_.vocabulary, *view_.subject,
                                                                    criterion.each, place, code),
                                                  .subject = code,
                                                  .why = Lack::NotInRegister}));
    }
    answers.push_back(one.answer);
    const std::string& name = view ? view->subject->name : code;
    result.each.push_back({i, code, view ? name : std::string(), one.answer,
                           owner_of(*policy_.vocabulary, *view_.subject, criterion.each, place, name)});
    merge_facts(result.facts, std::move(one.facts), one.answer == Answer::Unmet, *policy_.vocabulary,
                view_.subject->kind);
    std::ranges::move(one.reasons, std::back_inserter(result.reasons));
    merge_missing(result.missing, one.missing);
    if (!result.looked_back) result.looked_back = one.looked_back;
    if (!result.gap) result.gap = std::move(one.gap);
    if (result.null_reason.empty()) result.null_reason = std::move(one.null_reason);
  }
  const bool none =
      std::ranges::all_of(answers, [](Answer answer) { return answer == Answer::NotApplicable; });
  result.answer = none ? Answer::NotApplicable : combine(Group::Operator::All, 0, answers);
  return result;
}

}  // namespace qingheng::policy
