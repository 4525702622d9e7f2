// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/assess_test.cpp
#include "policy/explain/internal/inputs.hpp"

#include <algorithm>
#include <utility>

#include "policy/explain/lookback.hpp"
#include "policy/explain/wording.hpp"
#include "registry/records.hpp"

namespace qingheng::policy {

using feel::Value;

namespace {

template <typename... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};

}  // namespace

Value Journal::unknown(MissingFact lack) {
  std::string id = lack.id;
  lacks.insert_or_assign(id, std::move(lack));
  return Value::unknown({{std::move(id)}});
}

void Journal::found(Found what) {
  const bool seen = std::ranges::any_of(reads.found, [&](const Found& other) {
    return other.by.index() == what.by.index() && other.fact.id == what.fact.id;
  });
  if (!seen) reads.found.push_back(std::move(what));
}

base::Text owner_of(const registry::Vocabulary& vocabulary, const registry::Subject& whole,
                    std::string_view part, std::optional<std::size_t> position, std::string_view name) {
  base::Text owner{std::string(part), std::string(part)};
  if (const registry::SubjectKind* kind = vocabulary.kind(whole.kind); kind != nullptr) {
    const auto known = std::ranges::find(kind->parts, part, &registry::Part::id);
    if (known != kind->parts.end()) owner = named(known->label, part);
  }
  const std::string place = position ? " " + std::to_string(*position + 1) : std::string();
  const std::string who = name.empty() ? std::string() : " " + std::string(name);
  return {owner.zh + place + who, owner.en + place + who};
}

Inputs::Inputs(const Policy& policy, const Circumstances& circumstances,
               std::function<Value(std::size_t)> criterion)
    : policy_(policy),
      circumstances_(circumstances),
      criterion_(std::move(criterion)),
      journal_(std::make_shared<Journal>()) {}

Value Inputs::evaluate(const Expression& expression, View& view, Proof proof, const BlockNames& names,
                       const Value* tested) {
  const std::vector<Value> inputs = fill(expression, view, proof, names);
  return feel::evaluate(*expression.compiled, inputs, feel::Host{}, tested);
}

feel::Explanation Inputs::explain(const Expression& expression, View& view, Proof proof,
                                  const BlockNames& names) {
  const std::vector<Value> inputs = fill(expression, view, proof, names);
  journal_->reads = {};
  return feel::explain(*expression.compiled, inputs, feel::Host{});
}

std::vector<Value> Inputs::fill(const Expression& expression, View& view, Proof proof,
                                const BlockNames& names) {
  const Layout& layout = *expression.layout;
  std::vector<Value> inputs(layout.sources.size());
  for (const std::size_t entry : feel::inputs_of(*expression.compiled))
    inputs[entry] = value_of(layout, entry, view, proof, names);
  return inputs;
}

Value Inputs::value_of(const Layout& layout, std::size_t entry, View& view, Proof proof,
                       const BlockNames& names) {
  if (entry >= layout.base_size) return source_value(layout, entry, view, proof, names);
  auto& kept = view.base.at(static_cast<std::size_t>(proof));
  if (kept.size() <= entry) kept.resize(layout.base_size);
  // Filling may fill other entries of the same view, so the place is looked up again afterwards.
  if (!kept[entry]) {
    Value value = source_value(layout, entry, view, proof, names);
    view.base.at(static_cast<std::size_t>(proof))[entry] = std::move(value);
  }
  return *view.base.at(static_cast<std::size_t>(proof))[entry];
}

Value Inputs::source_value(const Layout& layout, std::size_t entry, View& view, Proof proof,
                           const BlockNames& names) {
  const auto& vocabulary = *policy_.vocabulary;
  const Overloaded source{
      [&](const FactInput& input) { return fact_value(vocabulary.facts.at(input.fact), view, proof); },
      [&](const PartInput& input) { return part_value(input, view, proof); },
      [&](const WholeInput& input) {
        if (view.whole == nullptr) return Value{};
        return subject_context(input.kind, View{.subject = view.whole}, proof);
      },
      [&](const SubjectCode&) { return Value::string(view.subject->code); },
      [&](const ParameterInput& input) { return parameter_value(policy_.parameters.at(input.parameter)); },
      [&](const FormulaInput& input) { return formula_value(input.formula, view, proof); },
      [&](const TableInput& input) {
        return table_value(policy_.tables.at(input.table), [&](const Expression& cell, const Value* tested) {
          return evaluate(cell, view, proof, {}, tested);
        });
      },
      [&](const CriterionInput& input) { return criterion_(input.criterion); },
      [&](const BuiltIn& name) { return built_in_value(name, view, *this, journal_); },
      [&](const RelationInput& input) { return relation_value(input, view, *this, journal_); },
      [&](const WindowInput&) { return window_value(names.lookback, view); },
      [&](const YearsInput&) { return years_value(names.lookback, view); },
      [&](const TotalInput&) { return names.total ? Value::number(*names.total) : Value{}; },
      [&](const PartPointsInput& input) {
        return input.part < names.part_points.size() ? Value::number(names.part_points[input.part]) : Value{};
      },
  };
  return std::visit(source, layout.sources.at(entry));
}

