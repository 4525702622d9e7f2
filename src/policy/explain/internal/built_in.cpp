// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
// The names that belong to the law rather than to a document: designations, bans, places, relations.
#include "policy/explain/internal/built_in.hpp"

#include <algorithm>

#include "policy/explain/assess.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::policy {

using feel::Value;
using registry::Subject;
using Arguments = std::span<const Value>;
using Shared = std::shared_ptr<Journal>;

namespace {

constexpr std::string_view kParent = "parent";

/// What is stated of a relation; null pointer when nothing is.
const std::optional<std::string>* stated(const Subject& subject, std::string_view relation) {
  const auto found = subject.relations.find(relation);
  return found == subject.relations.end() ? nullptr : &found->second;
}

/// Whether `above` is found going up from `subject`, as far as parents are stated; a subject that comes again
/// ends the way.
Value controlled_by(const Subject& subject, const std::string& above, const Finder& find) {
  std::vector<std::string> seen{subject.code};
  for (const Subject* at = &subject; at != nullptr; at = find(seen.back())) {
    const std::optional<std::string>* parent = stated(*at, kParent);
    if (parent == nullptr) return find.not_stated(*at, kParent);
    find.note_relation(BuiltIn::Affiliated, *at, kParent, *parent);
    if (!*parent) return Value::boolean(false);
    if (**parent == above) return Value::boolean(true);
    if (std::ranges::find(seen, **parent) != seen.end()) return Value::boolean(false);
    seen.push_back(**parent);
  }
  return find.not_in_register(seen.back());
}

bool have_one_parent(const Subject& one, const Subject& other) {
  const std::optional<std::string>* a = stated(one, kParent);
  const std::optional<std::string>* b = stated(other, kParent);
  return a != nullptr && b != nullptr && *a && *a == *b;
}

Value affiliated(const Finder& find) {
  return function_of("affiliated", {"a", "b"}, [find](Arguments arguments) {
    const std::string& a = arguments[0].as_string();
    const std::string& b = arguments[1].as_string();
    const Subject* one = find(a);
    const Subject* other = find(b);
    if (one == nullptr) return find.not_in_register(a);
    if (other == nullptr) return find.not_in_register(b);
    if (have_one_parent(*one, *other)) {
      for (const Subject* each : {one, other})
        find.note_relation(BuiltIn::Affiliated, *each, kParent, *stated(*each, kParent));
      return Value::boolean(true);
    }
    feel::Missing open;
    for (const Value& controls : {controlled_by(*one, b, find), controlled_by(*other, a, find)}) {
      if (controls.is_unknown()) {
        feel::add_missing(open, controls);
      } else if (controls.as_boolean()) {
        return controls;
      }
    }
    return open.facts.empty() ? Value::boolean(false) : Value::unknown(std::move(open));
  });
}

Value division_of(const Finder& find) {
  return function_of("division of", {"subject"}, [find](Arguments arguments) {
    const std::string& code = arguments[0].as_string();
    const Subject* subject = find(code);
    if (subject == nullptr) return find.not_in_register(code);
    if (const std::string place = division_of_subject(*subject, find.date); !place.empty()) {
      const registry::Division* division = find.divisions == nullptr ? nullptr : find.divisions->find(place);
      const std::string shown = division == nullptr ? place : place + " " + division->name;
      find.note(
          BuiltIn::DivisionOf, *subject, "division of", {},
          {.label = {"所在行政区划", "division"}, .value = Value::string(place), .shown = {shown, shown}});
      return Value::string(place);
    }
    return find.journal->unknown(
        {.id = "division of(" + code + ")", .label = {"所在行政区划", "division"}, .subject = code});
  });
}

/// A function of one division code; unknown while there is no table of divisions.
template <typename Body>
Value of_division(const std::string& name, const registry::Divisions* divisions, const Shared& journal,
                  Body body) {
  return function_of(name, {"division"}, [name, divisions, journal, body](Arguments arguments) {
    if (divisions == nullptr)
      return journal->unknown({.id = name, .label = {}, .subject = {}, .why = Lack::NotInRegister});
    const std::string& code = arguments[0].as_string();
    const registry::Division* division = divisions->find(code);
    if (division == nullptr) return Value::null({"no division has the code `" + code + "`", {}});
    return body(*division);
  });
}

Value within(const registry::Divisions* divisions, const Shared& journal) {
  return function_of("within", {"inner", "outer"}, [divisions, journal](Arguments arguments) {
    if (divisions == nullptr)
      return journal->unknown({.id = "within", .label = {}, .subject = {}, .why = Lack::NotInRegister});
    for (const Value& code : arguments)
      if (divisions->find(code.as_string()) == nullptr)
        return Value::null({"no division has the code `" + code.as_string() + "`", {}});
    return Value::boolean(divisions->within(arguments[0].as_string(), arguments[1].as_string()));
  });
}

Value missed(const std::optional<CaseHistory>& history, const Shared& journal) {
  return function_of("missed", {"duty"}, [&history, journal](Arguments arguments) {
    const std::string& duty = arguments[0].as_string();
    if (history) return Value::boolean(history->missed.contains(duty));
    return journal->unknown(
        {.id = "missed(" + duty + ")", .label = {}, .subject = {}, .why = Lack::NotGiven});
  });
}

Value event(const std::optional<CaseHistory>& history, const Shared& journal) {
  return function_of("event", {"event"}, [&history, journal](Arguments arguments) {
    const std::string& name = arguments[0].as_string();
    if (!history)
      return journal->unknown(
          {.id = "event(" + name + ")", .label = {}, .subject = {}, .why = Lack::NotGiven});
    const auto found = history->happened.find(name);
    return found == history->happened.end() ? Value{} : Value::date(found->second);
  });
}

Value recommender(const Circumstances& circumstances, const Shared& journal) {
  if (circumstances.recommender) {
    const std::string& code = *circumstances.recommender;
    const registry::Division* division =
        circumstances.divisions == nullptr ? nullptr : circumstances.divisions->find(code);
    const std::string shown = division == nullptr ? code : code + " " + division->name;
    journal->found({BuiltIn::Recommender,
                    {},
                    {.id = "recommender",
                     .label = {"推荐单位", "recommending body"},
                     .value = Value::string(code),
                     .shown = {shown, shown}}});
    return Value::string(code);
  }
  return journal->unknown({.id = "recommender",
                           .label = {"推荐单位", "recommending body"},
                           .subject = {},
                           .why = Lack::NotGiven});
}

}  // namespace

