// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/criteria.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "policy/compile/expressions.hpp"
#include "policy/compile/layouts.hpp"
#include "policy/compile/score_bounds.hpp"

namespace qingheng::policy::compile {

namespace {

Group compile_group(Draft& draft, const rules::Group& block) {
  Group group{block.combine, block.count, {}, block.span};
  for (const rules::GroupMember& member : block.members) {
    if (member.nested) {
      group.members.push_back({0, std::make_shared<const Group>(compile_group(draft, *member.nested))});
    } else if (const auto criterion = use_criterion(draft, member.criterion)) {
      group.members.push_back({*criterion, nullptr});
    }
  }
  return group;
}

/// Who judges at which stage, and on what, belongs to every judgement that an applicant is to understand.
void check_judgement_is_whole(const Draft& draft, const rules::Judgement& block, std::string_view id) {
  std::vector<std::string_view> lacks;
  if (block.stage.empty()) lacks.emplace_back("at which stage (`stage`)");
  if (block.on.empty()) lacks.emplace_back("on what evidence (`on`)");
  if (lacks.empty()) return;
  draft.warn("P149", block.span,
             fmt::format("the judgement `{}` does not say {}", id, fmt::join(lacks, " and ")),
             "name the stage of the procedure that decides it, and the materials looked at");
}

/// True when something that was compiled since `before` reads the dates or years of the lookback.
bool reads_lookback(const Draft& draft, std::size_t before) {
  const auto reads = [](const Written& written) {
    return std::ranges::any_of(feel::inputs_of(*written.expression.compiled), [&](std::size_t entry) {
      const Source& source = written.expression.layout->sources[entry];
      return std::holds_alternative<WindowInput>(source) || std::holds_alternative<YearsInput>(source);
    });
  };
  return std::any_of(draft.expressions.begin() + static_cast<std::ptrdiff_t>(before), draft.expressions.end(),
                     reads);
}

/// People may look back without a condition that does; conditions may not.
void check_lookback_is_read(const Draft& draft, const rules::Criterion& block, std::size_t before) {
  if (!block.lookback || before == draft.expressions.size() || reads_lookback(draft, before)) return;
  if (const auto* score = std::get_if<rules::Score>(&block.test))
    for (const rules::ScorePart& part : score->parts)
      if (std::ranges::any_of(part.items, [](const auto& item) { return item.judged.has_value(); })) return;
  draft.warn("P177", block.lookback->span,
             fmt::format("nothing in `{}` reads the dates of its lookback", block.head.id.text),
             "compare dates with `window` or years with `years`, or leave the lookback out");
}

ScoreItem compile_item(Draft& draft, const rules::ScoreItem& block,
                       const std::shared_ptr<const Layout>& layout) {
  static const feel::Type number = feel::Type::number();
  ScoreItem item;
  item.id = block.id.text;
  item.label = block.label;
  item.max = block.max;
  item.span = block.id.span;
  for (const rules::ScoreOption& option : block.options) {
    ScoreOption checked{std::nullopt, option.points};
    if (option.when) checked.when = compile_boolean(draft, *option.when, layout);
    item.options.push_back(std::move(checked));
  }
  if (block.points) item.points = compile_feel(draft, *block.points, layout, {.expected = &number});
  if (block.judged) {
    check_judgement_is_whole(draft, *block.judged, block.id.text);
    item.judged = compile_judgement(draft, *block.judged);
  }
  return item;
}

Score compile_score(Draft& draft, const rules::Criterion& criterion, const rules::Score& block, bool window) {
  Score score;
  const auto layout = layout_for(draft, criterion.each, {.window = window});
  for (const rules::ScorePart& part : block.parts) {
    ScorePart checked{part.id.text, part.label, part.max, part.min, {}, part.id.span};
    for (const rules::ScoreItem& item : part.items)
      checked.items.push_back(compile_item(draft, item, layout));
    score.parts.push_back(std::move(checked));
  }
  return score;
}

void compile_criterion(Draft& draft, const rules::Criterion& block, Criterion& criterion) {
  const std::size_t before = draft.expressions.size();
  const bool window = block.lookback.has_value();
  const bool parted = !block.each.empty();
  auto layout = layout_for(draft, block.each, {.window = window});
  if (parted && layout == nullptr) return;
  if (const auto* text = std::get_if<rules::FeelText>(&block.test)) {
    if (auto expression = compile_boolean(draft, *text, layout))
      criterion.test = Requirement{std::move(*expression)};
  } else if (const auto* judgement = std::get_if<rules::Judgement>(&block.test)) {
    check_judgement_is_whole(draft, *judgement, block.head.id.text);
    criterion.test = compile_judgement(draft, *judgement);
  } else if (const auto* group = std::get_if<rules::Group>(&block.test)) {
    criterion.test = compile_group(draft, *group);
  } else if (const auto* scores = std::get_if<rules::Score>(&block.test)) {
    Score score = compile_score(draft, block, *scores, window);
    layout = layout_for(draft, block.each, {.window = window, .score = &score});
    if (auto pass = compile_boolean(draft, scores->pass, layout)) {
      check_pass(draft, *scores, *pass);
      score.pass = std::move(*pass);
    }
    criterion.test = std::move(score);
  }
  criterion.evidence = use_materials(draft, block.evidence);
  if (block.applies)
    criterion.applies =
        compile_boolean(draft, *block.applies, layout_for(draft, block.each, {.window = window}));
  static const feel::Type text = feel::Type::string();
  if (block.gap) criterion.gap = compile_feel(draft, *block.gap, layout, {.expected = &text});
  check_lookback_is_read(draft, block, before);
}

void collect(const Group& group, std::set<std::size_t>& into) {
  for (const GroupMember& member : group.members)
    if (member.nested)
      collect(*member.nested, into);
    else
      into.insert(member.criterion);
}

}  // namespace

Judgement compile_judgement(Draft& draft, const rules::Judgement& block) {
  check_stage(draft, block.stage);
  return {block.question, block.by, block.stage.text, use_materials(draft, block.on)};
}

void begin_criteria(Draft& draft) {
  for (const rules::Criterion& block : draft.blocks.criteria) {
    Criterion criterion;
    criterion.head = compile_head(draft, block.head);
    criterion.lookback = block.lookback;
    criterion.proof = block.proof;
    criterion.purpose = block.purpose;
    criterion.each = block.each.text;
    draft.policy.criteria.push_back(std::move(criterion));
  }
}

void compile_criteria(Draft& draft) {
  for (std::size_t at = 0; at < draft.policy.criteria.size(); ++at)
    compile_criterion(draft, draft.blocks.criteria[at], draft.policy.criteria[at]);
}

void compile_eligibility(Draft& draft) {
  Policy& policy = draft.policy;
  for (const rules::Eligibility& block : draft.blocks.eligibility) {
    Eligibility made{block.purpose, compile_group(draft, block.group), block.head.span};
    if (block.applies) made.applies = compile_condition(draft, *block.applies);
    policy.eligibility.push_back(std::move(made));
  }
  std::set<std::size_t> grouped;
  for (const Criterion& criterion : policy.criteria)
    if (const auto* group = std::get_if<Group>(&criterion.test)) collect(*group, grouped);
  std::map<Purpose, std::vector<std::size_t>> left;
  for (std::size_t at = 0; at < policy.criteria.size(); ++at)
    if (!grouped.contains(at) && policy.deciding(policy.criteria[at].purpose) == nullptr)
      left[policy.criteria[at].purpose].push_back(at);
  for (const auto& [purpose, criteria] : left) {
    Group group;
    group.span = policy.criteria[criteria.front()].head.span;
    for (const std::size_t criterion : criteria) {
      group.members.push_back({criterion, nullptr});
      draft.used.criteria.insert(criterion);
    }
    policy.eligibility.push_back({purpose, group, group.span});
  }
}

}  // namespace qingheng::policy::compile
