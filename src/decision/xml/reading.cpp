// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/xml/read_test.cpp
#include "decision/xml/internal/reading.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.hpp"

namespace qingheng::decision::xml {
namespace {

// The elements of DMN 1.1 to 1.5.
constexpr auto kKnown = std::to_array<std::string_view>({
    "allowedAnswers",
    "allowedValues",
    "annotation",
    "annotationEntry",
    "artifact",
    "association",
    "authorityRequirement",
    "binding",
    "businessContextElement",
    "businessKnowledgeModel",
    "column",
    "conditional",
    "context",
    "contextEntry",
    "decision",
    "decisionMade",
    "decisionMaker",
    "decisionOwned",
    "decisionOwner",
    "decisionService",
    "decisionTable",
    "defaultOutputEntry",
    "definitions",
    "description",
    "drgElement",
    "elementCollection",
    "else",
    "encapsulatedDecision",
    "encapsulatedLogic",
    "every",
    "expression",
    "extensionAttributes",
    "extensionElements",
    "filter",
    "for",
    "formalParameter",
    "functionDefinition",
    "functionItem",
    "group",
    "if",
    "impactedPerformanceIndicator",
    "impactingDecision",
    "import",
    "importedElement",
    "importedValues",
    "in",
    "informationRequirement",
    "input",
    "inputData",
    "inputDecision",
    "inputEntry",
    "inputExpression",
    "inputValues",
    "invocation",
    "itemComponent",
    "itemDefinition",
    "knowledgeRequirement",
    "knowledgeSource",
    "list",
    "literalExpression",
    "match",
    "organizationUnit",
    "output",
    "outputDecision",
    "outputEntry",
    "outputValues",
    "owner",
    "parameter",
    "parameters",
    "performanceIndicator",
    "question",
    "relation",
    "requiredAuthority",
    "requiredDecision",
    "requiredInput",
    "requiredKnowledge",
    "return",
    "row",
    "rule",
    "satisfies",
    "some",
    "sourceRef",
    "supportedObjective",
    "targetRef",
    "text",
    "textAnnotation",
    "then",
    "type",
    "typeConstraint",
    "typeRef",
    "usingProcess",
    "usingTask",
    "variable",
});

// What stands in a model for its readers and changes no value.
constexpr auto kForReaders = std::to_array<std::string_view>({
    "artifact",
    "association",
    "businessContextElement",
    "decisionMaker",
    "decisionOwner",
    "description",
    "elementCollection",
    "extensionAttributes",
    "extensionElements",
    "group",
    "impactedPerformanceIndicator",
    "organizationUnit",
    "owner",
    "performanceIndicator",
    "supportedObjective",
    "textAnnotation",
    "usingProcess",
    "usingTask",
});

}  // namespace

void Reading::report(base::Severity severity, std::string_view code, const base::SourceSpan& span,
                     std::string message, std::string help) {
  // A damaged file of a million elements is not worth a million findings.
  constexpr std::size_t kMost = 200;
  std::size_t& count = severity == base::Severity::Error ? errors_ : warnings_;
  if (++count > kMost) return;
  found_.push_back({.severity = severity,
                    .code = std::string(code),
                    .message = std::move(message),
                    .help = std::move(help),
                    .spans = {{span, {}}}});
}

void Reading::error(std::string_view code, const base::SourceSpan& span, std::string message,
                    std::string help) {
  report(base::Severity::Error, code, span, std::move(message), std::move(help));
}

void Reading::warn(std::string_view code, const base::SourceSpan& span, std::string message,
                   std::string help) {
  report(base::Severity::Warning, code, span, std::move(message), std::move(help));
}

void Reading::leave_out(const Element& parent, const Element& child, const std::string& address) {
  if (std::ranges::find(kForReaders, child.name) != std::end(kForReaders)) return;
  const std::string name(child.name);
  const std::string within(parent.name);
  constexpr std::size_t kMostNames = 1000;
  if (left_out_.size() > kMostNames || !left_out_.insert(within + ">" + name).second) return;
  const base::SourceSpan span = document.place(child, address);
  if (std::ranges::find(kKnown, child.name) != std::end(kKnown))
    return warn("M008", span, "`" + name + "` has no place here in `" + within + "` and is left out");
  const std::vector<std::string> known(kKnown.begin(), kKnown.end());
  warn("M008", span, "DMN knows no element `" + name + "`; it is left out", base::did_you_mean(name, known));
}

std::string Reading::mandatory_name(const Element& element, const std::string& address,
                                    const std::string& what) {
  std::string name = normal_name(Document::value(element, "name"));
  if (name.empty())
    error("M009", document.place(element, address), "`" + what + "` has no `name`",
          "write `name=\"…\"`; expressions refer to it by its name");
  return name;
}

std::string Reading::id_of(const Element& element, const std::string& address) {
  std::string id = Document::value(element, "id");
  if (id.empty()) return id;
  const base::SourceSpan span = document.place(element, "id", address);
  const auto [first, is_new] = ids_.try_emplace(id, span);
  if (!is_new && errors_ < 200) {
    error("M011", span, "the id `" + id + "` stands twice", "give one of the two another id");
    found_.back().spans.push_back({first->second, "first here"});
  }
  return id;
}

std::string one_of(std::span<const std::string_view> values) {
  std::string result;
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (at > 0) result += at + 1 == values.size() ? " or " : ", ";
    result.append("`").append(values[at]).append("`");
  }
  return result;
}

