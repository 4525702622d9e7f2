// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
// Which records of the register a reason rests on.
#include <algorithm>

#include "policy/explain/internal/inputs.hpp"
#include "policy/explain/wording.hpp"
#include "registry/records.hpp"

namespace qingheng::policy {

namespace {

/// Collects facts, each once, with the records of a list that the reasons rest on.
class Collector {
 public:
  Collector(const Inputs& inputs, const View& view) : inputs_(inputs), view_(view) {}

  /// `text` is what the author wrote, and says which facts of a part are meant.
  void take(const Layout& layout, std::size_t entry, std::string_view text, const Reads& reads,
            const feel::List& items = {}) {
    items_ = items;
    const Source& source = layout.sources.at(entry);
    if (const auto* fact = std::get_if<FactInput>(&source)) {
      const registry::Fact& named = inputs_.policy().vocabulary->facts.at(fact->fact);
      take_fact(named.id, view_, reads.years);
    } else if (const auto* formula = std::get_if<FormulaInput>(&source)) {
      take_formula(formula->formula);
    } else if (const auto* part = std::get_if<PartInput>(&source)) {
      take_part(*part, text, reads.years);
    } else if (const auto* whole = std::get_if<WholeInput>(&source);
               whole != nullptr && view_.whole != nullptr) {
      take_named(whole->kind, View{.subject = view_.whole}, text, reads.years);
    } else if (std::holds_alternative<BuiltIn>(source) || std::holds_alternative<RelationInput>(source)) {
      take_found(source, text, reads.found);
    }
  }

  std::vector<UsedFact> facts() {
    std::vector<UsedFact> facts;
    for (Taken& taken : taken_) {
      if (taken.fact != nullptr)
        taken.used.shown = value_words(taken.used.value, *taken.fact, deciding(taken.items));
      facts.push_back(std::move(taken.used));
    }
    return facts;
  }

 private:
  struct Taken {
    UsedFact used;
    const registry::Fact* fact = nullptr;  // null pointer: shown as it was found
    std::vector<feel::List> items;         // of each reason that rests on records of it
  };

  void take_formula(std::size_t index) {
    const Expression& expression = inputs_.policy().formulas.at(index).value;
    const auto read = view_.formula_reads.find(index);
    const Reads none;
    for (const std::size_t entry : feel::inputs_of(*expression.compiled))
      take(*expression.layout, entry, expression.span.text(),
           read == view_.formula_reads.end() ? none : read->second);
  }

  void take_part(const PartInput& part, std::string_view text, const std::vector<YearRead>& years) {
    const View owner{.subject = view_.whole == nullptr ? view_.subject : view_.whole};
    const auto codes = owner.subject->parts.find(part.part);
    if (codes == owner.subject->parts.end()) return;
    for (std::size_t i = 0; i < codes->second.size(); ++i) {
      const auto place = part.single ? std::nullopt : std::optional(i);
      if (const auto member = inputs_.part_view(owner, part.part, codes->second[i], place))
        take_named(part.kind, *member, text, years);
    }
  }

  /// The facts of a kind whose names occur in the text.
  void take_named(std::string_view kind, const View& view, std::string_view text,
                  const std::vector<YearRead>& years) {
    const auto occurs = [&](const std::string& name) { return !name.empty() && text.contains(name); };
    for (const registry::Fact& fact : inputs_.policy().vocabulary->facts)
      if (fact.kind == kind && (occurs(fact.id) || occurs(fact.label.zh) || occurs(fact.label.en)))
        take_fact(fact.id, view, years);
  }

  void take_fact(const std::string& id, const View& view, const std::vector<YearRead>& years) {
    const registry::Fact* fact = inputs_.policy().vocabulary->fact(view.subject->kind, id);
    if (fact == nullptr) return;
    if (!fact->per_year) return add(*fact, view, {});
    for (const YearRead& read : years)
      if (read.fact == id && read.prefix == view.prefix) add(*fact, view, read.year);
  }

