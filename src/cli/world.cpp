// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/evaluate.txt
#include "cli/world.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/data_files.hpp"
#include "cli/policy_files.hpp"
#include "registry/import/register_files.hpp"

namespace qingheng::cli {

namespace fs = std::filesystem;

namespace {

/// The errors among the findings, and in the end what they come to.
std::string refusal(const base::Diagnostics& findings, const std::string& sum,
                    const base::Catalogue* catalogue) {
  std::string text;
  for (const base::Diagnostic& finding : findings)
    if (finding.severity == base::Severity::Error)
      text += base::render(finding, base::Colour::Plain, catalogue) + "\n";
  return text + (catalogue == nullptr ? sum : catalogue->translate(sum));
}

bool add_files_below(const fs::path& folder, std::vector<fs::path>& files) {
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const fs::path extension = at->path().extension();
    if (extension == ".json" || extension == ".jsonl" || extension == ".csv") files.push_back(at->path());
  }
  std::ranges::sort(files);
  return !failed;
}

/// The files of the paths, in the order of these, and how many are of the first.
struct SubjectFiles {
  std::vector<fs::path> files;
  std::size_t of_first = 0;
};

std::expected<SubjectFiles, std::string> subject_files(const std::vector<std::string>& paths) {
  SubjectFiles found;
  std::set<fs::path> seen;
  for (const std::string& path : paths) {
    std::error_code failed;
    std::vector<fs::path> files;
    if (fs::is_regular_file(path, failed)) {
      files.emplace_back(path);
    } else if (!fs::is_directory(path, failed)) {
      return std::unexpected(fmt::format("there is no file `{}`", path));
    } else if (!add_files_below(path, files)) {
      return std::unexpected(fmt::format("cannot read `{}`", path));
    }
    for (fs::path& file : files) {
      if (seen.insert(fs::weakly_canonical(file, failed)).second) found.files.push_back(std::move(file));
    }
    if (&path == &paths.front()) found.of_first = found.files.size();
  }
  return found;
}

}  // namespace

std::expected<std::unique_ptr<World>, std::string> read_world(const Places& places,
                                                              const base::Catalogue* catalogue) {
  auto world = std::make_unique<World>();
  world->catalogue = catalogue;
  const auto policies = find_folder(kPolicies, places.policies);
  if (!policies) return std::unexpected(policies.error());
  world->policies = policies->string();
  world->kind = places.kind;
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
                                  .whole = files->whole,
                                  .in_passing = files->in_passing});
  if (world->loaded.library == nullptr)
    return std::unexpected(
        refusal(world->loaded.diagnostics,
                fmt::format("the documents below `{}` cannot be used; `qingheng check` reports all findings",
                            world->policies),
                catalogue));
  return world;
}

std::expected<SubjectsRead, std::string> read_register(const World& world,
                                                       const std::vector<std::string>& paths,
                                                       const std::optional<base::CivilDate>& legal_date) {
  const auto found = subject_files(paths);
  if (!found) return std::unexpected(found.error());
  std::vector<std::string> contents;
  for (const fs::path& file : found->files) {
    auto bytes = read_file(file);
    if (!bytes) return std::unexpected(bytes.error());
    contents.push_back(std::move(*bytes));
  }
  std::vector<registry::RegisterFile> named;
  named.reserve(contents.size());
  // `--kind` is about a table that the user names; those of a folder have names of their own.
  std::error_code failed;
  const bool one = !paths.empty() && fs::is_regular_file(paths.front(), failed);
  for (std::size_t i = 0; i < contents.size(); ++i)
    named.push_back(
        {found->files[i].string(), contents[i], one && i < found->of_first ? world.kind : std::string()});
  registry::RegisterRead read =
      registry::read_register(named, {*world.library().vocabulary, world.divisions, legal_date});
  if (read.subjects.subjects().empty())
    return std::unexpected(refusal(read.diagnostics,
                                   fmt::format("no subject could be read from `{}`", fmt::join(paths, "` `")),
                                   world.catalogue));
  SubjectsRead subjects{.subjects = std::move(read.subjects), .findings = std::move(read.diagnostics)};
  subjects.from_first = static_cast<std::size_t>(
      std::ranges::count_if(read.file_of, [&](std::size_t file) { return file < found->of_first; }));
  return subjects;
}

std::expected<SubjectsRead, std::string> read_register_or_demonstration(
    const World& world, const std::string& path, const std::optional<base::CivilDate>& legal_date) {
  if (!path.empty()) return read_register(world, {path}, legal_date);
  const auto folder = find_folder(kDemonstration, "");
  if (!folder) return std::unexpected(folder.error());
  return read_register(world, {folder->string()}, legal_date);
}

void report_findings(Shell& shell, const base::Diagnostics& findings, bool notes) {
  std::size_t hidden = 0;
  for (const base::Diagnostic& finding : findings) {
    if (finding.severity == base::Severity::Note && !notes) {
      ++hidden;
    } else {
      fmt::print(shell.err, "{}\n", rendered(shell, finding));
    }
  }
  if (hidden > 0 && shell.language == Language::Chinese) {
    fmt::print(shell.err, "另有 {} 条提示，加 --notes 显示\n", hidden);
  } else if (hidden > 0) {
    fmt::print(shell.err, "{} {} not shown; --notes shows {}\n", hidden, hidden == 1 ? "note" : "notes",
               hidden == 1 ? "it" : "them");
  }
  if (base::has_errors(findings)) shell.exit = Exit::Failed;
}

void add_kind(CLI::App& command, Places& places) {
  command.add_option("--kind", places.kind,
                     "kind of subject in a CSV file whose name does not say it, `enterprise` or `企业`");
}

void add_notes(CLI::App& command, bool& notes) {
  command.add_flag("--notes", notes, "show notes about what was put right when subjects were read");
}

std::expected<base::CivilDate, std::string> read_legal_date(const std::string& text, const Shell& shell) {
  if (text.empty()) return shell.today();
  const auto date = base::CivilDate::parse(text);
  if (!date) return std::unexpected(fmt::format("`{}` is no date; write it as 2019-09-12", text));
  return *date;
}

namespace {

/// The seconds of `09:00` or `09:00:30`; nothing for what is no time of day.
std::optional<std::int32_t> second_of_day(std::string_view text) {
  if (text.size() != 5 && text.size() != 8) return std::nullopt;
  std::int32_t seconds = 0;
  for (std::size_t at = 0; at < 8; at += 3) {
    std::int32_t number = 0;
    if (at < text.size()) {
      const char tens = text[at];
      const char ones = text[at + 1];
      if (tens < '0' || tens > '5' || ones < '0' || ones > '9') return std::nullopt;
      if (at > 0 && text[at - 1] != ':') return std::nullopt;
      number = (tens - '0') * 10 + (ones - '0');
    }
    if (at == 0 && number > 23) return std::nullopt;
    seconds = seconds * 60 + number;
  }
  return seconds;
}

}  // namespace

std::expected<LegalMoment, std::string> read_legal_moment(const std::string& text, const Shell& shell) {
  const std::size_t mark = text.find_first_of("T ");
  if (mark == std::string::npos) {
    const auto date = read_legal_date(text, shell);
    if (!date) return std::unexpected(date.error());
    return LegalMoment{*date, std::nullopt};
  }
  const auto date = base::CivilDate::parse(text.substr(0, mark));
  const auto time = second_of_day(std::string_view(text).substr(mark + 1));
  if (!date || !time)
    return std::unexpected(fmt::format("`{}` is no date with a time; write it as 2019-09-23T09:00", text));
  return LegalMoment{*date, time};
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
