// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/rules/dmn_tables.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "decision/analyse/model_types.hpp"
#include "decision/xml/read.hpp"
#include "policy/rules/values.hpp"

namespace qingheng::policy::rules {

namespace {

namespace model = decision::model;

/// Folder of a text, with the `/` at its end; empty when its name has none.
std::string folder_of(const std::string& name) { return name.substr(0, name.rfind('/') + 1); }

bool stays_below(std::string_view path) {
  if (path.starts_with('/') || path.find('\\') != std::string_view::npos) return false;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    const std::string_view step = path.substr(from, end - from);
    if (step.empty() || step == "." || step == "..") return false;
    from = end + 1;
  }
  return true;
}

/// Takes one table; stops at what a table of a policy cannot have.
class Taking {
 public:
  Taking(Table& table, base::Diagnostics& found) : table_(&table), found_(&found) {}

  void take(const std::string& document, const DmnFiles& files) {
    const std::string& from = table_->from.text;
    if (!stays_below(from)) {
      refuse(table_->from.span, fmt::format("`{}` does not lie beside the document", from),
             "give the path from the document's own folder on, without `..`");
      return;
    }
    const std::string folder = folder_of(document);
    const auto file = files.find(folder + from);
    if (file == files.end()) {
      std::vector<std::string> there;
      for (const auto& [name, text] : files)
        if (name.starts_with(folder)) there.push_back(name.substr(folder.size()));
      refuse(table_->from.span, fmt::format("no file `{}` beside the document", from),
             there.empty() ? "name a `.dmn` file of the document's own folder" : suggestion(from, there));
      return;
    }
    base::Diagnostics read;
    auto model = decision::xml::read_model(file->second, read);
    const bool usable = model && !base::has_errors(read);
    found_->insert(found_->end(), read.begin(), read.end());
    if (usable) take_decision(std::make_shared<const model::Model>(std::move(*model)));
  }

 private:
  void refuse(const base::SourceSpan& at, std::string message, std::string help) {
    report(*found_, "P136", std::move(message), std::move(help), at);
    good_ = false;
  }

  const model::Decision* chosen(const model::Model& from) {
    std::vector<std::string> names;
    for (const model::Decision& decision : from.decisions) {
      if (decision.head.name == table_->decision.text) return &decision;
      names.push_back(decision.head.name);
    }
    if (table_->decision.empty() && names.size() == 1) return &from.decisions.front();
    if (table_->decision.empty()) {
      refuse(table_->from.span,
             names.empty() ? fmt::format("`{}` has no decision", table_->from.text)
                           : fmt::format("`{}` has {} decisions", table_->from.text, names.size()),
             names.empty() ? "" : "say which one under `decision`");
    } else {
      refuse(table_->decision.span,
             fmt::format("no decision `{}` in `{}`", table_->decision.text, table_->from.text),
             suggestion(table_->decision.text, names));
    }
    return nullptr;
  }

  void take_decision(const std::shared_ptr<const model::Model>& from) {
    const model::Decision* decision = chosen(*from);
    if (decision == nullptr) return;
    const auto* logic = decision->logic ? std::get_if<model::DecisionTable>(&decision->logic->form) : nullptr;
    if (logic == nullptr) {
      refuse(table_->decision.empty() ? table_->from.span : table_->decision.span,
             fmt::format("the decision `{}` is no decision table", decision->head.name),
             "write what it says as a `formula`");
      return;
    }
    const std::vector models{from};
    const decision::analyse::ModelTypes types(models);
    Table taken = *table_;
    taken.hit = logic->hit;
    taken.aggregation = logic->aggregation;
    for (const model::InputColumn& input : logic->inputs) take_input(input, taken);
    for (const model::OutputColumn& output : logic->outputs) {
      const bool only = logic->outputs.size() == 1 && output.type.name.empty();
      const model::TypeRef& own =
          decision->logic->type.name.empty() ? decision->variable.type : decision->logic->type;
      take_output(output, only ? own : output.type, types, taken);
    }
    for (const model::Row& row : logic->rows) take_row(row, *logic, taken);
    if (logic->rows.empty())
      refuse(logic_span(*decision), fmt::format("the decision `{}` has no rows", decision->head.name), "");
    if (good_) *table_ = std::move(taken);
  }

  static base::SourceSpan logic_span(const model::Decision& decision) { return decision.logic->span; }

  void take_input(const model::InputColumn& input, Table& taken) {
    const auto* literal = input.expression ? std::get_if<model::Literal>(&input.expression->form) : nullptr;
    if (literal == nullptr) {
      refuse(input.span, "an input without an expression", "");
      return;
    }
    const std::string name(input.label.empty() ? literal->text.text() : std::string_view(input.label));
    taken.inputs.push_back({{name, input.span}, {literal->text}, std::nullopt});
  }

  void take_output(const model::OutputColumn& output, const model::TypeRef& type,
                   const decision::analyse::ModelTypes& types, Table& taken) {
    if (output.fallback != nullptr)
      refuse(output.fallback->span, "a table of a policy has no default output",
             "add a last row with `-` in every test, and `FIRST` as the hit policy");
    TableOutputColumn column{.name = {output.name.empty() ? table_->head.id.text : output.name, output.span}};
    const decision::analyse::ColumnType known = types.named(type);
    // A structure or a list is not told further: its values are checked when they are used.
    if (known.type.tag != feel::Type::Tag::Context) column.type.type = known.type;
    std::optional<decision::analyse::Cell> listed;
    if (output.values) listed = types.tests(*output.values, known.type);
    if (!listed && known.allowed.size() == 1) listed = known.allowed.front();
    if (listed)
      for (const base::SourceSpan& value : decision::analyse::listed_texts(*listed))
        column.values.push_back({value});
    taken.outputs.push_back(std::move(column));
  }

  void take_row(const model::Row& row, const model::DecisionTable& logic, Table& taken) {
    if (row.tests.size() != logic.inputs.size() || row.outputs.size() != logic.outputs.size()) {
      refuse(row.span, "the row has not as many cells as the table has columns", "");
      return;
    }
    TableRow made{.span = row.span};
    for (const base::SourceSpan& test : row.tests) made.tests.push_back({test});
    for (const model::ExpressionPtr& output : row.outputs) {
      const auto* literal = output ? std::get_if<model::Literal>(&output->form) : nullptr;
      if (literal == nullptr)
        refuse(row.span, "an output that is no literal expression", "write it as one FEEL expression");
      else
        made.outputs.push_back({literal->text});
    }
    taken.rows.push_back(std::move(made));
  }

  Table* table_;
  base::Diagnostics* found_;
  bool good_ = true;
};

}  // namespace

void fill_tables(DocumentBlocks& blocks, const std::string& document, const DmnFiles& files,
                 base::Diagnostics& found) {
  for (Table& table : blocks.tables)
    if (!table.from.empty()) Taking(table, found).take(document, files);
}

}  // namespace qingheng::policy::rules
