// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/layouts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "policy/compile/vocabulary.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::Type;

Type code_type(std::initializer_list<std::string> codes) {
  Type type = Type::string();
  type.codes = std::make_shared<const std::vector<std::string>>(codes);
  return type;
}

Type per_year(const Type& type) { return Type::function({Type::number()}, type); }

Type fact_type(const registry::Fact& fact) { return fact.per_year ? per_year(fact.type) : fact.type; }

/// A subject as a context: its code and its facts.
Type subject_type(const Vocabulary& vocabulary, std::string_view kind) {
  std::vector<Type::Member> members{{"code", Type::string(), {}}};
  for (const registry::Fact& fact : vocabulary.facts)
    if (fact.kind == kind) members.push_back({fact.id, fact_type(fact), aliases_of(fact.label, fact.id)});
  return Type::context(std::move(members));
}

struct BuiltInName {
  std::string_view name;
  BuiltIn meaning;
};
constexpr std::array kBuiltInNames = {BuiltInName{"legal date", BuiltIn::LegalDate},
                                      BuiltInName{"legal year", BuiltIn::LegalYear},
                                      BuiltInName{"held", BuiltIn::Held},
                                      BuiltInName{"held ever", BuiltIn::HeldEver},
                                      BuiltInName{"holding", BuiltIn::Holding},
                                      BuiltInName{"banned", BuiltIn::Banned},
                                      BuiltInName{"banned under", BuiltIn::BannedUnder},
                                      BuiltInName{"subject banned under", BuiltIn::SubjectBannedUnder},
                                      BuiltInName{"subject held", BuiltIn::SubjectHeld},
                                      BuiltInName{"subject banned", BuiltIn::SubjectBanned},
                                      BuiltInName{"within", BuiltIn::Within},
                                      BuiltInName{"affiliated", BuiltIn::Affiliated},
                                      BuiltInName{"division of", BuiltIn::DivisionOf},
                                      BuiltInName{"parent division", BuiltIn::ParentDivision},
                                      BuiltInName{"division level", BuiltIn::DivisionLevel},
                                      BuiltInName{"division class", BuiltIn::DivisionClass},
                                      BuiltInName{"missed", BuiltIn::Missed},
                                      BuiltInName{"event", BuiltIn::Event},
                                      BuiltInName{"recommender", BuiltIn::Recommender}};

Type type_of(BuiltIn name, const CodeSystems& systems) {
  const Type text = Type::string();
  Type division = Type::string();
  division.literals = systems.division;
  switch (name) {
    case BuiltIn::LegalDate:
      return Type::date();
    case BuiltIn::LegalYear:
      return Type::number();
    case BuiltIn::Held:
    case BuiltIn::HeldEver:
    case BuiltIn::Banned:
    case BuiltIn::Missed:
      return Type::function({text}, Type::boolean());
    case BuiltIn::Holding:
      return Type::function({text}, Type::context({{"number", text, {}},
                                                   {"granted", Type::date(), {}},
                                                   {"expires", Type::date(), {}},
                                                   {"status", text, {}}}));
    case BuiltIn::SubjectHeld:
    case BuiltIn::SubjectBanned:
    case BuiltIn::BannedUnder:
    case BuiltIn::Affiliated:
      return Type::function({text, text}, Type::boolean());
    case BuiltIn::SubjectBannedUnder:
      return Type::function({text, text, text}, Type::boolean());
    case BuiltIn::Within:
      return Type::function({division, division}, Type::boolean());
    case BuiltIn::DivisionOf:
      return Type::function({text}, division);
    case BuiltIn::ParentDivision:
      return Type::function({division}, division);
    case BuiltIn::DivisionLevel:
      return Type::function({division}, code_type({"national", "province", "city", "county"}));
    case BuiltIn::DivisionClass:
      return Type::function(
          {division}, code_type({"national", "province", "autonomous region", "municipality",
                                 "special administrative region", "sub-provincial", "separately planned",
                                 "prefecture", "corps", "county-level city", "district", "county"}));
    case BuiltIn::Event:
      return Type::function({text}, Type::date());
    case BuiltIn::Recommender:
      return text;
  }
  return Type::any();
}

