// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/report.txt
// `qingheng report`: the documents are loaded, their scenarios run, and a register is matched: a table of
// policies, then one enterprise in full.
#include <map>

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
  std::string directory, as_of = "2019-09-12", subject;
};

/// What a register's subjects come to under one policy.
struct Tally {
  const policy::Policy* policy = nullptr;
  std::size_t eligible = 0;
  std::size_t undetermined = 0;
  std::size_t ineligible = 0;
  std::map<std::string, std::size_t> missing;  // label of a fact → how often
  std::map<std::string, std::size_t> failed;   // clause → how often
};

std::string commonest(const std::map<std::string, std::size_t>& counts) {
  const std::pair<const std::string, std::size_t>* most = nullptr;
  for (const auto& count : counts)
    if (most == nullptr || most->second < count.second) most = &count;
  return most == nullptr ? std::string("–") : fmt::format("{} ×{}", most->first, most->second);
}

void count(const Shell& shell, const policy::Assessment& assessment, Tally& tally) {
  tally.policy = assessment.policy;
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
  }
  for (const policy::MissingFact& missing : assessment.missing)
    ++tally.missing[said(shell, policy::named(missing.label, missing.id))];
  for (const std::size_t index : assessment.failed)
    ++tally.failed[assessment.policy->criteria[index].head.clause];
}

void print_table(const Shell& shell, const std::map<std::string, Tally>& tallies) {
  const bool chinese = shell.language == Language::Chinese;
  std::vector<std::vector<std::string>> rows{
      chinese ? std::vector<std::string>{"政策", "符合", "待定", "不符合", "最常缺的事实", "最常不符的条款"}
              : std::vector<std::string>{"policy", "eligible", "undetermined", "ineligible",
                                         "commonest missing", "commonest failed clause"}};
  for (const auto& [id, tally] : tallies)
    rows.push_back({said(shell, policy::named(tally.policy->front.title, id)), std::to_string(tally.eligible),
                    std::to_string(tally.undetermined), std::to_string(tally.ineligible),
                    commonest(tally.missing), commonest(tally.failed)});
  fmt::print(shell.out, "\n{}", text_table(rows));
}

/// The enterprise to show in full: the one asked for, else that with most policies that it can apply for,
/// then with most that are undetermined; of equals the first.
using Matched = std::pair<const registry::Subject*, std::vector<policy::Match>>;
const Matched* one_to_show(const std::vector<Matched>& all, const std::string& wanted) {
  const auto worth = [](const Matched& matched) {
    std::pair<std::size_t, std::size_t> counts;
    for (const policy::Match& match : matched.second) {
      counts.first += match.assessment.verdict == Verdict::Eligible ? 1 : 0;
      counts.second += match.assessment.verdict == Verdict::Undetermined ? 1 : 0;
    }
    return counts;
  };
  const Matched* best = nullptr;
  for (const Matched& one : all) {
    if (one.first->code == wanted) return &one;
    if (one.first->kind == "enterprise" && (best == nullptr || worth(*best) < worth(one))) best = &one;
  }
  return wanted.empty() ? best : nullptr;
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
             chinese ? fmt::format("{} 份政策文件已编译，{} 条款中 {} 条可执行",
                                   world.library().policies.size(), clauses, executable)
                     : fmt::format("{} policy documents compiled, {} of {} clauses executable",
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
  const auto date = read_legal_date(call.as_of, shell);
  if (!date) return fail(date.error());
  const auto world = read_world(call.places);
  if (!world) return fail(world.error());
  const auto good = rehearse_all(shell, **world);
  if (!good) return fail(good.error());
  if (!*good) shell.exit = Exit::Failed;

  std::string findings;
  const auto subjects = read_register(**world, {call.directory}, findings);
  if (!subjects) return fail(subjects.error());
  fmt::print(shell.err, "{}", findings);
  policy::Circumstances circumstances;
  circumstances.legal_date = *date;
  circumstances.subjects = &*subjects;
  circumstances.divisions = &(*world)->divisions;
  const policy::MatchWorld around{circumstances, {}, &(*world)->calendar};
  std::vector<Matched> all;
  std::map<std::string, Tally> tallies;
  for (const registry::Subject& subject : subjects->subjects()) {
    all.emplace_back(&subject, policy::match_policies((*world)->library(), subject, around));
    for (const policy::Match& match : all.back().second)
      count(shell, match.assessment, tallies[match.assessment.policy->front.id]);
  }
  fmt::print(shell.out, "{}\n",
             chinese ? fmt::format("{} 个主体，法律日期 {}", all.size(), date->to_string())
                     : fmt::format("{} subjects on the legal date {}", all.size(), date->to_string()));
  print_table(shell, tallies);
  const Matched* shown = one_to_show(all, call.subject);
  if (shown == nullptr && !call.subject.empty())
    return fail(fmt::format("the register has no subject `{}`", call.subject));
  if (shown == nullptr) return;
  fmt::print(shell.out, "\n{}", show(shell, *shown->first, shown->second));
  for (const policy::Match& match : shown->second)
    fmt::print(shell.out, "\n{}", show(shell, match.assessment));
  fmt::print(shell.out, "\n{}\n",
             chinese ? fmt::format("下一步：qingheng match --register {} --as-of {}", call.directory,
                                   date->to_string())
                     : fmt::format("next: qingheng match --register {} --as-of {} --lang en", call.directory,
                                   date->to_string()));
}

}  // namespace

void add_report(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<ReportCall>();
  call->directory = "data/demonstration";
  CLI::App* command =
      app.add_subcommand("report", "documents, scenarios and a register in one go / 汇总报告");
  command->add_option("--register", call->directory, "folder of subjects")->capture_default_str();
  command->add_option("--as-of", call->as_of, "legal date")->capture_default_str();
  command->add_option("--subject", call->subject, "code of the subject to show in full");
  add_places(*command, call->places, shell);
  command->callback([call, &shell] { run(shell, *call); });
}

}  // namespace qingheng::cli
