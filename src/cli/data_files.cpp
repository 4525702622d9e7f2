// SPDX-License-Identifier: Apache-2.0
#include "cli/data_files.hpp"

#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace qingheng::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCalendar = "working_days.tsv";

/// `data/` in `folder` and in every folder above it.
void add_upwards(fs::path folder, std::vector<fs::path>& places) {
  for (; !folder.empty(); folder = folder.parent_path()) {
    places.push_back(folder / "data");
    if (folder == folder.parent_path()) return;
  }
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

std::expected<fs::path, std::string> find_data(const std::string& given) {
  std::error_code failure;
  if (!given.empty()) {
    if (fs::exists(fs::path(given) / kCalendar, failure)) return fs::path(given);
    return std::unexpected(fmt::format("{}: holds no {}", given, kCalendar));
  }
  std::vector<fs::path> places;
  add_upwards(fs::current_path(failure), places);
  add_upwards(fs::read_symlink("/proc/self/exe", failure).parent_path(), places);
  for (const fs::path& place : places)
    if (fs::exists(place / kCalendar, failure)) return place;
  std::string looked;
  for (const fs::path& place : places) looked += (looked.empty() ? "" : ", ") + place.string();
  return std::unexpected(fmt::format("no {} in {}; name its folder with --data", kCalendar, looked));
}

std::expected<base::WorkingDays, std::string> read_calendar(const fs::path& data) {
  const auto text = read_file(data / kCalendar);
  if (!text) return std::unexpected(text.error());
  auto calendar = base::WorkingDays::parse(*text);
  if (!calendar) return std::unexpected(fmt::format("{}: {}", (data / kCalendar).string(), calendar.error()));
  return calendar;
}

}  // namespace qingheng::cli
