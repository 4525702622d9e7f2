// SPDX-License-Identifier: Apache-2.0
// Policy documents on the disk: which files a command means, read into texts that `policy::load` takes.
//
//   auto files = read_policy_files({"policies"});
//   policy::LoadResult loaded = policy::load(files->texts);
#pragma once

#include <expected>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/source.hpp"

namespace qingheng::cli {

/// The documents that belong together, sorted by path.
struct PolicyFiles {
  /// Everything to load: what was asked for and, when it lies below a folder `policies`, all documents of
  /// that folder, the vocabulary among them; with the DMN files beside and below each document.
  std::vector<std::shared_ptr<const base::SourceText>> texts;
  /// Names of the texts that were asked for; findings elsewhere are not the caller's.
  std::set<std::string, std::less<>> requested;
  /// Names of those that were found in folders and are not called `policy.md`: they may be other Markdown.
  std::set<std::string, std::less<>> in_passing;
  /// All of them lie below folders `policies`, so that no document that shares their vocabulary is missing.
  bool whole = false;
};

/// Reads files and, below folders, every `*.md` that is not called `README`. Names are the paths as given. On
/// failure a sentence that names the path which does not exist, cannot be read or holds no document.
[[nodiscard]] std::expected<PolicyFiles, std::string> read_policy_files(std::span<const std::string> paths);

}  // namespace qingheng::cli
