// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "feel/builtins/builtin.hpp"
#include "policy/compile/draft.hpp"
#include "policy/compile/places.hpp"

namespace qingheng::policy::compile {

namespace {

using base::Severity;
using registry::Vocabulary;

using Documents = std::span<const rules::DocumentBlocks* const>;

/// Remembers who used a name first, and reports whoever uses it again.
class Taken {
 public:
  explicit Taken(base::Diagnostics& found) : found_(&found) {}

  /// False when the name was taken.
  bool take(const std::string& name, std::string_view what, const base::SourceSpan& span) {
    const auto [at, added] = first_.try_emplace(name, span);
    if (added) return true;
    base::Diagnostic twice{
        Severity::Error, "P101", fmt::format("{} `{}` is there twice", what, name), {}, {}};
    twice.spans = {{span, {}}, {at->second, "first named here"}};
    found_->push_back(std::move(twice));
    return false;
  }

 private:
  base::Diagnostics* found_;
  std::map<std::string, base::SourceSpan> first_;
};

void add_kinds(Documents documents, Vocabulary& vocabulary, base::Diagnostics& found) {
  Taken taken(found);
  for (const rules::DocumentBlocks* blocks : documents)
    for (const rules::Subjects& block : blocks->subjects)
      for (const rules::SubjectKind& kind : block.items) {
        if (!taken.take(kind.id.text, "the kind of subject", kind.id.span)) continue;
        registry::SubjectKind checked{kind.id.text, kind.label, {}, kind.id.span};
        for (const rules::Part& part : kind.parts)
          checked.parts.push_back({part.id.text, part.kind.text, part.at_least, part.at_most, part.label});
        vocabulary.kinds.push_back(std::move(checked));
      }
}

void add_units(Documents documents, Vocabulary& vocabulary, base::Diagnostics& found) {
  Taken taken(found);
  for (const rules::DocumentBlocks* blocks : documents)
    for (const rules::Units& block : blocks->units)
      for (const rules::Unit& unit : block.items) {
        if (!taken.take(unit.name.text, "the unit", unit.name.span)) continue;
        vocabulary.units.push_back(
            {unit.name.text, unit.as.empty() ? unit.name.text : unit.as.text, unit.factor});
      }
}

void check_kind(const Vocabulary& vocabulary, const rules::Spanned& kind, base::Diagnostics& found) {
  if (kind.empty() || vocabulary.kind(kind.text) != nullptr) return;
  std::vector<std::string> known;
  for (const registry::SubjectKind& each : vocabulary.kinds) known.push_back(each.id);
  report(found, Severity::Error, "P102", kind.span, fmt::format("unknown kind of subject `{}`", kind.text),
         suggestion(kind.text, known));
}

void add_relations(Documents documents, Vocabulary& vocabulary, base::Diagnostics& found) {
  Taken taken(found);
  for (const rules::DocumentBlocks* blocks : documents)
    for (const rules::Relations& block : blocks->relations)
      for (const rules::Relation& relation : block.items) {
        check_kind(vocabulary, relation.of, found);
        check_kind(vocabulary, relation.to, found);
        if (taken.take(relation.id.text, "the relation", relation.id.span))
          vocabulary.relations.push_back(
              {relation.id.text, relation.label, relation.of.text, relation.to.text, relation.id.span});
      }
}

registry::Fact checked_fact(const rules::Fact& fact, const std::string& kind, const CodeSystems& systems) {
  registry::Fact checked;
  checked.kind = kind;
  checked.id = fact.id.text;
  checked.label = fact.label;
  checked.type = checked_type(fact.type, systems);
  checked.meaning = fact.type.meaning;
  checked.codes = fact.type.codes;
  for (const rules::Field& field : fact.type.fields)
    checked.fields.push_back({field.id.text, field.label, checked_type(field.type, systems),
                              field.type.meaning, field.type.codes, field.optional, field.id.span,
                              field.type.min});
  checked.per_year = fact.per_year;
  checked.evidence = texts_of(fact.evidence);
  checked.verified_by = texts_of(fact.verified_by);
  checked.personal = fact.personal;
  checked.valid = fact.valid;
  checked.min = fact.type.min;
  checked.span = fact.id.span;
  return checked;
}

void check_evidence(const rules::Fact& fact, const VocabularyTables& tables, base::Diagnostics& found) {
  const std::vector<std::string> known(tables.materials.begin(), tables.materials.end());
  for (const rules::Spanned& material : fact.evidence) {
    if (tables.materials.contains(material.text)) continue;
    if (!tables.whole && !base::nearest(material.text, known)) continue;
    report(found, Severity::Warning, "P104", material.span,
           fmt::format("no document asks for the material `{}`", material.text),
           suggestion(material.text, known));
  }
}

void add_facts(Documents documents, const VocabularyTables& tables, Vocabulary& vocabulary,
               base::Diagnostics& found) {
  std::map<std::string, Taken> ids;
  std::map<std::string, Taken> labels;
  for (const rules::DocumentBlocks* blocks : documents)
    for (const rules::Facts& block : blocks->facts) {
      const std::string& kind = block.head.id.text;
      check_kind(vocabulary, block.head.id, found);
      for (const rules::Fact& fact : block.items) {
        check_units(vocabulary, fact.type, found);
        check_evidence(fact, tables, found);
        for (const rules::Spanned& line : fact.verified_by) check_line(line.text, line.span, found);
        if (!ids.try_emplace(kind, found).first->second.take(fact.id.text, "the fact", fact.id.span))
          continue;
        for (const std::string& label : {fact.label.zh, fact.label.en})
          if (!label.empty() && label != fact.id.text)
            labels.try_emplace(kind, found).first->second.take(label, "the label", fact.id.span);
        vocabulary.facts.push_back(checked_fact(fact, kind, tables.systems));
      }
    }
  std::ranges::stable_sort(vocabulary.facts, {}, &registry::Fact::kind);
}

void check_unit_bases(Documents documents, const Vocabulary& vocabulary, base::Diagnostics& found) {
  for (const rules::DocumentBlocks* blocks : documents)
    for (const rules::Units& block : blocks->units)
      for (const rules::Unit& unit : block.items) {
        // A plain number is written `1`: percent is a hundredth of it.
        const registry::Unit* base = vocabulary.unit(unit.as.text);
        if (unit.as.empty() || unit.as.text == "1" || unit.as.text == unit.name.text) continue;
        if (base != nullptr && base->as == base->name) continue;
        report(found, Severity::Error, "P103", unit.as.span,
               base == nullptr ? fmt::format("unknown unit `{}`", unit.as.text)
                               : fmt::format("`{}` is itself a multiple of `{}`", base->name, base->as),
               "name the unit that all others of its measure are multiples of");
      }
}

bool is_name_of_the_language(const std::string& name) {
  static constexpr std::array<std::string_view, 20> kWords = {
      "if", "then", "else", "for",   "in",   "return",  "some", "every",    "satisfies", "and",
      "or", "not",  "true", "false", "null", "between", "item", "function", "instance",  "of"};
  return std::ranges::find(kWords, name) != kWords.end() || feel::find_builtin(name) != nullptr;
}

}  // namespace

std::vector<std::string> aliases_of(const base::Text& label, std::string_view id) {
  std::vector<std::string> aliases;
  for (const std::string& name : {label.zh, label.en})
    if (!name.empty() && name != id && !is_name_of_the_language(name)) aliases.push_back(name);
  return aliases;
}

feel::Type readable_type(const feel::Type& type) {
  feel::Type readable = type;
  if (type.element) readable.element = std::make_shared<const feel::Type>(readable_type(*type.element));
  if (!type.members) return readable;
  std::vector<feel::Type::Member> members = *type.members;
  for (feel::Type::Member& member : members) {
    member.type = readable_type(member.type);
    std::erase_if(member.aliases, [&](const std::string& alias) {
      const bool taken = std::ranges::any_of(
          *type.members, [&](const feel::Type::Member& other) { return other.name == alias; });
      return alias.empty() || taken || is_name_of_the_language(alias);
    });
  }
  readable.members = std::make_shared<const std::vector<feel::Type::Member>>(std::move(members));
  return readable;
}

void check_units(const Vocabulary& vocabulary, const rules::ValueType& type, base::Diagnostics& found) {
  if (!type.unit.empty() && type.unit.text != "1" && vocabulary.unit(type.unit.text) == nullptr) {
    std::vector<std::string> known;
    for (const registry::Unit& unit : vocabulary.units) known.push_back(unit.name);
    report(found, Severity::Error, "P103", type.unit.span, fmt::format("unknown unit `{}`", type.unit.text),
           suggestion(type.unit.text, known));
  }
  for (const rules::Field& field : type.fields) check_units(vocabulary, field.type, found);
}

Vocabulary compile_vocabulary(std::span<const rules::DocumentBlocks> documents,
                              const VocabularyTables& tables, base::Diagnostics& found) {
  // A name belongs to the vocabulary that all documents share before it belongs to any one of them.
  std::vector<const rules::DocumentBlocks*> ordered;
  for (const rules::DocumentBlocks& blocks : documents) ordered.push_back(&blocks);
  std::ranges::stable_partition(ordered, [](const rules::DocumentBlocks* blocks) { return !blocks->front; });
  Vocabulary vocabulary;
  add_kinds(ordered, vocabulary, found);
  add_units(ordered, vocabulary, found);
  check_unit_bases(ordered, vocabulary, found);
  add_relations(ordered, vocabulary, found);
  add_facts(ordered, tables, vocabulary, found);
  for (const rules::DocumentBlocks& blocks : documents)
    for (const rules::Subjects& block : blocks.subjects)
      for (const rules::SubjectKind& kind : block.items)
        for (const rules::Part& part : kind.parts) check_kind(vocabulary, part.kind, found);
  return vocabulary;
}

}  // namespace qingheng::policy::compile
