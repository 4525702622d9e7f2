// SPDX-License-Identifier: Apache-2.0
// Small models for tests, compiled and evaluated, with everything as text.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/diagnostic.hpp"
#include "decision/graph.hpp"
#include "decision/xml/read.hpp"
#include "feel/expression.hpp"

namespace qingheng::decision {

/// `<definitions>` of the namespace `urn:NAME` around the elements.
inline std::string model_text(const std::string& elements, const std::string& name = "m") {
  return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"" + name +
         "\" namespace=\"urn:" + name + "\">\n" + elements + "</definitions>";
}

/// A decision `d` with this logic.
inline std::string decision_text(const std::string& logic) {
  return "<decision id=\"d\" name=\"d\"><variable name=\"d\"/>" + logic + "</decision>\n";
}

inline std::string literal(const std::string& feel) {
  return "<literalExpression><text>" + feel + "</text></literalExpression>";
}

/// Compiles the texts, the first being the main model.
inline std::expected<CompiledGraph, base::Diagnostics> compiled(const std::vector<std::string>& texts) {
  base::Diagnostics found;
  std::vector<std::shared_ptr<const model::Model>> models;
  for (const std::string& text : texts) {
    auto read = xml::read_model(base::make_source("m.dmn", text), found);
    if (read) models.push_back(std::make_shared<const model::Model>(*std::move(read)));
  }
  EXPECT_FALSE(base::has_errors(found));
  return compile_graph(std::move(models));
}

/// `error[D021]: message | caption`, a line for each finding.
inline std::string lines(const base::Diagnostics& found) {
  std::string text;
  for (const base::Diagnostic& finding : found) {
    text += finding.severity == base::Severity::Error ? "error[" : "warning[";
    text += finding.code + "]: " + finding.message + "\n";
  }
  return text;
}

/// What compiling finds.
inline std::string findings(const std::vector<std::string>& texts) {
  auto graph = compiled(texts);
  return lines(graph ? graph->warnings : graph.error());
}

/// The value of a FEEL text without names.
inline feel::Value value(const std::string& text) {
  auto made = feel::compile(base::whole(base::make_source("value", text)), {});
  return made ? feel::evaluate(**made, {}, {}) : feel::Value{};
}

/// The outcome as text, a line for each problem behind it: `null\nd: message @ characters`.
inline std::string shown(const std::optional<Outcome>& outcome) {
  if (!outcome) return "no such element";
  std::string text = to_text(outcome->value);
  for (const Problem& problem : outcome->problems) {
    text += "\n" + problem.element + ": " + problem.reason.message;
  }
  return text;
}

/// Compiles and evaluates one element; `inputs` is a FEEL context.
inline std::string outcome(const std::vector<std::string>& texts, const std::string& name,
                           const std::string& inputs = "{}", ElementKind kind = ElementKind::Decision,
                           feel::Host host = {}) {
  auto graph = compiled(texts);
  if (!graph) return lines(graph.error());
  const feel::Value given = value(inputs);
  return shown(evaluate(*graph->graph, kind, name, given.as_context(), host));
}

/// The outcome of a decision with this logic alone.
inline std::string outcome_of(const std::string& logic) {
  return outcome({model_text(decision_text(logic))}, "d");
}

}  // namespace qingheng::decision
