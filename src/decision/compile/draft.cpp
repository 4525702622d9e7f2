// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/compile/references_test.cpp
#include "decision/compile/internal/draft.hpp"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::decision::compile {

namespace {

/// PMML and schemas are imported too, for what is not run here.
bool is_dmn(const model::Import& import) {
  return import.kind.empty() || import.kind.find("DMN") != std::string::npos ||
         import.kind.find("dmn") != std::string::npos;
}

void add_elements(Draft& draft, ModelDraft& model) {
  const model::Model& file = *model.file;
  const auto add = [&](ElementRef element) {
    const auto at = static_cast<std::uint32_t>(model.elements.size());
    if (!element.head->id.empty()) model.by_id.emplace(element.head->id, at);
    model.elements.push_back(element);
  };
  for (const model::InputData& input : file.inputs) {
    add({ElementKind::InputData, &input.head, &input.variable, nullptr, nullptr, nullptr});
  }
  for (const model::Decision& decision : file.decisions) {
    add({ElementKind::Decision, &decision.head, &decision.variable, &decision, nullptr, nullptr});
  }
  for (const model::Knowledge& knowledge : file.knowledge) {
    add({ElementKind::Knowledge, &knowledge.head, &knowledge.variable, nullptr, &knowledge, nullptr});
  }
  for (const model::Service& service : file.services) {
    add({ElementKind::Service, &service.head, &service.variable, nullptr, nullptr, &service});
  }
  std::unordered_map<std::string, const ElementRef*> named;
  for (const ElementRef& element : model.elements) {
    const auto [other, fresh] = named.emplace(element.name(), &element);
    if (fresh) continue;
    base::Diagnostic& finding =
        draft.warn("D031", element.head->span, fmt::format("two elements are named `{}`", element.name()),
                   "where both are known, the first that is required is meant");
    finding.spans.push_back({other->second->head->span, "the other one"});
  }
}

void resolve_imports(Draft& draft, const std::vector<std::shared_ptr<const model::Model>>& given,
                     std::uint32_t at, std::unordered_map<std::string, std::uint32_t>& known) {
  const std::shared_ptr<const model::Model> file = draft.models[at].file;
  for (const model::Import& import : file->imports) {
    std::optional<std::uint32_t> found;
    if (const auto already = known.find(import.model); already != known.end()) {
      found = already->second;
    } else {
      const auto model =
          std::ranges::find(given, import.model, [](const auto& one) { return one->name_space; });
      if (model != given.end()) {
        found = static_cast<std::uint32_t>(draft.models.size());
        known.emplace(import.model, *found);
        draft.models.push_back({*model, {}, {}, {}});
      }
    }
    if (!is_dmn(import)) {
      found.reset();
      draft.warn(
          "D029", import.span,
          fmt::format("the import `{}` is no DMN model, and what it holds is not run here", import.name));
    } else if (!found) {
      std::vector<std::string> names;
      for (const auto& one : given) names.push_back(one->name_space);
      std::ranges::sort(names);
      draft.error("D025", import.span, fmt::format("the imported model `{}` was not given", import.model),
                  base::did_you_mean(import.model, names, "give its file as well"));
    }
    draft.models[at].imports.push_back(found);
  }
}

}  // namespace

Draft drafted(std::vector<std::shared_ptr<const model::Model>> models) {
  Draft draft;
  std::unordered_map<std::string, std::uint32_t> known{{models.front()->name_space, 0}};
  draft.models.push_back({models.front(), {}, {}, {}});
  for (std::uint32_t at = 0; at < draft.models.size(); ++at) {
    resolve_imports(draft, models, at, known);
    add_elements(draft, draft.models[at]);
  }
  return draft;
}

std::optional<Place> Draft::place(std::uint32_t model, const model::Reference& reference) const {
  const std::string& wanted = reference.model.empty() ? models[model].file->name_space : reference.model;
  struct Step {
    std::uint32_t model;
    std::vector<std::uint32_t> imports;
  };
  std::deque<Step> waiting{{model, {}}};
  std::vector<bool> seen(models.size());
  while (!waiting.empty()) {
    Step step = std::move(waiting.front());
    waiting.pop_front();
    if (seen[step.model]) continue;
    seen[step.model] = true;
    const ModelDraft& here = models[step.model];
    if (here.file->name_space == wanted) {
      const auto element = here.by_id.find(reference.id);
      if (element == here.by_id.end()) return std::nullopt;
      return Place{std::move(step.imports), element->second};
    }
    for (std::uint32_t import = 0; import < here.imports.size(); ++import) {
      if (!here.imports[import]) continue;
      Step next{*here.imports[import], step.imports};
      next.imports.push_back(import);
      waiting.push_back(std::move(next));
    }
  }
  return std::nullopt;
}

}  // namespace qingheng::decision::compile
