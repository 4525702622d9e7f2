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

/// The ids in `members[2].accidents[1].occurred`, the last one first: `occurred`, `accidents`, `members`.
std::vector<std::string_view> ids_in(std::string_view name) {
  std::vector<std::string_view> ids;
  for (bool more = true; more;) {
    const std::size_t dot = name.rfind('.');
    more = dot != std::string_view::npos;
    const std::string_view last = more ? name.substr(dot + 1) : name;
    ids.push_back(last.substr(0, std::min(last.find('('), last.find('['))));
    if (more) name = name.substr(0, dot);
  }
  return ids;
}

/// A credit code, or that of a division.
bool is_subject_code(std::string_view name) {
  constexpr std::size_t kCreditCode = 18;
  constexpr std::size_t kDivisionCode = 6;
  return (name.size() == kCreditCode || name.size() == kDivisionCode) &&
         std::ranges::all_of(
             name, [](char byte) { return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z'); });
}

/// Whether one of the facts of that id is a list of records with the field.
bool is_field(const Policy& policy, std::string_view fact, std::string_view field) {
  return std::ranges::any_of(policy.vocabulary->facts, [&](const registry::Fact& one) {
    return one.id == fact && std::ranges::find(one.fields, field, &registry::Field::id) != one.fields.end();
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
         base::did_you_mean(clauses.scalar, known), clauses.span);
}

void check_missing_name(const Policy& policy, const Node& name, base::Diagnostics& found) {
  const std::vector<std::string_view> ids = ids_in(name.scalar);
  const std::string_view id = ids.front();
  std::vector<std::string> known;
  for (const registry::Fact& fact : policy.vocabulary->facts) known.push_back(fact.id);
  for (const Parameter& parameter : policy.parameters) known.push_back(parameter.head.id);
  for (const registry::Relation& relation : policy.vocabulary->relations) known.push_back(relation.id);
  if (ids.size() > 1 && is_field(policy, ids[1], id)) return;
  if (std::ranges::find(known, id) != known.end() || is_subject_code(id)) return;
  report(found, "S016", fmt::format("`{}` is no fact or parameter that could be missing", name.scalar),
         base::did_you_mean(id, known), name.span);
}

void check_scenario_division(const registry::Divisions& divisions, const Node& code,
                             base::Diagnostics& found) {
  if (const auto division = divisions.resolve(code.scalar); !division)
    report(found, "S012", division.error().message, division.error().help, code.span);
}

}  // namespace qingheng::policy
