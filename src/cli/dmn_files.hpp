// SPDX-License-Identifier: Apache-2.0
// DMN models on the disk: one with all that it imports, found beside it.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "decision/graph.hpp"
#include "decision/model.hpp"

namespace qingheng::cli {

/// Models as read, the one asked for first, and what was found in their files.
struct ModelFiles {
  std::vector<std::shared_ptr<const decision::model::Model>> models;
  base::Diagnostics found;
};

/// Reads the model `path` and what it imports, directly or not: from the files of `imports` by their
/// namespace, else from where the import says, when that is a file beside the model, else from the `.dmn` of
/// the same folder that has the namespace. An import that is nowhere is left to `compile_graph` to report.
/// The error: a file cannot be opened, or the findings why the model is none.
[[nodiscard]] std::expected<ModelFiles, std::string> read_model_files(const std::filesystem::path& path,
                                                                      std::span<const std::string> imports);

/// What was found, one after the other as text.
[[nodiscard]] std::string render_all(const base::Diagnostics& found, base::Colour colour);

}  // namespace qingheng::cli
