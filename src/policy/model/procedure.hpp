// SPDX-License-Identifier: Apache-2.0
// The way of a case: stages, who acts, time limits, outcomes, panels, publicity with objections.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/model/common.hpp"

namespace qingheng::policy {

/// How a stage ends, and where the case goes.
struct Outcome {
  enum class Defects : std::uint8_t { None, All, Some };
  std::string id;
  Text label;
  std::optional<Condition> when;    // guard; absent: whoever acts chooses
  std::string to;                   // stage id, or `end`
  std::string clause;               // ground of a refusal; empty otherwise
  Defects defects = Defects::None;  // what a return must name: all at once
  base::SourceSpan span;
};

/// Experts who review, how they are drawn and how their scores are put together.
struct Panel {
  std::uint32_t members = 0;
  bool drawn = false;
  std::vector<std::string> recusal;  // relations that exclude an expert
  std::uint32_t attendance = 0;      // experts that must be present
  std::optional<std::size_t> score;  // criterion with a score, index into Policy::criteria
  std::string combine;               // how single scores make one
};

/// What a written objection must hold and what it does.
struct Objections {
  bool written = false;
  std::vector<std::string> needs;
  enum class Holds : std::uint8_t { Item, All, Nothing } holds = Holds::Item;
  enum class Anonymous : std::uint8_t { Refused, Noted, Accepted } anonymous = Anonymous::Noted;
  std::optional<Period> decide_within;
};

/// Notice to the public before an award becomes final.
struct Publicity {
  Period period;
  std::optional<base::CivilDate> published_from;  // dates that the notice itself printed
  std::optional<base::CivilDate> published_to;
  Text place;
  std::optional<Objections> objections;
  base::SourceSpan span;
};

/// Stages that run side by side until enough of them have ended well.
struct Parallel {
  std::uint32_t at_least = 0;  // of `stages`
  std::vector<std::string> stages;
};

/// One step of a procedure.
struct Stage {
  std::string id;
  Text label;
  std::string clause;
  Actor by;
  std::string does;
  std::string window;                     // id; empty: at any time
  std::vector<std::string> materials;     // ids
  std::vector<std::size_t> requires_met;  // criteria to be met before it is left
  std::vector<std::size_t> decides;       // judgement criteria decided here
  std::optional<Period> within;
  std::optional<Parallel> parallel;
  std::optional<Panel> panel;
  std::optional<Publicity> publicity;
  std::string grants;  // id of a grant; empty: none
  std::string to;      // next stage of one without outcomes; empty otherwise
  std::vector<Outcome> outcomes;
  base::SourceSpan span;
};

/// Each level lists automatically what the levels above have listed.
struct Listing {
  Level from = Level::County;
  std::vector<Level> upwards;
};

/// A procedure, checked: every stage can be reached and left, every name exists.
struct Procedure {
  Head head;
  std::string starts;  // id of the first stage
  std::vector<Stage> stages;
  std::optional<Listing> listing;

  /// Null pointer when there is no such stage.
  [[nodiscard]] const Stage* stage(std::string_view id) const;
};

}  // namespace qingheng::policy
