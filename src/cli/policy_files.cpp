// SPDX-License-Identifier: Apache-2.0
#include "cli/policy_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace qingheng::cli {

namespace {

namespace fs = std::filesystem;

bool is_document(const fs::path& path) {
  return path.extension() == ".md" && !path.filename().string().starts_with("README");
}

/// Every document below a folder; false when the folder cannot be read wholly.
bool collect_below(const fs::path& folder, std::set<fs::path>& into) {
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    if (at->is_regular_file(failed) && is_document(at->path())) into.insert(at->path().lexically_normal());
  return !failed;
}

std::optional<std::string> read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) return std::nullopt;
  return text;
}

/// DMN files beside a document, or below its folder: its tables may be taken from them.
void collect_models(const fs::path& document, std::set<fs::path>& into) {
  std::error_code failed;
  const fs::path folder = document.has_parent_path() ? document.parent_path() : fs::path(".");
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    if (at->is_regular_file(failed) && at->path().extension() == ".dmn")
      into.insert(at->path().lexically_normal());
}

/// The folder `policies` that the path lies in or is; empty when there is none.
fs::path policies_above(const fs::path& path) {
  fs::path found;
  fs::path walked;
  for (const fs::path& part : path.lexically_normal()) {
    walked /= part;
    if (part == "policies") found = walked;
  }
  return found;
}

/// A file that the user named, or that is called `policy.md`, is meant to be a document.
bool is_meant(const fs::path& path, std::span<const std::string> named) {
  return path.filename() == "policy.md" || std::ranges::any_of(named, [&](const std::string& one) {
           return fs::path(one).lexically_normal() == path;
         });
}

std::expected<std::set<fs::path>, std::string> asked_for(std::span<const std::string> paths) {
  std::set<fs::path> files;
  for (const std::string& path : paths) {
    std::error_code failed;
    const std::size_t before = files.size();
    if (fs::is_directory(path, failed)) {
      if (!collect_below(path, files)) return std::unexpected(fmt::format("cannot read `{}`", path));
      if (files.size() == before) return std::unexpected(fmt::format("no policy document below `{}`", path));
    } else if (fs::is_regular_file(path, failed)) {
      files.insert(fs::path(path).lexically_normal());
    } else {
      return std::unexpected(fmt::format("no such file or folder: `{}`", path));
    }
  }
  return files;
}

}  // namespace

std::expected<PolicyFiles, std::string> read_policy_files(std::span<const std::string> paths) {
  auto requested = asked_for(paths);
  if (!requested) return std::unexpected(requested.error());
  std::set<fs::path> all = *requested;
  PolicyFiles files;
  files.whole = true;
  for (const fs::path& path : *requested) {
    const fs::path root = policies_above(path);
    files.whole = files.whole && !root.empty();
    if (!root.empty() && !collect_below(root, all))
      return std::unexpected(fmt::format("cannot read `{}`", root.string()));
  }
  const std::set<fs::path> asked = *requested;
  for (const fs::path& document : asked) collect_models(document, *requested);
  const std::set<fs::path> documents = all;
  for (const fs::path& document : documents) collect_models(document, all);
  for (const fs::path& path : all) {
    auto text = read_all(path);
    if (!text) return std::unexpected(fmt::format("cannot read `{}`", path.string()));
    files.texts.push_back(base::make_source(path.string(), std::move(*text)));
    if (!is_meant(path, paths)) files.in_passing.insert(path.string());
    if (requested->contains(path)) files.requested.insert(path.string());
  }
  return files;
}

}  // namespace qingheng::cli
