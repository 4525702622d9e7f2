// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/criteria.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

constexpr Choice<Proof> kProofs[] = {
    {"declared", Proof::Declared}, {"evidenced", Proof::Evidenced}, {"verified", Proof::Verified}};
constexpr Choice<Purpose> kPurposes[] = {{"application", Purpose::Application},
                                         {"recommendation", Purpose::Recommendation},
                                         {"re-evaluation", Purpose::Reevaluation},
                                         {"acceptance", Purpose::Acceptance},
                                         {"retention", Purpose::Retention}};
constexpr Choice<Lookback::Kind> kLookbacks[] = {{"rolling", Lookback::Kind::Rolling},
                                                 {"calendar", Lookback::Kind::Calendar},
                                                 {"accounting", Lookback::Kind::Accounting}};
constexpr std::string_view kGroups[] = {"all", "any", "at least", "none"};

Group read_group(const Fields& fields, std::string_view key);

GroupMember read_member(const Node& node, base::Diagnostics& found) {
  if (node.is_scalar()) return {{node.scalar, node.span}, nullptr};
  const Fields fields(node, mapping("group"), found);
  const std::string_view key = node.is_mapping() ? fields.only_one(kGroups) : std::string_view{};
  if (key.empty()) return {};
  return {{}, std::make_shared<const Group>(read_group(fields, key))};
}

void read_members(std::span<const Node> items, Group& group, base::Diagnostics& found) {
  std::vector<Spanned> names;
  for (const Node& item : items) {
    GroupMember member = read_member(item, found);
    names.push_back(member.criterion);
    if (!member.criterion.empty() || member.nested) group.members.push_back(std::move(member));
  }
  check_unique(names, "member of the group", found, "name it once: it counts once");
}

/// The group that `key`, one of `kGroups`, gives.
Group read_group(const Fields& fields, std::string_view key) {
  using Operator = policy::Group::Operator;
  Group group{.combine = key == "all"    ? Operator::All
                         : key == "any"  ? Operator::Any
                         : key == "none" ? Operator::None
                                         : Operator::AtLeast,
              .span = fields.get(key)->span};
  if (key != "at least") {
    read_members(fields.items(key), group, fields.found());
    return group;
  }
  const Fields inner(*fields.get(key), mapping("at least"), fields.found());
  group.count = inner.count("count", 1).value_or(1);
  const std::span<const Node> items = inner.items("of");
  read_members(items, group, fields.found());
  if (!items.empty() && group.count > items.size())
    report(fields.found(), "P023", fmt::format("{} of {} can never be met", group.count, items.size()),
           fmt::format("ask for at most {}", items.size()), inner.get("count")->span);
  return group;
}

std::optional<Lookback> read_lookback(const Fields& outer) {
  const Node* node = outer.get("lookback");
  if (node == nullptr) return std::nullopt;
  const Fields fields(*node, mapping("lookback"), outer.found());
  Lookback lookback{.phrase = fields.string("phrase"),
                    .kind = fields.choice("kind", kLookbacks, Lookback::Kind::Rolling),
                    .span = node->span};
  if (!node->is_mapping()) return lookback;
  constexpr std::string_view kLengths[] = {"years", "months"};
  const std::string_view length = fields.only_one(kLengths);
  if (length == "years") lookback.years = fields.count("years", 1).value_or(0);
  if (length != "months") return lookback;
  lookback.months = fields.count("months", 1).value_or(0);
  if (lookback.kind != Lookback::Kind::Rolling)
    report(outer.found(), "P014", "only a rolling lookback is counted in months", "write `years`",
           fields.get("months")->span);
  return lookback;
}

ScoreOption read_option(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("option"), found);
  ScoreOption option{.span = fields.head()};
  if (!node.is_mapping()) return option;
  constexpr std::string_view kForms[] = {"when", "otherwise"};
  const std::string_view form = fields.only_one(kForms);
  if (form == "otherwise") option.points = fields.number("otherwise").value_or(0);
  if (form != "when") return option;
  option.when = fields.feel("when");
  option.points = fields.number("points").value_or(0);
  if (!fields.has("points"))
    report(found, "P012", "the key `points` is missing", "say what the option is worth", fields.head());
  return option;
}

ScoreItem read_item(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("item of a score"), found);
  ScoreItem item{.id = fields.id("item"), .label = fields.label("label"), .max = fields.number("max")};
  if (!node.is_mapping()) return item;
  constexpr std::string_view kForms[] = {"options", "points", "judged"};
  const std::string_view form = fields.only_one(kForms);
  if (form == "options")
    for (const Node& option : fields.items("options")) item.options.push_back(read_option(option, found));
  if (form == "points") item.points = fields.feel("points");
  if (form == "judged") {
    const Node& judged = *fields.get("judged");
    item.judged = read_judgement(judged, mapping("judged"), found);
    if (const text::Entry* most = judged.find("max")) item.max = read_number(most->value, found);
  }
  return item;
}

