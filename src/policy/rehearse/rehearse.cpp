// SPDX-License-Identifier: Apache-2.0
#include "policy/rehearse/rehearse.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "policy/explain/assess.hpp"
#include "policy/explain/quota.hpp"

namespace qingheng::policy {

namespace {

std::string listed(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::vector<std::string> missing_ids(const Assessment& assessment) {
  std::vector<std::string> ids;
  for (const MissingFact& missing : assessment.missing) ids.push_back(missing.id);
  std::ranges::sort(ids);
  return ids;
}

void compare_windows(const Expectation& then, CaseResult& result) {
  for (const ExpectedWindow& wanted : then.windows) {
    const auto status = std::ranges::find_if(
        result.windows, [&](const WindowStatus& one) { return one.window->head.id == wanted.window; });
    if (status == result.windows.end()) continue;
    if (status->opening != wanted.opening.value)
      result.differences.push_back({"window." + wanted.window, std::string(name_of(wanted.opening.value)),
                                    std::string(name_of(status->opening)), wanted.opening.span});
    if (!wanted.days_left || status->days == wanted.days_left->value) continue;
    result.differences.push_back({"days left", std::to_string(wanted.days_left->value),
                                  status->days ? std::to_string(*status->days) : "null",
                                  wanted.days_left->span});
  }
}

void compare_quotas(const Expectation& then, CaseResult& result) {
  const auto text = [](std::optional<std::int64_t> fallen) {
    return fallen ? std::to_string(*fallen) : std::string("no limit");
  };
  for (const ExpectedQuota& wanted : then.quotas) {
    const auto found = result.fallen.find(wanted.quota);
    const auto fallen = found == result.fallen.end() ? std::nullopt : found->second;
    if (fallen != wanted.fallen.value)
      result.differences.push_back(
          {"void." + wanted.quota, text(wanted.fallen.value), text(fallen), wanted.fallen.span});
  }
}

void compare(const Expectation& then, CaseResult& result) {
  const Assessment& assessment = result.assessment;
  if (then.verdict && then.verdict->value != assessment.verdict)
    result.differences.push_back({"verdict", std::string(name_of(then.verdict->value)),
                                  std::string(name_of(assessment.verdict)), then.verdict->span});
  for (const auto& [id, wanted] : then.criteria)
    for (const CriterionResult& criterion : assessment.criteria)
      if (assessment.policy->criteria[criterion.criterion].head.id == id && criterion.answer != wanted.value)
        result.differences.push_back({"criteria." + id, std::string(name_of(wanted.value)),
                                      std::string(name_of(criterion.answer)), wanted.span});
  const std::vector<std::string> missing = missing_ids(assessment);
  if (then.missing && then.missing->value != missing)
    result.differences.push_back(
        {"missing", listed(then.missing->value), listed(missing), then.missing->span});
  compare_windows(then, result);
  compare_quotas(then, result);
}

/// The `then` of a case that had none.
std::string whole_expectation(const CaseResult& result) {
  const Assessment& assessment = result.assessment;
  std::string text = fmt::format("then:\n  verdict: {}\n", name_of(assessment.verdict));
  std::string criteria;
  for (const CriterionResult& criterion : assessment.criteria)
    if (criterion.decides)
      criteria += fmt::format("    {}: {}\n", assessment.policy->criteria[criterion.criterion].head.id,
                              name_of(criterion.answer));
  if (!criteria.empty()) text += "  criteria:\n" + criteria;
  const auto missing = missing_ids(assessment);
  if (!missing.empty()) text += fmt::format("  missing: {}\n", listed(missing));
  return text;
}

/// The bytes that a list takes with its brackets, when it has some.
std::pair<std::uint32_t, std::uint32_t> list_range(const base::SourceSpan& span) {
  const std::string& text = span.source->text;
  if (span.begin >= text.size() || text[span.begin] != '[') return {span.begin, span.end};
  const std::size_t close = text.find(']', std::max(span.end, span.begin + 1));
  return {span.begin, close == std::string::npos ? span.end : static_cast<std::uint32_t>(close + 1)};
}

}  // namespace

CaseResult rehearse(const Policy& policy, const Case& run, const registry::Divisions& divisions,
                    const base::WorkingDays* calendar) {
  Circumstances circumstances;
  circumstances.legal_date = run.as_of.date;
  circumstances.subjects = &run.others;
  circumstances.divisions = &divisions;
  circumstances.parameters = run.parameters;
  circumstances.recommender = run.recommender;
  circumstances.decided = run.decided;
  CaseResult result;
  result.run = &run;
  result.assessment = assess(policy, run.subject, circumstances, run.purpose);
  result.windows = window_statuses(policy, run.as_of, run.subject, circumstances, calendar);
  for (const Quota& quota : policy.quotas)
    if (const auto counted = run.counted.find(quota.head.id); counted != run.counted.end())
      result.fallen[quota.head.id] =
          apply_quota(policy, quota, counted->second, run.subject, circumstances).fallen;
  result.expects_nothing = run.then.empty();
  compare(run.then, result);
  return result;
}

std::vector<CriterionCoverage> uncovered(std::span<const CaseResult> results) {
  std::vector<CriterionCoverage> all;
  for (const CaseResult& result : results) {
    const Policy* policy = result.assessment.policy;
    auto first = std::ranges::find(all, policy, &CriterionCoverage::policy);
    if (first == all.end()) {
      const auto place = all.size();
      for (std::size_t i = 0; i < policy->criteria.size(); ++i) all.push_back({policy, i});
      first = all.begin() + static_cast<std::ptrdiff_t>(place);
    }
    for (const CriterionResult& criterion : result.assessment.criteria) {
      CriterionCoverage& coverage = *(first + static_cast<std::ptrdiff_t>(criterion.criterion));
      coverage.seen_met = coverage.seen_met || criterion.answer == Answer::Met;
      coverage.seen_unmet = coverage.seen_unmet || criterion.answer == Answer::Unmet;
    }
  }
  std::erase_if(all, [](const CriterionCoverage& coverage) {
    const Criterion& criterion = coverage.policy->criteria[coverage.criterion];
    return std::holds_alternative<Judgement>(criterion.test) || (coverage.seen_met && coverage.seen_unmet);
  });
  return all;
}

std::vector<Edit> bless(const CaseResult& result) {
  std::vector<Edit> edits;
  const Case& run = *result.run;
  if (result.expects_nothing) {
    const std::string_view verdict = name_of(result.assessment.verdict);
    std::string text;
    switch (run.style) {
      case Case::Style::InFlow:
        text = fmt::format("verdict: {}, ", verdict);
        break;
      case Case::Style::InLines: {
        const std::uint32_t column = base::SourceSpan(run.insert).start().column;
        text = fmt::format("verdict: {}\n{}", verdict, std::string(column - 1, ' '));
        break;
      }
      case Case::Style::Block: {
        const std::string& file = run.insert.source->text;
        const bool open_line = run.insert.begin > 0 && file[run.insert.begin - 1] != '\n';
        text = (open_line ? "\n" : "") + whole_expectation(result);
        break;
      }
    }
    edits.push_back({run.insert.begin, run.insert.end, std::move(text)});
  }
  for (const Difference& difference : result.differences) {
    auto [begin, end] = std::pair(difference.span.begin, difference.span.end);
    if (difference.what == "missing") std::tie(begin, end) = list_range(difference.span);
    edits.push_back({begin, end, difference.actual});
  }
  return edits;
}

std::string with_edits(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, &Edit::begin);
  std::string edited;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    if (edit.begin < at) continue;
    edited += text.substr(at, edit.begin - at);
    edited += edit.text;
    at = edit.end;
  }
  edited += text.substr(at);
  return edited;
}

}  // namespace qingheng::policy
