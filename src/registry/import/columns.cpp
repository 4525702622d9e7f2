// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_csv_test.cpp
#include "registry/import/columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "registry/import/cell_value.hpp"

namespace qingheng::registry {

namespace {

struct FixedHeading {
  std::string_view name;
  ColumnUse use;
};
constexpr std::array<FixedHeading, 18> kFixed{{{"name", ColumnUse::Name},
                                               {"名称", ColumnUse::Name},
                                               {"企业名称", ColumnUse::Name},
                                               {"单位名称", ColumnUse::Name},
                                               {"code", ColumnUse::Code},
                                               {"代码", ColumnUse::Code},
                                               {"统一社会信用代码", ColumnUse::Code},
                                               {"credit code", ColumnUse::Code},
                                               {"kind", ColumnUse::Kind},
                                               {"主体类别", ColumnUse::Kind},
                                               {"division", ColumnUse::Division},
                                               {"行政区划", ColumnUse::Division},
                                               {"行政区划代码", ColumnUse::Division},
                                               {"所在地", ColumnUse::Division},
                                               {"provenance", ColumnUse::Provenance},
                                               {"核实程度", ColumnUse::Provenance},
                                               {"source", ColumnUse::Source},
                                               {"来源", ColumnUse::Source}}};

/// Half-width and without spaces, so that `主营业务收入（2018）` and `主营业务收入 (2018)` are one.
std::string squeezed(std::string_view text) {
  std::string out = tidy(text);
  std::erase(out, ' ');
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::optional<std::int32_t> year_of(std::string_view text) {
  if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  const std::int32_t year =
      (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  return year >= 1900 && year <= 2100 ? std::optional(year) : std::nullopt;
}

/// Takes a year off either end of the heading: `2018年x`, `x2018年`, `x_2018`.
std::optional<std::int32_t> take_year(std::string& name) {
  constexpr std::string_view kYear = "年";
  if (name.size() > 4) {
    if (const auto year = year_of(std::string_view(name).substr(0, 4))) {
      name.erase(0, 4);
      if (name.starts_with(kYear)) name.erase(0, kYear.size());
      if (name.starts_with("度")) name.erase(0, std::string_view("度").size());
      return year;
    }
  }
  std::string_view head = name;
  if (head.ends_with(kYear)) head.remove_suffix(kYear.size());
  if (head.size() <= 4) return std::nullopt;
  const auto year = year_of(head.substr(head.size() - 4));
  if (!year) return std::nullopt;
  head.remove_suffix(4);
  if (head.ends_with('_') || head.ends_with('-')) head.remove_suffix(1);
  name = std::string(head);
  return year;
}

/// Takes brackets off the end, as often as they hold a year or a unit.
void take_brackets(std::string& name, Column& column, const Vocabulary& vocabulary) {
  while (name.ends_with(')')) {
    const std::size_t open = name.rfind('(');
    if (open == std::string::npos || open == 0) return;
    std::string inside = name.substr(open + 1, name.size() - open - 2);
    if (inside.ends_with("年")) inside.erase(inside.size() - std::string_view("年").size());
    const auto unit =
        std::ranges::find_if(vocabulary.units, [&](const Unit& u) { return squeezed(u.name) == inside; });
    if (const auto year = year_of(inside); year && !column.year) {
      column.year = year;
    } else if (unit != vocabulary.units.end() && column.unit.empty()) {
      column.unit = unit->name;
    } else {
      return;
    }
    name.erase(open);
  }
}

const Fact* fact_named(std::string_view name, std::string_view kind, const Vocabulary& vocabulary) {
  const Fact* labelled = nullptr;
  for (const Fact& fact : vocabulary.facts) {
    if (fact.kind != kind) continue;
    if (squeezed(fact.id) == name) return &fact;
    if (labelled == nullptr && !name.empty() &&
        (squeezed(fact.label.zh) == name || squeezed(fact.label.en) == name))
      labelled = &fact;
  }
  return labelled;
}

bool take_fact(Column& column, const Fact* fact) {
  if (fact == nullptr || fact->per_year != column.year.has_value()) return false;
  column.use = ColumnUse::Fact;
  column.fact = fact;
  return true;
}

/// A part or a relation of the kind, by id or label.
bool take_link(Column& column, std::string_view name, std::string_view kind, const Vocabulary& vocabulary) {
  if (const SubjectKind* subject_kind = vocabulary.kind(kind)) {
    const auto part = std::ranges::find(subject_kind->parts, name, &Part::id);
    if (part != subject_kind->parts.end()) {
      column.use = ColumnUse::Part;
      column.id = part->id;
      return true;
    }
  }
  for (const Relation& relation : vocabulary.relations) {
    if (relation.of != kind) continue;
    if (name != relation.id && name != squeezed(relation.label.zh) && name != squeezed(relation.label.en))
      continue;
    column.use = ColumnUse::Relation;
    column.id = relation.id;
    return true;
  }
  return false;
}

}  // namespace

Column read_heading(std::string_view heading, std::string_view kind, const Vocabulary& vocabulary) {
  Column column;
  std::string name = squeezed(heading);
  const auto fixed =
      std::ranges::find_if(kFixed, [&](const FixedHeading& f) { return squeezed(f.name) == name; });
  if (fixed != kFixed.end()) {
    column.use = fixed->use;
    return column;
  }
  if (take_fact(column, fact_named(name, kind, vocabulary)) || take_link(column, name, kind, vocabulary))
    return column;
  take_brackets(name, column, vocabulary);
  if (take_fact(column, fact_named(name, kind, vocabulary))) return column;
  if (!column.year) column.year = take_year(name);
  if (take_fact(column, fact_named(name, kind, vocabulary))) return column;
  return {};
}

std::vector<std::string> known_headings(std::string_view kind, const Vocabulary& vocabulary) {
  std::vector<std::string> names;
  names.reserve(kFixed.size());
  for (const FixedHeading& fixed : kFixed) names.emplace_back(fixed.name);
  for (const Fact& fact : vocabulary.facts) {
    if (fact.kind != kind) continue;
    for (const std::string& name : {fact.id, fact.label.zh, fact.label.en}) {
      if (!name.empty()) names.push_back(name);
    }
  }
  return names;
}

}  // namespace qingheng::registry
