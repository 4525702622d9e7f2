// SPDX-License-Identifier: Apache-2.0
#include "decision/xml/write.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "decision/xml/internal/document.hpp"
#include "decision/xml/internal/writing.hpp"

namespace qingheng::decision::xml {
namespace {

using model::Reference;

class ToString final : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    text_.append(static_cast<const char*>(data), size);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

pugi::xml_node write_head(Writing& writing, pugi::xml_node root, const char* element,
                          const model::Head& head) {
  pugi::xml_node node = root.append_child(element);
  set(node, "id", writing.ids.given(head.id, element));
  set(node, "name", head.name);
  set_some(node, "label", head.label);
  write_prose(node, "description", head.description);
  return node;
}

void write_reference(pugi::xml_node parent, const char* name, const Reference& reference) {
  set(parent.append_child(name), "href", reference.model + "#" + reference.id);
}

void write_requirements(Writing& writing, pugi::xml_node node, const char* requirement, const char* target,
                        std::span<const Reference> references) {
  for (const Reference& each : references) {
    pugi::xml_node child = node.append_child(requirement);
    set(child, "id", writing.ids.given({}, requirement));
    write_reference(child, target, each);
  }
}

template <typename Elements>
bool holds(const Elements& elements, const Reference& reference) {
  return reference.model.empty() &&
         std::ranges::any_of(elements, [&](const auto& each) { return each.head.id == reference.id; });
}

void write_authorities(Writing& writing, pugi::xml_node node, std::span<const Reference> references) {
  for (const Reference& each : references) {
    const char* target = holds(writing.model.decisions, each) ? "requiredDecision"
                         : holds(writing.model.inputs, each)  ? "requiredInput"
                                                              : "requiredAuthority";
    write_requirements(writing, node, "authorityRequirement", target, std::span(&each, 1));
  }
}

void write_item(Writing& writing, pugi::xml_node parent, const char* name,
                const model::ItemDefinition& item) {
  pugi::xml_node node = parent.append_child(name);
  set(node, "id", writing.ids.given({}, name));
  set(node, "name", item.name);
  if (item.collection) set(node, "isCollection", "true");
  write_prose(node, "typeRef", plain_type(writing.model, item.type.name));
  if (item.allowed_values) write_tests(writing, node, "allowedValues", *item.allowed_values);
  if (item.type_constraint) {
    writing.is_newer = true;
    write_tests(writing, node, "typeConstraint", *item.type_constraint);
  }
  for (const model::ItemDefinition& each : item.components) write_item(writing, node, "itemComponent", each);
  if (item.function) {
    pugi::xml_node function = node.append_child("functionItem");
    write_type(writing, function, "outputTypeRef", item.function->result);
    for (const model::Variable& each : item.function->parameters)
      write_variable(writing, function, "parameters", each);
  }
}

void write_import(Writing& writing, pugi::xml_node root, const model::Import& import) {
  pugi::xml_node node = root.append_child("import");
  set(node, "id", writing.ids.given({}, "import"));
  set(node, "name", import.name);
  set(node, "namespace", import.model);
  set_some(node, "locationURI", import.location);
  set(node, "importType", import.kind);
}

void write_decision(Writing& writing, pugi::xml_node root, const model::Decision& decision) {
  pugi::xml_node node = write_head(writing, root, "decision", decision.head);
  write_prose(node, "question", decision.question);
  write_prose(node, "allowedAnswers", decision.allowed_answers);
  write_variable(writing, node, "variable", decision.variable);
  write_requirements(writing, node, "informationRequirement", "requiredInput", decision.required_inputs);
  write_requirements(writing, node, "informationRequirement", "requiredDecision",
                     decision.required_decisions);
  write_requirements(writing, node, "knowledgeRequirement", "requiredKnowledge", decision.required_knowledge);
  write_authorities(writing, node, decision.required_authorities);
  write_expression(writing, node, decision.logic);
}

void write_knowledge(Writing& writing, pugi::xml_node root, const model::Knowledge& knowledge) {
  pugi::xml_node node = write_head(writing, root, "businessKnowledgeModel", knowledge.head);
  write_variable(writing, node, "variable", knowledge.variable);
  if (knowledge.logic) {
    pugi::xml_node logic = node.append_child("encapsulatedLogic");
    set(logic, "id", writing.ids.given({}, "encapsulatedLogic"));
    write_function(writing, logic, *knowledge.logic);
  }
  write_requirements(writing, node, "knowledgeRequirement", "requiredKnowledge",
                     knowledge.required_knowledge);
  write_authorities(writing, node, knowledge.required_authorities);
}

void write_service(Writing& writing, pugi::xml_node root, const model::Service& service) {
  pugi::xml_node node = write_head(writing, root, "decisionService", service.head);
  write_variable(writing, node, "variable", service.variable);
  for (const Reference& each : service.outputs) write_reference(node, "outputDecision", each);
  for (const Reference& each : service.encapsulated) write_reference(node, "encapsulatedDecision", each);
  for (const Reference& each : service.input_decisions) write_reference(node, "inputDecision", each);
  for (const Reference& each : service.input_data) write_reference(node, "inputData", each);
}

void write_source(Writing& writing, pugi::xml_node root, const model::KnowledgeSource& source) {
  pugi::xml_node node = write_head(writing, root, "knowledgeSource", source.head);
  set_some(node, "locationURI", source.location);
  write_authorities(writing, node, source.requirements);
  write_prose(node, "type", source.type);
}

void write_elements(Writing& writing, pugi::xml_node root) {
  const model::Model& model = writing.model;
  for (const model::Import& each : model.imports) write_import(writing, root, each);
  for (const model::ItemDefinition& each : model.items) write_item(writing, root, "itemDefinition", each);
  for (const model::InputData& each : model.inputs)
    write_variable(writing, write_head(writing, root, "inputData", each.head), "variable", each.variable);
  for (const model::Knowledge& each : model.knowledge) write_knowledge(writing, root, each);
  for (const model::Decision& each : model.decisions) write_decision(writing, root, each);
  for (const model::Service& each : model.services) write_service(writing, root, each);
  for (const model::KnowledgeSource& each : model.sources) write_source(writing, root, each);
}

}  // namespace

std::string Ids::given(const std::string& id, std::string_view kind) {
  if (!id.empty()) {
    kept_.insert(id);
    return id;
  }
  std::size_t& next = next_[std::string(kind)];
  while (true) {
    std::string made = std::string(kind) + "_" + std::to_string(++next);
    if (!kept_.contains(made)) return made;
  }
}

Ids Ids::of_the_model() const {
  Ids ids;
  ids.kept_ = kept_;
  return ids;
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  node.append_attribute(attribute).set_value(value.c_str());
}

void set_some(pugi::xml_node node, const char* attribute, const std::string& value) {
  if (!value.empty()) set(node, attribute, value);
}

void write_prose(pugi::xml_node parent, const char* name, const std::string& text) {
  if (!text.empty()) parent.append_child(name).text().set(text.c_str());
}

namespace {

// No types are there.
bool is_of_diagrams(std::string_view uri) {
  return uri.ends_with("/DMNDI/") || uri.ends_with("/DC/") || uri.ends_with("/DI/");
}

}  // namespace

std::string plain_type(const model::Model& model, const std::string& name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string::npos) return name;
  const auto prefix = std::ranges::find(model.prefixes, name.substr(0, colon), &model::Prefix::prefix);
  if (prefix == model.prefixes.end() || is_of_diagrams(prefix->uri)) return name;
  const std::string rest = name.substr(colon + 1);
  const auto import = std::ranges::find(model.imports, prefix->uri, &model::Import::model);
  return import == model.imports.end() || import->name.empty() ? rest : import->name + "." + rest;
}

