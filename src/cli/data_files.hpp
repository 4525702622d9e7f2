// SPDX-License-Identifier: Apache-2.0
// The folders that come with the program: its data, the policies, the demonstration register. Each is the one
// that the user names, else the nearest at or above the working folder, else the nearest above the program.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/working_days.hpp"

namespace qingheng::cli {

/// The whole content of a file; the error says which file and why not.
[[nodiscard]] std::expected<std::string, std::string> read_file(const std::filesystem::path& path);

/// A folder of the program's tree, and how a user names another.
struct Folder {
  std::string_view name;    // from the root of the tree
  std::string_view holds;   // a file by which it is known; empty: any folder of that name will do
  std::string_view option;  // of the command line
};
inline constexpr Folder kData{"data", "working_days.tsv", "--data"};
inline constexpr Folder kPolicies{"policies", "", "--policies"};
inline constexpr Folder kDemonstration{"demo/register", "", "--register"};

/// Where the folder is: `given`, or when that is empty the nearest one, below the working folder or above it
/// by a relative path (`policies`, `../policies`), else the program's own. The error lists where it was
/// looked for.
[[nodiscard]] std::expected<std::filesystem::path, std::string> find_folder(const Folder& folder,
                                                                            const std::string& given);

/// The official calendar of that folder.
[[nodiscard]] std::expected<base::WorkingDays, std::string> read_calendar(const std::filesystem::path& data);

}  // namespace qingheng::cli