namespace {

/// The value of a list with every field unknown that a record does not have.
Value with_absent_fields(const registry::Fact& fact, const Value& value, std::optional<std::int32_t> year,
                         const MissingFact& whole, std::string_view prefix, Journal& journal) {
  const std::vector<registry::AbsentField> absent = registry::absent_fields(fact, value);
  if (absent.empty()) return value;
  feel::List records = value.as_list();
  for (const registry::AbsentField& one : absent) {
    MissingFact lack = whole;
    lack.id = std::string(prefix) + registry::id_of(fact, year, one);
    const std::string number = std::to_string(one.record + 1);
    lack.label = {fact.label.zh + "第" + number + "条：" + one.field->label.zh,
                  fact.label.en + ", no. " + number + ": " + one.field->label.en};
    feel::Context fields = records[one.record].as_context();
    fields.emplace_back(one.field->id, journal.unknown(std::move(lack)));
    records[one.record] = Value::context(std::move(fields));
  }
  return Value::list(std::move(records));
}

}  // namespace

Value recorded(const registry::Fact& fact, const View& view, std::optional<std::int32_t> year, Proof proof,
               base::CivilDate date, Journal& journal) {
  const registry::FactRecord* record = view.subject->fact(fact.id, year, date, fact.valid);

  MissingFact lack;
  lack.id = view.prefix + fact.id + (year ? "(" + std::to_string(*year) + ")" : "");
  lack.label = fact.label;
  lack.owner = view.owner;
  lack.subject = view.subject->code;
  lack.evidence = fact.evidence;
  lack.verifiers = fact.verified_by;
  if (record != nullptr && static_cast<int>(record->provenance) >= static_cast<int>(proof)) {
    lack.on = registry::founded_after(fact, record->value, date);
    if (!lack.on) return with_absent_fields(fact, record->value, year, lack, view.prefix, journal);
    lack.why = Lack::AfterLegalDate;
    return journal.unknown(std::move(lack));
  }
  if (record != nullptr) {
    lack.why = Lack::Unproven;
    lack.demanded = proof;
    return journal.unknown(std::move(lack));
  }
  const auto records = view.subject->facts.find(fact.id);
  if (records != view.subject->facts.end())
    for (const registry::FactRecord& other : records->second) {
      if (other.year != year) continue;
      const auto until = registry::last_day(other, fact.valid);
      const bool ended = until && *until < date;
      // Of several the one that ended last tells most; one that is yet to come only when none has ended.
      if (ended && (lack.why != Lack::Expired || *lack.on < *until)) {
        lack.why = Lack::Expired;
        lack.on = until;
      } else if (!ended && lack.why == Lack::NotSupplied) {
        lack.why = Lack::NotYetGood;
        lack.on = other.from;
      }
    }
  return journal.unknown(std::move(lack));
}

Value Inputs::fact_value(const registry::Fact& named, const View& view, Proof proof) {
  const registry::Fact* fact =
      named.kind == view.subject->kind ? &named : policy_.vocabulary->fact(view.subject->kind, named.id);
  if (fact == nullptr) return {};
  const base::CivilDate date = circumstances_.legal_date;
  if (!fact->per_year) return recorded(*fact, view, {}, proof, date, *journal_);

  feel::Function by_year;
  by_year.name = fact->id;
  by_year.parameters = {"year"};
  by_year.type = std::make_shared<const feel::Type>(feel::Type::function({feel::Type::number()}, fact->type));
  const View seen{.subject = view.subject, .prefix = view.prefix, .owner = view.owner};
  by_year.callable = [fact, seen, proof, date,
                      journal = journal_](std::span<const Value> arguments) -> Value {
    const Value& argument = arguments.front();
    if (argument.is_unknown() || argument.is_null()) return argument;
    const auto year = argument.kind() == feel::Kind::Number ? argument.as_number().to_int64() : std::nullopt;
    if (!year || *year < 1 || *year > 9999)
      return Value::null({"`" + to_text(argument) + "` is no year", {}});
    journal->reads.years.push_back({seen.prefix, fact->id, static_cast<std::int32_t>(*year)});
    return recorded(*fact, seen, static_cast<std::int32_t>(*year), proof, date, *journal);
  };
  return Value::function(std::move(by_year));
}

