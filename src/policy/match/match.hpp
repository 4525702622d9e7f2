// SPDX-License-Identifier: Apache-2.0
// Every policy for one subject, best first, with what to do next.
//
//   for (const Match& match : match_policies(library, firm, world))
//     match.assessment.verdict, match.steps
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "policy/explain/assess.hpp"
#include "policy/explain/window_status.hpp"

namespace qingheng::policy {

/// What the subject, or somebody else, does next.
struct NextStep {
  enum class Action : std::uint8_t {
    Nothing,   // the policy does not concern it, or takes no applications
    Supply,    // give or prove facts
    AskToSet,  // a parameter waits for its issuer
    Wait,      // until the window opens
    Apply,     // now, before the window closes
    HandIn,    // a material with the application
    Await,     // judgements are still to come
    TooLate,   // the window has closed
    Refused,   // a criterion is unmet
  };
  Action action = Action::Supply;
  Text text;
};

/// One policy for the subject.
struct Match {
  Assessment assessment;
  std::vector<WindowStatus> windows;  // all of the policy, in its order
  std::optional<std::size_t> window;  // the one that matters now, index into `windows`
  bool out_of_place = false;          // the policy is about subjects of another place
  std::vector<NextStep> steps;
};

/// What matching needs besides the subject.
struct MatchWorld {
  const Circumstances& circumstances;
  std::optional<std::int32_t> second_of_day;    // of the legal date, for windows
  const base::WorkingDays* calendar = nullptr;  // null pointer: working days are left out
  bool everywhere = false;                      // policies about other places too
};

/// The policies in force on the legal date which address the subject's kind and its place and have criteria
/// for applications, and notices that take none. Best first: what can be applied for now, by days left; then
/// what lacks facts, fewest first; then what is to open; then what has closed; then notices and what does not
/// concern the subject; then what is refused, smallest gap first. Ties by id.
[[nodiscard]] std::vector<Match> match_policies(const Library& library, const registry::Subject& subject,
                                                const MatchWorld& world);

/// What to do next about a match that lacks its steps; the texts stand in the order in which to act.
[[nodiscard]] std::vector<NextStep> next_steps(const Match& match, const Circumstances& circumstances);

}  // namespace qingheng::policy
