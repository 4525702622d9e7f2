// SPDX-License-Identifier: Apache-2.0
// The data that comes with the program: the working-day calendar, the divisions. Found in the folder given by
// `--data`, else in the nearest `data/` at or above the working folder, else beside the program's own tree.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "base/working_days.hpp"

namespace qingheng::cli {

/// The whole content of a file; the error says which file and why not.
[[nodiscard]] std::expected<std::string, std::string> read_file(const std::filesystem::path& path);

/// The folder that holds `data/working_days.tsv`, itself called `data` as a rule; the error lists where it
/// was looked for. `given`: what the user named, empty for nothing.
[[nodiscard]] std::expected<std::filesystem::path, std::string> find_data(const std::string& given);

/// The official calendar of that folder.
[[nodiscard]] std::expected<base::WorkingDays, std::string> read_calendar(const std::filesystem::path& data);

}  // namespace qingheng::cli
