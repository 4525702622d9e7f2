// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/compile/references_test.cpp
#include "decision/graph.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "decision/compile/internal/boxed.hpp"

namespace qingheng::decision {

namespace compile {

namespace {

using feel::Type;

/// Sources under their names, imported elements in contexts under the names of the imports.
using Sources = std::vector<NamedSource>;

void add_source(Sources& sources, std::span<const std::string> path, const std::string& name, Place place) {
  while (!path.empty() && path.front().empty()) path = path.subspan(1);
  const std::string& here = path.empty() ? name : path.front();
  const auto known = std::ranges::find(sources, here, &NamedSource::name);
  if (path.empty()) {
    if (known == sources.end()) sources.push_back({name, {std::move(place), {}}});
    return;
  }
  if (known == sources.end()) {
    sources.push_back({here, {}});
    add_source(sources.back().source.entries, path.subspan(1), name, std::move(place));
  } else if (!known->source.entries.empty()) {
    add_source(known->source.entries, path.subspan(1), name, std::move(place));
  }
}

/// Compiles the elements of a draft, each after those that it requires.
class Elements {
 public:
  Elements(Draft& draft, Types& types, Graph& graph) : draft_(draft), types_(types), graph_(graph) {
    for (const ModelDraft& model : draft.models) {
      ModelPlan& plan = graph.models.emplace_back();
      plan.name_space = model.file->name_space;
      plan.elements.resize(model.elements.size());
    }
    for (std::uint32_t model = 0; model < draft.models.size(); ++model) {
      for (std::uint32_t at = 0; at < draft.models[model].elements.size(); ++at) declare({model, at});
    }
  }

  void compile(const Address& address) {
    const ElementRef& element = draft_.at(address);
    if (element.decision != nullptr) decision(address, *element.decision);
    if (element.knowledge != nullptr) knowledge(address, *element.knowledge);
    if (element.service != nullptr) service(address, *element.service);
  }

 private:
  ElementPlan& plan(const Address& address) { return graph_.models[address.model].elements[address.element]; }

  // What is known before any logic is read.
  void declare(const Address& address) {
    const ElementRef& element = draft_.at(address);
    ElementPlan& made = plan(address);
    made.kind = element.kind;
    made.name = element.name();
    made.span = element.head->span;
    const ShapePtr shape = types_.named(address.model, element.variable->type);
    const bool function = element.kind == ElementKind::Knowledge || element.kind == ElementKind::Service;
    if (!function) {
      made.shape = shape;
      made.type = type_of(shape);
      return;
    }
    if (element.knowledge != nullptr && element.knowledge->logic) {
      BoxedCompiler compiler(draft_, types_, address.model, made.name, 0);
      made.signature = compiler.signature(*element.knowledge->logic);
    }
    // Before DMN 1.3 the variable of a function had the type of its result.
    if (shape) made.signature.result = shape->type.tag == Type::Tag::Function ? shape->result : shape;
    set_type(made, type_of(made.signature.result));
  }

  void set_type(ElementPlan& made, Type result) {
    std::vector<Type> types;
    for (const ShapePtr& shape : made.signature.shapes) types.push_back(type_of(shape));
    made.type = Type::function(std::move(types), std::move(result));
    made.signature.type = std::make_shared<const Type>(made.type);
  }

  Type source_type(std::uint32_t model, const Source& source) {
    if (source.entries.empty()) return plan(draft_.address(model, source.place)).type;
    std::vector<Type::Member> members;
    for (const auto& [name, entry] : source.entries) members.push_back({name, source_type(model, entry), {}});
    return Type::context(std::move(members));
  }