std::string below(const std::string& address, std::string_view part) {
  return address.empty() ? std::string(part) : (address + " › ").append(part);
}

model::TypeRef read_type(const Reading& reading, const Element& element, const char* attribute,
                         const std::string& address) {
  std::string name = normal_name(Document::value(element, attribute));
  if (name.empty()) return {};
  return {std::move(name), reading.document.place(element, attribute, address)};
}

model::Variable read_variable(Reading& reading, const Element& element, const std::string& otherwise,
                              const std::string& address) {
  reading.id_of(element, address);
  model::Variable variable;
  variable.name = normal_name(Document::value(element, "name"));
  if (variable.name.empty()) {
    variable.name =
        otherwise.empty() ? reading.mandatory_name(element, address, std::string(element.name)) : otherwise;
  }
  variable.type = read_type(reading, element, "typeRef", address);
  variable.span = reading.document.place(element, "name", address);
  reading.document.each_child(element,
                              [&](const Element& child) { reading.leave_out(element, child, address); });
  return variable;
}

base::SourceSpan read_text(Reading& reading, const Element& element, const std::string& address) {
  std::optional<base::SourceSpan> text;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "text" && !text) {
      text = reading.document.text(child, address);
    } else if (child.name == "importedValues") {
      reading.error("M013", reading.document.place(child, address),
                    "an expression kept in another file (`importedValues`) is not read",
                    "write the expression itself into `text`");
    } else {
      reading.leave_out(element, child, address);
    }
  });
  if (text) return *text;
  base::SourceSpan empty = reading.document.place(element, address);
  empty.begin = empty.end;
  return empty;
}

std::string read_prose(const Reading& reading, const Element& element) {
  return std::string(reading.document.text(element, {}).text());
}

model::Reference read_reference(Reading& reading, const Element& element, const std::string& address) {
  const std::string href = Document::value(element, "href");
  model::Reference reference;
  reference.span = reading.document.place(element, "href", address);
  const std::size_t mark = href.rfind('#');
  if (href.empty() || mark + 1 == href.size()) {
    reading.error("M009", reference.span, "`" + std::string(element.name) + "` refers to nothing",
                  "write `href=\"#id\"`, or `href=\"namespace#id\"` for an element of an imported model");
    return reference;
  }
  if (mark == std::string::npos) {
    reading.warn("M014", reference.span, "the reference `" + href + "` lacks its `#`; it is taken as an id",
                 "write `#" + href + "`");
    reference.id = href;
    return reference;
  }
  reference.id = href.substr(mark + 1);
  if (const std::string model = href.substr(0, mark); model != reading.model.name_space)
    reference.model = model;
  return reference;
}

}  // namespace qingheng::decision::xml
