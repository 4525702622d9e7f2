// SPDX-License-Identifier: Apache-2.0
// `qingheng feel 'EXPRESSION'`: one expression, its value as JSON.
// tested by: tests/cli
#include "cli/feel.hpp"

#include <fstream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "feel/expression.hpp"
#include "feel/json_value.hpp"

namespace qingheng::cli {

namespace {

struct Request {
  std::string expression;
  std::string context;
  std::string tested;
};

/// Prints what is wrong and says that the call was.
std::nullopt_t misused(Shell& shell, const std::string& text) {
  fmt::print(shell.err, "{}", text);
  shell.exit = Exit::Misused;
  return std::nullopt;
}

std::optional<feel::Context> read_context(const Request& request, Shell& shell) {
  std::string text = request.context;
  if (!text.empty() && text.front() != '{') {
    std::ifstream file(text);
    if (!file) return misused(shell, fmt::format("error: cannot read `{}`\n", text));
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  const auto json = base::parse_json(text.empty() ? "{}" : text);
  if (!json) {
    return misused(shell, fmt::format("error: the context is no JSON at byte {}: {}\n", json.error().offset,
                                      json.error().message));
  }
  if (json->object() == nullptr) return misused(shell, "error: the context must be a JSON object\n");
  return feel::from_json(*json).kind() == feel::Kind::Context ? feel::from_json(*json).as_context()
                                                              : feel::Context{};
}

std::optional<feel::Value> value_of(const std::string& text, feel::Form form, const feel::Context& context,
                                    const feel::Value* tested, Shell& shell) {
  feel::Scope scope;
  std::vector<feel::Value> inputs;
  for (const auto& [name, value] : context) {
    (void)scope.declare(name, feel::Type::any());
    inputs.push_back(value);
  }
  feel::CompileOptions options;
  options.form = form;
  const auto compiled = feel::compile(base::whole(base::make_source("expression", text)), scope, options);
  if (!compiled) {
    std::string findings;
    for (const base::Diagnostic& finding : compiled.error()) findings += base::render(finding, shell.colour);
    return misused(shell, findings);
  }
  return feel::evaluate(**compiled, inputs, feel::Host{}, tested);
}

void run(const Request& request, Shell& shell) {
  const auto context = read_context(request, shell);
  if (!context) return;
  std::optional<feel::Value> tested;
  if (!request.tested.empty()) {
    tested = value_of(request.tested, feel::Form::Expression, *context, nullptr, shell);
    if (!tested) return;
  }
  const auto form = tested ? feel::Form::UnaryTests : feel::Form::Expression;
  const auto value = value_of(request.expression, form, *context, tested ? &*tested : nullptr, shell);
  if (!value) return;
  fmt::print(shell.out, "{}\n", feel::to_json(*value).to_text());
  if (const feel::NullReason* reason = value->null_reason()) {
    fmt::print(shell.err, "null: {}\n", reason->message);
  }
}

}  // namespace

void add_feel(CLI::App& app, Shell& shell) {
  auto request = std::make_shared<Request>();
  CLI::App* command = app.add_subcommand("feel", "evaluates one FEEL expression / 计算一个 FEEL 表达式");
  command->add_option("expression", request->expression, "the expression / 表达式")->required();
  command->add_option("--context", request->context, "JSON, or a file of it / JSON 或其文件");
  command->add_option("--unary", request->tested, "tested value: the text is unary tests / 被测值");
  command->callback([request, &shell] { run(*request, shell); });
}

}  // namespace qingheng::cli
