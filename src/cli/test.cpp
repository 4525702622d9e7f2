// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/scenarios.txt
// `qingheng test`: runs the scenarios of policies; --bless writes what they say is to come.
#include <fstream>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/scenario_run.hpp"

namespace qingheng::cli {

namespace {

struct TestCall {
  Places places;
  std::vector<std::string> paths;
  bool bless = false;
  bool coverage = false;
};

/// Lines that were taken out and put in, by the longest lines that both texts begin and end with.
std::string show_edit(const base::SourceText& file, const policy::Edit& edit) {
  const std::string before = file.text.substr(edit.begin, edit.end - edit.begin);
  const base::LineColumn at =
      base::SourceSpan{std::make_shared<const base::SourceText>(file), edit.begin, edit.end, {}}.start();
  std::string text = fmt::format("{}:{}\n", file.name, at.line);
  if (!before.empty()) text += fmt::format("  - {}\n", before);
  std::string_view rest = edit.text;
  while (!rest.empty() && rest.back() == '\n') rest.remove_suffix(1);
  while (!rest.empty() && rest.front() == '\n') rest.remove_prefix(1);
  for (std::size_t from = 0; from <= rest.size();) {
    const std::size_t end = std::min(rest.find('\n', from), rest.size());
    text += fmt::format("  + {}\n", rest.substr(from, end - from));
    from = end + 1;
  }
  return text;
}

std::expected<std::size_t, std::string> write_blessed(const Shell& shell, const ScenarioRun& run) {
  std::size_t written = 0;
  for (const auto& file : run.files) {
    std::vector<policy::Edit> edits;
    for (const policy::CaseResult& result : run.results)
      if (result.run->span.source == file)
        for (policy::Edit& edit : policy::bless(result)) edits.push_back(std::move(edit));
    if (edits.empty()) continue;
    for (const policy::Edit& edit : edits) fmt::print(shell.out, "{}", show_edit(*file, edit));
    written += edits.size();
    std::ofstream out(file->name, std::ios::binary);
    out << policy::with_edits(file->text, std::move(edits));
    out.close();
    if (!out) return std::unexpected(fmt::format("cannot write `{}`", file->name));
  }
  return written;
}

void show_coverage(const Shell& shell, const ScenarioRun& run) {
  const bool chinese = shell.language == Language::Chinese;
  const policy::Policy* current = nullptr;
  for (const policy::CriterionCoverage& one : policy::uncovered(run.results)) {
    if (one.policy != current) fmt::print(shell.out, "{}\n", one.policy->front.id);
    current = one.policy;
    const policy::Criterion& criterion = one.policy->criteria[one.criterion];
    std::string lacks;
    if (!one.seen_met) lacks += chinese ? "从未见其符合" : "never seen met";
    if (!one.seen_met && !one.seen_unmet) lacks += chinese ? "，" : ", ";
    if (!one.seen_unmet) lacks += chinese ? "从未见其不符合" : "never seen unmet";
    fmt::print(shell.out, "  {} {} {}\n", criterion.head.clause, criterion.head.id, lacks);
  }
}

void run(Shell& shell, const TestCall& call) {
  const auto fail = [&](const std::string& why) { refuse(shell, "test", why); };
  Places places = call.places;
  // A folder of policies that is tested is the one that is loaded.
  if (places.policies.empty())
    if (const std::size_t at = call.paths.front().find("policies"); at != std::string::npos)
      places.policies = call.paths.front().substr(0, at + std::string_view("policies").size());
  const auto world = read_world(places, catalogue_of(shell));
  if (!world) return fail(world.error());
  const auto scenarios = run_scenarios(**world, call.paths);
  if (!scenarios) return fail(scenarios.error());
  if (call.bless) {
    const auto written = write_blessed(shell, *scenarios);
    if (!written) return fail(written.error());
    for (const base::Diagnostic& finding : scenarios->findings)
      fmt::print(shell.err, "{}\n", rendered(shell, finding));
    fmt::print(shell.out, "{} passed, {} failed, {} written\n", scenarios->passed(), scenarios->failed(),
               *written);
    if (!scenarios->findings.empty()) shell.exit = Exit::Failed;
    return;
  }
  fmt::print(shell.out, "{}", show_failures(shell, *scenarios));
  if (call.coverage) show_coverage(shell, *scenarios);
  fmt::print(shell.out, "{} passed, {} failed\n", scenarios->passed(), scenarios->failed());
  if (scenarios->failed() > 0) shell.exit = Exit::Failed;
}

}  // namespace

void add_test(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<TestCall>();
  CLI::App* command = app.add_subcommand("test", "runs the scenarios of policies / 运行政策的情景测试");
  command->add_option("path", call->paths, "scenario files, or folders that hold them")->required();
  command->add_flag("--bless", call->bless, "write what comes of scenarios that say nothing, or otherwise");
  command->add_flag("--coverage", call->coverage, "list criteria never seen met or never seen unmet");
  add_places(*command, call->places, shell);
  command->callback([call, &shell] { run(shell, *call); });
}

}  // namespace qingheng::cli
