// SPDX-License-Identifier: Apache-2.0
// The block `procedure` (docs/policy-language.md §6).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/model/procedure.hpp"
#include "policy/rules/common.hpp"

namespace qingheng::policy::rules {

/// How a stage ends.
struct Outcome {
  Spanned id;
  Text label;
  std::optional<Condition> when;
  Spanned to;
  Spanned clause;
  policy::Outcome::Defects defects = policy::Outcome::Defects::None;
  base::SourceSpan span;
};

/// `panel:` of a stage.
struct Panel {
  std::uint32_t members = 0;
  bool drawn = false;
  std::vector<Spanned> recusal;
  std::uint32_t attendance = 0;
  Spanned score;
  std::string combine;
  base::SourceSpan span;
};

/// `objections:` of a publicity.
struct Objections {
  bool written = false;
  std::vector<Spanned> needs;
  policy::Objections::Holds holds = policy::Objections::Holds::Item;
  policy::Objections::Anonymous anonymous = policy::Objections::Anonymous::Noted;
  std::optional<Period> decide_within;
};

/// `publicity:` of a stage.
struct Publicity {
  Period period;
  std::optional<base::CivilDate> published_from;
  std::optional<base::CivilDate> published_to;
  base::SourceSpan published_span;  // of `published`; empty when absent
  Text place;
  std::optional<Objections> objections;
  base::SourceSpan span;
};

/// `parallel:` of a stage. `at_least` is the number of stages for `join: all`, 1 for `join: any`.
struct Parallel {
  std::uint32_t at_least = 0;
  std::vector<Spanned> stages;
  base::SourceSpan span;
};

/// One stage of a procedure.
struct Stage {
  Spanned id;
  Text label;
  Spanned clause;
  Actor by;
  Spanned does;
  Spanned window;
  std::vector<Spanned> materials;
  std::vector<Spanned> requires_met;
  std::vector<Spanned> decides;
  std::optional<Period> within;
  std::optional<Parallel> parallel;
  std::optional<Panel> panel;
  std::optional<Publicity> publicity;
  Spanned grants;
  Spanned to;
  std::vector<Outcome> outcomes;
  base::SourceSpan span;
};

/// `procedure: id`.
struct Procedure {
  Head head;
  Spanned starts;
  std::vector<Stage> stages;
  std::optional<Listing> listing;
};

}  // namespace qingheng::policy::rules
