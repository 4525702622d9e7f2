// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/match/match_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "policy/explain/wording.hpp"
#include "policy/match/match.hpp"

namespace qingheng::policy {

namespace {

using Action = NextStep::Action;

/// What the steps of one match are made from.
struct Around {
  const Match& match;
  const Circumstances& circumstances;

  const Assessment& assessment() const { return match.assessment; }
  const Policy& policy() const { return *match.assessment.policy; }
  const registry::Divisions* divisions() const { return circumstances.divisions; }
  const WindowStatus* window() const { return match.window ? &match.windows[*match.window] : nullptr; }
};

/// `二：一项领域条件`; a group that is written in place has only its clause, which its alternatives share.
Text ground_words(const Assessment& assessment, const Failure& failure) {
  if (!failure.criterion) return {};
  const Criterion& criterion = assessment.policy->criteria[*failure.criterion];
  const Text label = named(criterion.head.label, criterion.head.id);
  const std::string& clause = criterion.head.clause;
  return {clause + "：" + label.zh, clause + ": " + label.en};
}

/// How many of the alternatives are wanted.
Text choice_words(const Failure& failure) {
  if (failure.wanted == 1) return {"下列任一", "one of these"};
  if (failure.wanted >= failure.alternatives.size()) return {"下列各项", "all of these"};
  return {fmt::format("下列 {} 项", failure.wanted), fmt::format("{} of these", failure.wanted)};
}

/// One line for each ground; alternatives stand under what they are alternatives for.
void add_refusal(const Assessment& assessment, const Failure& failure, std::size_t depth,
                 std::vector<NextStep>& steps) {
  const std::string indent(3 * depth, ' ');
  const Text ground = ground_words(assessment, failure);
  const Text before = depth == 0 ? Text{"不符合", "fails "} : Text{"· ", "- "};
  if (!failure.alternatives.empty()) {
    const Text choice = choice_words(failure);
    steps.push_back({Action::Refused,
                     {indent + before.zh + ground.zh + (ground.zh.empty() ? "" : "，") + choice.zh + "：",
                      indent + before.en + ground.en + (ground.en.empty() ? "" : ", ") + choice.en + ":"}});
    for (const Failure& one : failure.alternatives) add_refusal(assessment, one, depth + 1, steps);
    return;
  }
  const CriterionResult& result = assessment.criteria[failure.criterion.value_or(0)];
  const Text far = result.gap && result.answer == Answer::Unmet ? words(*result.gap) : Text{};
  steps.push_back({Action::Refused,
                   {indent + before.zh + ground.zh + (far.zh.empty() ? "" : "，" + far.zh),
                    indent + before.en + ground.en + (far.en.empty() ? "" : ", " + far.en)}});
  // What the register holds against a subject says when it may come again.
  for (const UsedFact& fact : result.facts) {
    if (fact.provenance || result.answer != Answer::Unmet) continue;
    const Text name = name_of_fact(fact.id, fact.label, fact.owner);
    steps.push_back(
        {Action::Refused,
         {indent + "   " + name.zh + "：" + fact.shown.zh, indent + "   " + name.en + ": " + fact.shown.en}});
  }
}

void add_refusals(const Assessment& assessment, std::vector<NextStep>& steps) {
  for (const Failure& failure : assessment.failures) add_refusal(assessment, failure, 0, steps);
}

/// A place that is not known is asked for, because it decides whether the policy is for the subject at all.
void add_place(const Assessment& assessment, std::vector<NextStep>& steps) {
  const bool known = !division_of_subject(*assessment.subject, assessment.legal_date).empty();
  if (assessment.place != Place::Unknown || known) return;
  steps.push_back(
      {Action::Supply,
       {"补充 所在行政区划：未提供，尚不知是否在本政策的管辖区内",
        "supply the division: not supplied, so that nobody knows whether the policy is for this place"}});
}

void add_missing(const Around& around, std::vector<NextStep>& steps) {
  for (const MissingFact& missing : around.assessment().missing) {
    const bool parameter = missing.why == Lack::NotSet;
    const Text text = words(missing, around.policy(), around.divisions());
    steps.push_back(
        {parameter ? Action::AskToSet : Action::Supply,
         {(parameter ? "待定参数 " : "补充 ") + text.zh, (parameter ? "awaits " : "supply ") + text.en}});
  }
}

Text days_left(const WindowStatus& window) {
  if (!window.days) return {};
  const std::string zh = fmt::format("，剩 {} 天", *window.days);
  const std::string en = fmt::format(", {} days left", *window.days);
  if (window.working_days)
    return {zh + fmt::format("（{} 个工作日）", *window.working_days),
            en + fmt::format(" ({} working)", *window.working_days)};
  if (!window.calendar_ends) return {zh, en};
  const std::string last = window.calendar_ends->to_string();
  return {zh + fmt::format("（工作日历只到 {}，不计工作日）", last),
          en + fmt::format(" (the calendar of working days ends on {})", last)};
}

Text channel_words(const Window& window) {
  if (window.channel.empty()) return {};
  const Text form = words_of_form(window.channel);
  return {"（" + form.zh + "）", " (" + form.en + ")"};
}

/// `如“…”，` before what only some may do; empty when the subject is known to be one of them.
Text condition_words(const Around& around, const Condition& condition) {
  const Text text = words(condition, around.policy());
  constexpr std::string_view kNot = "not: ";
  const bool denied = text.en.starts_with(kNot);
  return {"如" + text.zh + "，",
          denied ? "unless " + text.en.substr(kNot.size()) + ": " : "if " + text.en + ": "};
}

void add_open(const Around& around, const WindowStatus& status, std::vector<NextStep>& steps) {
  const Window& window = *status.window;
  const Text through = channel_words(window);
  // Windows for some only are told apart by their names.
  Text before;
  if (window.group) {
    const Text label = named(window.head.label, window.head.id);
    if (status.group != Answer::Met) before = condition_words(around, *window.group);
    before = {before.zh + label.zh + "：", before.en + label.en + ": "};
  }
  if (!window.closes) {
    steps.push_back({Action::Apply,
                     {before.zh + "可申报，未公布截止时间" + through.zh,
                      before.en + "apply: no end announced" + through.en}});
    return;
  }
  const std::string today = time_text(*window.closes);
  const Text until = status.closes_today ? Text{"今天 " + today + " 截止，此前", "before " + today + " today"}
                                         : deadline_words(*window.closes);
  const Text left = status.closes_today ? Text{} : days_left(status);
  const bool filing = window.purpose == Window::For::Filing;
  steps.push_back({Action::Apply,
                   {before.zh + until.zh + (filing ? "提交" : "申报") + through.zh + left.zh,
                    before.en + (filing ? "file " : "apply ") + until.en + through.en + left.en}});
}

/// Every open window that the subject may use, when the one that matters is for some only; else that one.
void add_open_windows(const Around& around, const WindowStatus& best, std::vector<NextStep>& steps) {
  if (!best.window->group) return add_open(around, best, steps);
  for (const WindowStatus& status : around.match.windows)
    if (status.opening == Opening::Open && for_applicant(status)) add_open(around, status, steps);
}

/// By when somebody else hands the cases on; that is as late as an applicant can be.
void add_deliveries(const Around& around, std::vector<NextStep>& steps) {
  for (const WindowStatus& status : around.match.windows) {
    const Window& window = *status.window;
    if (window.purpose != Window::For::Delivery || !window.closes) continue;
    const Text who = words(window.by, around.policy(), around.divisions());
    if (status.opening == Opening::Closed) {
      steps.push_back({Action::TooLate,
                       {fmt::format("{}的报送已于 {} 截止", who.zh, to_text(*window.closes)),
                        fmt::format("{} had to hand in by {}", who.en, to_text(*window.closes))}});
      continue;
    }
    const Text until = deadline_words(*window.closes);
    const Text left = days_left(status);
    steps.push_back({Action::Apply,
                     {fmt::format("{}须在 {}报送{}，申报要早于此", who.zh, until.zh, left.zh),
                      fmt::format("{} hands in {}{}: apply before that", who.en, until.en, left.en)}});
  }
}

void add_window(const Around& around, std::vector<NextStep>& steps) {
  const WindowStatus* status = around.window();
  const bool ready = around.assessment().verdict == Verdict::Eligible;
  if (status == nullptr) {
    if (ready)
      steps.push_back({Action::Apply,
                       {"尚未公布申报时间，可随时咨询主管部门", "no window announced: ask the authority"}});
    return;
  }
  const Window& window = *status->window;
  if (window.purpose == Window::For::Delivery) return add_deliveries(around, steps);
  Text before;
  if (window.group && status->group != Answer::Met) before = condition_words(around, *window.group);
  switch (status->opening) {
    case Opening::NotYet:
      steps.push_back(
          {Action::Wait,
           {before.zh + fmt::format("{} 起申报，{} 天后开始", to_text(*window.opens), *status->days),
            before.en + fmt::format("opens on {}, in {} days", to_text(*window.opens), *status->days)}});
      break;
    case Opening::Unannounced: {
      const Text label = named(window.head.label, window.head.id);
      steps.push_back({Action::Wait,
                       {before.zh + label.zh + "：时间另行公布",
                        before.en + label.en + ": the time is not announced yet"}});
      break;
    }
    case Opening::Closed:
      steps.push_back({Action::TooLate,
                       {fmt::format("申报已于 {} 截止", to_text(*window.closes)),
                        fmt::format("closed on {}", to_text(*window.closes))}});
      break;
    case Opening::Open:
      add_open_windows(around, *status, steps);
      if (!window.closes) add_deliveries(around, steps);
      break;
  }
}

/// What an applicant hands in, and in which of its stages when that comes after somebody else has acted.
struct Handed {
  std::string material;
  const Stage* later = nullptr;
};

/// The way of a case through a procedure, as an applicant sees it.
struct Way {
  std::vector<Handed> materials;        // of the applicant's stages, in the order in which they come
  std::vector<const Stage*> receivers;  // stages of others that follow on the applicant's first ones
};

void hand_in(Way& way, const Stage& stage, bool later) {
  for (const std::string& material : stage.materials)
    if (std::ranges::find(way.materials, material, &Handed::material) == way.materials.end())
      way.materials.push_back({material, later ? &stage : nullptr});
}

/// Follows all outcomes; each stage once, first as it is reached with the fewest others before it.
void follow(const Procedure& procedure, Way& way) {
  struct Step {
    std::string id;
    bool others_acted = false;
    bool from_applicant = false;
  };
  std::vector<std::string> seen;
  std::vector<Step> next{{procedure.starts, false, false}};
  for (std::size_t at = 0; at < next.size(); ++at) {
    const Step step = next[at];
    const Stage* stage = procedure.stage(step.id);
    if (stage == nullptr || std::ranges::find(seen, step.id) != seen.end()) continue;
    seen.push_back(step.id);
    const bool own = stage->by.kind == Actor::Kind::Applicant;
    if (own) hand_in(way, *stage, step.others_acted);
    if (!own && step.from_applicant && !step.others_acted) way.receivers.push_back(stage);
    const bool acted = step.others_acted || !own;
    if (!stage->to.empty()) next.push_back({stage->to, acted, own});
    for (const Outcome& outcome : stage->outcomes) next.push_back({outcome.to, acted, own});
  }
}

/// In a document without a procedure its own materials.
Way way_of(const Policy& policy) {
  Way way;
  if (policy.procedures.empty())
    for (const Material& material : policy.materials)
      if (!material.head.clause.empty()) way.materials.push_back({material.head.id, nullptr});
  for (const Procedure& procedure : policy.procedures)
    if (const Stage* first = procedure.stage(procedure.starts);
        first != nullptr && first->by.kind == Actor::Kind::Applicant)
      follow(procedure, way);
  return way;
}

/// While cases are taken: of whom to apply, and what to hand in with the application or later.
void add_filing(const Around& around, std::vector<NextStep>& steps) {
  const WindowStatus* status = around.window();
  if (status != nullptr && status->opening != Opening::Open) return;
  const Policy& policy = around.policy();
  const Way way = way_of(policy);
  for (const Stage* stage : way.receivers) {
    const Text who = words(stage->by, policy, around.divisions());
    Text what;
    if (!stage->label.empty()) {
      what = named(stage->label, stage->id);
      what = {"（" + what.zh + "）", " (" + what.en + ")"};
    }
    steps.push_back({Action::Apply, {"向" + who.zh + "申请" + what.zh, "apply to " + who.en + what.en}});
  }
  for (const Handed& handed : way.materials) {
    const Material* material = policy.material(handed.material);
    if (material == nullptr) continue;
    Text before;
    if (handed.later != nullptr) {
      const Text stage = named(handed.later->label, handed.later->id);
      before = {"到“" + stage.zh + "”时，", "at the stage “" + stage.en + "”: "};
    }
    if (material->when) {
      const Answer asked = holds(policy, *material->when, *around.assessment().subject, around.circumstances);
      if (asked == Answer::Unmet) continue;
      if (asked != Answer::Met && asked != Answer::NotApplicable) {
        const Text condition = condition_words(around, *material->when);
        before = {before.zh + condition.zh, before.en + condition.en};
      }
    }
    const Text text = words(*material, policy, around.divisions());
    steps.push_back({Action::HandIn, {before.zh + "提交 " + text.zh, before.en + "hand in " + text.en}});
  }
}

void add_judgements(const Around& around, std::vector<NextStep>& steps) {
  for (const std::size_t index : around.assessment().subject_to) {
    const Criterion& criterion = around.policy().criteria[index];
    const Text label = named(criterion.head.label, criterion.head.id);
    const auto* judgement = std::get_if<Judgement>(&criterion.test);
    const Text who = judgement == nullptr ? Text{"评审", "the review"}
                                          : words(judgement->by, around.policy(), around.divisions());
    steps.push_back({Action::Await,
                     {fmt::format("由{}评判：{}（{}）", who.zh, label.zh, criterion.head.clause),
                      fmt::format("judged by {}: {} ({})", who.en, label.en, criterion.head.clause)}});
  }
}

/// Of a list that has been made: until when one may object.
void add_notice(const Around& around, std::vector<NextStep>& steps) {
  Text text{"公示的是已产生的名单，不受理申报", "a list that has been made; no applications are taken"};
  const WindowStatus* status = around.window();
  if (status != nullptr && status->window->closes) {
    const Window& window = *status->window;
    const Text until = deadline_words(*window.closes);
    const Text through = channel_words(window);
    if (status->opening == Opening::Closed) {
      text.zh += fmt::format("；异议期已于 {} 届满", to_text(*window.closes));
      text.en += fmt::format("; objections were taken until {}", to_text(*window.closes));
    } else {
      text.zh += fmt::format("；对名单有异议的，{}提出{}", until.zh, through.zh);
      text.en += fmt::format("; objections {}{}", until.en, through.en);
    }
  }
  steps.push_back({Action::Nothing, std::move(text)});
}

void add_nothing(const Around& around, std::vector<NextStep>& steps) {
  if (around.policy().front.applications_closed) return add_notice(around, steps);
  const Eligibility* deciding = around.policy().deciding(around.assessment().purpose);
  if (deciding == nullptr || !deciding->applies) return;
  const Text concern = words(*deciding->applies, around.policy());
  steps.push_back({Action::Nothing,
                   {fmt::format("不需要办理：不属于“{}”", concern.zh),
                    fmt::format("nothing to do, as this does not hold: {}", concern.en)}});
}

}  // namespace

std::vector<NextStep> next_steps(const Match& match, const Circumstances& circumstances) {
  const Around around{match, circumstances};
  std::vector<NextStep> steps;
  switch (match.assessment.verdict) {
    case Verdict::NotApplicable:
      add_nothing(around, steps);
      return steps;
    case Verdict::Ineligible:
      add_refusals(match.assessment, steps);
      return steps;
    case Verdict::Eligible:
    case Verdict::Undetermined:
      break;
  }
  add_place(match.assessment, steps);
  add_missing(around, steps);
  add_window(around, steps);
  add_filing(around, steps);
  add_judgements(around, steps);
  return steps;
}

}  // namespace qingheng::policy
