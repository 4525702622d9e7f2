// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/procedure.hpp"

#include <fmt/format.h>

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

using Defects = policy::Outcome::Defects;
using Holds = policy::Objections::Holds;
using Anonymous = policy::Objections::Anonymous;
constexpr Choice<Defects> kDefects[] = {
    {"none", Defects::None}, {"all", Defects::All}, {"some", Defects::Some}};
constexpr Choice<Holds> kHolds[] = {{"item", Holds::Item}, {"all", Holds::All}, {"nothing", Holds::Nothing}};
constexpr Choice<Anonymous> kAnonymous[] = {
    {"refused", Anonymous::Refused}, {"noted", Anonymous::Noted}, {"accepted", Anonymous::Accepted}};
constexpr Choice<std::string_view> kRecusals[] = {{"employer", "employer"},
                                                  {"shareholding", "shareholding"},
                                                  {"kinship", "kinship"},
                                                  {"adviser", "adviser"},
                                                  {"dispute", "dispute"}};
constexpr Choice<std::string_view> kCombinations[] = {{"sum", "sum"},
                                                      {"mean", "mean"},
                                                      {"mean(without extremes)", "mean(without extremes)"},
                                                      {"median", "median"}};
enum class Join : std::uint8_t { All, Any, AtLeast };
constexpr Choice<Join> kJoins[] = {{"all", Join::All}, {"any", Join::Any}, {"at least", Join::AtLeast}};

Outcome read_outcome(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("outcome"), found);
  return {.id = fields.id("outcome"),
          .label = fields.label("label"),
          .when = fields.condition("when"),
          .to = fields.name("to"),
          .clause = fields.name("clause"),
          .defects = fields.choice("defects", kDefects, Defects::None),
          .span = fields.head()};
}

std::optional<Parallel> read_parallel(const Fields& outer) {
  const Node* node = outer.get("parallel");
  if (node == nullptr) return std::nullopt;
  const Fields fields(*node, mapping("parallel"), outer.found());
  Parallel parallel{.stages = fields.names("of"), .span = node->span};
  const Join join = fields.choice("join", kJoins, Join::All);
  const auto size = static_cast<std::uint32_t>(parallel.stages.size());
  parallel.at_least = join == Join::All ? size : join == Join::Any ? 1 : fields.count("count", 1).value_or(1);
  if (join == Join::AtLeast && !fields.has("count"))
    report(outer.found(), "P012", "the key `count` is missing", "say how many stages have to end well",
           fields.head());
  if (parallel.at_least > size)
    report(outer.found(), "P023", fmt::format("{} of {} stages can never end well", parallel.at_least, size),
           "", node->span);
  return parallel;
}

std::optional<Panel> read_panel(const Fields& outer) {
  const Node* node = outer.get("panel");
  if (node == nullptr) return std::nullopt;
  const Fields fields(*node, mapping("panel"), outer.found());
  Panel panel{.members = fields.count("members", 1).value_or(1),
              .drawn = fields.flag("drawn"),
              .recusal = fields.names("recusal"),
              .score = fields.name("score"),
              .combine = std::string(fields.choice("combine", kCombinations, std::string_view{})),
              .span = node->span};
  for (const Spanned& tie : panel.recusal)
    (void)choose(tie, std::span<const Choice<std::string_view>>(kRecusals), outer.found());
  panel.attendance = fields.count("attendance", 1).value_or(panel.members);
  if (panel.attendance > panel.members)
    report(outer.found(), "P023",
           fmt::format("{} cannot be present of {} members", panel.attendance, panel.members), "",
           fields.get("attendance")->span);
  return panel;
}

Objections read_objections(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("objections"), found);
  return {.written = fields.flag("written"),
          .needs = fields.names("needs"),
          .holds = fields.choice("holds", kHolds, Holds::Item),
          .anonymous = fields.choice("anonymous", kAnonymous, Anonymous::Noted),
          .decide_within = fields.period("decide within")};
}

std::optional<Publicity> read_publicity(const Fields& outer) {
  const Node* node = outer.get("publicity");
  if (node == nullptr) return std::nullopt;
  const Fields fields(*node, mapping("publicity"), outer.found());
  Publicity publicity{.period = fields.period("period").value_or(Period{}),
                      .place = fields.label("place"),
                      .span = node->span};
  if (const Node* published = fields.get("published")) {
    const Fields inner(*published, mapping("published"), outer.found());
    publicity.published_from = inner.date("from");
    publicity.published_to = inner.date("to");
    publicity.published_span = published->span;
    if (publicity.published_from && publicity.published_to &&
        *publicity.published_to < *publicity.published_from)
      report_order(outer.found(), "the notice ends before it begins", {inner.get("to")->span, "it ends"},
                   {inner.get("from")->span, "it begins"});
  }
  if (const Node* objections = fields.get("objections"))
    publicity.objections = read_objections(*objections, outer.found());
  return publicity;
}

Stage read_stage(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("stage"), found);
  Stage stage{.id = fields.id("stage"),
              .label = fields.label("label"),
              .clause = fields.name("clause"),
              .by = fields.actor("by"),
              .does = fields.name("does"),
              .window = fields.name("window"),
              .materials = fields.names("materials"),
              .requires_met = fields.names("requires"),
              .decides = fields.names("decides"),
              .within = fields.period("within"),
              .parallel = read_parallel(fields),
              .panel = read_panel(fields),
              .publicity = read_publicity(fields),
              .grants = fields.name("grants"),
              .to = fields.name("to"),
              .span = fields.head()};
  std::vector<Spanned> ids;
  for (const Node& outcome : fields.items("outcomes")) {
    stage.outcomes.push_back(read_outcome(outcome, found));
    ids.push_back(stage.outcomes.back().id);
  }
  check_unique(ids, "outcome", found);
  if (!node.is_mapping()) return stage;
  constexpr std::string_view kWays[] = {"outcomes", "to"};
  (void)fields.only_one(kWays);
  return stage;
}

}  // namespace

Procedure read_procedure(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("procedure"), found);
  Procedure procedure{.head = read_head(fields, mapping("procedure"), block.clause, true),
                      .starts = fields.name("starts")};
  std::vector<Spanned> ids;
  for (const Node& stage : fields.items("stages")) {
    procedure.stages.push_back(read_stage(stage, found));
    ids.push_back(procedure.stages.back().id);
  }
  check_unique(ids, "stage", found);
  if (const Node* node = fields.get("listing")) {
    const Fields inner(*node, mapping("listing"), found);
    Listing listing;
    if (const Node* from = inner.get("from")) listing.from = read_level(*from, found).value_or(Level::County);
    for (const Node& level : inner.items("upwards"))
      if (const auto known = read_level(level, found)) listing.upwards.push_back(*known);
    procedure.listing = std::move(listing);
  }
  return procedure;
}

}  // namespace qingheng::policy::rules
