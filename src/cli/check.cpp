// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli
// `qingheng check PATH… [--json]`: what is wrong in policy documents, and how much of each is covered.
#include <algorithm>
#include <expected>
#include <filesystem>
#include <iterator>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json.hpp"
#include "base/unicode.hpp"
#include "cli/commands.hpp"
#include "cli/data_files.hpp"
#include "cli/finding_json.hpp"
#include "cli/policy_files.hpp"
#include "policy/load.hpp"
#include "registry/divisions.hpp"

namespace qingheng::cli {

namespace fs = std::filesystem;

namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;
using Coverage = policy::Clause::Coverage;

struct CheckCall {
  std::vector<std::string> paths;
  std::string data;
  bool json = false;
  bool notes = false;
};

std::string_view name_of(Coverage coverage) {
  switch (coverage) {
    case Coverage::Executable:
      return "executable";
    case Coverage::Informative:
      return "informative";
    case Coverage::Later:
      return "later";
    case Coverage::Uncovered:
      return "uncovered";
    case Coverage::Structure:
      return "structure";
  }
  return "structure";
}

Json coverage_json(const policy::DocumentCoverage& document) {
  JsonArray clauses;
  for (const policy::Clause& clause : document.clauses) {
    JsonObject one{{"clause", clause.address}, {"coverage", name_of(clause.coverage)}};
    if (!clause.reason.empty())
      one.emplace_back("reason", JsonObject{{"zh", clause.reason.zh}, {"en", clause.reason.en}});
    if (!clause.row.empty()) one.emplace_back("row", clause.row);
    clauses.emplace_back(std::move(one));
  }
  return JsonObject{{"file", document.name}, {"policy", document.policy}, {"clauses", std::move(clauses)}};
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t has = base::display_width(text);
  if (has < width) text.append(width - has, ' ');
  return text;
}

void print_coverage(const Shell& shell, const std::vector<policy::DocumentCoverage>& documents) {
  if (documents.empty()) return;
  const bool chinese = shell.language == Language::Chinese;
  std::size_t width = 0;
  for (const auto& document : documents) width = std::max(width, base::display_width(document.policy));
  const auto heads = chinese ? std::array{"条款", "可执行", "说明性", "以后", "未覆盖"}
                             : std::array{"clauses", "executable", "informative", "later", "uncovered"};
  std::string line = padded("", width);
  for (const char* head : heads) line += "  " + std::string(head);
  fmt::print(shell.out, "{}\n", line);
  for (const auto& document : documents) {
    line = padded(document.policy, width);
    const std::array counts{document.clauses.size(), document.count(Coverage::Executable),
                            document.count(Coverage::Informative), document.count(Coverage::Later),
                            document.count(Coverage::Uncovered)};
    for (std::size_t at = 0; at < counts.size(); ++at)
      line += fmt::format("  {:>{}}", counts[at], base::display_width(heads[at]));
    fmt::print(shell.out, "{}\n", line);
  }
}

/// The findings of the documents that were asked for; a finding without a place is everybody's.
base::Diagnostics asked_for(const base::Diagnostics& all, const PolicyFiles& files) {
  base::Diagnostics found;
  std::ranges::copy_if(all, std::back_inserter(found), [&](const base::Diagnostic& finding) {
    return finding.spans.empty() || std::ranges::any_of(finding.spans, [&](const base::CaptionedSpan& each) {
             return each.span.source == nullptr || files.requested.contains(each.span.source->name);
           });
  });
  return found;
}

std::size_t count_of(const base::Diagnostics& found, base::Severity severity) {
  return static_cast<std::size_t>(std::ranges::count(found, severity, &base::Diagnostic::severity));
}

void print_text(const Shell& shell, const base::Diagnostics& found,
                const std::vector<policy::DocumentCoverage>& documents, bool notes) {
  for (const base::Diagnostic& finding : found)
    if (notes || finding.severity != base::Severity::Note)
      fmt::print(shell.out, "{}\n", rendered(shell, finding));
  print_coverage(shell, documents);
  const std::size_t errors = count_of(found, base::Severity::Error);
  const std::size_t warnings = count_of(found, base::Severity::Warning);
  const std::size_t others = count_of(found, base::Severity::Note);
  if (shell.language == Language::Chinese)
    fmt::print(shell.out, "{} 个错误，{} 个警告，{} 个提示\n", errors, warnings, others);
  else
    fmt::print(shell.out, "{} errors, {} warnings, {} notes\n", errors, warnings, others);
  if (others > 0 && !notes)
    fmt::print(shell.out, "{}\n",
               shell.language == Language::Chinese ? "提示未显示，用 --notes 查看"
                                                   : "notes are hidden, --notes shows them");
}

void print_json(const Shell& shell, const base::Diagnostics& found,
                const std::vector<policy::DocumentCoverage>& documents) {
  JsonArray findings;
  for (const base::Diagnostic& finding : found) findings.push_back(to_json(shell, finding));
  JsonArray coverage;
  for (const auto& document : documents) coverage.push_back(coverage_json(document));
  const Json all = JsonObject{{"diagnostics", std::move(findings)}, {"documents", std::move(coverage)}};
  fmt::print(shell.out, "{}\n", all.to_text(Json::Layout::Indented));
}

/// The table of divisions; a null pointer, said aloud, when the folder has none.
std::expected<std::shared_ptr<const registry::Divisions>, std::string> read_divisions(const Shell& shell,
                                                                                      const fs::path& data) {
  const fs::path file = data / "divisions.tsv";
  std::error_code failed;
  if (!fs::exists(file, failed)) {
    fmt::print(shell.err, "check: {}\n",
               shell.language == Language::Chinese
                   ? fmt::format("没有 `{}`，行政区划代码未检查", file.string())
                   : fmt::format("there is no `{}`: codes of divisions are not checked", file.string()));
    return nullptr;
  }
  const auto table = read_file(file);
  if (!table) return std::unexpected(table.error());
  auto divisions = registry::Divisions::parse(*table);
  if (!divisions) return std::unexpected(file.string() + ": " + divisions.error());
  return std::make_shared<const registry::Divisions>(std::move(*divisions));
}

void check(Shell& shell, const CheckCall& call) {
  const auto files = read_policy_files(call.paths);
  if (!files) return refuse(shell, "check", files.error());
  const auto data = find_folder(kData, call.data);
  if (!data) return refuse(shell, "check", data.error());
  const auto calendar = read_calendar(*data);
  if (!calendar) return refuse(shell, "check", calendar.error());
  const auto divisions = read_divisions(shell, *data);
  if (!divisions) return refuse(shell, "check", divisions.error());
  policy::LoadResult loaded = policy::load(files->texts, {.calendar = &*calendar,
                                                          .divisions = *divisions,
                                                          .whole = files->whole,
                                                          .in_passing = files->in_passing});
  const base::Diagnostics found = asked_for(loaded.diagnostics, *files);
  std::erase_if(loaded.coverage,
                [&](const policy::DocumentCoverage& one) { return !files->requested.contains(one.name); });
  if (call.json)
    print_json(shell, found, loaded.coverage);
  else
    print_text(shell, found, loaded.coverage, call.notes);
  if (base::has_errors(found)) shell.exit = Exit::Failed;
}

}  // namespace

void add_check(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<CheckCall>();
  CLI::App* command = app.add_subcommand("check", "what is wrong in policy documents / 检查政策文件");
  command->add_option("path", call->paths, "documents, or folders of them")->required();
  command->add_flag("--json", call->json, "findings and coverage as JSON");
  command->add_flag("--notes", call->notes, "show notes as well");
  command->add_option("--data", call->data, "folder of working_days.tsv and divisions.tsv");
  command->callback([call, &shell] { check(shell, *call); });
}

}  // namespace qingheng::cli
