// SPDX-License-Identifier: Apache-2.0
#include "cli/dmn_files.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "cli/data_files.hpp"
#include "decision/xml/read.hpp"

namespace qingheng::cli {

namespace {

namespace fs = std::filesystem;
using ModelPtr = std::shared_ptr<const decision::model::Model>;

bool is_model_file(const fs::path& path) {
  std::error_code failure;
  return path.extension() == ".dmn" && fs::is_regular_file(path, failure);
}

/// The `.dmn` files of a folder, sorted by name.
std::vector<fs::path> models_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, failure))
    if (is_model_file(entry.path())) found.push_back(folder / entry.path().filename());
  std::ranges::sort(found);
  return found;
}

/// Reads files once each, and finds those that are imported.
class ModelFinder {
 public:
  explicit ModelFinder(base::Diagnostics& found) : found_(found) {}

  std::expected<ModelPtr, std::string> open(const fs::path& path) {
    if (const auto known = read_.find(path.lexically_normal()); known != read_.end()) return known->second;
    auto text = read_file(path);
    if (!text) return std::unexpected(std::move(text).error());
    auto model = decision::xml::read_model(base::make_source(path.string(), *std::move(text)), found_);
    ModelPtr shared = model ? std::make_shared<const decision::model::Model>(*std::move(model)) : nullptr;
    read_.emplace(path.lexically_normal(), shared);
    return shared;
  }

  void offer(ModelPtr model) {
    if (model) offered_.push_back(std::move(model));
  }

  /// The model that is imported by one in `folder`; null pointer when there is none.
  ModelPtr imported(const decision::model::Import& import, const fs::path& folder) {
    const auto same =
        std::ranges::find(offered_, import.model, [](const ModelPtr& one) { return one->name_space; });
    if (same != offered_.end()) return *same;
    const fs::path place = folder / import.location;
    if (!import.location.empty() && is_model_file(place))
      if (ModelPtr model = quietly(place); model && model->name_space == import.model) return model;
    for (const fs::path& path : models_in(folder))
      if (ModelPtr model = quietly(path); model && model->name_space == import.model) return model;
    return nullptr;
  }

 private:
  /// Files beside that are not imported are nobody's business: their findings are kept only for one that is.
  ModelPtr quietly(const fs::path& path) {
    const auto model = open(path);
    return model ? *model : nullptr;
  }

  base::Diagnostics& found_;
  std::map<fs::path, ModelPtr> read_;
  std::vector<ModelPtr> offered_;
};

bool concerns(const base::Diagnostic& finding, const std::vector<ModelPtr>& models) {
  if (finding.spans.empty() || !finding.spans.front().span.source) return true;
  const std::string& name = finding.spans.front().span.source->name;
  return std::ranges::any_of(
      models, [&](const ModelPtr& model) { return model->source && name.starts_with(model->source->name); });
}

}  // namespace

std::expected<ModelFiles, std::string> read_model_files(const fs::path& path,
                                                        std::span<const std::string> imports) {
  ModelFiles files;
  ModelFinder finder(files.found);
  auto main = finder.open(path);
  if (!main) return std::unexpected(std::move(main).error());
  if (!*main) return std::unexpected(render_all(files.found, base::Colour::Plain));
  for (const std::string& given : imports) {
    auto model = finder.open(given);
    if (!model) return std::unexpected(std::move(model).error());
    if (!*model) return std::unexpected(render_all(files.found, base::Colour::Plain));
    finder.offer(*model);
  }
  files.models.push_back(*std::move(main));
  for (std::size_t next = 0; next < files.models.size(); ++next) {
    const ModelPtr model = files.models[next];
    const fs::path folder = model->source ? fs::path(model->source->name).parent_path() : path.parent_path();
    for (const decision::model::Import& import : model->imports) {
      if (std::ranges::find(files.models, import.model,
                            [](const ModelPtr& one) { return one->name_space; }) != files.models.end())
        continue;
      if (ModelPtr other = finder.imported(import, folder)) files.models.push_back(std::move(other));
    }
  }
  std::erase_if(files.found, [&](const base::Diagnostic& one) { return !concerns(one, files.models); });
  return files;
}

std::string render_all(const base::Diagnostics& found, base::Colour colour) {
  std::string text;
  for (const base::Diagnostic& finding : found) text += base::render(finding, colour);
  return text;
}

}  // namespace qingheng::cli