/// Adds entries to a layout; the first to claim a name has it, labels yield to ids.
class Names {
 public:
  Names(const Draft& draft, Layout& layout) : draft_(&draft), layout_(&layout) {}

  /// False, and reported when `span` is given, when another entry has the id.
  bool add(const std::string& id, Type type, std::vector<std::string> aliases, const Source& source,
           const base::SourceSpan* span = nullptr) {
    if (taken_.contains(id)) {
      if (span != nullptr)
        draft_->error("P120", *span, fmt::format("`{}` already means something else in this document", id),
                      "facts, parts, relations, parameters, formulas and tables share one set of names");
      return false;
    }
    std::erase_if(aliases, [&](const std::string& alias) { return taken_.contains(alias); });
    taken_.insert(id);
    taken_.insert(aliases.begin(), aliases.end());
    layout_->scope.declare(id, std::move(type), std::move(aliases));
    layout_->sources.push_back(source);
    return true;
  }
  /// Ids that entries to come will have: no label may take them.
  void reserve(const std::string& id) { reserved_.insert(id); }
  [[nodiscard]] std::vector<std::string> free_aliases(const base::Text& label, std::string_view id) const {
    std::vector<std::string> aliases = aliases_of(label, id);
    std::erase_if(aliases, [&](const std::string& alias) { return reserved_.contains(alias); });
    return aliases;
  }

 private:
  const Draft* draft_;
  Layout* layout_;
  std::set<std::string, std::less<>> taken_;
  std::set<std::string, std::less<>> reserved_;
};

void reserve_ids(const Draft& draft, Names& names, std::span<const std::string> kinds) {
  for (const BuiltInName& name : kBuiltInNames) names.reserve(std::string(name.name));
  names.reserve("subject");
  for (const registry::Fact& fact : draft.vocabulary().facts)
    if (std::ranges::find(kinds, fact.kind) != kinds.end()) names.reserve(fact.id);
  for (const Parameter& parameter : draft.policy.parameters) names.reserve(parameter.head.id);
  for (const Formula& formula : draft.policy.formulas) names.reserve(formula.head.id);
  for (const Table& table : draft.policy.tables) names.reserve(table.head.id);
}

void add_law(const Draft& draft, Names& names) {
  for (const BuiltInName& name : kBuiltInNames)
    names.add(std::string(name.name), type_of(name.meaning, draft.around.systems), {}, name.meaning);
  names.add("subject", Type::string(), {}, SubjectCode{});
  const std::vector<registry::Relation>& relations = draft.vocabulary().relations;
  for (std::size_t at = 0; at < relations.size(); ++at)
    names.add(relations[at].id, Type::function({Type::string()}, Type::string()),
              names.free_aliases(relations[at].label, relations[at].id), RelationInput{at},
              &relations[at].span);
}

void report_two_types(const Draft& draft, const registry::Fact& one, const registry::Fact& other) {
  base::Diagnostic finding{
      base::Severity::Error,
      "P121",
      fmt::format("the fact `{}` is `{}` of `{}` and `{}` of `{}`", one.id, to_text(fact_type(one)), one.kind,
                  to_text(fact_type(other)), other.kind),
      "give it one type in the vocabulary, or write a document for each kind",
      {}};
  for (const rules::Spanned& subject : draft.blocks.front->subjects)
    if (subject.text == other.kind) finding.spans.push_back({subject.span, {}});
  finding.spans.push_back({one.span, "of `" + one.kind + "`"});
  finding.spans.push_back({other.span, "of `" + other.kind + "`"});
  draft.found.push_back(std::move(finding));
}

