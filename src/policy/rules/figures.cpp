// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/figures.hpp"

#include <fmt/format.h>

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

using Status = policy::Parameter::Status;
constexpr Choice<Status> kStatuses[] = {
    {"unset", Status::Unset}, {"set", Status::Set}, {"proposed", Status::Proposed}};

struct Hit {
  HitPolicy policy = HitPolicy::Unique;
  Aggregation aggregation = Aggregation::None;
};
constexpr Choice<Hit> kHits[] = {{"unique", {HitPolicy::Unique}},
                                 {"first", {HitPolicy::First}},
                                 {"any", {HitPolicy::Any}},
                                 {"priority", {HitPolicy::Priority}},
                                 {"rule-order", {HitPolicy::RuleOrder}},
                                 {"output-order", {HitPolicy::OutputOrder}},
                                 {"collect", {HitPolicy::Collect}},
                                 {"collect(sum)", {HitPolicy::Collect, Aggregation::Sum}},
                                 {"collect(min)", {HitPolicy::Collect, Aggregation::Min}},
                                 {"collect(max)", {HitPolicy::Collect, Aggregation::Max}},
                                 {"collect(count)", {HitPolicy::Collect, Aggregation::Count}}};

std::optional<ValueType> read_type_if_given(const Fields& fields) {
  return fields.has("type") ? std::optional(read_value_type(fields)) : std::nullopt;
}

void read_columns(const Fields& fields, Table& table) {
  std::vector<Spanned> names;
  for (const Node& node : fields.items("inputs")) {
    const Fields inner(node, mapping("input"), fields.found());
    TableInputColumn column{.name = inner.name("name"), .type = read_type_if_given(inner)};
    // Without an expression the column tests what its name names.
    column.expression = inner.feel(inner.has("expression") ? "expression" : "name").value_or(FeelText{});
    names.push_back(column.name);
    table.inputs.push_back(std::move(column));
  }
  for (const Node& node : fields.items("outputs")) {
    const Fields inner(node, mapping("output"), fields.found());
    TableOutputColumn column{.name = inner.name("name"), .type = read_value_type(inner)};
    if (inner.has("values"))
      for (const Node& value : inner.items("values"))
        if (auto feel = read_feel(value, fields.found())) column.values.push_back(*std::move(feel));
    names.push_back(column.name);
    table.outputs.push_back(std::move(column));
  }
  check_unique(names, "column", fields.found());
}

void read_row(const Node& node, Table& table, base::Diagnostics& found) {
  const std::size_t wanted = table.inputs.size() + table.outputs.size();
  if (!node.is_sequence()) {
    report(found, "P013", "a row is a list of cells", "write `[test, …, outcome, …]`", node.span);
    return;
  }
  if (node.items.size() != wanted) {
    report(found, "P026",
           fmt::format("the row has {} cells, the table {} columns", node.items.size(), wanted),
           "a cell with a `,` stands in quotes; `\"-\"` tests nothing", node.span);
    return;
  }
  TableRow row{.span = node.span};
  for (std::size_t at = 0; at < wanted; ++at) {
    auto cell = read_feel(node.items[at], found);
    (at < table.inputs.size() ? row.tests : row.outputs)
        .push_back(cell.value_or(FeelText{node.items[at].span}));
  }
  table.rows.push_back(std::move(row));
}

}  // namespace

Parameter read_parameter(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("parameter"), found);
  Parameter parameter{.head = read_head(fields, mapping("parameter"), block.clause, true),
                      .type = read_value_type(fields)};
  if (fields.has("value")) {
    parameter.value = fields.feel("value");
    parameter.bare = fields.name("value");
  }
  parameter.status = fields.choice("status", kStatuses, parameter.value ? Status::Set : Status::Unset);
  if ((parameter.status == Status::Unset) != !parameter.value)
    report(found, parameter.value ? "P014" : "P012",
           parameter.value ? "an unset parameter has no value" : "the parameter is set but has no value",
           parameter.value ? "leave `value` out, or write `status: set`"
                           : "give its `value`, or write `status: unset`",
           fields.get("status")->span);
  if (const Node* set_by = fields.get("set by")) {
    const Fields inner(*set_by, mapping("set by"), found);
    parameter.set_by = inner.actor("body");
    parameter.set_where = inner.string("where");
  }
  return parameter;
}

Formula read_formula(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("formula"), found);
  return {.head = read_head(fields, mapping("formula"), block.clause, true),
          .type = read_type_if_given(fields),
          .value = fields.feel("value").value_or(FeelText{})};
}

Table read_table(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("table"), found);
  const Hit hit = fields.choice("hit", kHits, Hit{});
  Table table{.head = read_head(fields, mapping("table"), block.clause, true),
              .hit = hit.policy,
              .aggregation = hit.aggregation,
              .from = fields.name("from"),
              .decision = fields.name("decision")};
  constexpr std::string_view kForms[] = {"rows", "from"};
  const std::string_view form = fields.only_one(kForms);
  const auto require = [&](std::string_view key) {
    if (!fields.has(key))
      report(found, "P012", fmt::format("the key `{}` is missing", key), "a table in place names its columns",
             fields.head());
  };
  if (form == "from")
    for (const std::string_view key : {"hit", "inputs", "outputs"})
      if (const Node* said = fields.get(key))
        report(found, "P014", fmt::format("the DMN file says `{}`", key), "leave it out", said->span);
  if (form != "rows") return table;
  require("inputs");
  require("outputs");
  read_columns(fields, table);
  for (const Node& row : fields.items("rows")) read_row(row, table, found);
  return table;
}

}  // namespace qingheng::policy::rules