const registry::Subject* Inputs::find(const View& view, std::string_view code) const {
  if (view.subject->code == code) return view.subject;
  if (view.whole != nullptr && view.whole->code == code) return view.whole;
  return circumstances_.subjects == nullptr ? nullptr : circumstances_.subjects->find(code);
}

std::optional<View> Inputs::part_view(const View& whole, std::string_view part, std::string_view code,
                                      std::optional<std::size_t> position) const {
  const registry::Subject* subject = find(whole, code);
  if (subject == nullptr) return {};
  View view{.subject = subject, .whole = whole.subject};
  view.prefix = std::string(part) + (position ? "[" + std::to_string(*position + 1) + "]" : "") + ".";
  view.owner = owner_of(*policy_.vocabulary, *whole.subject, part, position, subject->name);
  return view;
}

Value Inputs::subject_context(std::string_view kind, const View& view, Proof proof) {
  feel::Context entries{{"code", Value::string(view.subject->code)}};
  for (const registry::Fact& fact : policy_.vocabulary->facts)
    if (fact.kind == kind) entries.emplace_back(fact.id, fact_value(fact, view, proof));
  return Value::context(std::move(entries));
}

Value Inputs::part_value(const PartInput& part, const View& view, Proof proof) {
  // Inside `each` the parts are still those of the composite subject.
  const View owner = view.whole == nullptr ? View{.subject = view.subject, .prefix = view.prefix}
                                           : View{.subject = view.whole};
  const auto codes = owner.subject->parts.find(part.part);
  if (codes == owner.subject->parts.end() || codes->second.empty())
    return journal_->unknown({.id = owner.prefix + part.part,
                              .label = owner_of(*policy_.vocabulary, *owner.subject, part.part, {}, ""),
                              .subject = owner.subject->code});
  feel::List all;
  for (std::size_t i = 0; i < codes->second.size(); ++i) {
    const std::string& code = codes->second[i];
    const auto place = part.single ? std::nullopt : std::optional(i);
    auto member = part_view(owner, part.part, code, place);
    if (member) {
      all.push_back(subject_context(part.kind, *member, proof));
    } else {
      const std::string id = part.part + (place ? "[" + std::to_string(i + 1) + "]" : "");
      all.push_back(
          journal_->unknown({.id = id,
                             .label = owner_of(*policy_.vocabulary, *owner.subject, part.part, place, code),
                             .subject = code,
                             .why = Lack::NotInRegister}));
    }
    if (part.single) return all.front();
  }
  return Value::list(std::move(all));
}

Value Inputs::parameter_value(const Parameter& parameter) {
  const auto tried = circumstances_.parameters.find(parameter.head.id);
  if (tried != circumstances_.parameters.end()) return tried->second;
  if (parameter.status != Parameter::Status::Unset) return parameter.value;
  return journal_->unknown({.id = parameter.head.id,
                            .label = parameter.head.label,
                            .subject = {},
                            .why = Lack::NotSet,
                            .set_by = parameter.set_by,
                            .set_where = parameter.set_where});
}

Value Inputs::formula_value(std::size_t formula, View& view, Proof proof) {
  Reads before = std::exchange(journal_->reads, {});
  Value value = evaluate(policy_.formulas.at(formula).value, view, proof, {});
  view.formula_reads[formula] = std::exchange(journal_->reads, std::move(before));
  return value;
}

std::optional<base::CivilDate> founded(const registry::Subject& subject, base::CivilDate date) {
  const registry::FactRecord* record = subject.fact("founded", {}, date);
  if (record == nullptr || record->value.kind() != feel::Kind::Date || date < record->value.as_date())
    return {};
  return record->value.as_date();
}

Value Inputs::window_value(const Lookback* lookback, const View& view) const {
  if (lookback == nullptr) return {};
  const base::CivilDate date = circumstances_.legal_date;
  const DateSpan span = window_of(*lookback, date, founded(*view.subject, date));
  return Value::range({Value::date(span.first), Value::date(span.last), true, true});
}

Value Inputs::years_value(const Lookback* lookback, const View& view) const {
  if (lookback == nullptr) return {};
  const base::CivilDate date = circumstances_.legal_date;
  feel::List years;
  for (const std::int32_t year : full_years(window_of(*lookback, date, founded(*view.subject, date))))
    years.push_back(Value::number(year));
  return Value::list(std::move(years));
}

std::vector<MissingFact> Inputs::missing_of(const Value& unknown) const {
  std::vector<MissingFact> missing;
  for (const std::string& id : unknown.as_unknown().facts) {
    const auto noted = journal_->lacks.find(id);
    missing.push_back(noted == journal_->lacks.end() ? MissingFact{.id = id, .label = {}, .subject = {}}
                                                     : noted->second);
  }
  return missing;
}

}  // namespace qingheng::policy
