// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
// The names that belong to the law rather than to a document: designations, bans, places, relations.
#include <algorithm>

#include "policy/explain/internal/inputs.hpp"

namespace qingheng::policy {

using feel::Value;
using registry::Standing;
using registry::Subject;
using Arguments = std::span<const Value>;
using Shared = std::shared_ptr<Journal>;

namespace {

/// A function of strings; unknown and null arguments are handed through before it is called.
template <typename Body>
Value function_of(std::string name, std::vector<std::string> parameters, Body body) {
  feel::Function function;
  function.name = name;
  function.parameters = std::move(parameters);
  function.callable = [name = std::move(name), body = std::move(body)](Arguments arguments) -> Value {
    for (const Value& argument : arguments) {
      if (argument.is_unknown() || argument.is_null()) return argument;
      if (argument.kind() != feel::Kind::String)
        return Value::null({"`" + name + "` takes a text, not " + to_text(argument), {}});
    }
    return body(arguments);
  };
  return Value::function(std::move(function));
}

std::string_view status_text(Standing standing) {
  switch (standing) {
    case Standing::NotYet:
      return "not yet";
    case Standing::Valid:
      return "valid";
    case Standing::Expired:
      return "expired";
    case Standing::Suspended:
      return "suspended";
    case Standing::Revoked:
      return "revoked";
  }
  return "valid";
}

bool holds(const Subject& subject, std::string_view policy, base::CivilDate date, bool ever) {
  return std::ranges::any_of(subject.holdings, [&](const registry::Holding& holding) {
    const Standing now = standing(holding, date);
    return holding.policy == policy && (ever ? now != Standing::NotYet : now == Standing::Valid);
  });
}

Value held(const Subject& subject, base::CivilDate date, bool ever) {
  return function_of(ever ? "held ever" : "held", {"policy"}, [&subject, date, ever](Arguments arguments) {
    return Value::boolean(holds(subject, arguments[0].as_string(), date, ever));
  });
}

Value holding_record(const Subject& subject, base::CivilDate date) {
  return function_of("holding", {"policy"}, [&subject, date](Arguments arguments) {
    const registry::Holding* latest = nullptr;
    for (const registry::Holding& holding : subject.holdings) {
      if (holding.policy != arguments[0].as_string() || date < holding.granted) continue;
      if (latest == nullptr || latest->granted <= holding.granted) latest = &holding;
    }
    if (latest == nullptr) return Value{};
    return Value::context({{"number", Value::string(latest->number)},
                           {"granted", Value::date(latest->granted)},
                           {"expires", latest->expires ? Value::date(*latest->expires) : Value{}},
                           {"status", Value::string(std::string(status_text(standing(*latest, date))))}});
  });
}

bool kept_out(const Subject& subject, std::string_view policy, base::CivilDate date) {
  return std::ranges::any_of(subject.bans, [&](const registry::Ban& ban) {
    return ban.policy == policy && in_force(ban, "", date);
  });
}

Value banned(const Subject& subject, base::CivilDate date) {
  return function_of("banned", {"policy"}, [&subject, date](Arguments arguments) {
    return Value::boolean(kept_out(subject, arguments[0].as_string(), date));
  });
}

/// Subjects by code as one view sees them; copied into functions.
struct Finder {
  const Subject* subject;
  const Subject* whole;
  const registry::Register* others;
  const registry::Vocabulary* vocabulary;
  std::string prefix;  // of the subject
  Shared journal;

  const Subject* operator()(const std::string& code) const {
    if (subject->code == code) return subject;
    if (whole != nullptr && whole->code == code) return whole;
    return others == nullptr ? nullptr : others->find(code);
  }
  Value not_in_register(const std::string& code) const {
    return journal->unknown({.id = code, .label = {}, .subject = code, .why = Lack::NotInRegister});
  }
  /// An unknown for a relation of which nothing is stated: `members[2].parent`, or `parent(…)` of a subject
  /// that is no part of this one.
  Value not_stated(const Subject& of, std::string_view relation) const {
    const auto known = std::ranges::find(vocabulary->relations, relation, &registry::Relation::id);
    const auto place = place_of(of.code);
    return journal->unknown(
        {.id = place ? *place + std::string(relation) : std::string(relation) + "(" + of.code + ")",
         .label = known == vocabulary->relations.end() ? base::Text{} : known->label,
         .subject = of.code});
  }

 private:
  std::optional<std::string> place_of(const std::string& code) const {
    if (code == subject->code) return prefix;
    const Subject& composite = whole == nullptr ? *subject : *whole;
    if (code == composite.code) return "";
    const registry::SubjectKind* kind = vocabulary->kind(composite.kind);
    for (const auto& [id, codes] : composite.parts) {
      const auto at = std::ranges::find(codes, code);
      if (kind == nullptr || at == codes.end()) continue;
      const auto part = std::ranges::find(kind->parts, id, &registry::Part::id);
      if (part == kind->parts.end()) continue;
      return part->single() ? id + "." : id + "[" + std::to_string(at - codes.begin() + 1) + "].";
    }
    return std::nullopt;
  }
};

Finder finder(const View& view, const Inputs& inputs, const Shared& journal) {
  return {view.subject, view.whole, inputs.circumstances().subjects, inputs.policy().vocabulary.get(),
          view.prefix,  journal};
}

Value subject_held(const Finder& find, base::CivilDate date) {
  return function_of("subject held", {"subject", "policy"}, [find, date](Arguments arguments) {
    const std::string& code = arguments[0].as_string();
    const Subject* subject = find(code);
    if (subject == nullptr) return find.not_in_register(code);
    return Value::boolean(holds(*subject, arguments[1].as_string(), date, false));
  });
}

Value subject_banned(const Finder& find, base::CivilDate date) {
  return function_of("subject banned", {"subject", "policy"}, [find, date](Arguments arguments) {
    const std::string& code = arguments[0].as_string();
    const Subject* subject = find(code);
    if (subject == nullptr) return find.not_in_register(code);
    return Value::boolean(kept_out(*subject, arguments[1].as_string(), date));
  });
}

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
    if (have_one_parent(*one, *other)) return Value::boolean(true);
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
    if (!subject->division.empty()) return Value::string(subject->division);
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
  if (circumstances.recommender) return Value::string(*circumstances.recommender);
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
      return held(*view.subject, date, false);
    case BuiltIn::HeldEver:
      return held(*view.subject, date, true);
    case BuiltIn::Holding:
      return holding_record(*view.subject, date);
    case BuiltIn::Banned:
      return banned(*view.subject, date);
    case BuiltIn::SubjectHeld:
      return subject_held(finder(view, inputs, journal), date);
    case BuiltIn::SubjectBanned:
      return subject_banned(finder(view, inputs, journal), date);
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

Value relation_value(const registry::Relation& relation, const View& view, const Inputs& inputs,
                     const Shared& journal) {
  return function_of(relation.id, {"subject"},
                     [find = finder(view, inputs, journal), id = relation.id](Arguments arguments) {
                       const std::string& code = arguments[0].as_string();
                       const Subject* subject = find(code);
                       if (subject == nullptr) return find.not_in_register(code);
                       const std::optional<std::string>* other = stated(*subject, id);
                       if (other == nullptr) return find.not_stated(*subject, id);
                       return *other ? Value::string(**other) : Value{};
                     });
}

}  // namespace qingheng::policy
