// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/vocabulary.hpp"

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

constexpr Choice<bool> kPer[] = {{"year", true}};

void read_count_of_part(const Fields& fields, Part& part) {
  const Node* count = fields.get("count");
  if (count == nullptr) return;
  if (count->is_scalar()) {
    part.at_least = read_count(*count, 0, fields.found()).value_or(1);
    part.at_most = part.at_least;
    return;
  }
  if (count->items.size() != 2) {
    report(fields.found(), "P013", "a count, or a list of the smallest and largest, was wanted",
           "write `1`, `[1, 5]`, or `[1, null]` for any number", count->span);
    return;
  }
  part.at_least = read_count(count->items[0], 0, fields.found()).value_or(1);
  if (count->items[1].is_null()) return;
  part.at_most = read_count(count->items[1], 1, fields.found());
  if (part.at_most && *part.at_most < part.at_least)
    report(fields.found(), "P023", "the largest number is below the smallest", "", count->span);
}

std::vector<Part> read_parts(const Fields& fields) {
  std::vector<Part> parts;
  const Node* node = fields.get("parts");
  if (node == nullptr) return parts;
  if (!node->is_mapping()) {
    report(fields.found(), "P013", "a mapping of parts was wanted",
           "write `{members: {kind: enterprise, count: 1}}`", node->span);
    return parts;
  }
  for (const text::Entry& entry : node->entries) {
    const Fields inner(entry.value, mapping("part of a subject"), fields.found());
    Part part{.id = {entry.key, entry.key_span}, .kind = inner.name("kind")};
    if (!is_id(entry.key, '_'))
      report(fields.found(), "P017", "`" + entry.key + "` is no id",
             "an id is lower-case letters, digits and `_`, a letter first", entry.key_span);
    part.label = inner.label("label");
    read_count_of_part(inner, part);
    parts.push_back(std::move(part));
  }
  return parts;
}

/// The items of a block, each read by `read`; ids stand once.
template <typename Block, typename Item>
Block read_items(const text::Block& block, const Mapping& own, const Mapping& inner, base::Diagnostics& found,
                 Item (*read)(const Fields&), Spanned Item::* id) {
  const Fields fields(block.tree, own, found);
  Block result{.head = read_head(fields, own, block.clause, true)};
  std::vector<Spanned> ids;
  for (const Node& node : fields.items("items")) {
    Item item = read(Fields(node, inner, found));
    ids.push_back(item.*id);
    result.items.push_back(std::move(item));
  }
  check_unique(ids, inner.name, found);
  return result;
}

Fact read_fact(const Fields& fields) {
  return {.id = fields.id("fact"),
          .label = fields.label("label"),
          .note = fields.string("note"),
          .type = read_value_type(fields),
          .per_year = fields.choice("per", kPer, false),
          .evidence = fields.names("evidence"),
          .verified_by = fields.names("verified by"),
          .personal = fields.flag("personal"),
          .valid = fields.length("valid")};
}

SubjectKind read_kind(const Fields& fields) {
  return {.id = fields.id("kind"), .label = fields.label("label"), .parts = read_parts(fields)};
}

Relation read_relation(const Fields& fields) {
  return {.id = fields.id("relation"),
          .label = fields.label("label"),
          .of = fields.name("of"),
          .to = fields.name("to")};
}

Unit read_unit(const Fields& fields) {
  Unit unit{.name = fields.name("unit"), .as = fields.name("as")};
  if (unit.as.empty()) unit.as = unit.name;
  const auto factor = fields.number("factor");
  if (!factor) return unit;
  unit.factor = *factor;
  if (factor->is_zero() || factor->is_negative())
    report(fields.found(), "P023", "the factor of a unit is above zero", "", fields.get("factor")->span);
  return unit;
}

}  // namespace

Facts read_facts(const text::Block& block, base::Diagnostics& found) {
  return read_items<Facts>(block, mapping("facts"), mapping("fact"), found, read_fact, &Fact::id);
}

Subjects read_subjects(const text::Block& block, base::Diagnostics& found) {
  return read_items<Subjects>(block, mapping("subjects"), mapping("kind of subject"), found, read_kind,
                              &SubjectKind::id);
}

Relations read_relations(const text::Block& block, base::Diagnostics& found) {
  return read_items<Relations>(block, mapping("relations"), mapping("relation"), found, read_relation,
                               &Relation::id);
}

Units read_units(const text::Block& block, base::Diagnostics& found) {
  return read_items<Units>(block, mapping("units"), mapping("unit"), found, read_unit, &Unit::name);
}

}  // namespace qingheng::policy::rules
