// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/report.txt
// `qingheng report`: the documents are loaded, their scenarios run, and a register is matched: a table of
// policies, then one enterprise in full.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/scenario_run.hpp"
#include "cli/show_assessment.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::cli {

namespace {

using policy::Verdict;

struct ReportCall {
  Places places;
  std::string directory, as_of, subject;
  bool notes = false;
};

/// The legal date of the demonstration register: its documents are those of that month.
constexpr base::CivilDate kDemonstrationDate{2019, 9, 12};

using Counts = std::map<std::string, std::size_t>;

/// What a register's subjects come to under one policy.
struct Tally {
  std::size_t eligible = 0;
  std::size_t undetermined = 0;
  std::size_t ineligible = 0;
  std::size_t unconcerned = 0;    // nothing to do
  std::map<int, Counts> windows;  // by rank, best first: words for its state → for how many subjects
  Counts missing;                 // label of a fact → for how many subjects
  Counts failed;                  // clause → for how many subjects

  [[nodiscard]] std::size_t addressed() const { return eligible + undetermined + ineligible + unconcerned; }
};

/// A subject and its policies, best first.
using Matched = std::pair<const registry::Subject*, std::vector<policy::Match>>;

/// The commonest with its number; a dash when there is none.
std::string commonest(const Counts& counts) {
  const auto most = std::ranges::max_element(counts, {}, &Counts::value_type::second);
  return most == counts.end() ? std::string("–") : fmt::format("{} ×{}", most->first, most->second);
}

void count(const Shell& shell, const policy::Match& match, Tally& tally) {
  const policy::Assessment& assessment = match.assessment;
  switch (assessment.verdict) {
    case Verdict::Eligible:
      ++tally.eligible;
      break;
    case Verdict::Undetermined:
      ++tally.undetermined;
      break;
    case Verdict::Ineligible:
      ++tally.ineligible;
      break;
    case Verdict::NotApplicable:
      ++tally.unconcerned;
      break;
  }
  constexpr int kNoWindow = INT32_MAX;
  const int rank = match.window ? policy::rank(match.windows[*match.window]) : kNoWindow;
  ++tally.windows[rank][show_window(shell, match)];
  // Of one subject a label or a clause counts once, however many facts or criteria it has.
  std::set<std::string> missing;
  for (const policy::MissingFact& one : assessment.missing)
    missing.insert(said(shell, policy::named(one.label, one.id)));
  for (const std::string& label : missing) ++tally.missing[label];
  std::set<std::string> failed;
  for (const std::size_t index : assessment.failed)
    failed.insert(assessment.policy->criteria[index].head.clause);
  for (const std::string& clause : failed) ++tally.failed[clause];
}

/// The best state of the window that any subject has, for most of those who have it; or why there is none.
std::string window_state(const Shell& shell, const policy::Policy* in_force, const Tally& tally) {
  const bool chinese = shell.language == Language::Chinese;
  if (in_force == nullptr) return chinese ? "当日无有效版本" : "not in force";
  if (tally.windows.empty()) return "–";
  const Counts& best = tally.windows.begin()->second;
  return std::ranges::max_element(best, {}, &Counts::value_type::second)->first;
}

/// One line for each policy; the titles, being long, come last.
void print_table(const Shell& shell, const policy::Library& library, base::CivilDate date,
                 const std::vector<Matched>& all) {
  std::map<std::string, Tally> tallies;
  for (const auto& version : library.policies) tallies.try_emplace(version->front.id);
  for (const Matched& matched : all)
    for (const policy::Match& match : matched.second)
      count(shell, match, tallies[match.assessment.policy->front.id]);
  const bool chinese = shell.language == Language::Chinese;
  std::vector<std::vector<std::string>> rows{
      chinese ? std::vector<std::string>{"符合", "待定", "不符合", "不需办理", "不涉及", "申报时间",
                                         "最常缺的事实", "最常不符的条款", "政策"}
              : std::vector<std::string>{"eligible", "undetermined", "ineligible", "nothing to do",
                                         "not addressed", "window", "commonest missing fact",
                                         "commonest failed clause", "policy"}};
  for (const auto& [id, tally] : tallies) {
    const policy::Policy* in_force = library.policy(id, date);
    const policy::Policy* shown = in_force == nullptr ? library.policy(id) : in_force;
    if (shown->front.subjects.empty()) continue;  // it binds authorities alone
    rows.push_back({std::to_string(tally.eligible), std::to_string(tally.undetermined),
                    std::to_string(tally.ineligible), std::to_string(tally.unconcerned),
                    std::to_string(all.size() - tally.addressed()), window_state(shell, in_force, tally),
                    commonest(tally.missing), commonest(tally.failed),
                    said(shell, policy::named(shown->front.title, id))});
  }
  fmt::print(shell.out, "\n{}", text_table(rows));
}

/// The subject to show in full: the one asked for, else the enterprise with most different verdicts, then
/// with most policies to apply for, then with fewest facts missing; of equals the first.
const Matched* one_to_show(const std::vector<Matched>& all, const std::string& wanted) {
  const auto worth = [](const Matched& matched) {
    std::set<Verdict> verdicts;
    std::int64_t eligible = 0;
    std::int64_t missing = 0;
    for (const policy::Match& match : matched.second) {
      verdicts.insert(match.assessment.verdict);
      eligible += match.assessment.verdict == Verdict::Eligible ? 1 : 0;
      missing += static_cast<std::int64_t>(match.assessment.missing.size());
    }
    return std::tuple(verdicts.size(), eligible, -missing);
  };
  const Matched* best = nullptr;
  for (const Matched& one : all) {
    if (one.first->code == wanted) return &one;
    if (one.first->kind == "enterprise" && (best == nullptr || worth(*best) < worth(one))) best = &one;
  }
  return wanted.empty() ? best : nullptr;
}

/// Its policies in short, and in full the best one of each verdict.
void print_subject(const Shell& shell, const Matched& matched) {
  fmt::print(shell.out, "\n{}", show(shell, *matched.first, matched.second));
  std::set<Verdict> shown;
  for (const policy::Match& match : matched.second)
    if (shown.insert(match.assessment.verdict).second)
      fmt::print(shell.out, "\n{}", show(shell, match.assessment));
}

/// Commands that go on from here, as the program was called.
void print_next(const Shell& shell, const ReportCall& call, base::CivilDate date, const Matched* shown) {
  const bool chinese = shell.language == Language::Chinese;
  const std::string from = call.directory.empty() ? "" : " --register " + call.directory;
  const std::string lang = chinese ? "" : " --lang en";
  fmt::print(shell.out, "\n{}\n", chinese ? "接下来可以运行：" : "what to run next:");
  std::vector<std::vector<std::string>> rows;
  if (shown != nullptr) {
    const std::string& code = shown->first->code;
    rows.push_back({chinese ? "  该主体的全部政策" : "  all policies for this subject",
                    fmt::format("{} match --code {}{} --as-of {}{}", shell.program, code, from,
                                date.to_string(), lang)});
    if (!shown->second.empty())
      rows.push_back({chinese ? "  一项政策，逐条说明" : "  one policy, clause by clause",
                      fmt::format("{} evaluate --policy {} --code {}{} --as-of {}{}", shell.program,
                                  shown->second.front().assessment.policy->front.id, code, from,
                                  date.to_string(), lang)});
  }
  rows.push_back({chinese ? "  检查政策文件" : "  check the documents",
                  fmt::format("{} check policies{}", shell.program, lang)});
  rows.push_back({chinese ? "  运行情景测试" : "  run the scenarios",
                  fmt::format("{} test policies --coverage{}", shell.program, lang)});
  fmt::print(shell.out, "{}", text_table(rows));
}

/// False when a scenario failed.
std::expected<bool, std::string> rehearse_all(const Shell& shell, const World& world) {
  const bool chinese = shell.language == Language::Chinese;
  std::size_t clauses = 0;
  std::size_t executable = 0;
  for (const policy::DocumentCoverage& document : world.loaded.coverage) {
    clauses += document.clauses.size();
    executable += document.count(policy::Clause::Coverage::Executable);
  }
  fmt::print(shell.out, "{}\n",
             chinese ? fmt::format("政策文件：{} 份，{} 条中 {} 条可执行", world.library().policies.size(),
                                   clauses, executable)
                     : fmt::format("documents: {}, {} of {} clauses executable",
                                   world.library().policies.size(), executable, clauses));
  const auto scenarios = run_scenarios(world, {world.policies});
  if (!scenarios) return std::unexpected(scenarios.error());
  fmt::print(shell.out, "{}", show_failures(shell, *scenarios));
  fmt::print(shell.out, "{}\n",
             chinese
                 ? fmt::format("情景测试：{} 通过，{} 失败", scenarios->passed(), scenarios->failed())
                 : fmt::format("scenarios: {} passed, {} failed", scenarios->passed(), scenarios->failed()));
  return scenarios->failed() == 0;
}

void run(Shell& shell, const ReportCall& call) {
  const auto fail = [&](const std::string& why) { refuse(shell, "report", why); };
  const bool chinese = shell.language == Language::Chinese;
  const auto date = call.as_of.empty() ? kDemonstrationDate : read_legal_date(call.as_of, shell);
  if (!date) return fail(date.error());
  const auto world = read_world(call.places, catalogue_of(shell));
  if (!world) return fail(world.error());
  const auto read = read_register_or_demonstration(**world, call.directory, *date);
  if (!read) return fail(read.error());
  report_findings(shell, read->findings, call.notes);
  const auto good = rehearse_all(shell, **world);
  if (!good) return fail(good.error());
  if (!*good) shell.exit = Exit::Failed;

  policy::Circumstances circumstances;
  circumstances.legal_date = *date;
  circumstances.subjects = &read->subjects;
  circumstances.divisions = &(*world)->divisions;
  const policy::MatchWorld around{circumstances, {}, &(*world)->calendar};
  std::vector<Matched> all;
  for (const registry::Subject& subject : read->subjects.subjects())
    all.emplace_back(&subject, policy::match_policies((*world)->library(), subject, around));
  const Matched* shown = one_to_show(all, call.subject);
  if (shown == nullptr && !call.subject.empty())
    return fail(fmt::format("the register has no subject `{}`", call.subject));
  fmt::print(shell.out, "{}\n",
             chinese
                 ? fmt::format("登记库：{} 个主体，法律日期 {}", all.size(), date->to_string())
                 : fmt::format("register: {} subjects on the legal date {}", all.size(), date->to_string()));
  print_table(shell, (*world)->library(), *date, all);
  if (shown != nullptr) print_subject(shell, *shown);
  print_next(shell, call, *date, shown);
}

}  // namespace

void add_report(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<ReportCall>();
  CLI::App* command =
      app.add_subcommand("report", "documents, scenarios and a register in one go / 汇总报告");
  command->add_option("--register", call->directory,
                      "file or folder of subjects; the demonstration register when left out");
  command->add_option("--as-of", call->as_of, "legal date; 2019-09-12 when left out");
  command->add_option("--subject", call->subject, "code of the subject to show in full");
  add_kind(*command, call->places);
  add_notes(*command, call->notes);
  add_places(*command, call->places, shell);
  command->callback([call, &shell] { run(shell, *call); });
}

}  // namespace qingheng::cli
