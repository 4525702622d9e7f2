// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/evaluate.txt
#include "cli/show_assessment.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "cli/world.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::cli {

using policy::Answer;
using policy::Assessment;
using policy::CriterionResult;
using policy::Match;
using policy::Opening;
using policy::Verdict;

namespace {

std::string painted(const Shell& shell, std::string_view text, int colour) {
  if (shell.colour == base::Colour::Plain) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", colour, text);
}

constexpr int kGreen = 32;
constexpr int kRed = 31;
constexpr int kYellow = 33;
constexpr int kCyan = 36;

int colour_of(Verdict verdict) {
  if (verdict == Verdict::Eligible) return kGreen;
  if (verdict == Verdict::NotApplicable) return kCyan;
  return verdict == Verdict::Ineligible ? kRed : kYellow;
}

int colour_of(Answer answer) {
  switch (answer) {
    case Answer::Met:
    case Answer::NotApplicable:
      return kGreen;
    case Answer::Unmet:
      return kRed;
    case Answer::Unknown:
      return kYellow;
    case Answer::Judgement:
      return kCyan;
  }
  return kYellow;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t own = base::display_width(text);
  if (own < width) text.append(width - own, ' ');
  return text;
}

/// The words of a verdict, with the judgements that an eligible subject still has before it.
std::string verdict_line(const Shell& shell, const Assessment& assessment) {
  const bool chinese = shell.language == Language::Chinese;
  std::string line = said(shell, policy::words(assessment.verdict));
  const bool notice = assessment.policy->front.applications_closed;
  if (assessment.verdict == Verdict::NotApplicable && notice)
    line = chinese ? "公示，不受理申报" : "notice, takes no applications";
  if (assessment.verdict == Verdict::Eligible && !assessment.subject_to.empty())
    line += chinese ? fmt::format("（尚待 {} 项评判）", assessment.subject_to.size())
                    : fmt::format(" (subject to {} judgements)", assessment.subject_to.size());
  if (assessment.verdict == Verdict::Undetermined)
    line += chinese ? fmt::format("（缺 {} 项）", assessment.missing.size())
                    : fmt::format(" ({} missing)", assessment.missing.size());
  return painted(shell, line, colour_of(assessment.verdict));
}

/// Behind a title or verdict: that the subject lies elsewhere, or that nobody knows where.
std::string place_words(const Shell& shell, policy::Place place) {
  const bool chinese = shell.language == Language::Chinese;
  switch (place) {
    case policy::Place::Within:
      return {};
    case policy::Place::Outside:
      return chinese ? "（管辖区外）" : " (of another place)";
    case policy::Place::Unknown:
      return chinese ? "（所在地不明）" : " (place unknown)";
  }
  return {};
}

std::string fact_line(const Shell& shell, const policy::UsedFact& fact) {
  const bool chinese = shell.language == Language::Chinese;
  std::string line = fmt::format(fmt::runtime(chinese ? "{}：{}" : "{}: {}"),
                                 said(shell, policy::name_of_fact(fact.id, fact.label, fact.owner)),
                                 said(shell, fact.shown));
  line += chinese ? "（" : " (";
  if (fact.provenance)
    line += said(shell, policy::words(*fact.provenance));
  else
    line += chinese ? "登记库" : "register";
  if (!fact.source.empty()) line += (chinese ? "，" : ", ") + fact.source;
  if (fact.until)
    line += chinese ? fmt::format("，有效至 {}", fact.until->to_string())
                    : fmt::format(", valid until {}", fact.until->to_string());
  return line + (chinese ? "）" : ")");
}

void show_points(const Shell& shell, const policy::Score& score, const policy::ScoreResult& result,
                 std::string& out) {
  const auto range = [](const policy::Points& points) {
    if (!points.highest) return points.lowest.to_string() + "…";
    if (*points.highest == points.lowest) return points.lowest.to_string();
    return fmt::format("{}–{}", points.lowest.to_string(), points.highest->to_string());
  };
  for (const policy::PartPoints& part : result.parts) {
    const policy::ScorePart& table = score.parts[part.part];
    out +=
        fmt::format("      {} {}\n", said(shell, policy::named(table.label, table.id)), range(part.points));
  }
  out += fmt::format("      {} {}\n", shell.language == Language::Chinese ? "总分" : "total",
                     range(result.total));
}

void show_criterion(const Shell& shell, const Assessment& assessment, const CriterionResult& result,
                    std::string& out) {
  const policy::Criterion& criterion = assessment.policy->criteria[result.criterion];
  const std::string answer = said(shell, policy::words(result.answer));
  out += fmt::format(
      "  {} {} {}\n",
      painted(shell, padded(answer, shell.language == Language::Chinese ? 6 : 14), colour_of(result.answer)),
      padded(criterion.head.clause, 14), said(shell, policy::named(criterion.head.label, criterion.head.id)));
  if (result.looked_back && criterion.lookback)
    out += "      " + said(shell, policy::words(*criterion.lookback, *result.looked_back)) + "\n";
  for (const policy::UsedFact& fact : result.facts) out += "      " + fact_line(shell, fact) + "\n";
  for (const policy::EachResult& each : result.each)
    if (each.answer != Answer::Met && each.answer != Answer::NotApplicable)
      out +=
          fmt::format(fmt::runtime(shell.language == Language::Chinese ? "      {}：{}\n" : "      {}: {}\n"),
                      said(shell, each.owner), said(shell, policy::words(each.answer)));
  if (result.score) show_points(shell, std::get<policy::Score>(criterion.test), *result.score, out);
  if (result.answer == Answer::Unmet && result.gap) {
    const std::string gap = said(shell, policy::words(*result.gap));
    if (!gap.empty()) out += "      " + gap + "\n";
  }
  if (!result.null_reason.empty()) out += "      " + result.null_reason + "\n";
  if (result.answer == Answer::Unknown && !std::holds_alternative<policy::Group>(criterion.test))
    for (const policy::MissingFact& missing : result.missing)
      out += "      " + said(shell, policy::words(missing, *assessment.policy, assessment.divisions)) + "\n";
  if (const auto* judgement = std::get_if<policy::Judgement>(&criterion.test);
      judgement != nullptr && result.answer == Answer::Judgement)
    out += fmt::format("      {}{}{}\n",
                       said(shell, policy::words(judgement->by, *assessment.policy, assessment.divisions)),
                       shell.language == Language::Chinese ? "：" : ": ",
                       said(shell, policy::named(judgement->question, criterion.head.id)));
}

}  // namespace

