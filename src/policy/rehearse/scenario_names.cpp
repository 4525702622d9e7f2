// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rehearse/rehearse_test.cpp
#include "policy/rehearse/scenario_names.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::policy {

using text::Node;

namespace {

void report(base::Diagnostics& found, std::string_view code, std::string message, std::string help,
            const base::SourceSpan& span) {
  found.push_back(
      {base::Severity::Error, std::string(code), std::move(message), std::move(help), {{span, {}}}});
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto near = base::nearest(word, known);
  return near ? fmt::format("did you mean `{}`?", *near) : std::string();
}

/// The id in `members[2].revenue(2018)`: `revenue`.
std::string_view bare_id(std::string_view name) {
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) name.remove_prefix(dot + 1);
  return name.substr(0, std::min(name.find('('), name.find('[')));
}

bool is_subject_code(std::string_view name) {
  constexpr std::size_t kCreditCode = 18;
  return name.size() == kCreditCode && std::ranges::all_of(name, [](char byte) {
           return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z');
         });
}

}  // namespace

void check_scenario_clauses(const Policy& policy, const Node& clauses, base::Diagnostics& found) {
  if (clauses.is_sequence()) {
    for (const Node& one : clauses.items) check_scenario_clauses(policy, one, found);
    return;
  }
  if (!clauses.is_scalar() || clauses.is_null() || policy.clause(clauses.scalar) != nullptr) return;
  std::vector<std::string> known;
  for (const Clause& clause : policy.clauses)
    if (!clause.address.empty()) known.push_back(clause.address);
  report(found, "S018", fmt::format("`{}` has no clause `{}`", policy.front.id, clauses.scalar),
         did_you_mean(clauses.scalar, known), clauses.span);
}

void check_missing_name(const Policy& policy, const Node& name, base::Diagnostics& found) {
  const std::string_view id = bare_id(name.scalar);
  std::vector<std::string> known;
  for (const registry::Fact& fact : policy.vocabulary->facts) known.push_back(fact.id);
  for (const Parameter& parameter : policy.parameters) known.push_back(parameter.head.id);
  if (std::ranges::find(known, id) != known.end() || is_subject_code(id)) return;
  report(found, "S016", fmt::format("`{}` is no fact or parameter that could be missing", name.scalar),
         did_you_mean(id, known), name.span);
}

void check_scenario_division(const registry::Divisions& divisions, const Node& code,
                             base::Diagnostics& found) {
  if (const auto division = divisions.resolve(code.scalar); !division)
    report(found, "S012", division.error().message, division.error().help, code.span);
}

}  // namespace qingheng::policy
