// SPDX-License-Identifier: Apache-2.0
// `qingheng feel 'EXPRESSION'`: one expression, its value as JSON.
// tested by: tests/cli
#include "cli/feel.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/json_argument.hpp"
#include "cli/moment.hpp"
#include "feel/expression.hpp"
#include "feel/json_value.hpp"

namespace qingheng::cli {

namespace {

struct Request {
  std::string expression;
  std::string context;
  std::string tested;
  std::string now;
};

/// Prints what is wrong and says that the call was.
std::nullopt_t misused(Shell& shell, const std::string& text) {
  fmt::print(shell.err, "{}", text);
  shell.exit = Exit::Misused;
  return std::nullopt;
}

/// What an expression is evaluated with.
struct Setting {
  feel::Scope scope;
  std::vector<feel::Value> inputs;
  feel::Host host;
};

std::optional<feel::Value> value_of(const std::string& text, const Setting& setting,
                                    const feel::Value* tested, Shell& shell) {
  feel::CompileOptions options;
  options.form = tested != nullptr ? feel::Form::UnaryTests : feel::Form::Expression;
  const auto source = base::whole(base::make_source("expression", text));
  const auto compiled = feel::compile(source, setting.scope, options);
  if (!compiled) {
    std::string findings;
    for (const base::Diagnostic& finding : compiled.error()) findings += rendered(shell, finding);
    return misused(shell, findings);
  }
  return feel::evaluate(**compiled, setting.inputs, setting.host, tested);
}

void print_reason(const feel::NullReason& reason, Shell& shell) {
  base::Diagnostic note;
  note.severity = base::Severity::Note;
  note.message = fmt::format("null, because {}", reason.message);
  if (reason.span.source) note.spans.push_back({reason.span, {}});
  fmt::print(shell.err, "{}", rendered(shell, note));
}

void run(const Request& request, Shell& shell) {
  const auto context = read_json_argument(request.context, "context");
  if (!context) return refuse(shell, "feel", context.error());
  const auto now = read_moment(request.now, shell);
  if (!now) return refuse(shell, "feel", "--now: " + now.error());
  Setting setting;
  for (const auto& [name, value] : *context) {
    (void)setting.scope.declare(name, feel::Type::any());
    setting.inputs.push_back(value);
  }
  setting.host.now = *now;
  std::optional<feel::Value> tested;
  if (!request.tested.empty()) {
    tested = value_of(request.tested, setting, nullptr, shell);
    if (!tested) return;
  }
  const auto value = value_of(request.expression, setting, tested ? &*tested : nullptr, shell);
  if (!value) return;
  fmt::print(shell.out, "{}\n", feel::to_json(*value).to_text());
  std::fflush(shell.out);
  if (const feel::NullReason* reason = value->null_reason()) print_reason(*reason, shell);
}

}  // namespace

void add_feel(CLI::App& app, Shell& shell) {
  auto request = std::make_shared<Request>();
  CLI::App* command = app.add_subcommand("feel", "evaluates one FEEL expression / 计算一个 FEEL 表达式");
  command->add_option("expression", request->expression, "the expression / 表达式")->required();
  command->add_option("--context", request->context, "JSON, or a file of it / JSON 或其文件");
  command->add_option("--unary", request->tested, "tested value: the text is unary tests / 被测值");
  command->add_option("--now", request->now, "moment of now(), as 2019-09-12T08:00:00+08:00 / 当前时刻");
  command->callback([request, &shell] { run(*request, shell); });
}

}  // namespace qingheng::cli
