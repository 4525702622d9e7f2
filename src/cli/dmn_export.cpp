// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/dmn_export.txt
// `qingheng dmn export POLICY_ID`: a policy as a DMN file for other tools.
#include "cli/dmn_export.hpp"

#include <fstream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/unicode.hpp"
#include "cli/world.hpp"
#include "decision/xml/write.hpp"
#include "policy/dmn/export.hpp"

namespace qingheng::cli {

namespace {

struct ExportCall {
  Places places;
  std::string policy, output;
};

/// What the model does not say by itself; on the error stream, so that the file can go to the other.
void tell_inputs(const Shell& shell, const policy::dmn::Export& made) {
  const bool chinese = shell.language == Language::Chinese;
  for (const policy::dmn::TakenAsInput& input : made.inputs)
    fmt::print(shell.err, "{}\n",
               chinese ? fmt::format("`{}` 作为输入：{}", input.id, input.why)
                       : fmt::format("`{}` is an input: {}", input.id, input.why));
  // DMN has no unknown: `count(list) = 1` of a list that nobody gave is false there.
  if (!made.model.inputs.empty())
    fmt::print(shell.err, "{}\n",
               chinese
                   ? "没有给出的输入在 DMN 中是空值，条件可能因此不符合；在这里它是未知"
                   : "an input that is not given is null in DMN, where a criterion may then be unmet; here "
                     "it is unknown");
}

void export_policy(Shell& shell, const ExportCall& call) {
  const auto world = read_world(call.places, catalogue_of(shell));
  if (!world) return refuse(shell, "dmn export", world.error());
  const policy::Library& library = (*world)->library();
  const policy::Policy* policy = library.policy(call.policy);
  if (policy == nullptr) {
    std::vector<std::string> ids;
    for (const auto& known : library.policies) ids.push_back(known->front.id);
    return refuse(shell, "dmn export", unknown_name("there is no policy", call.policy, ids));
  }
  const policy::dmn::Export made = policy::dmn::to_model(*policy);
  const std::string text = decision::xml::write_model(made.model);
  tell_inputs(shell, made);
  if (call.output.empty()) {
    fmt::print(shell.out, "{}", text);
    return;
  }
  std::ofstream file(call.output, std::ios::binary);
  file << text;
  file.close();
  if (!file) return refuse(shell, "dmn export", fmt::format("cannot write `{}`", call.output));
}

}  // namespace

void add_dmn_export(CLI::App& dmn, Shell& shell) {
  auto call = std::make_shared<ExportCall>();
  CLI::App* exporting = dmn.add_subcommand("export", "a policy as a DMN file / 将政策导出为 DMN 文件");
  exporting->add_option("policy", call->policy, "id of the policy / 政策编号")->required();
  exporting->add_option("--output", call->output, "file to write; otherwise to the terminal / 输出文件");
  add_places(*exporting, call->places, shell);
  exporting->callback([call, &shell] { export_policy(shell, *call); });
}

}  // namespace qingheng::cli
