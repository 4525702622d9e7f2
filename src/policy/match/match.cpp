// SPDX-License-Identifier: Apache-2.0
#include "policy/match/match.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace qingheng::policy {

namespace {

/// Gaps of different measures compared as parts of what was asked for; a failure without a measure is whole.
base::Decimal largest_gap(const Assessment& assessment) {
  base::Decimal largest;
  for (const std::size_t index : assessment.failed) {
    const auto& gap = assessment.criteria[index].gap;
    const base::Decimal share = gap && gap->share ? *gap->share : base::Decimal(1);
    if (largest < share) largest = share;
  }
  return largest;
}

enum class Class : std::uint8_t { ApplyNow, LacksFacts, ToOpen, TooLate, Nothing, Refused };

Class class_of(const Match& match) {
  if (match.assessment.verdict == Verdict::Ineligible) return Class::Refused;
  if (match.assessment.verdict == Verdict::NotApplicable) return Class::Nothing;
  if (match.window) {
    const Opening opening = match.windows[*match.window].opening;
    if (opening == Opening::NotYet || opening == Opening::Unannounced) return Class::ToOpen;
    if (opening == Opening::Closed) return Class::TooLate;
  }
  return match.assessment.verdict == Verdict::Eligible ? Class::ApplyNow : Class::LacksFacts;
}

/// Sorting by it puts the best first.
auto place_of(const Match& match) {
  constexpr std::int64_t kNoEnd = INT64_MAX;
  const auto days = match.window ? match.windows[*match.window].days : std::nullopt;
  const Assessment& assessment = match.assessment;
  return std::tuple(class_of(match), assessment.verdict == Verdict::Eligible ? 0 : 1,
                    assessment.missing.size(), assessment.failed.size(), days.value_or(kNoEnd));
}

/// Of a notice the time for objections matters, of everything else the times for applicants.
const WindowStatus* telling_window(const Match& match) {
  if (!match.assessment.policy->front.applications_closed) return window_that_matters(match.windows);
  const WindowStatus* best = nullptr;
  for (const WindowStatus& status : match.windows)
    if (status.window->purpose == Window::For::Objection && (best == nullptr || rank(status) < rank(*best)))
      best = &status;
  return best;
}

bool better(const Match& one, const Match& other) {
  const auto a = place_of(one);
  const auto b = place_of(other);
  if (a != b) return a < b;
  const base::Decimal gap = largest_gap(one.assessment);
  const base::Decimal other_gap = largest_gap(other.assessment);
  if (gap != other_gap) return gap < other_gap;
  return one.assessment.policy->front.id < other.assessment.policy->front.id;
}

}  // namespace

std::vector<Match> match_policies(const Library& library, const registry::Subject& subject,
                                  const MatchWorld& world) {
  const Circumstances& circumstances = world.circumstances;
  std::vector<Match> matches;
  std::set<std::string_view> seen;
  for (const auto& version : library.policies) {
    if (!seen.insert(version->front.id).second) continue;
    const Policy* policy = library.policy(version->front.id, circumstances.legal_date);
    if (policy == nullptr || !addresses(*policy, subject.kind)) continue;
    const bool decides = policy->deciding(Purpose::Application) != nullptr;
    if (!decides && !policy->front.applications_closed) continue;
    const bool in_place = place_under(*policy, subject, circumstances) != Place::Outside;
    if (!in_place && !world.everywhere) continue;
    Match match;
    match.assessment = assess(*policy, subject, circumstances);
    match.out_of_place = !in_place;
    const Moment moment{circumstances.legal_date, world.second_of_day};
    match.windows = window_statuses(*policy, moment, subject, circumstances, world.calendar);
    const WindowStatus* window = telling_window(match);
    if (window != nullptr) match.window = static_cast<std::size_t>(window - match.windows.data());
    match.steps = next_steps(match, circumstances);
    matches.push_back(std::move(match));
  }
  std::ranges::sort(matches, better);
  return matches;
}

}  // namespace qingheng::policy
