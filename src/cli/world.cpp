// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/evaluate.txt
#include "cli/world.hpp"

#include <algorithm>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/data_files.hpp"
#include "cli/policy_files.hpp"
#include "registry/import/register_files.hpp"

namespace qingheng::cli {

namespace fs = std::filesystem;

namespace {

std::string rendered(const base::Diagnostics& findings) {
  std::string text;
  for (const base::Diagnostic& finding : findings)
    if (finding.severity == base::Severity::Error) text += base::render(finding) + "\n";
  return text;
}

std::expected<std::vector<fs::path>, std::string> subject_files(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
      if (!fs::is_regular_file(path, failed))
        return std::unexpected(fmt::format("there is no file `{}`", path));
      files.emplace_back(path);
      continue;
    }
    for (fs::recursive_directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed)) {
      const fs::path extension = at->path().extension();
      if (extension == ".json" || extension == ".jsonl" || extension == ".csv") files.push_back(at->path());
    }
    if (failed) return std::unexpected(fmt::format("cannot read `{}`", path));
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::expected<std::unique_ptr<World>, std::string> read_world(const Places& places) {
  auto world = std::make_unique<World>();
  const auto policies = find_folder(kPolicies, places.policies);
  if (!policies) return std::unexpected(policies.error());
  world->policies = policies->string();
  const auto data = find_folder(kData, places.data);
  if (!data) return std::unexpected(data.error());
  auto calendar = read_calendar(*data);
  if (!calendar) return std::unexpected(calendar.error());
  world->calendar = std::move(*calendar);
  const auto table = read_file(*data / "divisions.tsv");
  if (!table) return std::unexpected(table.error());
  auto divisions = registry::Divisions::parse(*table);
  if (!divisions) return std::unexpected((*data / "divisions.tsv").string() + ": " + divisions.error());
  world->divisions = std::move(*divisions);

  const std::vector<std::string> folders{world->policies};
  const auto files = read_policy_files(folders);
  if (!files) return std::unexpected(files.error());
  world->loaded =
      policy::load(files->texts, {.calendar = &world->calendar,
                                  .divisions = std::make_shared<const registry::Divisions>(world->divisions),
                                  .whole = files->whole});
  if (world->loaded.library == nullptr)
    return std::unexpected(rendered(world->loaded.diagnostics) + "the documents below `" + world->policies +
                           "` cannot be used; `qingheng check` reports all findings");
  return world;
}

std::expected<registry::Register, std::string> read_register(const World& world,
                                                             const std::vector<std::string>& paths,
                                                             std::string& findings) {
  const auto files = subject_files(paths);
  if (!files) return std::unexpected(files.error());
  std::vector<std::string> contents;
  for (const fs::path& file : *files) {
    auto bytes = read_file(file);
    if (!bytes) return std::unexpected(bytes.error());
    contents.push_back(std::move(*bytes));
  }
  std::vector<registry::RegisterFile> named;
  named.reserve(contents.size());
  for (std::size_t i = 0; i < contents.size(); ++i) named.push_back({(*files)[i].string(), contents[i]});
  registry::RegisterRead read =
      registry::read_register(named, {*world.library().vocabulary, world.divisions});
  findings += rendered(read.diagnostics);
  if (!read.subjects.subjects().empty()) return std::move(read.subjects);
  return std::unexpected(findings +
                         fmt::format("no subject could be read from `{}`", fmt::join(paths, "`, `")));
}

std::expected<registry::Register, std::string> read_register_or_demonstration(const World& world,
                                                                              const std::string& path,
                                                                              std::string& findings) {
  if (!path.empty()) return read_register(world, {path}, findings);
  const auto folder = find_folder(kDemonstration, "");
  if (!folder) return std::unexpected(folder.error());
  return read_register(world, {folder->string()}, findings);
}

std::expected<base::CivilDate, std::string> read_legal_date(const std::string& text, const Shell& shell) {
  if (text.empty()) return shell.today();
  const auto date = base::CivilDate::parse(text);
  if (!date) return std::unexpected(fmt::format("`{}` is no date; write it as 2019-09-12", text));
  return *date;
}

void add_places(CLI::App& command, Places& places, Shell& shell) {
  command.add_option("--policies", places.policies, "folder of the policy documents");
  command.add_option("--data", places.data, "folder of divisions.tsv and working_days.tsv");
  command
      .add_option_function<std::string>(
          "--lang",
          [&shell](const std::string& lang) {
            shell.language = lang == "en" ? Language::English : Language::Chinese;
          },
          "language of the report")
      ->check(CLI::IsMember({"zh", "en"}));
}

const std::string& said(const Shell& shell, const base::Text& text) {
  return shell.language == Language::Chinese ? text.zh : text.en;
}

}  // namespace qingheng::cli
