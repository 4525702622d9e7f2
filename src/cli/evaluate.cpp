// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/evaluate.txt
// `qingheng evaluate`: what one policy says of one subject, with reasons.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/unicode.hpp"
#include "cli/commands.hpp"
#include "cli/show_assessment.hpp"
#include "cli/world.hpp"
#include "policy/explain/wording.hpp"
#include "policy/rehearse/read_scenarios.hpp"

namespace qingheng::cli {

namespace {

struct EvaluateCall {
  Places places;
  std::string policy, subject, as_of, recommender, code;
  std::vector<std::string> others, set;
  bool json = false;
  bool notes = false;
};

/// The version in force, or why there is none.
std::expected<const policy::Policy*, std::string> policy_of(const policy::Library& library,
                                                            const std::string& id, base::CivilDate date) {
  if (const policy::Policy* found = library.policy(id, date)) return found;
  const policy::Policy* latest = library.policy(id);
  if (latest != nullptr) {
    std::string versions;
    for (const auto& version : library.policies)
      if (version->front.id == id)
        versions +=
            fmt::format("{}{} to {}", versions.empty() ? "" : ", ", version->front.effective.to_string(),
                        version->front.expires ? version->front.expires->to_string() : "further notice");
    return std::unexpected(
        fmt::format("no version of `{}` is in force on {}; there is: {}", id, date.to_string(), versions));
  }
  std::vector<std::string> ids;
  ids.reserve(library.policies.size());
  for (const auto& version : library.policies) ids.push_back(version->front.id);
  return std::unexpected(unknown_name("there is no policy", id, ids));
}

/// What is tried out, as `name=value`.
std::expected<void, std::string> try_out(const Shell& shell, const std::vector<std::string>& set,
                                         const policy::Policy& policy, const World& world,
                                         policy::Circumstances& circumstances) {
  for (const std::string& one : set) {
    const std::size_t equal = one.find('=');
    if (equal == std::string::npos)
      return std::unexpected(fmt::format("`{}` is not written as name=value", one));
    auto read = policy::read_parameter(policy, one.substr(0, equal), one.substr(equal + 1), world.divisions);
    if (!read)
      return std::unexpected(in_words(shell, read.error().message) +
                             (read.error().help.empty() ? "" : "; " + in_words(shell, read.error().help)));
    circumstances.parameters.insert_or_assign(std::move(read->first), std::move(read->second));
  }
  return {};
}

std::expected<const registry::Subject*, std::string> subject_of(const SubjectsRead& read,
                                                                const EvaluateCall& call) {
  if (call.code.empty()) {
    if (read.from_first == 1) return &read.subjects.subjects().front();
    return std::unexpected(
        read.from_first == 0
            ? fmt::format("no subject could be read from `{}`", call.subject)
            : fmt::format("`{}` holds {} subjects; name one with --code", call.subject, read.from_first));
  }
  if (const registry::Subject* found = read.subjects.find(call.code)) return found;
  return std::unexpected(fmt::format("the register has no subject `{}`", call.code));
}

/// The labels of kinds of subject: `企业、园区`.
std::string kind_words(const Shell& shell, const std::vector<registry::SubjectKind>& kinds,
                       const std::vector<std::string>& ids) {
  std::vector<std::string> labels;
  for (const std::string& id : ids) {
    const auto kind = std::ranges::find(kinds, id, &registry::SubjectKind::id);
    labels.push_back(kind == kinds.end() ? id : said(shell, policy::named(kind->label, id)));
  }
  return fmt::format("{}", fmt::join(labels, shell.language == Language::Chinese ? "、" : ", "));
}

/// The body that recommends: of a division in force which is that of the subject or above it.
std::expected<std::string, std::string> recommender_of(const EvaluateCall& call,
                                                       const registry::Subject& subject,
                                                       const registry::Divisions& divisions,
                                                       base::CivilDate date) {
  const auto division = divisions.resolve(call.recommender);
  if (!division)
    return std::unexpected(fmt::format(
        "`{}` is no division that can recommend; give a six-digit code in force", call.recommender));
  const std::string place = policy::division_of_subject(subject, date);
  const registry::Division* own = divisions.find(place);
  if (own != nullptr && !divisions.within(place, call.recommender))
    return std::unexpected(
        fmt::format("`{}` ({}) cannot recommend a subject of `{}` ({}), which does not lie in it",
                    call.recommender, (*division)->name, place, own->name));
  return call.recommender;
}

void run(Shell& shell, const EvaluateCall& call) {
  const auto fail = [&](const std::string& why) { refuse(shell, "evaluate", why); };
  const auto moment = read_legal_moment(call.as_of, shell);
  if (!moment) return fail(moment.error());
  const base::CivilDate date = moment->date;
  const auto world = read_world(call.places, catalogue_of(shell));
  if (!world) return fail(world.error());
  const auto policy = policy_of((*world)->library(), call.policy, date);
  if (!policy) return fail(policy.error());
  if (call.subject.empty() && call.code.empty())
    return fail("name a file with --subject, or a subject of the register with --code");
  std::vector<std::string> files;
  if (!call.subject.empty()) files.push_back(call.subject);
  files.insert(files.end(), call.others.begin(), call.others.end());
  const auto read =
      files.empty() ? read_register_or_demonstration(**world, "", date) : read_register(**world, files, date);
  if (!read) return fail(read.error());
  report_findings(shell, read->findings, call.notes);
  const auto subject = subject_of(*read, call);
  if (!subject) return fail(subject.error());
  if ((*policy)->front.subjects.empty())
    return fail(
        fmt::format("`{}` binds authorities alone: there is nobody to evaluate under it", call.policy));
  if (!policy::addresses(**policy, (*subject)->kind))
    return fail(fmt::format("`{}` is for {}, not for {}", call.policy,
                            kind_words(shell, (*policy)->vocabulary->kinds, (*policy)->front.subjects),
                            kind_words(shell, (*policy)->vocabulary->kinds, {(*subject)->kind})));

  policy::Circumstances circumstances;
  circumstances.legal_date = date;
  circumstances.subjects = &read->subjects;
  circumstances.divisions = &(*world)->divisions;
  if (!call.recommender.empty()) {
    const auto code = recommender_of(call, **subject, (*world)->divisions, date);
    if (!code) return fail(code.error());
    circumstances.recommender = *code;
  }
  if (const auto tried = try_out(shell, call.set, **policy, **world, circumstances); !tried)
    return fail(tried.error());
  const policy::Assessment assessment = policy::assess(**policy, **subject, circumstances);
  fmt::print(
      shell.out, "{}",
      call.json ? to_json(assessment).to_text(base::Json::Layout::Indented) + "\n" : show(shell, assessment));
}

}  // namespace

void add_evaluate(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<EvaluateCall>();
  CLI::App* command =
      app.add_subcommand("evaluate", "one policy for one subject, with reasons / 一项政策对一个主体的结论");
  command->add_option("--policy", call->policy, "id of the policy")->required();
  command->add_option("--subject", call->subject,
                      "JSON or CSV file of the subject; of several, --code says which");
  command->add_option("--code", call->code, "code of the subject, when there are several");
  command->add_option(
      "--register", call->others,
      "files or folders of other subjects, for relations and parts; the demonstration register "
      "when --subject is left out as well");
  command->add_option("--as-of", call->as_of,
                      "legal date, 2019-09-12 or 2019-09-12T09:00; today when left out");
  command->add_option("--set", call->set, "try a parameter out, name=value; may be repeated");
  command->add_option("--recommender", call->recommender, "division code of the body that recommends");
  command->add_flag("--json", call->json, "as JSON");
  add_kind(*command, call->places);
  add_notes(*command, call->notes);
  add_places(*command, call->places, shell);
  command->callback([call, &shell] { run(shell, *call); });
}

}  // namespace qingheng::cli
