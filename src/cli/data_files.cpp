// SPDX-License-Identifier: Apache-2.0
#include "cli/data_files.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

namespace qingheng::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCalendar = "working_days.tsv";

bool is_the_one(const Folder& folder, const fs::path& place) {
  std::error_code failure;
  return folder.holds.empty() ? fs::is_directory(place, failure)
                              : fs::exists(place / std::string(folder.holds), failure);
}

std::string missing_in(const Folder& folder) {
  return std::string(folder.holds.empty() ? folder.name : folder.holds);
}

}  // namespace

std::expected<std::string, std::string> read_file(const fs::path& path) {
  std::error_code failure;
  if (fs::is_directory(path, failure)) return std::unexpected(fmt::format("{}: is a folder", path.string()));
  if (!fs::exists(path, failure)) return std::unexpected(fmt::format("{}: no such file", path.string()));
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) return std::unexpected(fmt::format("{}: cannot be read", path.string()));
  return text;
}

std::expected<fs::path, std::string> find_folder(const Folder& folder, const std::string& given) {
  std::error_code failure;
  if (!given.empty()) {
    if (is_the_one(folder, given)) return fs::path(given);
    return std::unexpected(folder.holds.empty() ? fmt::format("there is no folder `{}`", given)
                                                : fmt::format("{}: holds no {}", given, folder.holds));
  }
  std::string looked;
  fs::path up(folder.name);
  for (fs::path at = fs::current_path(failure); !at.empty(); at = at.parent_path(), up = ".." / up) {
    if (is_the_one(folder, at / folder.name)) return up;
    looked += (looked.empty() ? "" : ", ") + (at / folder.name).string();
    if (at == at.parent_path()) break;
  }
  for (fs::path at = fs::read_symlink("/proc/self/exe", failure).parent_path(); !at.empty();
       at = at.parent_path()) {
    if (is_the_one(folder, at / folder.name)) return at / folder.name;
    looked += ", " + (at / folder.name).string();
    if (at == at.parent_path()) break;
  }
  return std::unexpected(
      fmt::format("no {} in {}; name its folder with {}", missing_in(folder), looked, folder.option));
}

std::expected<base::WorkingDays, std::string> read_calendar(const fs::path& data) {
  const auto text = read_file(data / kCalendar);
  if (!text) return std::unexpected(text.error());
  auto calendar = base::WorkingDays::parse(*text);
  if (!calendar) return std::unexpected(fmt::format("{}: {}", (data / kCalendar).string(), calendar.error()));
  return calendar;
}

}  // namespace qingheng::cli