  /// What the name has found; of several calls those whose argument the text names, if it names any.
  void take_found(const Source& source, std::string_view text, const std::vector<Found>& found) {
    const auto by_it = [&](const Found& one) {
      if (const auto* name = std::get_if<BuiltIn>(&source)) {
        const auto* by = std::get_if<BuiltIn>(&one.by);
        return by != nullptr && *by == *name;
      }
      const auto* by = std::get_if<RelationInput>(&one.by);
      return by != nullptr && by->relation == std::get<RelationInput>(source).relation;
    };
    const auto written = [&](const Found& one) {
      return !one.argument.empty() && text.contains("\"" + one.argument + "\"");
    };
    const bool any = std::ranges::any_of(found, [&](const Found& one) { return by_it(one) && written(one); });
    for (const Found& one : found) {
      if (!by_it(one) || (any && !written(one))) continue;
      if (taken(one.fact.id) == nullptr) taken_.push_back({one.fact, nullptr, {}});
    }
  }

  Taken* taken(const std::string& id) {
    const auto at = std::ranges::find(taken_, id, [](const Taken& one) { return one.used.id; });
    return at == taken_.end() ? nullptr : &*at;
  }

  void add(const registry::Fact& fact, const View& view, std::optional<std::int32_t> year) {
    const registry::FactRecord* record =
        view.subject->fact(fact.id, year, inputs_.circumstances().legal_date, fact.valid);
    if (record == nullptr) return;
    if (registry::founded_after(fact, record->value, inputs_.circumstances().legal_date)) return;
    const std::string id = view.prefix + fact.id + (year ? "(" + std::to_string(*year) + ")" : "");
    Taken* at = taken(id);
    if (at == nullptr) {
      taken_.push_back({{.id = id,
                         .label = fact.label,
                         .owner = view.owner,
                         .subject = view.subject->code,
                         .value = record->value,
                         .unit = fact.type.unit,
                         .shown = {},
                         .provenance = record->provenance,
                         .source = record->source,
                         .until = registry::last_day(*record, fact.valid)},
                        &fact,
                        {}});
      at = &taken_.back();
    }
    if (feel::List counted = counted_of(record->value); !counted.empty())
      at->items.push_back(std::move(counted));
  }

  static bool holds(const feel::List& list, const feel::Value& item) {
    return std::ranges::any_of(list, [&](const feel::Value& one) { return feel::equals(one, item) == true; });
  }

  /// The records that the reason counted, when all of them are of this list.
  feel::List counted_of(const feel::Value& value) const {
    if (value.kind() != feel::Kind::List) return {};
    const feel::List& all = value.as_list();
    const bool of_it = std::ranges::all_of(items_, [&](const feel::Value& item) { return holds(all, item); });
    return of_it ? items_ : feel::List{};
  }

  /// The records of all reasons; first those that only some of them count, because in these the reasons
  /// differ.
  static feel::List deciding(const std::vector<feel::List>& lists) {
    feel::List apart;
    feel::List common;
    for (const feel::List& list : lists)
      for (const feel::Value& item : list) {
        if (holds(apart, item) || holds(common, item)) continue;
        const bool in_all =
            std::ranges::all_of(lists, [&](const feel::List& other) { return holds(other, item); });
        (in_all ? common : apart).push_back(item);
      }
    std::ranges::move(common, std::back_inserter(apart));
    return apart;
  }

  const Inputs& inputs_;
  const View& view_;
  std::vector<Taken> taken_;
  feel::List items_;  // that the reason at hand rests on
};

/// The text of a reason, and of where the items come from for which it was asked.
std::string text_around(const feel::Reason& reason) {
  std::string text(reason.span.text());
  for (const base::SourceSpan& domain : reason.domains) text += " " + std::string(domain.text());
  return text;
}

}  // namespace

std::vector<UsedFact> Inputs::used_facts(const Expression& expression, std::span<const feel::Reason> reasons,
                                         const View& view) const {
  Collector collector(*this, view);
  for (const feel::Reason& reason : reasons)
    for (const std::size_t entry : reason.inputs)
      collector.take(*expression.layout, entry, text_around(reason), journal_->reads, reason.items);
  return collector.facts();
}

}  // namespace qingheng::policy