Value built_in_value(BuiltIn name, const View& view, const Inputs& inputs, const Shared& journal) {
  const Circumstances& circumstances = inputs.circumstances();
  const base::CivilDate date = circumstances.legal_date;
  const registry::Divisions* divisions = circumstances.divisions;
  switch (name) {
    case BuiltIn::LegalDate:
      return Value::date(date);
    case BuiltIn::LegalYear:
      return Value::number(date.year);
    case BuiltIn::Held:
    case BuiltIn::HeldEver:
    case BuiltIn::Holding:
    case BuiltIn::Banned:
    case BuiltIn::BannedUnder:
    case BuiltIn::SubjectHeld:
    case BuiltIn::SubjectBanned:
    case BuiltIn::SubjectBannedUnder:
      return standing_function(name, finder(view, inputs, journal));
    case BuiltIn::Within:
      return within(divisions, journal);
    case BuiltIn::Affiliated:
      return affiliated(finder(view, inputs, journal));
    case BuiltIn::DivisionOf:
      return division_of(finder(view, inputs, journal));
    case BuiltIn::ParentDivision:
      return of_division("parent division", divisions, journal,
                         [divisions](const registry::Division& division) {
                           const registry::Division* parent = divisions->parent(division.code);
                           return parent == nullptr ? Value{} : Value::string(parent->code);
                         });
    case BuiltIn::DivisionLevel:
      return of_division("division level", divisions, journal, [](const registry::Division& division) {
        return Value::string(std::string(name_of(division.level)));
      });
    case BuiltIn::DivisionClass:
      return of_division("division class", divisions, journal, [](const registry::Division& division) {
        return Value::string(std::string(name_of(division.division_class)));
      });
    case BuiltIn::Missed:
      return missed(circumstances.history, journal);
    case BuiltIn::Event:
      return event(circumstances.history, journal);
    case BuiltIn::Recommender:
      return recommender(circumstances, journal);
  }
  return {};
}

Value relation_value(const RelationInput& relation, const View& view, const Inputs& inputs,
                     const Shared& journal) {
  const std::string& id = inputs.policy().vocabulary->relations.at(relation.relation).id;
  return function_of(id, {"subject"},
                     [find = finder(view, inputs, journal), id, relation](Arguments arguments) {
                       const std::string& code = arguments[0].as_string();
                       const Subject* subject = find(code);
                       if (subject == nullptr) return find.not_in_register(code);
                       const std::optional<std::string>* other = stated(*subject, id);
                       if (other == nullptr) return find.not_stated(*subject, id);
                       find.note_relation(relation, *subject, id, *other);
                       return *other ? Value::string(**other) : Value{};
                     });
}

}  // namespace qingheng::policy