/// Facts of the kinds; one that several kinds have is one name.
void add_facts(const Draft& draft, Names& names, std::span<const std::string> kinds) {
  const std::vector<registry::Fact>& facts = draft.vocabulary().facts;
  std::map<std::string, const registry::Fact*, std::less<>> first;
  for (const std::string& kind : kinds) {
    for (std::size_t at = 0; at < facts.size(); ++at) {
      const registry::Fact& fact = facts[at];
      if (fact.kind != kind) continue;
      const auto [seen, added] = first.try_emplace(fact.id, &fact);
      if (added) {
        names.add(fact.id, fact_type(fact), names.free_aliases(fact.label, fact.id), FactInput{at},
                  &fact.span);
      } else if (to_text(fact_type(*seen->second)) != to_text(fact_type(fact))) {
        report_two_types(draft, *seen->second, fact);
      }
    }
  }
}

void add_parts(const Draft& draft, Names& names, std::string_view kind) {
  const registry::SubjectKind* composite = draft.vocabulary().kind(kind);
  if (composite == nullptr) return;
  for (const registry::Part& part : composite->parts) {
    const Type type = subject_type(draft.vocabulary(), part.kind);
    names.add(part.id, part.single() ? type : Type::list(type), {},
              PartInput{part.id, part.kind, part.single()}, &composite->span);
  }
}

void add_figures(const Draft& draft, Names& names) {
  const Policy& policy = draft.policy;
  for (std::size_t at = 0; at < policy.parameters.size(); ++at) {
    const Parameter& parameter = policy.parameters[at];
    names.add(parameter.head.id, parameter.type, names.free_aliases(parameter.head.label, parameter.head.id),
              ParameterInput{at}, &parameter.head.span);
  }
  for (std::size_t at = 0; at < policy.formulas.size(); ++at) {
    const Formula& formula = policy.formulas[at];
    names.add(formula.head.id, formula.type, names.free_aliases(formula.head.label, formula.head.id),
              FormulaInput{at}, &formula.head.span);
  }
  for (std::size_t at = 0; at < policy.tables.size(); ++at) {
    const Table& table = policy.tables[at];
    names.add(table.head.id, table.type, names.free_aliases(table.head.label, table.head.id), TableInput{at},
              &table.head.span);
  }
}

/// Criteria come last and yield: a fact may have the name of the criterion that asks for it.
void add_criteria(const Draft& draft, Names& names) {
  for (std::size_t at = 0; at < draft.policy.criteria.size(); ++at)
    names.add(draft.policy.criteria[at].head.id, Type::boolean(), {}, CriterionInput{at});
}

void close(Layout& layout, std::string kind) {
  layout.kind = std::move(kind);
  layout.base_size = layout.sources.size();
}

std::shared_ptr<Layout> base_layout(const Draft& draft) {
  auto layout = std::make_shared<Layout>();
  const std::vector<std::string>& kinds = draft.policy.front.subjects;
  Names names(draft, *layout);
  reserve_ids(draft, names, kinds);
  add_law(draft, names);
  add_facts(draft, names, kinds);
  for (const std::string& kind : kinds) add_parts(draft, names, kind);
  add_figures(draft, names);
  add_criteria(draft, names);
  close(*layout, kinds.empty() ? std::string() : kinds.front());
  return layout;
}

/// The names inside `each`: facts of the part, with the composite subject and its parts around them.
std::shared_ptr<Layout> part_layout(const Draft& draft, const std::string& composite,
                                    const std::string& kind) {
  auto layout = std::make_shared<Layout>();
  Names names(draft, *layout);
  const std::vector<std::string> kinds{kind};
  reserve_ids(draft, names, kinds);
  names.reserve("whole");
  add_law(draft, names);
  add_facts(draft, names, kinds);
  names.add("whole", subject_type(draft.vocabulary(), composite), {}, WholeInput{composite});
  add_parts(draft, names, composite);
  const std::vector<Parameter>& parameters = draft.policy.parameters;
  for (std::size_t at = 0; at < parameters.size(); ++at)
    names.add(parameters[at].head.id, parameters[at].type,
              names.free_aliases(parameters[at].head.label, parameters[at].head.id), ParameterInput{at});
  close(*layout, kind);
  return layout;
}

