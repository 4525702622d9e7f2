// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
// Which records of the register a reason rests on.
#include <algorithm>

#include "policy/explain/internal/inputs.hpp"
#include "policy/explain/wording.hpp"
#include "registry/records.hpp"

namespace qingheng::policy {

namespace {

/// Collects facts, each once.
class Collector {
 public:
  Collector(const Inputs& inputs, const View& view) : inputs_(inputs), view_(view) {}

  /// `text` is what the author wrote, and says which facts of a part are meant.
  void take(const Layout& layout, std::size_t entry, std::string_view text,
            const std::vector<YearRead>& years, const feel::List& items = {}) {
    items_ = items;
    const Source& source = layout.sources.at(entry);
    if (const auto* fact = std::get_if<FactInput>(&source)) {
      const registry::Fact& named = inputs_.policy().vocabulary->facts.at(fact->fact);
      take_fact(named.id, view_, years);
    } else if (const auto* formula = std::get_if<FormulaInput>(&source)) {
      take_formula(formula->formula);
    } else if (const auto* part = std::get_if<PartInput>(&source)) {
      take_part(*part, text, years);
    } else if (const auto* whole = std::get_if<WholeInput>(&source);
               whole != nullptr && view_.whole != nullptr) {
      take_named(whole->kind, View{.subject = view_.whole}, text, years);
    }
  }

  std::vector<UsedFact> facts;

 private:
  void take_formula(std::size_t index) {
    const Expression& expression = inputs_.policy().formulas.at(index).value;
    const auto read = view_.formula_years.find(index);
    static const std::vector<YearRead> kNone;
    for (const std::size_t entry : feel::inputs_of(*expression.compiled))
      take(*expression.layout, entry, expression.span.text(),
           read == view_.formula_years.end() ? kNone : read->second);
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

  void add(const registry::Fact& fact, const View& view, std::optional<std::int32_t> year) {
    const registry::FactRecord* record =
        view.subject->fact(fact.id, year, inputs_.circumstances().legal_date, fact.valid);
    if (record == nullptr) return;
    if (registry::founded_after(fact, record->value, inputs_.circumstances().legal_date)) return;
    const std::string id = view.prefix + fact.id + (year ? "(" + std::to_string(*year) + ")" : "");
    if (std::ranges::find(facts, id, &UsedFact::id) != facts.end()) return;
    facts.push_back({id, fact.label, view.subject->code, record->value, fact.type.unit,
                     value_words(record->value, fact, counted(record->value)), record->provenance,
                     record->source, registry::last_day(*record, fact.valid)});
  }

  /// The records that the reason counted, when all of them are of this list.
  feel::List counted(const feel::Value& value) const {
    if (value.kind() != feel::Kind::List) return {};
    const feel::List& all = value.as_list();
    const bool of_it = std::ranges::all_of(items_, [&](const feel::Value& item) {
      return std::ranges::any_of(all,
                                 [&](const feel::Value& one) { return feel::equals(one, item) == true; });
    });
    return of_it ? items_ : feel::List{};
  }

  const Inputs& inputs_;
  const View& view_;
  feel::List items_;  // that the reason at hand rests on
};

}  // namespace

std::vector<UsedFact> Inputs::used_facts(const Expression& expression, std::span<const feel::Reason> reasons,
                                         const View& view) const {
  Collector collector(*this, view);
  for (const feel::Reason& reason : reasons)
    for (const std::size_t entry : reason.inputs)
      collector.take(*expression.layout, entry, reason.span.text(), journal_->years, reason.items);
  return std::move(collector.facts);
}

}  // namespace qingheng::policy
