// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/dmn.txt
// `qingheng dmn check|eval`: what is wrong in a DMN model, and what its decisions give.
#include <algorithm>
#include <iterator>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/json.hpp"
#include "base/unicode.hpp"
#include "cli/commands.hpp"
#include "cli/dmn_export.hpp"
#include "cli/dmn_files.hpp"
#include "cli/dmn_input.hpp"
#include "cli/finding_json.hpp"
#include "cli/json_argument.hpp"
#include "cli/moment.hpp"
#include "cli/world.hpp"
#include "decision/analyse/analyse.hpp"
#include "feel/json_value.hpp"

namespace qingheng::cli {

namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;
using decision::Element;
using decision::ElementKind;

struct DmnCall {
  std::vector<std::string> models, imports;
  std::string decision, service, knowledge, input, now;
  bool json = false;
};

// -- check ----------------------------------------------------------------------------------------------

std::size_t count(const base::Diagnostics& found, base::Severity severity) {
  return static_cast<std::size_t>(
      std::ranges::count_if(found, [&](const base::Diagnostic& one) { return one.severity == severity; }));
}

/// Findings of one model and of what it imports. Empty when the file cannot be read: that has been said.
std::optional<base::Diagnostics> findings_of(const std::string& path, const DmnCall& call, Shell& shell) {
  auto files = read_model_files(path, call.imports, catalogue_of(shell));
  if (!files) {
    fmt::print(shell.err, "{}\n", in_words(shell, files.error()));
    return std::nullopt;
  }
  base::Diagnostics found = std::move(files->found);
  base::Diagnostics tables = decision::analyse_tables(files->models);
  auto compiled = decision::compile_graph(std::move(files->models));
  const base::Diagnostics& more = compiled ? compiled->warnings : compiled.error();
  found.insert(found.end(), more.begin(), more.end());
  found.insert(found.end(), std::make_move_iterator(tables.begin()), std::make_move_iterator(tables.end()));
  return found;
}

void check(Shell& shell, const DmnCall& call) {
  base::Diagnostics all;
  std::size_t unread = 0;
  for (const std::string& path : call.models) {
    const auto found = findings_of(path, call, shell);
    if (found)
      all.insert(all.end(), found->begin(), found->end());
    else
      ++unread;
  }
  const std::size_t errors = count(all, base::Severity::Error) + unread;
  if (call.json) {
    JsonArray findings;
    for (const base::Diagnostic& one : all) findings.push_back(to_json(shell, one));
    fmt::print(shell.out, "{}\n",
               Json(JsonObject{{"diagnostics", std::move(findings)}}).to_text(Json::Layout::Indented));
  } else {
    for (const base::Diagnostic& one : all) fmt::print(shell.out, "{}\n", rendered(shell, one));
    const std::size_t warnings = count(all, base::Severity::Warning);
    if (shell.language == Language::Chinese)
      fmt::print(shell.out, "{} 个错误，{} 个警告\n", errors, warnings);
    else
      fmt::print(shell.out, "{} errors, {} warnings\n", errors, warnings);
  }
  if (errors > 0) shell.exit = unread > 0 ? Exit::Misused : Exit::Failed;
}

// -- eval -----------------------------------------------------------------------------------------------

std::string_view name_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::InputData:
      return "input data";
    case ElementKind::Decision:
      return "decision";
    case ElementKind::Knowledge:
      return "business knowledge model";
    case ElementKind::Service:
      return "decision service";
  }
  return "decision";
}

/// The element that is asked for by name; the error suggests another.
std::expected<const Element*, std::string> asked(const decision::Graph& graph, ElementKind kind,
                                                 const std::string& name) {
  std::vector<std::string> names;
  for (const Element& element : elements_of(graph)) {
    if (element.kind != kind) continue;
    if (element.name == name) return &element;
    names.push_back(element.name);
  }
  return std::unexpected(unknown_name(fmt::format("the model has no {}", name_of(kind)), name, names));
}

/// What is to be evaluated: the one that is named, else all decisions of the main model.
std::expected<std::vector<const Element*>, std::string> targets(const decision::Graph& graph,
                                                                const std::string& name_space,
                                                                const DmnCall& call) {
  const auto one = [&](ElementKind kind,
                       const std::string& name) -> std::expected<std::vector<const Element*>, std::string> {
    const auto element = asked(graph, kind, name);
    if (!element) return std::unexpected(element.error());
    return std::vector{*element};
  };
  if (!call.decision.empty()) return one(ElementKind::Decision, call.decision);
  if (!call.service.empty()) return one(ElementKind::Service, call.service);
  if (!call.knowledge.empty()) return one(ElementKind::Knowledge, call.knowledge);
  std::vector<const Element*> all;
  for (const Element& element : elements_of(graph))
    if (element.kind == ElementKind::Decision && element.name_space == name_space) all.push_back(&element);
  if (all.empty()) return std::unexpected("the model has no decision");
  return all;
}

base::Diagnostic note_of(const Element& element, const decision::Problem& problem) {
  base::Diagnostic note;
  note.severity = base::Severity::Note;
  note.message = fmt::format("in `{}`: {}", problem.element.empty() ? element.name : problem.element,
                             problem.reason.message);
  if (problem.reason.span.source) note.spans.push_back({problem.reason.span, {}});
  return note;
}