  Sources sources_of(const Address& address) {
    Sources sources;
    const ElementRef& element = draft_.at(address);
    for (const model::Reference* reference : requirements(element)) {
      auto place = draft_.place(address.model, *reference);
      if (!place) continue;
      std::vector<std::string> path;
      std::uint32_t at = address.model;
      for (const std::uint32_t import : place->imports) {
        path.push_back(draft_.models[at].file->imports[import].name);
        at = *draft_.models[at].imports[import];
      }
      const std::string& name = draft_.models[at].elements[place->element].name();
      add_source(sources, path, name, *std::move(place));
    }
    // A function may call itself without saying that it requires itself.
    if (element.kind == ElementKind::Knowledge)
      add_source(sources, {}, element.name(), {{}, address.element});
    return sources;
  }

  Names names_of(const Address& address, ElementPlan& made) {
    Names names;
    for (auto& [name, source] : sources_of(address)) {
      names.entries.push_back({name, source_type(address.model, source)});
      made.sources.push_back(std::move(source));
    }
    return names;
  }

  /// No text since then was found to be no FEEL, so that what is not read is not meant to be.
  [[nodiscard]] bool all_read_as_feel(std::size_t since) const {
    return !base::has_errors({draft_.texts.begin() + static_cast<std::ptrdiff_t>(since), draft_.texts.end()});
  }

  /// Reports the requirements whose names no text of the element reads.
  void report_unread(const Address& address, const Names& names, const ElementPlan& made) {
    const ElementRef& element = draft_.at(address);
    for (const model::Reference* reference : requirements(element)) {
      const auto place = draft_.place(address.model, *reference);
      if (!place) continue;
      const std::string& target = draft_.at(draft_.address(address.model, *place)).name();
      std::string name = target;
      std::uint32_t at = address.model;
      for (const std::uint32_t import : place->imports) {
        const std::string& alias = draft_.models[at].file->imports[import].name;
        if (!alias.empty()) {
          name = alias;
          break;
        }
        at = *draft_.models[at].imports[import];
      }
      const auto known = std::ranges::find(names.entries, name, &Names::Entry::name);
      if (known == names.entries.end()) continue;
      const auto slot = static_cast<std::size_t>(known - names.entries.begin());
      if (slot >= made.read.size() || made.read[slot]) continue;
      draft_.warn("D035", reference->span,
                  fmt::format("`{}` requires `{}`, but does not read it", made.name, target),
                  "take the requirement away, or use it");
    }
  }

  void decision(const Address& address, const model::Decision& decision) {
    ElementPlan& made = plan(address);
    const Names names = names_of(address, made);
    made.read.resize(made.sources.size());
    if (!decision.logic) return;
    BoxedCompiler compiler(draft_, types_, address.model, made.name, made.sources.size());
    const std::size_t texts = draft_.texts.size();
    Typed logic = compiler.compile(*decision.logic, names);
    compiler.check_type(*logic.code, logic.type, made.shape);
    made.logic = std::move(logic.code);
    made.read = compiler.read();
    if (all_read_as_feel(texts)) report_unread(address, names, made);
    made.slots = compiler.slots();
    if (!made.shape) made.type = std::move(logic.type);
  }

  void knowledge(const Address& address, const model::Knowledge& knowledge) {
    ElementPlan& made = plan(address);
    const Names names = names_of(address, made);
    made.read.resize(made.sources.size());
    made.first = static_cast<Slot>(names.entries.size());
    if (!knowledge.logic) return;
    BoxedCompiler compiler(draft_, types_, address.model, made.name, made.sources.size());
    const std::size_t texts = draft_.texts.size();
    const Typed function = compiler.function(*knowledge.logic, names, std::nullopt);
    made.logic = std::get<FunctionCode>(function.code->form).body;
    if (function.type.result) compiler.check_type(*made.logic, *function.type.result, made.signature.result);
    made.read = compiler.read();
    const bool feel = knowledge.logic->kind == model::FunctionDefinition::Kind::Feel;
    if (feel && all_read_as_feel(texts)) report_unread(address, names, made);
    made.slots = compiler.slots();
    if (!made.signature.result && function.type.result) set_type(made, *function.type.result);
  }