std::string text_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths.size() <= i) widths.push_back(0);
      widths[i] = std::max(widths[i], base::display_width(row[i]));
    }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : "  ") + padded(row[i], widths[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string show(const Shell& shell, const Assessment& assessment) {
  const policy::FrontMatter& front = assessment.policy->front;
  std::string out = fmt::format("{} · {} · {}\n", said(shell, policy::named(front.title, front.id)),
                                assessment.subject->name, assessment.legal_date.to_string());
  out += verdict_line(shell, assessment) + place_words(shell, assessment.place) + "\n";
  for (const CriterionResult& result : assessment.criteria)
    if (result.decides) show_criterion(shell, assessment, result, out);
  return out;
}

std::string show_window(const Shell& shell, const Match& match) {
  const bool chinese = shell.language == Language::Chinese;
  if (!match.window) return chinese ? "未公布" : "none announced";
  const policy::WindowStatus& status = match.windows[*match.window];
  const bool objection = status.window->purpose == policy::Window::For::Objection;
  const bool delivery = status.window->purpose == policy::Window::For::Delivery;
  if (status.opening == Opening::Open && status.days && objection)
    return chinese ? fmt::format("异议期，剩 {} 天", *status.days)
                   : fmt::format("objections, {} days left", *status.days);
  if (status.opening == Opening::Open && status.days && delivery)
    return chinese ? fmt::format("逐级报送，剩 {} 天", *status.days)
                   : fmt::format("handed on, {} days left", *status.days);
  if (status.opening == Opening::Open && status.closes_today) {
    const std::string time = policy::time_text(*status.window->closes);
    return chinese ? fmt::format("今天 {} 截止", time) : fmt::format("closes at {} today", time);
  }
  const bool perhaps = status.window->group && status.group != Answer::Met;
  if (status.opening == Opening::Open && status.days && perhaps)
    return chinese ? fmt::format("部分企业开放，剩 {} 天", *status.days)
                   : fmt::format("open for some, {} days left", *status.days);
  switch (status.opening) {
    case Opening::Unannounced:
      return chinese ? "时间另行公布" : "not announced yet";
    case Opening::NotYet:
      return chinese ? fmt::format("{} 天后开放", *status.days)
                     : fmt::format("opens in {} days", *status.days);
    case Opening::Open:
      if (!status.days) return chinese ? "开放" : "open";
      return chinese ? fmt::format("开放，剩 {} 天", *status.days)
                     : fmt::format("open, {} days left", *status.days);
    case Opening::Closed:
      return chinese ? "已截止" : "closed";
  }
  return {};
}

std::string show(const Shell& shell, const registry::Subject& subject, const std::vector<Match>& matches) {
  const bool chinese = shell.language == Language::Chinese;
  std::string out = fmt::format("{} {}\n", subject.name, subject.code);
  if (matches.empty()) out += chinese ? "没有适用的政策\n" : "no policy addresses it\n";
  std::size_t place = 0;
  for (const Match& match : matches) {
    const policy::FrontMatter& front = match.assessment.policy->front;
    out += fmt::format("{}. {}{} · {} · {}\n", ++place, said(shell, policy::named(front.title, front.id)),
                       place_words(shell, match.assessment.place), verdict_line(shell, match.assessment),
                       show_window(shell, match));
    for (const policy::NextStep& step : match.steps) out += "   " + said(shell, step.text) + "\n";
  }
  return out;
}

}  // namespace qingheng::cli
