// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/match.txt
// `qingheng match`: every policy for a subject, or for each subject of a register.
#include <span>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/show_assessment.hpp"
#include "cli/world.hpp"

namespace qingheng::cli {

namespace {

struct MatchCall {
  Places places;
  std::string subject, directory, code, as_of;
  bool json = false;
  bool everywhere = false;
  bool notes = false;
};

base::Json json_of(const registry::Subject& subject, const std::vector<policy::Match>& matches) {
  base::JsonArray list;
  for (const policy::Match& match : matches) list.push_back(to_json(match));
  return base::JsonObject{{"subject", subject.code}, {"name", subject.name}, {"matches", std::move(list)}};
}

void run(Shell& shell, const MatchCall& call) {
  const auto fail = [&](const std::string& why) { refuse(shell, "match", why); };
  const auto moment = read_legal_moment(call.as_of, shell);
  if (!moment) return fail(moment.error());
  const base::CivilDate date = moment->date;
  const auto world = read_world(call.places, catalogue_of(shell));
  if (!world) return fail(world.error());
  const auto read = call.subject.empty()     ? read_register_or_demonstration(**world, call.directory, date)
                    : call.directory.empty() ? read_register(**world, {call.subject}, date)
                                             : read_register(**world, {call.subject, call.directory}, date);
  if (!read) return fail(read.error());
  report_findings(shell, read->findings, call.notes);
  // Without a code, the others that stand beside a subject's file are there for relations alone.
  std::span<const registry::Subject> asked = read->subjects.subjects();
  if (!call.subject.empty() && call.code.empty()) asked = asked.first(read->from_first);

  policy::Circumstances circumstances;
  circumstances.legal_date = date;
  circumstances.subjects = &read->subjects;
  circumstances.divisions = &(*world)->divisions;
  const policy::MatchWorld around{circumstances, moment->second_of_day, &(*world)->calendar, call.everywhere};
  base::JsonArray list;
  bool none = true;
  // Shown one by one: what a whole register comes to is large.
  for (const registry::Subject& subject : asked) {
    if (!call.code.empty() && subject.code != call.code) continue;
    const auto matches = policy::match_policies((*world)->library(), subject, around);
    if (call.json) {
      list.push_back(json_of(subject, matches));
    } else {
      fmt::print(shell.out, "{}{}", none ? "" : "\n", show(shell, subject, matches));
    }
    none = false;
  }
  if (none)
    return fail(call.code.empty() ? fmt::format("no subject could be read from `{}`", call.subject)
                                  : fmt::format("the register has no subject `{}`", call.code));
  if (call.json)
    fmt::print(shell.out, "{}\n", base::Json(std::move(list)).to_text(base::Json::Layout::Indented));
}

}  // namespace

void add_match(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<MatchCall>();
  CLI::App* command =
      app.add_subcommand("match", "every policy for a subject, best first / 为主体匹配全部政策");
  command->add_option("--subject", call->subject, "JSON or CSV file; each of its subjects is matched");
  command->add_option(
      "--register", call->directory,
      "file or folder of subjects: each is matched, unless --subject or --code names one; the "
      "demonstration register when both are left out");
  command->add_option("--code", call->code, "code of the one subject to match");
  command->add_option("--as-of", call->as_of,
                      "legal date, 2019-09-12 or 2019-09-12T09:00; today when left out");
  command->add_flag("--everywhere", call->everywhere, "policies about other places too");
  command->add_flag("--json", call->json, "as JSON");
  add_kind(*command, call->places);
  add_notes(*command, call->notes);
  add_places(*command, call->places, shell);
  command->callback([call, &shell] { run(shell, *call); });
}

}  // namespace qingheng::cli