  void service(const Address& address, const model::Service& service) {
    ElementPlan& made = plan(address);
    const auto input = [&](const model::Reference& reference) {
      auto place = draft_.place(address.model, reference);
      if (!place) return;
      const ElementPlan& target = plan(draft_.address(address.model, *place));
      made.signature.names.push_back(target.name);
      made.signature.shapes.push_back(target.shape);
      made.inputs.push_back(*std::move(place));
    };
    for (const model::Reference& reference : service.input_data) input(reference);
    for (const model::Reference& reference : service.input_decisions) input(reference);
    std::vector<Type::Member> members;
    for (const model::Reference& reference : service.outputs) {
      auto place = draft_.place(address.model, reference);
      if (!place) continue;
      const ElementPlan& target = plan(draft_.address(address.model, *place));
      members.push_back({target.name, target.type, {}});
      made.output_names.push_back(target.name);
      made.outputs.push_back(*std::move(place));
    }
    Type result = type_of(made.signature.result);
    if (!made.signature.result && !members.empty()) {
      result = members.size() == 1 ? members.front().type : Type::context(std::move(members));
    }
    set_type(made, std::move(result));
  }

  Draft& draft_;
  Types& types_;
  Graph& graph_;
};

}  // namespace

/// Reports inputs of the main model that no element of any model requires, and elements that go by two names.
void report_heads(Draft& draft) {
  std::vector<bool> required(draft.models.front().elements.size());
  for (std::uint32_t model = 0; model < draft.models.size(); ++model) {
    for (const ElementRef& element : draft.models[model].elements) {
      for (const model::Reference* reference : requirements(element)) {
        const auto place = draft.place(model, *reference);
        if (!place) continue;
        const Address address = draft.address(model, *place);
        if (address.model == 0) required[address.element] = true;
      }
    }
  }
  const std::vector<ElementRef>& elements = draft.models.front().elements;
  for (std::size_t at = 0; at < elements.size(); ++at) {
    const ElementRef& element = elements[at];
    if (element.kind == ElementKind::InputData && !required[at]) {
      draft.warn("D034", element.head->span, fmt::format("nothing requires the input `{}`", element.name()),
                 "take it away, or require it where it is used");
    }
    if (element.name() == element.head->name) continue;
    draft.warn(
        "D036", element.variable->span,
        fmt::format("the element is named `{}`, but its variable `{}`", element.head->name, element.name()),
        "expressions know it by the name of its variable; DMN wants both to be the same");
  }
}

std::expected<CompiledGraph, base::Diagnostics> compiled(
    std::vector<std::shared_ptr<const model::Model>> models) {
  Draft draft = drafted(std::move(models));
  auto graph = std::make_shared<Graph>();
  graph->instances = instances_of(draft);
  if (base::has_errors(draft.found)) return std::unexpected(std::move(draft.found));
  for (std::uint32_t at = 0; at < graph->instances.size(); ++at) {
    const std::size_t size = draft.models[graph->instances[at].model].elements.size();
    graph->owner.insert(graph->owner.end(), size, at);
  }
  Types types(draft);
  const std::vector<Address> order = checked_order(draft);
  if (base::has_errors(draft.found)) return std::unexpected(std::move(draft.found));
  Elements elements(draft, types, *graph);
  for (const Address& address : order) elements.compile(address);
  report_heads(draft);
  if (base::has_errors(draft.found)) return std::unexpected(std::move(draft.found));
  list_elements(draft, *graph);
  draft.found.insert(draft.found.end(), draft.texts.begin(), draft.texts.end());
  return CompiledGraph{std::move(graph), std::move(draft.found)};
}

}  // namespace compile

std::expected<CompiledGraph, base::Diagnostics> compile_graph(
    std::vector<std::shared_ptr<const model::Model>> models) {
  if (models.empty() || !models.front()) {
    base::Diagnostic finding;
    finding.code = "D025";
    finding.message = "there is no model to compile";
    return std::unexpected(base::Diagnostics{std::move(finding)});
  }
  std::erase(models, nullptr);
  return compile::compiled(std::move(models));
}

}  // namespace qingheng::decision
