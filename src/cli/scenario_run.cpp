// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/scenarios.txt
#include "cli/scenario_run.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#include "cli/data_files.hpp"
#include "policy/rehearse/read_scenarios.hpp"

namespace qingheng::cli {

namespace fs = std::filesystem;

namespace {

bool is_scenario(const fs::path& path) {
  const auto extension = path.extension();
  const bool below = std::ranges::find(path, fs::path("scenarios")) != path.end();
  return below && (extension == ".yaml" || extension == ".yml");
}

std::expected<std::vector<fs::path>, std::string> scenario_files(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (fs::is_regular_file(path, failed)) {
      files.push_back(fs::path(path).lexically_normal());
      continue;
    }
    if (!fs::is_directory(path, failed))
      return std::unexpected(fmt::format("there is no file or folder `{}`", path));
    const std::size_t before = files.size();
    for (fs::recursive_directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed))
      if (is_scenario(at->path())) files.push_back(at->path().lexically_normal());
    if (files.size() == before) return std::unexpected(fmt::format("no scenarios below `{}`", path));
  }
  std::ranges::sort(files);
  files.erase(std::ranges::unique(files).begin(), files.end());
  return files;
}

std::shared_ptr<const base::SourceText> open(const std::string& path) {
  auto text = read_file(path);
  return text ? base::make_source(path, std::move(*text)) : nullptr;
}

}  // namespace

std::size_t ScenarioRun::passed() const {
  return static_cast<std::size_t>(std::ranges::count_if(results, &policy::CaseResult::passed));
}

std::size_t ScenarioRun::failed() const { return results.size() - passed() + findings.size(); }

std::expected<ScenarioRun, std::string> run_scenarios(const World& world,
                                                      const std::vector<std::string>& paths) {
  const auto files = scenario_files(paths);
  if (!files) return std::unexpected(files.error());
  ScenarioRun run;
  const policy::ScenarioWorld around{world.library(), world.divisions, open};
  for (const fs::path& file : *files) {
    auto text = read_file(file);
    if (!text) return std::unexpected(text.error());
    run.files.push_back(base::make_source(file.string(), std::move(*text)));
    const std::size_t before = run.findings.size();
    auto scenarios = policy::read_scenarios(run.files.back(), around, run.findings);
    if (scenarios.empty() && run.findings.size() == before)
      return std::unexpected(fmt::format("`{}` holds no scenario", file.string()));
    std::ranges::move(scenarios, std::back_inserter(run.scenarios));
  }
  for (const policy::Scenario& scenario : run.scenarios)
    for (const policy::Case& one : scenario.cases) {
      const policy::Policy* policy = world.library().policy(scenario.policy->front.id, one.as_of.date);
      run.results.push_back(policy::rehearse(*policy, one, world.divisions, &world.calendar));
    }
  return run;
}

std::string show_failures(const Shell& shell, const ScenarioRun& run) {
  const bool chinese = shell.language == Language::Chinese;
  std::string text;
  for (const base::Diagnostic& finding : run.findings) text += rendered(shell, finding) + "\n";
  for (const policy::CaseResult& result : run.results) {
    if (result.passed()) continue;
    const base::SourceSpan& span = result.run->span;
    text += fmt::format("FAIL {}:{} {}\n", span.source->name, span.start().line, result.run->name);
    if (result.expects_nothing)
      text += chinese ? "  没有写明预期结果（then）；--bless 可写入\n"
                      : "  says nothing of what is to come (then); --bless writes it\n";
    for (const policy::Difference& difference : result.differences) {
      const base::LineColumn at = difference.span.start();
      text += fmt::format("  {} ({}:{})\n    - {}\n    + {}\n", difference.what, at.line, at.column,
                          difference.wanted, difference.actual);
    }
  }
  return text;
}

}  // namespace qingheng::cli
