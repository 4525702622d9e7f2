// SPDX-License-Identifier: Apache-2.0
// What commands about policies work with: the documents, the divisions and the calendar, found and read once.
//
//   auto world = read_world({.policies = call.policies, .data = call.data});
//   if (!world) return refuse(shell, world.error());
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/working_days.hpp"
#include "cli/shell.hpp"
#include "policy/load.hpp"
#include "registry/divisions.hpp"
#include "registry/subject.hpp"

namespace CLI {
class App;
}

namespace qingheng::cli {

/// Where things lie, as the user said; empty: found from the working folder upwards.
struct Places {
  std::string policies;
  std::string data;
  std::string kind;  // of subjects in tables; empty: by the name of the file
};

/// Everything read. Not copied: what is evaluated borrows from it.
struct World {
  std::string kind;  // as in `Places`
  policy::LoadResult loaded;
  registry::Divisions divisions;
  base::WorkingDays calendar;
  std::string policies;                        // the folder
  const base::Catalogue* catalogue = nullptr;  // of the language that errors are told in

  [[nodiscard]] const policy::Library& library() const { return *loaded.library; }
};

/// Reads the world. The error is a text to print: what was not found and where it was looked for, or the
/// findings of documents that cannot be used.
[[nodiscard]] std::expected<std::unique_ptr<World>, std::string> read_world(
    const Places& places, const base::Catalogue* catalogue = nullptr);

/// Subjects that a command works with, and what was found when they were read.
struct SubjectsRead {
  registry::Register subjects;
  std::size_t from_first = 0;  // how many of them, which come first, are of the first path
  base::Diagnostics findings;
};

/// Reads subjects of files, or of all `.json`, `.jsonl` and `.csv` below folders, whose names say what they
/// hold as `registry::read_register` has it; a file named twice is read once. A file that cannot be read, or
/// a register without a subject, is the error. `legal_date`: as in `registry::ImportTables`.
[[nodiscard]] std::expected<SubjectsRead, std::string> read_register(
    const World& world, const std::vector<std::string>& paths,
    const std::optional<base::CivilDate>& legal_date);

/// The same for `path`, or for the demonstration register when it is empty.
[[nodiscard]] std::expected<SubjectsRead, std::string> read_register_or_demonstration(
    const World& world, const std::string& path, const std::optional<base::CivilDate>& legal_date);

/// Prints errors and warnings about subjects, and notes or how many there are; errors leave with 1.
void report_findings(Shell& shell, const base::Diagnostics& findings, bool notes);

/// Adds `--kind` to a command that reads subjects.
void add_kind(CLI::App& command, Places& places);

/// Adds `--notes` to a command that reads subjects.
void add_notes(CLI::App& command, bool& notes);

/// The legal date: `text`, or today when empty; the error says how to write one.
[[nodiscard]] std::expected<base::CivilDate, std::string> read_legal_date(const std::string& text,
                                                                          const Shell& shell);

/// A legal date, with the time of day when one was written.
struct LegalMoment {
  base::CivilDate date;
  std::optional<std::int32_t> second_of_day;
};

/// The same with a time of day, `2019-09-23T09:00` or `2019-09-23 09:00:00`, in China.
[[nodiscard]] std::expected<LegalMoment, std::string> read_legal_moment(const std::string& text,
                                                                        const Shell& shell);

/// Adds `--policies`, `--data` and `--lang` to a command.
void add_places(CLI::App& command, Places& places, Shell& shell);

/// The side of a text in the shell's language.
[[nodiscard]] const std::string& said(const Shell& shell, const base::Text& text);

}  // namespace qingheng::cli
