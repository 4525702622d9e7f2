// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/match/match_test.cpp
#include <fmt/format.h>

#include "policy/explain/wording.hpp"
#include "policy/match/match.hpp"

namespace qingheng::policy {

namespace {

using Action = NextStep::Action;

void add_refusals(const Assessment& assessment, std::vector<NextStep>& steps) {
  for (const std::size_t index : assessment.failed) {
    const Criterion& criterion = assessment.policy->criteria[index];
    const Text label = named(criterion.head.label, criterion.head.id);
    const auto& gap = assessment.criteria[index].gap;
    const Text far = gap ? words(*gap) : Text{};
    const std::string& clause = criterion.head.clause;
    steps.push_back({Action::Refused,
                     {fmt::format("不符合{}：{}{}", clause, label.zh, far.zh.empty() ? "" : "，" + far.zh),
                      fmt::format("fails {}: {}{}", clause, label.en, far.en.empty() ? "" : ", " + far.en)}});
  }
}

void add_missing(const Assessment& assessment, std::vector<NextStep>& steps) {
  for (const MissingFact& missing : assessment.missing) {
    const bool parameter = missing.why == Lack::NotSet;
    const Text text = words(missing, *assessment.policy);
    steps.push_back(
        {parameter ? Action::AskToSet : Action::Supply,
         {(parameter ? "待定参数 " : "补充 ") + text.zh, (parameter ? "awaits " : "supply ") + text.en}});
  }
}

Text days_left(const WindowStatus& window) {
  if (!window.days) return {};
  if (!window.working_days)
    return {fmt::format("，剩 {} 天", *window.days), fmt::format(", {} days left", *window.days)};
  return {fmt::format("，剩 {} 天（{} 个工作日）", *window.days, *window.working_days),
          fmt::format(", {} days left ({} working)", *window.days, *window.working_days)};
}

/// How papers are handed in; what is none of the usual ways is said as the author wrote it.
Text words_of_channel(const std::string& channel) {
  if (channel == "online") return {"网上提交", "online"};
  if (channel == "paper") return {"纸质提交", "on paper"};
  if (channel == "paper and electronic") return {"纸质和电子版提交", "on paper and as a file"};
  if (channel == "written") return {"书面提交", "in writing"};
  if (channel == "paper and disc") return {"纸质和光盘提交", "on paper and disc"};
  return {channel, channel};
}

void add_window(const WindowStatus* status, bool ready, std::vector<NextStep>& steps) {
  if (status == nullptr) {
    if (ready)
      steps.push_back({Action::Apply,
                       {"尚未公布申报时间，可随时咨询主管部门", "no window announced: ask the authority"}});
    return;
  }
  const Window& window = *status->window;
  const Text channel = words_of_channel(window.channel);
  const std::string through = channel.empty() ? "" : "（" + channel.zh + "）";
  const std::string by = channel.empty() ? "" : " (" + channel.en + ")";
  switch (status->opening) {
    case Opening::NotYet:
      steps.push_back({Action::Wait,
                       {fmt::format("{} 起申报，{} 天后开始", to_text(*window.opens), *status->days),
                        fmt::format("opens on {}, in {} days", to_text(*window.opens), *status->days)}});
      break;
    case Opening::Closed:
      steps.push_back({Action::TooLate,
                       {fmt::format("申报已于 {} 截止", to_text(*window.closes)),
                        fmt::format("closed on {}", to_text(*window.closes))}});
      break;
    case Opening::Open: {
      const Text left = days_left(*status);
      if (!window.closes) {
        steps.push_back(
            {Action::Apply, {"可申报，未公布截止时间" + through, "apply: no end announced" + by}});
      } else {
        steps.push_back({Action::Apply,
                         {fmt::format("{} 截止前申报{}{}", to_text(*window.closes), through, left.zh),
                          fmt::format("apply before {}{}{}", to_text(*window.closes), by, left.en)}});
      }
      break;
    }
  }
}

void add_judgements(const Assessment& assessment, std::vector<NextStep>& steps) {
  for (const std::size_t index : assessment.subject_to) {
    const Criterion& criterion = assessment.policy->criteria[index];
    const Text label = named(criterion.head.label, criterion.head.id);
    const auto* judgement = std::get_if<Judgement>(&criterion.test);
    const Text who = judgement == nullptr ? Text{"评审", "the review"} : words(judgement->by);
    steps.push_back({Action::Await,
                     {fmt::format("由{}评判：{}（{}）", who.zh, label.zh, criterion.head.clause),
                      fmt::format("judged by {}: {} ({})", who.en, label.en, criterion.head.clause)}});
  }
}

}  // namespace

std::vector<NextStep> next_steps(const Assessment& assessment, const WindowStatus* window) {
  std::vector<NextStep> steps;
  if (assessment.verdict == Verdict::Ineligible) {
    add_refusals(assessment, steps);
    return steps;
  }
  add_missing(assessment, steps);
  add_window(window, assessment.verdict == Verdict::Eligible, steps);
  add_judgements(assessment, steps);
  return steps;
}

}  // namespace qingheng::policy
