// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/compile/references_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "decision/compile/internal/draft.hpp"

namespace qingheng::decision::compile {

namespace {

/// Ways of imports in one graph; models that import each other crosswise have a great many.
constexpr std::size_t kMostInstances = 1000;
constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

class Ways {
 public:
  explicit Ways(Draft& draft) : draft_(draft) {}

  std::vector<Instance> run() {
    (void)enter(0, {});
    return std::move(instances_);
  }

 private:
  // As deep as imports go, which `models_` bounds: none stands on its own way twice.
  std::uint32_t enter(std::uint32_t model, const std::vector<std::string>& path) {
    const auto at = static_cast<std::uint32_t>(instances_.size());
    instances_.push_back({model, path, {}, base_});
    const ModelDraft& draft = draft_.models[model];
    base_ += static_cast<std::uint32_t>(draft.elements.size());
    models_.push_back(model);
    std::vector<std::uint32_t> imports;
    for (std::size_t import = 0; import < draft.imports.size(); ++import) {
      imports.push_back(follow(draft, import, path));
    }
    models_.pop_back();
    instances_[at].imports = std::move(imports);
    return at;
  }

  std::uint32_t follow(const ModelDraft& draft, std::size_t import, std::vector<std::string> path) {
    if (!draft.imports[import]) return kNowhere;
    const model::Import& written = draft.file->imports[import];
    if (std::ranges::find(models_, *draft.imports[import]) != models_.end()) {
      ring(*draft.imports[import], written);
      return kNowhere;
    }
    if (instances_.size() >= kMostInstances) {
      if (!full_) {
        draft_.error(
            "D026", written.span,
            fmt::format("there are more than {} ways of imports through these models", kMostInstances));
      }
      full_ = true;
      return kNowhere;
    }
    path.push_back(written.name);
    return enter(*draft.imports[import], path);
  }

  void ring(std::uint32_t model, const model::Import& import) {
    std::string names;
    for (auto at = std::ranges::find(models_, model); at != models_.end(); ++at) {
      names += fmt::format("`{}` → ", draft_.models[*at].file->name);
    }
    draft_.error(
        "D026", import.span,
        fmt::format("models import each other in a ring: {}`{}`", names, draft_.models[model].file->name));
  }

  Draft& draft_;
  std::vector<Instance> instances_;
  std::vector<std::uint32_t> models_;  // on the way
  std::uint32_t base_ = 0;
  bool full_ = false;
};

std::string full_name(const Instance& instance, const std::string& name) {
  std::string full;
  for (const std::string& part : instance.path) {
    if (!part.empty()) full += part + ".";
  }
  return full + name;
}

/// The input data that a decision rests on, in the order in which they are met; those of imported models by
/// their full name.
std::vector<std::string> inputs_below(const Draft& draft, const Graph& graph, std::uint32_t node) {
  std::vector<std::string> names;
  std::vector<bool> seen(graph.owner.size());
  std::vector<std::uint32_t> waiting{node};
  while (!waiting.empty()) {
    const std::uint32_t next = waiting.back();
    waiting.pop_back();
    if (seen[next]) continue;
    seen[next] = true;
    const std::uint32_t owner = graph.owner[next];
    const Instance& instance = graph.instances[owner];
    const ElementRef& element = draft.models[instance.model].elements[next - instance.base];
    if (element.kind == ElementKind::InputData) names.push_back(full_name(instance, element.name()));
    if (element.kind != ElementKind::Decision) continue;
    const auto required = requirements(element);
    for (auto at = required.rbegin(); at != required.rend(); ++at) {
      if (const auto place = draft.place(instance.model, **at)) waiting.push_back(graph.node(owner, *place));
    }
  }
  return names;
}

}  // namespace

std::vector<Instance> instances_of(Draft& draft) { return Ways(draft).run(); }

void list_elements(const Draft& draft, Graph& graph) {
  for (std::uint32_t node = 0; node < graph.owner.size(); ++node) {
    const Instance& instance = graph.instances[graph.owner[node]];
    const ElementPlan& plan = graph.plan(node);
    Element element;
    element.kind = plan.kind;
    element.name = full_name(instance, plan.name);
    element.name_space = graph.models[instance.model].name_space;
    element.type = plan.type;
    element.inputs =
        plan.kind == ElementKind::Decision ? inputs_below(draft, graph, node) : plan.signature.names;
    graph.by_name.try_emplace(std::pair(plan.kind, element.name), node);
    graph.elements.push_back(std::move(element));
  }
}

}  // namespace qingheng::decision::compile
