// SPDX-License-Identifier: Apache-2.0
// What the steps of compiling share: the models, who imports whom, the findings.
//
// Findings: D021 unknown reference, D022 reference to another kind of element, D023 decisions in a ring, D024
// functions in a ring, D025 model not given, D026 imports in a ring, D027 unknown type, D028 types in a ring,
// D029 not run here, D030 values without an order, D031 named twice, D032 rows of another width, D033 a value
// that its place cannot take, D034 an input that nothing requires, D035 a requirement that is not read, D036
// an element and its variable of two names.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "decision/compile/plan.hpp"

namespace qingheng::decision::compile {

/// An element of a file, whichever its kind.
struct ElementRef {
  ElementKind kind = ElementKind::Decision;
  const model::Head* head = nullptr;
  const model::Variable* variable = nullptr;
  const model::Decision* decision = nullptr;
  const model::Knowledge* knowledge = nullptr;
  const model::Service* service = nullptr;

  /// The name that expressions know it by.
  [[nodiscard]] const std::string& name() const {
    return variable->name.empty() ? head->name : variable->name;
  }
};

struct ModelDraft {
  std::shared_ptr<const model::Model> file;
  std::vector<std::optional<std::uint32_t>> imports;  // models, by import; empty for what is no DMN
  std::vector<ElementRef> elements;                   // in the order of the file by kind
  std::unordered_map<std::string, std::uint32_t> by_id;
};

/// An element by model and place in it.
struct Address {
  std::uint32_t model = 0;
  std::uint32_t element = 0;
  friend bool operator==(const Address&, const Address&) = default;
};

struct Draft {
  std::vector<ModelDraft> models;  // the main model first
  base::Diagnostics found;
  /// What the texts of FEEL are found to be: a wrong one spoils its own expression alone.
  base::Diagnostics texts;

  base::Diagnostic& error(std::string code, const base::SourceSpan& span, std::string message,
                          std::string help = {}) {
    return report(base::Severity::Error, std::move(code), span, std::move(message), std::move(help));
  }
  base::Diagnostic& warn(std::string code, const base::SourceSpan& span, std::string message,
                         std::string help = {}) {
    return report(base::Severity::Warning, std::move(code), span, std::move(message), std::move(help));
  }
  [[nodiscard]] const ElementRef& at(const Address& address) const {
    return models[address.model].elements[address.element];
  }
  /// The element that a place means, as seen from a model.
  [[nodiscard]] Address address(std::uint32_t model, const Place& place) const {
    for (const std::uint32_t import : place.imports) model = *models[model].imports[import];
    return {model, place.element};
  }
  /// What a reference means; empty when there is no such element, which is not reported.
  [[nodiscard]] std::optional<Place> place(std::uint32_t model, const model::Reference& reference) const;

 private:
  base::Diagnostic& report(base::Severity severity, std::string code, const base::SourceSpan& span,
                           std::string message, std::string help) {
    base::Diagnostic finding;
    finding.severity = severity;
    finding.code = std::move(code);
    finding.message = std::move(message);
    finding.help = std::move(help);
    finding.spans.push_back({span, {}});
    return found.emplace_back(std::move(finding));
  }
};

/// The first model and all that it imports; reports imports that lead nowhere.
[[nodiscard]] Draft drafted(std::vector<std::shared_ptr<const model::Model>> models);

/// Reports references that lead nowhere or to another kind, and rings. Every element after those that it
/// requires, as far as there is no ring.
[[nodiscard]] std::vector<Address> checked_order(Draft& draft);

/// Every reference of an element that leads to what it computes with: inputs, decisions, functions.
[[nodiscard]] std::vector<const model::Reference*> requirements(const ElementRef& element);

/// One instance of a model for each way of imports that leads to it; reports ways without end.
[[nodiscard]] std::vector<Instance> instances_of(Draft& draft);

/// The names of the graph's elements and what each rests on.
void list_elements(const Draft& draft, Graph& graph);

}  // namespace qingheng::decision::compile
