// SPDX-License-Identifier: Apache-2.0
// What the built-in names share: functions of texts, and the subjects that they are asked about.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "policy/explain/internal/inputs.hpp"

namespace qingheng::policy {

/// A function of strings; unknown and null arguments are handed through before it is called.
template <typename Body>
feel::Value function_of(std::string name, std::vector<std::string> parameters, Body body) {
  feel::Function function;
  function.name = name;
  function.parameters = std::move(parameters);
  function.callable = [name = std::move(name),
                       body = std::move(body)](std::span<const feel::Value> arguments) -> feel::Value {
    for (const feel::Value& argument : arguments) {
      if (argument.is_unknown() || argument.is_null()) return argument;
      if (argument.kind() != feel::Kind::String)
        return feel::Value::null({"`" + name + "` takes a text, not " + to_text(argument), {}});
    }
    return body(arguments);
  };
  return feel::Value::function(std::move(function));
}

/// Subjects by code as one view sees them, and notes of what is found; copied into functions.
struct Finder {
  const registry::Subject* subject;
  const registry::Subject* whole;
  const registry::Register* others;
  const Policy* policy;
  const registry::Divisions* divisions;
  base::CivilDate date;  // the legal date
  std::string prefix;    // of the subject
  base::Text owner;      // of the subject
  std::shared_ptr<Journal> journal;

  /// Null pointer for a code that is not known here.
  const registry::Subject* operator()(const std::string& code) const;
  feel::Value not_in_register(const std::string& code) const;
  /// An unknown for a relation of which nothing is stated: `members[2].parent`, or `parent(…)` of a subject
  /// that is no part of this one.
  feel::Value not_stated(const registry::Subject& of, std::string_view relation) const;
  /// Notes what the register says of a subject under `name(argument)`.
  void note(const std::variant<BuiltIn, RelationInput>& by, const registry::Subject& of,
            const std::string& name, const std::string& argument, UsedFact fact) const;
  /// Notes the other subject of a relation, or that there is none.
  void note_relation(const std::variant<BuiltIn, RelationInput>& by, const registry::Subject& of,
                     std::string_view relation, const std::optional<std::string>& other) const;

 private:
  struct Standpoint {
    std::string prefix;
    base::Text owner;
  };
  /// Where a subject stands in the one that is assessed; absent for one that is no part of it.
  std::optional<Standpoint> standpoint_of(const std::string& code) const;
};

Finder finder(const View& view, const Inputs& inputs, const std::shared_ptr<Journal>& journal);

/// The functions of holdings and bans, by their names.
feel::Value standing_function(BuiltIn name, const Finder& find);

}  // namespace qingheng::policy
