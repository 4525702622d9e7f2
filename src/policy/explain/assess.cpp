// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/assess.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "policy/explain/internal/assessor.hpp"

namespace qingheng::policy {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Eligible:
      return "eligible";
    case Verdict::Ineligible:
      return "ineligible";
    case Verdict::Undetermined:
      return "undetermined";
    case Verdict::NotApplicable:
      return "not applicable";
  }
  return "undetermined";
}

std::string_view name_of(Answer answer) {
  switch (answer) {
    case Answer::Met:
      return "met";
    case Answer::Unmet:
      return "unmet";
    case Answer::Unknown:
      return "unknown";
    case Answer::Judgement:
      return "judgement";
    case Answer::NotApplicable:
      return "not applicable";
  }
  return "unknown";
}

std::string_view name_of(Place place) {
  switch (place) {
    case Place::Within:
      return "within";
    case Place::Outside:
      return "outside";
    case Place::Unknown:
      return "unknown";
  }
  return "unknown";
}

namespace {

/// Walks the groups below an eligibility and sorts out what the verdict still turns on.
class Walk {
 public:
  explicit Walk(Assessment& assessment) : assessment_(assessment) {}

  void mark(const Group& group) {
    for (const GroupMember& member : group.members) {
      if (member.nested)
        mark(*member.nested);
      else
        mark(member.criterion);
    }
  }

  void mark(std::size_t criterion) {
    CriterionResult& result = assessment_.criteria.at(criterion);
    if (result.decides) return;
    result.decides = true;
    if (const auto* inner = group_of(criterion)) mark(*inner);
  }

  /// Collects what one criterion leaves open.
  void collect_open(std::size_t criterion) {
    const Answer own = assessment_.criteria.at(criterion).answer;
    if (own != Answer::Unknown && own != Answer::Judgement) return;
    if (const Group* inner = group_of(criterion))
      collect(*inner, own);
    else
      note(criterion, own);
  }

  /// Collects below a group whose answer is `answer`: members that are open, or those that turned it down.
  void collect(const Group& group, Answer answer) {
    for (const GroupMember& member : group.members) {
      const Answer own = member.nested ? answer_of(*member.nested) : result_of(member).answer;
      if (!concerns(group, answer, own)) continue;
      const Group* inner = member.nested ? member.nested.get() : group_of(member.criterion);
      if (inner != nullptr && own != Answer::Met) {
        collect(*inner, own);
      } else if (!member.nested) {
        note(member.criterion, answer);
      }
    }
  }

  /// The grounds on which a group is unmet: its members one by one, when each alone turns it down, else one
  /// ground with the alternatives in it. `named` is the criterion that the group is. What stands in several
  /// groups is a ground once.
  std::vector<Failure> failures(const Group& group, std::optional<std::size_t> named) {
    const bool any = group.combine == Group::Operator::Any;
    const bool alternatives = (any || group.combine == Group::Operator::AtLeast) && group.members.size() > 1;
    std::vector<Failure> grounds;
    for (const GroupMember& member : group.members) {
      const Answer own = member.nested ? answer_of(*member.nested) : result_of(member).answer;
      if (!concerns(group, Answer::Unmet, own)) continue;
      const Group* inner = member.nested ? member.nested.get() : group_of(member.criterion);
      const auto criterion = member.nested ? std::nullopt : std::optional(member.criterion);
      if (inner == nullptr || own == Answer::Met) {
        if (criterion && told_.insert(*criterion).second) grounds.push_back({criterion, 1, {}});
        continue;
      }
      std::vector<Failure> below = failures(*inner, criterion);
      const auto all = static_cast<std::uint32_t>(below.size());
      if (alternatives && all > 1)
        grounds.push_back({criterion, all, std::move(below)});
      else
        std::ranges::move(below, std::back_inserter(grounds));
    }
    if (!alternatives || grounds.size() < 2) return grounds;
    std::vector<Failure> one;
    one.push_back({named, any ? 1 : group.count, std::move(grounds)});
    return one;
  }

  Answer answer_of(const Group& group) const {
    std::vector<Answer> answers;
    for (const GroupMember& member : group.members)
      answers.push_back(member.nested ? answer_of(*member.nested) : result_of(member).answer);
    return combine(group.combine, group.count, answers);
  }

 private:
  const CriterionResult& result_of(const GroupMember& member) const {
    return assessment_.criteria.at(member.criterion);
  }
  const Group* group_of(std::size_t criterion) const {
    return std::get_if<Group>(&assessment_.policy->criteria.at(criterion).test);
  }