void write_type(const Writing& writing, pugi::xml_node node, const char* attribute,
                const model::TypeRef& type) {
  set_some(node, attribute, plain_type(writing.model, type.name));
}

void write_variable(Writing& writing, pugi::xml_node parent, const char* name,
                    const model::Variable& variable) {
  pugi::xml_node node = parent.append_child(name);
  set(node, "id", writing.ids.given({}, name));
  set(node, "name", variable.name);
  write_type(writing, node, "typeRef", variable.type);
}

std::string write_model(const model::Model& model) {
  // Only when all is written is it known which ids the model has.
  Writing rehearsal{model, {}, false};
  (void)rehearsal.ids.given(model.id, "definitions");
  pugi::xml_document discarded;
  write_elements(rehearsal, discarded.append_child("definitions"));
  Writing writing{model, rehearsal.ids.of_the_model(), false};
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node root = document.append_child("definitions");
  pugi::xml_attribute model_space = root.append_attribute("xmlns");
  pugi::xml_attribute diagram_space = root.append_attribute("xmlns:dmndi");
  set(root, "xmlns:dc", "http://www.omg.org/spec/DMN/20180521/DC/");
  set(root, "xmlns:di", "http://www.omg.org/spec/DMN/20180521/DI/");
  set(root, "id", writing.ids.given(model.id, "definitions"));
  set(root, "name", model.name);
  set(root, "namespace", model.name_space);
  set_some(root, "expressionLanguage", model.expression_language);
  write_elements(writing, root);
  write_diagram(writing, root);
  const model::Edition edition = writing.is_newer ? model::Edition::Dmn15 : model::Edition::Dmn13;
  model_space.set_value(std::string(namespace_of(edition)).c_str());
  diagram_space.set_value(writing.is_newer ? "https://www.omg.org/spec/DMN/20230324/DMNDI/"
                                           : "https://www.omg.org/spec/DMN/20191111/DMNDI/");
  ToString text;
  document.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
  return text.take();
}

}  // namespace qingheng::decision::xml
