// SPDX-License-Identifier: Apache-2.0
// Blocks of the vocabulary: facts, kinds of subject, relations, units (docs/policy-language.md §2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/rules/common.hpp"
#include "registry/vocabulary.hpp"

namespace qingheng::policy::rules {

struct Field;

/// What `type`, `unit`, `codes` and `of` say together: of a fact, a field, a parameter, a formula, a column.
struct ValueType {
  /// Complete: unit, codes, the element of a list; records are contexts with the fields' ids, labels as
  /// aliases.
  feel::Type type;
  registry::Meaning meaning = registry::Meaning::Plain;
  std::vector<registry::CodeLabel> codes;
  std::vector<Field> fields;              // of the records of a list
  Spanned unit;                           // to be checked against the units
  base::SourceSpan span;                  // the type's name
  std::optional<base::Decimal> min = {};  // of a fact or field: the least number there can be
};

/// A field of a list's records.
struct Field {
  Spanned id;
  Text label;
  ValueType type;
  bool optional = false;
};

/// One fact of a `facts` block.
struct Fact {
  Spanned id;
  Text label;
  std::string note;
  ValueType type;
  bool per_year = false;
  std::vector<Spanned> evidence;
  std::vector<Spanned> verified_by;
  bool personal = false;
  std::optional<Length> valid;
};

/// `facts: enterprise`. The id of the head is the kind of subject.
struct Facts {
  Head head;
  std::vector<Fact> items;
};

/// A part of a composite subject.
struct Part {
  Spanned id;
  Spanned kind;
  std::uint32_t at_least = 1;
  std::optional<std::uint32_t> at_most;  // absent: any number
  Text label = {};
};

/// One kind of a `subjects` block.
struct SubjectKind {
  Spanned id;
  Text label;
  std::vector<Part> parts;
};

/// `subjects: kinds`.
struct Subjects {
  Head head;
  std::vector<SubjectKind> items;
};

/// One relation of a `relations` block.
struct Relation {
  Spanned id;
  Text label;
  Spanned of;
  Spanned to;
};

/// `relations: between`.
struct Relations {
  Head head;
  std::vector<Relation> items;
};

/// One unit of a `units` block.
struct Unit {
  Spanned name;
  Spanned as;
  base::Decimal factor = 1;
};

/// `units: money`.
struct Units {
  Head head;
  std::vector<Unit> items;
};

}  // namespace qingheng::policy::rules
