// SPDX-License-Identifier: Apache-2.0
// The shared vocabulary: the kinds of subject, their facts, how kinds are joined, and the units of
// quantities.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/period.hpp"
#include "base/source.hpp"
#include "base/text.hpp"
#include "feel/type.hpp"

namespace qingheng::registry {

using base::Length;
using base::Text;

/// What a value of a string type stands for beyond its characters.
enum class Meaning : std::uint8_t { Plain, Code, Division, Industry, Subject };

/// One code of an enumeration. In FEEL the value is `code`; a record may give either label instead.
struct CodeLabel {
  std::string code;
  Text label;
  std::vector<std::string> also = {};  // other words by which offices give it
};

/// One field of the records of a list fact.
struct Field {
  std::string id;
  Text label;
  feel::Type type;
  Meaning meaning = Meaning::Plain;
  std::vector<CodeLabel> codes;
  /// A record without it says something: not corrected, not removed. Any other field that is absent is
  /// unknown.
  bool optional = false;
  base::SourceSpan span;
  std::optional<base::Decimal> min = {};  // the least number there can be, in the unit of the type
};

/// A fact that the register may hold about a subject of one kind.
struct Fact {
  std::string kind;  // of the subject
  std::string id;
  Text label;
  /// Type of the value; of one year's value when `per_year`. Records of a list are contexts of `fields`, each
  /// entry named by the field's id.
  feel::Type type;
  Meaning meaning = Meaning::Plain;
  std::vector<CodeLabel> codes;
  std::vector<Field> fields;
  bool per_year = false;
  std::vector<std::string> evidence;     // ids of materials that prove it
  std::vector<std::string> verified_by;  // lines of authority that may verify it
  bool personal = false;
  std::optional<Length> valid;  // how long evidence of it stays good; absent: until changed
  base::SourceSpan span;
  std::optional<base::Decimal> min = {};  // the least number there can be, in the unit of the type
};

/// How many subjects of another kind a composite subject has of one part.
struct Part {
  std::string id;  // `lead`, `members`
  std::string kind;
  std::uint32_t at_least = 1;
  std::optional<std::uint32_t> at_most;  // absent: any number
  Text label = {};                       // of one subject of the part: `成员企业`; empty for none
  /// One subject (`lead`) rather than a list (`members`): its name in FEEL is a context, not a list.
  [[nodiscard]] bool single() const { return at_least == 1 && at_most == 1U; }
};

/// A kind of subject.
struct SubjectKind {
  std::string id;
  Text label;
  std::vector<Part> parts;  // empty: not composite
  base::SourceSpan span;
};

/// What joins two subjects; in FEEL a function from a subject's code to the other's, null when it is stated
/// that there is none, unknown when nothing is stated.
struct Relation {
  std::string id;  // `parent`
  Text label;
  std::string of;
  std::string to;
  base::SourceSpan span;
};

/// A unit as a multiple of the base unit of its measure: 1 万元 is 10000 元.
struct Unit {
  std::string name;
  std::string as;  // the base unit; its own name for a base unit
  base::Decimal factor = 1;
};

/// The whole vocabulary, checked: ids are unique within a kind, types are known.
struct Vocabulary {
  std::vector<SubjectKind> kinds;
  std::vector<Fact> facts;  // those of one kind stand together, in the order of the text
  std::vector<Relation> relations;
  std::vector<Unit> units;

  /// Null pointers when there is none of that id; `fact` also takes either label.
  [[nodiscard]] const SubjectKind* kind(std::string_view id) const;
  [[nodiscard]] const Fact* fact(std::string_view kind, std::string_view name) const;
  [[nodiscard]] const Unit* unit(std::string_view name) const;
};

/// The kinds of subject with their labels, for the help with one that nobody knows: "`city` `城市`, …".
[[nodiscard]] std::string kinds_in_words(const Vocabulary& vocabulary);

}  // namespace qingheng::registry