void declare(Layout& layout, std::string name, Type type, std::vector<std::string> aliases, Source source) {
  layout.scope.declare(std::move(name), std::move(type), std::move(aliases));
  layout.sources.push_back(std::move(source));
}

std::vector<Layout*> all_layouts(Draft& draft) {
  std::vector<Layout*> layouts{draft.base.get()};
  for (auto& [kind, layout] : draft.parts) layouts.push_back(layout.get());
  for (auto& layout : draft.extended) layouts.push_back(layout.get());
  return layouts;
}

std::shared_ptr<Layout> layout_of_part(Draft& draft, const rules::Spanned& each) {
  std::vector<std::string> known;
  for (const std::string& id : draft.policy.front.subjects) {
    const registry::SubjectKind* kind = draft.vocabulary().kind(id);
    if (kind == nullptr) continue;
    for (const registry::Part& part : kind->parts) {
      if (part.id == each.text) return draft.parts.at(part.kind);
      known.push_back(part.id);
    }
  }
  draft.error("P118", each.span, fmt::format("the subject has no part `{}`", each.text),
              suggestion(each.text, known));
  return nullptr;
}

}  // namespace

void make_layouts(Draft& draft) {
  draft.base = base_layout(draft);
  for (const std::string& id : draft.policy.front.subjects) {
    draft.policy.layouts[id] = draft.base;
    const registry::SubjectKind* kind = draft.vocabulary().kind(id);
    if (kind == nullptr) continue;
    for (const registry::Part& part : kind->parts)
      if (!draft.parts.contains(part.kind)) draft.parts[part.kind] = part_layout(draft, id, part.kind);
  }
  for (const auto& [kind, layout] : draft.parts) draft.policy.layouts.try_emplace(kind, layout);
  if (draft.policy.front.subjects.empty()) draft.policy.layouts[""] = draft.base;
}

void set_formula_type(Draft& draft, std::size_t formula, const Type& type) {
  draft.policy.formulas[formula].type = type;
  for (Layout* layout : all_layouts(draft)) {
    feel::Scope scope;
    for (std::size_t at = 0; at < layout->sources.size(); ++at) {
      const feel::Scope::Entry& entry = layout->scope.entries()[at];
      const auto* input = std::get_if<FormulaInput>(&layout->sources[at]);
      scope.declare(entry.name, input != nullptr && input->formula == formula ? type : entry.type,
                    entry.aliases);
    }
    layout->scope = std::move(scope);
  }
}

void reorder_formulas(Draft& draft, std::span<const std::size_t> rank) {
  for (Layout* layout : all_layouts(draft))
    for (Source& source : layout->sources)
      if (auto* input = std::get_if<FormulaInput>(&source)) input->formula = rank[input->formula];
  std::vector<Formula> ordered(draft.policy.formulas.size());
  for (std::size_t at = 0; at < rank.size(); ++at) ordered[rank[at]] = std::move(draft.policy.formulas[at]);
  draft.policy.formulas = std::move(ordered);
}

std::shared_ptr<const Layout> layout_for(Draft& draft, const rules::Spanned& each,
                                         const Extension& extension) {
  const std::shared_ptr<Layout> base = each.empty() ? draft.base : layout_of_part(draft, each);
  if (base == nullptr || (!extension.window && extension.score == nullptr)) return base;
  auto layout = std::make_shared<Layout>(*base);
  if (extension.window) {
    declare(*layout, "window", Type::range(Type::date()), {}, WindowInput{});
    declare(*layout, "years", Type::list(Type::number()), {}, YearsInput{});
  }
  if (extension.score != nullptr) {
    // Points meet a mark in 分 and one without a unit.
    Type points = Type::number();
    points.neutral = true;
    declare(*layout, "total", points, {}, TotalInput{});
    for (std::size_t at = 0; at < extension.score->parts.size(); ++at)
      declare(*layout, extension.score->parts[at].id, points, {}, PartPointsInput{at});
  }
  draft.extended.push_back(layout);
  return layout;
}

}  // namespace qingheng::policy::compile