Json result_json(const Shell& shell, const Element& element, const decision::Outcome& outcome) {
  JsonArray problems;
  for (const decision::Problem& problem : outcome.problems)
    problems.push_back(to_json(shell, note_of(element, problem)));
  return JsonObject{{"kind", name_of(element.kind)},
                    {"name", element.name},
                    {"value", feel::to_json(outcome.value)},
                    {"problems", std::move(problems)}};
}

base::Diagnostics input_findings(const decision::Graph& graph, const std::vector<const Element*>& elements,
                                 const feel::Context& given) {
  std::vector<std::string> wanted;
  std::vector<std::string> known;
  for (const Element* element : elements)
    wanted.insert(wanted.end(), element->inputs.begin(), element->inputs.end());
  std::ranges::sort(wanted);
  wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
  known = wanted;
  for (const Element& element : elements_of(graph))
    if (element.kind == ElementKind::InputData) known.push_back(element.name);
  return check_inputs(given, wanted, known);
}

void eval(Shell& shell, const DmnCall& call) {
  const auto fail = [&](const std::string& why) { refuse(shell, "dmn eval", why); };
  auto files = read_model_files(call.models.front(), call.imports, catalogue_of(shell));
  if (!files) return fail(files.error());
  const auto given = read_json_argument(call.input, "input");
  if (!given) return fail(given.error());
  const auto now = read_moment(call.now, shell);
  if (!now) return fail("--now: " + now.error());
  const std::string name_space = files->models.front()->name_space;
  const auto compiled = decision::compile_graph(std::move(files->models));
  if (!compiled) {
    fmt::print(shell.err, "{}", render_all(compiled.error(), shell.colour, catalogue_of(shell)));
    shell.exit = Exit::Misused;
    return;
  }
  const decision::Graph& graph = *compiled->graph;
  const auto elements = targets(graph, name_space, call);
  if (!elements) return fail(elements.error());
  const Element* function = elements->front()->kind == ElementKind::Knowledge ? elements->front() : nullptr;
  const feel::Context inputs = typed_inputs(graph, *given, function);
  feel::Host host;
  host.now = *now;
  JsonArray results;
  JsonObject values;
  base::Diagnostics notes = input_findings(graph, *elements, *given);
  for (const Element* element : *elements) {
    const auto outcome = evaluate(graph, element->kind, element->name, inputs, host);
    if (!outcome) return fail(fmt::format("`{}` cannot be evaluated", element->name));
    results.push_back(result_json(shell, *element, *outcome));
    values.emplace_back(element->name, feel::to_json(outcome->value));
    for (const decision::Problem& problem : outcome->problems) notes.push_back(note_of(*element, problem));
  }
  const bool single = !call.decision.empty() || !call.service.empty() || !call.knowledge.empty();
  if (call.json)
    fmt::print(shell.out, "{}\n",
               Json(JsonObject{{"results", std::move(results)}}).to_text(Json::Layout::Indented));
  else if (single)
    fmt::print(shell.out, "{}\n", values.front().second.to_text());
  else
    fmt::print(shell.out, "{}\n", Json(std::move(values)).to_text(Json::Layout::Indented));
  std::fflush(shell.out);
  if (!call.json) fmt::print(shell.err, "{}", render_all(notes, shell.colour, catalogue_of(shell)));
}

}  // namespace

void add_dmn(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<DmnCall>();
  CLI::App* dmn = app.add_subcommand("dmn", "DMN models: check and evaluate / 检查、运行 DMN 模型");
  dmn->require_subcommand(1);

  CLI::App* checking = dmn->add_subcommand("check", "what is wrong in models / 模型中的问题");
  checking->add_option("model", call->models, "DMN files")->required();
  checking->add_option("--import", call->imports, "a model that is imported; may be repeated");
  checking->add_flag("--json", call->json, "as JSON");
  checking->callback([call, &shell] { check(shell, *call); });

  CLI::App* evaluating = dmn->add_subcommand("eval", "what decisions of a model give / 计算模型中的决策");
  evaluating->add_option("model", call->models, "DMN file")->required()->expected(1);
  evaluating->add_option("--import", call->imports, "a model that is imported; may be repeated");
  auto* decision = evaluating->add_option("--decision", call->decision, "only this decision");
  auto* service = evaluating->add_option("--service", call->service, "only this decision service");
  auto* knowledge =
      evaluating->add_option("--knowledge", call->knowledge, "only this business knowledge model");
  decision->excludes(service)->excludes(knowledge);
  service->excludes(knowledge);
  evaluating->add_option("--input", call->input, "JSON, or a file of it: inputs by name");
  evaluating->add_option("--now", call->now, "moment of now(), as 2019-09-12T08:00:00+08:00 / 当前时刻");
  evaluating->add_flag("--json", call->json, "values and problems as JSON");
  evaluating->callback([call, &shell] { eval(shell, *call); });
  add_dmn_export(*dmn, shell);
}

}  // namespace qingheng::cli
