// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/compile/mentions.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/unicode.hpp"
#include "feel/syntax/parse.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::syntax::Node;
using feel::syntax::NodeKind;

/// What happens to cases and holders of any law (docs/policy-language.md §7).
constexpr std::array kEvents = {"submitted", "accepted",  "granted",  "renewed",
                                "expired",   "revoked",   "renamed",  "reorganised",
                                "moved",     "dissolved", "notified", "withdrawal_requested",
                                "published"};

std::vector<std::string> events_of(const rules::DocumentBlocks& blocks) {
  std::vector<std::string> events;
  for (const rules::Procedure& procedure : blocks.procedures)
    for (const rules::Stage& stage : procedure.stages) {
      events.push_back(stage.id.text);
      for (const rules::Outcome& outcome : stage.outcomes) events.push_back(outcome.id.text);
    }
  for (const rules::Window& window : blocks.windows) events.push_back(window.head.id.text);
  for (const rules::Duty& duty : blocks.duties) events.push_back(duty.head.id.text);
  for (const rules::Revocation& each : blocks.revocations) events.push_back(each.head.id.text);
  for (const rules::Sanction& sanction : blocks.sanctions) events.push_back(sanction.head.id.text);
  events.insert(events.end(), kEvents.begin(), kEvents.end());
  return events;
}

class Mentions {
 public:
  explicit Mentions(const Draft& draft) : draft_(&draft), events_(events_of(draft.blocks)) {
    for (const rules::Duty& duty : draft.blocks.duties) duties_.push_back(duty.head.id.text);
    for (const rules::Sanction& sanction : draft.blocks.sanctions)
      sanctions_.push_back(sanction.head.id.text);
  }

  void event(const std::string& id, const base::SourceSpan& span) const {
    if (id.empty() || std::ranges::find(events_, id) != events_.end()) return;
    std::string help = suggestion(id, events_);
    if (help.empty())
      help = "an outcome, stage, window, duty, revocation or sanction of the document, or one of: " +
             fmt::format("`{}`", fmt::join(kEvents, "`, `"));
    draft_->error("P145", span, fmt::format("unknown event `{}`", id), std::move(help));
  }

  void period(const std::optional<rules::Period>& period) const {
    if (period) event(period->from.text, period->from.span);
  }

  void in(const Node& node) const {
    if (node.kind == NodeKind::Call) call(node);
    for (const feel::syntax::NodePtr& part : node.parts)
      if (part != nullptr) in(*part);
  }

 private:
  void call(const Node& node) const {
    if (node.parts.size() < 2 || node.parts[0] == nullptr || node.parts[0]->kind != NodeKind::Name) return;
    const std::string& name = node.parts[0]->text;
    const bool of_subject = name.starts_with("subject ");
    const std::string_view own = of_subject ? std::string_view(name).substr(8) : std::string_view(name);
    const std::size_t first = of_subject ? 2 : 1;
    const auto named = literal(node, first);
    if (!named) return;
    if (own == "held" || own == "held ever" || own == "holding" || own == "banned" || own == "banned under")
      check_policy_id(*draft_, named->id, named->place);
    if (own == "event") event(named->id, named->place);
    if (own == "missed" && std::ranges::find(duties_, named->id) == duties_.end())
      draft_->error("P146", named->place, fmt::format("unknown duty `{}`", named->id),
                    suggestion(named->id, duties_));
    if (own == "banned under" && named->id == draft_->policy.front.id) sanction(node, first + 1);
  }

  /// Of another document it is not known here which sanctions it has.
  void sanction(const Node& node, std::size_t at) const {
    const auto named = literal(node, at);
    if (!named || std::ranges::find(sanctions_, named->id) != sanctions_.end()) return;
    draft_->error("P146", named->place, fmt::format("unknown sanction `{}`", named->id),
                  suggestion(named->id, sanctions_));
  }

  struct Named {
    std::string id;
    base::SourceSpan place;  // without the quotes
  };
  static std::optional<Named> literal(const Node& node, std::size_t at) {
    if (at >= node.parts.size() || node.parts[at] == nullptr) return std::nullopt;
    const Node& argument = *node.parts[at];
    if (argument.kind != NodeKind::Literal || argument.value.kind() != feel::Kind::String)
      return std::nullopt;
    const auto length = static_cast<std::uint32_t>(argument.span.text().size());
    return Named{std::string(argument.value.as_string()),
                 length < 2 ? argument.span : argument.span.sub(1, length - 1)};
  }

  const Draft* draft_;
  std::vector<std::string> events_;
  std::vector<std::string> duties_;
  std::vector<std::string> sanctions_;
};

