// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/xml/read_test.cpp
#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.hpp"
#include "decision/xml/internal/reading.hpp"

namespace qingheng::decision::xml {
namespace {

// The place of the attribute's value among those that the standard has; the first when it is missing or
// wrong.
template <std::size_t size>
std::size_t read_choice(Reading& reading, const Element& element, const char* attribute,
                        const std::array<std::string_view, size>& values, const std::string& address) {
  const std::string written = Document::value(element, attribute);
  if (written.empty()) return 0;
  const auto found = std::ranges::find(values, written);
  if (found != values.end()) return static_cast<std::size_t>(found - values.begin());
  const std::vector<std::string> candidates(values.begin(), values.end());
  const std::span<const std::string_view> all = values;
  reading.error("M012", reading.document.place(element, attribute, address),
                "DMN knows no `" + std::string(attribute) + "` `" + written + "`",
                base::did_you_mean(written, candidates,
                                   "write " + one_of(values.front().empty() ? all.subspan(1) : all)));
  return 0;
}

model::InputColumn read_input(Reading& reading, const Element& element, const std::string& address) {
  model::InputColumn column;
  reading.id_of(element, address);
  column.label = Document::value(element, "label");
  column.span = reading.document.place(element, address);
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "inputExpression" && !column.expression) {
      column.expression = read_expression(reading, child, address);
    } else if (child.name == "inputValues") {
      column.values = read_text(reading, child, address);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  if (!column.expression)
    reading.error("M013", column.span, "the input has no `inputExpression`",
                  "write what it tests: `<inputExpression><text>…</text></inputExpression>`");
  return column;
}

model::OutputColumn read_output(Reading& reading, const Element& element, const std::string& address) {
  model::OutputColumn column;
  reading.id_of(element, address);
  column.name = normal_name(Document::value(element, "name"));
  column.label = Document::value(element, "label");
  column.type = read_type(reading, element, "typeRef", address);
  column.span = reading.document.place(element, address);
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "outputValues") {
      column.values = read_text(reading, child, address);
    } else if (child.name == "defaultOutputEntry" && !column.fallback) {
      column.fallback = read_expression(reading, child, address);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  return column;
}

struct ReadRow {
  model::Row row;
  // What dmn-js shows as the annotation of a rule.
  std::string description;
};

ReadRow read_row(Reading& reading, const Element& element, const std::string& address) {
  ReadRow read;
  reading.id_of(element, address);
  read.row.span = reading.document.place(element, address);
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "inputEntry") {
      reading.id_of(child, address);
      const std::string here = below(address, "input " + std::to_string(read.row.tests.size() + 1));
      read.row.tests.push_back(read_text(reading, child, here));
    } else if (child.name == "outputEntry") {
      const std::string here = below(address, "output " + std::to_string(read.row.outputs.size() + 1));
      read.row.outputs.push_back(read_expression(reading, child, here));
    } else if (child.name == "annotationEntry") {
      read.row.annotations.emplace_back(read_text(reading, child, address).text());
    } else if (child.name == "description") {
      read.description = read_prose(reading, child);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  return read;
}

void check_cells(Reading& reading, const model::Row& row, std::size_t cells, std::size_t columns,
                 std::string_view what) {
  if (cells == columns) return;
  reading.error("M010", row.span,
                "the rule has " + std::to_string(cells) + " " + std::string(what) + " entries for " +
                    std::to_string(columns) + " columns",
                "each rule has one for each column, `-` for an input that may be anything");
}

// Descriptions are the only annotations that a table without columns for them can have.
void place_annotations(model::DecisionTable& table, std::vector<ReadRow>& rows) {
  const bool is_described = table.annotations.empty() && std::ranges::any_of(rows, [](const ReadRow& each) {
                              return !each.description.empty();
                            });
  if (is_described) table.annotations.emplace_back();
  for (ReadRow& each : rows) {
    if (is_described) each.row.annotations = {std::move(each.description)};
    each.row.annotations.resize(table.annotations.size());
    table.rows.push_back(std::move(each.row));
  }
}

void read_head(Reading& reading, const Element& element, model::DecisionTable& table,
               const std::string& address) {
  static constexpr auto kPolicies = std::to_array<std::string_view>(
      {"UNIQUE", "FIRST", "ANY", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT"});
  static constexpr auto kAggregations = std::to_array<std::string_view>({"", "SUM", "MIN", "MAX", "COUNT"});
  static constexpr auto kOrientations =
      std::to_array<std::string_view>({"Rule-as-Row", "Rule-as-Column", "CrossTable"});
  table.hit = static_cast<model::HitPolicy>(read_choice(reading, element, "hitPolicy", kPolicies, address));
  table.aggregation =
      static_cast<model::Aggregation>(read_choice(reading, element, "aggregation", kAggregations, address));
  table.orientation = static_cast<model::DecisionTable::Orientation>(
      read_choice(reading, element, "preferredOrientation", kOrientations, address));
  table.output_label = Document::value(element, "outputLabel");
}

}  // namespace

model::DecisionTable read_table(Reading& reading, const Element& element, const std::string& address) {
  model::DecisionTable table;
  read_head(reading, element, table, address);
  std::vector<ReadRow> rows;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "input") {
      const std::string here = below(address, "input " + std::to_string(table.inputs.size() + 1));
      table.inputs.push_back(read_input(reading, child, here));
    } else if (child.name == "output") {
      const std::string here = below(address, "output " + std::to_string(table.outputs.size() + 1));
      table.outputs.push_back(read_output(reading, child, here));
    } else if (child.name == "annotation") {
      table.annotations.push_back(Document::value(child, "name"));
    } else if (child.name == "rule") {
      rows.push_back(read_row(reading, child, below(address, "row " + std::to_string(rows.size() + 1))));
    } else {
      reading.leave_out(element, child, address);
    }
  });
  if (table.outputs.empty())
    reading.error("M013", reading.document.place(element, address), "the table has no `output`",
                  "write at least one column for what its rules give");
  for (const ReadRow& each : rows) {
    check_cells(reading, each.row, each.row.tests.size(), table.inputs.size(), "input");
    check_cells(reading, each.row, each.row.outputs.size(), table.outputs.size(), "output");
  }
  place_annotations(table, rows);
  return table;
}

}  // namespace qingheng::decision::xml