/// What the items of a part give together at most.
std::optional<base::Decimal> most_of_items(const ScorePart& part) {
  base::Decimal sum;
  for (const ScoreItem& item : part.items) {
    const auto most = most_points(item);
    if (!most) return std::nullopt;
    sum = sum + *most;
  }
  return sum;
}

/// The least and the most of a part and the points of its items have to be possible together.
void check_points(const Fields& fields, const ScorePart& part) {
  for (const ScoreItem& item : part.items)
    if (const auto most = most_points(item); part.max && most && *most > *part.max)
      fields.found().push_back({base::Severity::Error,
                                "P023",
                                fmt::format("the item `{}` gives up to {} points, its part {} at most",
                                            item.id.text, most->to_string(), part.max->to_string()),
                                "correct the points of the item, or the `max` of the part",
                                {{item.id.span, ""}, {fields.get("max")->span, "the most of the part"}}});
  if (!part.min) return;
  const base::SourceSpan& least = fields.get("min")->span;
  if (part.max && *part.min > *part.max) {
    report(fields.found(), "P023", "the least points of a part are above its most", "", least);
    return;
  }
  const auto items = most_of_items(part);
  if (items && *items < *part.min)
    report(fields.found(), "P023",
           fmt::format("the items give {} points at most, and the part fails below {}", items->to_string(),
                       part.min->to_string()),
           "correct `min`, or the points of the items", least);
}

ScorePart read_part(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("part of a score"), found);
  ScorePart part{.id = fields.id("part"),
                 .label = fields.label("label"),
                 .max = fields.number("max"),
                 .min = fields.number("min")};
  std::vector<Spanned> ids;
  for (const Node& item : fields.items("items")) {
    part.items.push_back(read_item(item, found));
    ids.push_back(part.items.back().id);
  }
  check_unique(ids, "item", found);
  check_points(fields, part);
  return part;
}

Score read_score(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("score"), found);
  Score score{.pass = fields.feel("pass").value_or(FeelText{}), .span = node.span};
  std::vector<Spanned> ids;
  for (const Node& part : fields.items("parts")) {
    score.parts.push_back(read_part(part, found));
    ids.push_back(score.parts.back().id);
  }
  check_unique(ids, "part", found);
  return score;
}

}  // namespace

std::optional<base::Decimal> most_points(const ScoreItem& item) {
  if (item.options.empty()) return item.max;
  base::Decimal most = item.options.front().points;
  for (const ScoreOption& option : item.options) most = std::max(most, option.points);
  return item.max ? std::min(most, *item.max) : most;
}

std::optional<base::Decimal> most_points(const ScorePart& part) {
  const auto items = most_of_items(part);
  if (!items || !part.max) return items ? items : part.max;
  return std::min(*items, *part.max);
}

Judgement read_judgement(const Node& node, const Mapping& mapping, base::Diagnostics& found) {
  const Fields fields(node, mapping, found);
  return {.question = fields.label("question"),
          .by = fields.actor("by"),
          .stage = fields.name("stage"),
          .on = fields.names("on"),
          .span = node.span};
}

Criterion read_criterion(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("criterion"), found);
  Criterion criterion{.head = read_head(fields, mapping("criterion"), block.clause, true),
                      .test = FeelText{},
                      .lookback = read_lookback(fields),
                      .evidence = fields.names("evidence"),
                      .proof = fields.choice("proof", kProofs, Proof::Declared),
                      .applies = fields.feel("applies"),
                      .purpose = fields.choice("for", kPurposes, Purpose::Application),
                      .gap = fields.feel("gap"),
                      .each = fields.name("each")};
  constexpr std::string_view kTests[] = {"require", "judgement", "all", "any", "at least", "none", "score"};
  const std::string_view test = fields.only_one(kTests);
  if (test == "require")
    criterion.test = fields.feel("require").value_or(FeelText{});
  else if (test == "judgement")
    criterion.test = read_judgement(*fields.get(test), mapping("judgement"), found);
  else if (test == "score")
    criterion.test = read_score(*fields.get(test), found);
  else if (!test.empty())
    criterion.test = read_group(fields, test);
  return criterion;
}

Eligibility read_eligibility(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("eligibility"), found);
  Eligibility eligibility{.head = read_head(fields, mapping("eligibility"), block.clause, false)};
  eligibility.head.id = fields.name("eligibility");
  eligibility.purpose = fields.choice("eligibility", kPurposes, Purpose::Application);
  eligibility.applies = fields.condition("applies");
  if (const std::string_view key = fields.only_one(kGroups); !key.empty())
    eligibility.group = read_group(fields, key);
  return eligibility;
}

}  // namespace qingheng::policy::rules