void check_judgement(const Draft& draft, const rules::Criterion& criterion,
                     const rules::Judgement& judgement) {
  for (const rules::Procedure& procedure : draft.blocks.procedures)
    for (const rules::Stage& stage : procedure.stages) {
      if (stage.id.text != judgement.stage.text) continue;
      const auto& decides = stage.decides;
      if (std::ranges::find(decides, criterion.head.id.text, &rules::Spanned::text) != decides.end()) return;
      base::Diagnostic finding{
          base::Severity::Warning,
          "P144",
          fmt::format("the stage `{}` does not decide `{}`", stage.id.text, criterion.head.id.text),
          fmt::format("name it there: `decides: [{}]`", criterion.head.id.text),
          {{judgement.stage.span, {}}, {stage.id.span, "the stage"}}};
      draft.found.push_back(std::move(finding));
      return;
    }
}

bool stands_in(const Draft& draft, const rules::Head& head, const std::string& address) {
  return (head.clause && draft.document.clauses[*head.clause].address == address) ||
         std::ranges::find(head.also, address, &rules::Spanned::text) != head.also.end();
}

/// Sanctions that run from outcomes of this document, as against those that run from what may happen
/// anywhere.
bool starts_from_outcomes(const rules::Sanction& sanction) {
  return std::ranges::any_of(sanction.starts, [](const rules::Spanned& event) {
    return std::ranges::find(kEvents, std::string_view(event.text)) == kEvents.end();
  });
}

/// An outcome that gives a clause as its ground brings the sanctions of that clause.
void check_outcome(const Draft& draft, const rules::Stage& stage, const rules::Outcome& outcome) {
  if (outcome.clause.empty()) return;
  for (const rules::Sanction& sanction : draft.blocks.sanctions) {
    if (!stands_in(draft, sanction.head, outcome.clause.text) || !starts_from_outcomes(sanction)) continue;
    const auto starts = [&](const std::string& event) {
      return std::ranges::find(sanction.starts, event, &rules::Spanned::text) != sanction.starts.end();
    };
    if (starts(outcome.id.text) || starts(stage.id.text)) continue;
    base::Diagnostic finding{
        base::Severity::Warning,
        "P154",
        fmt::format("the outcome `{}` cites `{}`, whose sanction `{}` does not start from it",
                    outcome.id.text, outcome.clause.text, sanction.head.id.text),
        fmt::format("add `{}` to `starts` of the sanction, or cite another clause", outcome.id.text),
        {{outcome.id.span, {}}, {sanction.starts.front().span, "the sanction starts here"}}};
    draft.found.push_back(std::move(finding));
  }
}

void check_stage(const Mentions& mentions, const rules::Stage& stage) {
  mentions.period(stage.within);
  if (!stage.publicity) return;
  mentions.period(stage.publicity->period);
  if (stage.publicity->objections) mentions.period(stage.publicity->objections->decide_within);
}

}  // namespace

void check_policy_id(const Draft& draft, const std::string& id, const base::SourceSpan& span) {
  if (id.empty() || draft.around.policies.contains(id)) return;
  const std::vector<std::string> known(draft.around.policies.begin(), draft.around.policies.end());
  const bool near = base::nearest(id, known).has_value();
  report(draft.found, near ? base::Severity::Error : base::Severity::Warning, "P116", span,
         fmt::format("no policy `{}` is loaded", id),
         near ? suggestion(id, known) : "load its document as well, or correct the id");
}

void check_mentions(const Draft& draft) {
  const Mentions mentions(draft);
  for (const Written& written : draft.expressions) {
    const auto tree =
        feel::syntax::parse(written.expression.span, written.expression.layout->scope, written.form);
    if (tree) mentions.in(**tree);
  }
  for (const rules::Procedure& procedure : draft.blocks.procedures)
    for (const rules::Stage& stage : procedure.stages) {
      check_stage(mentions, stage);
      for (const rules::Outcome& outcome : stage.outcomes) check_outcome(draft, stage, outcome);
    }
  for (const rules::Duty& duty : draft.blocks.duties) {
    if (const auto* after = std::get_if<rules::AfterEvent>(&duty.due))
      mentions.event(after->event.text, after->event.span);
    if (const auto* within = std::get_if<rules::Period>(&duty.due))
      mentions.event(within->from.text, within->from.span);
  }
  for (const rules::Revocation& revocation : draft.blocks.revocations) {
    mentions.period(revocation.notice);
    mentions.period(revocation.defence);
  }
  for (const rules::Sanction& sanction : draft.blocks.sanctions)
    for (const rules::Spanned& event : sanction.starts) mentions.event(event.text, event.span);
}

void check_decided(const Draft& draft) {
  for (const rules::Criterion& criterion : draft.blocks.criteria)
    if (const auto* judgement = std::get_if<rules::Judgement>(&criterion.test))
      if (!judgement->stage.empty()) check_judgement(draft, criterion, *judgement);
}

}  // namespace qingheng::policy::compile
