// SPDX-License-Identifier: Apache-2.0
// The elements of a requirement graph, and what else stands below the root.
// tested by: src/decision/xml/read_test.cpp
#include <algorithm>
#include <array>
#include <utility>

#include "decision/xml/internal/reading.hpp"

namespace qingheng::decision::xml {
namespace {

using model::Reference;

model::Head read_head(Reading& reading, const Element& element, std::string_view kind) {
  model::Head head;
  head.name = normal_name(Document::value(element, "name"));
  const std::string address = below({}, std::string(kind) + " " + (head.name.empty() ? "?" : head.name));
  head.id = reading.id_of(element, address);
  if (head.name.empty()) (void)reading.mandatory_name(element, address, std::string(element.name));
  head.label = Document::value(element, "label");
  head.span = reading.document.place(element, "name", address);
  return head;
}

// An information item that its element may leave out, since both must have the same name.
model::Variable implied_variable(const model::Head& head) { return {head.name, {}, head.span}; }

struct Requirement {
  std::string_view name;
  std::vector<Reference>& into;
};

// The one reference inside of a requirement.
void read_requirement(Reading& reading, const Element& element, const std::string& address,
                      std::span<const Requirement> targets) {
  reading.id_of(element, address);
  reading.document.each_child(element, [&](const Element& child) {
    const auto target = std::ranges::find(targets, child.name, &Requirement::name);
    if (target == targets.end()) return reading.leave_out(element, child, address);
    Reference reference = read_reference(reading, child, address);
    if (!reference.id.empty()) target->into.push_back(std::move(reference));
  });
}

void read_authority(Reading& reading, const Element& element, const std::string& address,
                    std::vector<Reference>& into) {
  const std::array<Requirement, 3> targets{
      {{"requiredAuthority", into}, {"requiredDecision", into}, {"requiredInput", into}}};
  read_requirement(reading, element, address, targets);
}

void read_knowledge(Reading& reading, const Element& element, const std::string& address,
                    std::vector<Reference>& into) {
  const std::array<Requirement, 1> targets{{{"requiredKnowledge", into}}};
  read_requirement(reading, element, address, targets);
}

void read_input_data(Reading& reading, const Element& element) {
  model::InputData input;
  input.head = read_head(reading, element, "input data");
  input.variable = implied_variable(input.head);
  const std::string& address = input.head.span.clause;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "variable") {
      input.variable = read_variable(reading, child, input.head.name, address);
    } else if (child.name == "description") {
      input.head.description = read_prose(reading, child);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  reading.model.inputs.push_back(std::move(input));
}

// The parts of a decision that hold no logic.
bool read_decision_part(Reading& reading, const Element& child, model::Decision& decision) {
  const std::string& address = decision.head.span.clause;
  if (child.name == "variable") {
    decision.variable = read_variable(reading, child, decision.head.name, address);
  } else if (child.name == "description") {
    decision.head.description = read_prose(reading, child);
  } else if (child.name == "question") {
    decision.question = read_prose(reading, child);
  } else if (child.name == "allowedAnswers") {
    decision.allowed_answers = read_prose(reading, child);
  } else if (child.name == "informationRequirement") {
    const std::array<Requirement, 2> targets{
        {{"requiredInput", decision.required_inputs}, {"requiredDecision", decision.required_decisions}}};
    read_requirement(reading, child, address, targets);
  } else if (child.name == "knowledgeRequirement") {
    read_knowledge(reading, child, address, decision.required_knowledge);
  } else if (child.name == "authorityRequirement") {
    read_authority(reading, child, address, decision.required_authorities);
  } else {
    return false;
  }
  return true;
}

void read_decision(Reading& reading, const Element& element) {
  model::Decision decision;
  decision.head = read_head(reading, element, "decision");
  decision.variable = implied_variable(decision.head);
  const std::string& address = decision.head.span.clause;
  reading.document.each_child(element, [&](const Element& child) {
    if (read_decision_part(reading, child, decision)) return;
    if (is_expression(child.name) && !decision.logic) {
      decision.logic = read_expression(reading, child, address);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  reading.model.decisions.push_back(std::move(decision));
}

void read_business_knowledge(Reading& reading, const Element& element) {
  model::Knowledge knowledge;
  knowledge.head = read_head(reading, element, "knowledge");
  knowledge.variable = implied_variable(knowledge.head);
  const std::string& address = knowledge.head.span.clause;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "variable") {
      knowledge.variable = read_variable(reading, child, knowledge.head.name, address);
    } else if (child.name == "description") {
      knowledge.head.description = read_prose(reading, child);
    } else if (child.name == "encapsulatedLogic") {
      reading.id_of(child, address);
      knowledge.logic = read_function(reading, child, address);
    } else if (child.name == "knowledgeRequirement") {
      read_knowledge(reading, child, address, knowledge.required_knowledge);
    } else if (child.name == "authorityRequirement") {
      read_authority(reading, child, address, knowledge.required_authorities);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  reading.model.knowledge.push_back(std::move(knowledge));
}

void read_service(Reading& reading, const Element& element) {
  model::Service service;
  service.head = read_head(reading, element, "service");
  service.variable = implied_variable(service.head);
  const std::string& address = service.head.span.clause;
  const std::array<Requirement, 4> targets{{{"outputDecision", service.outputs},
                                            {"encapsulatedDecision", service.encapsulated},
                                            {"inputDecision", service.input_decisions},
                                            {"inputData", service.input_data}}};
  reading.document.each_child(element, [&](const Element& child) {
    const auto target = std::ranges::find(targets, child.name, &Requirement::name);
    if (target != targets.end()) {
      Reference reference = read_reference(reading, child, address);
      if (!reference.id.empty()) target->into.push_back(std::move(reference));
    } else if (child.name == "variable") {
      service.variable = read_variable(reading, child, service.head.name, address);
    } else if (child.name == "description") {
      service.head.description = read_prose(reading, child);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  reading.model.services.push_back(std::move(service));
}

void read_source(Reading& reading, const Element& element) {
  model::KnowledgeSource source;
  source.head = read_head(reading, element, "knowledge source");
  source.location = Document::value(element, "locationURI");
  const std::string& address = source.head.span.clause;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "type") {
      source.type = read_prose(reading, child);
    } else if (child.name == "description") {
      source.head.description = read_prose(reading, child);
    } else if (child.name == "authorityRequirement") {
      read_authority(reading, child, address, source.requirements);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  reading.model.sources.push_back(std::move(source));
}

void read_import(Reading& reading, const Element& element) {
  model::Import import;
  import.name = normal_name(Document::value(element, "name"));
  const std::string address = "import " + import.name;
  reading.id_of(element, address);
  import.model = Document::value(element, "namespace");
  import.location = Document::value(element, "locationURI");
  import.kind = Document::value(element, "importType");
  import.span = reading.document.place(element, "namespace", address);
  if (import.model.empty())
    reading.error("M009", import.span, "`import` has no `namespace`",
                  "write the `namespace` that the definitions of the other file have");
  reading.model.imports.push_back(std::move(import));
}

void read_root_item(Reading& reading, const Element& element) {
  reading.model.items.push_back(read_item(reading, element, {}));
}

}  // namespace

bool read_graph_element(Reading& reading, const Element& element) {
  using Reader = void (*)(Reading&, const Element&);
  static constexpr auto kReaders = std::to_array<std::pair<std::string_view, Reader>>({
      {"import", read_import},
      {"itemDefinition", read_root_item},
      {"inputData", read_input_data},
      {"decision", read_decision},
      {"businessKnowledgeModel", read_business_knowledge},
      {"decisionService", read_service},
      {"knowledgeSource", read_source},
  });
  const auto reader = std::ranges::find(kReaders, element.name, &std::pair<std::string_view, Reader>::first);
  if (reader == kReaders.end()) return false;
  reader->second(reading, element);
  return true;
}

}  // namespace qingheng::decision::xml