  static bool concerns(const Group& group, Answer answer, Answer own) {
    if (answer != Answer::Unmet) return own == Answer::Unknown || own == Answer::Judgement;
    return own == (group.combine == Group::Operator::None ? Answer::Met : Answer::Unmet);
  }

  void note(std::size_t criterion, Answer group_answer) {
    const CriterionResult& result = assessment_.criteria[criterion];
    const auto once = [&](std::vector<std::size_t>& list) {
      if (std::ranges::find(list, criterion) == list.end()) list.push_back(criterion);
    };
    if (group_answer == Answer::Unmet) {
      once(assessment_.failed);
    } else if (result.answer == Answer::Judgement) {
      once(assessment_.subject_to);
    } else {
      merge_missing(assessment_.missing, result.missing);
    }
  }

  Assessment& assessment_;
  std::set<std::size_t> told_;  // criteria that are grounds already
};

Verdict verdict_of(Answer answer) {
  if (answer == Answer::Unmet) return Verdict::Ineligible;
  return answer == Answer::Unknown ? Verdict::Undetermined : Verdict::Eligible;
}

}  // namespace

Assessment assess(const Policy& policy, const registry::Subject& subject, const Circumstances& circumstances,
                  Purpose purpose) {
  Assessment assessment;
  assessment.policy = &policy;
  assessment.subject = &subject;
  assessment.legal_date = circumstances.legal_date;
  assessment.purpose = purpose;
  assessment.divisions = circumstances.divisions;
  assessment.place = place_under(policy, subject, circumstances);
  const Eligibility* deciding = policy.deciding(purpose);
  Assessor assessor(policy, subject, circumstances);
  CriterionResult concerned;
  concerned.answer = Answer::Met;
  if (deciding != nullptr && deciding->applies) concerned = assessor.answer(*deciding->applies);
  assessment.criteria = assessor.take_results();
  const bool closed = policy.front.applications_closed && purpose == Purpose::Application;
  if (deciding == nullptr || closed) {
    assessment.verdict = closed ? Verdict::NotApplicable : Verdict::Eligible;
    return assessment;
  }
  Walk walk(assessment);
  if (deciding->applies && deciding->applies->criterion) walk.mark(*deciding->applies->criterion);
  walk.mark(deciding->group);
  const Answer answer = walk.answer_of(deciding->group);
  if (concerned.answer == Answer::Unmet) {
    assessment.verdict = Verdict::NotApplicable;
    return assessment;
  }
  assessment.verdict = verdict_of(answer);
  const bool may_not_concern = concerned.answer == Answer::Unknown || concerned.answer == Answer::Judgement;
  if (answer != Answer::Unmet && may_not_concern) {
    if (concerned.answer == Answer::Unknown) assessment.verdict = Verdict::Undetermined;
    if (deciding->applies->criterion)
      walk.collect_open(*deciding->applies->criterion);
    else
      merge_missing(assessment.missing, concerned.missing);
  }
  if (answer != Answer::Met) walk.collect(deciding->group, answer);
  if (answer == Answer::Unmet) assessment.failures = walk.failures(deciding->group, {});
  if (assessment.verdict == Verdict::Ineligible) return assessment;
  // Whoever is yet to be founded on the legal date cannot be eligible on it, though no criterion asks.
  const std::vector<MissingFact> unfounded = assessor.not_yet_founded();
  if (!unfounded.empty()) assessment.verdict = Verdict::Undetermined;
  merge_missing(assessment.missing, unfounded);
  return assessment;
}

std::string division_of_subject(const registry::Subject& subject, base::CivilDate date) {
  if (!subject.division.empty()) return subject.division;
  const registry::FactRecord* record = subject.fact("registered_division", {}, date);
  const bool known = record != nullptr && record->value.kind() == feel::Kind::String;
  return known ? record->value.as_string() : std::string();
}

Place place_under(const Policy& policy, const registry::Subject& subject,
                  const Circumstances& circumstances) {
  const std::string& governed = policy.front.jurisdiction;
  if (policy.front.applicants_anywhere || governed.empty()) return Place::Within;
  const registry::Divisions* divisions = circumstances.divisions;
  const std::string place = division_of_subject(subject, circumstances.legal_date);
  if (place.empty() || divisions == nullptr || divisions->find(place) == nullptr) return Place::Unknown;
  return divisions->within(place, governed) ? Place::Within : Place::Outside;
}

bool addresses(const Policy& policy, std::string_view kind) {
  return std::ranges::find(policy.front.subjects, kind) != policy.front.subjects.end();
}

Answer holds(const Policy& policy, const Condition& condition, const registry::Subject& subject,
             const Circumstances& circumstances) {
  return Assessor(policy, subject, circumstances).answer(condition).answer;
}

}  // namespace qingheng::policy
