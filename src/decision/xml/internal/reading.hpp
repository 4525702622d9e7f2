// SPDX-License-Identifier: Apache-2.0
// What the readers of the parts of a file share.
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "decision/xml/internal/document.hpp"

namespace qingheng::decision::xml {

class Reading {
 public:
  Reading(Document& file, model::Model& model, base::Diagnostics& found)
      : document(file), model(model), found_(found) {}

  void error(std::string_view code, const base::SourceSpan& span, std::string message, std::string help = {});
  void warn(std::string_view code, const base::SourceSpan& span, std::string message, std::string help = {});

  // The child is no part of `parent` that is read: nothing when DMN has it there without meaning for an
  // evaluation, otherwise a warning, once for each pair of names.
  void leave_out(const Element& parent, const Element& child, const std::string& address);
  // The attribute with white space made normal; reports when it is missing or empty.
  std::string mandatory_name(const Element& element, const std::string& address, const std::string& what);
  // The `id` of any element, reported when another has it already.
  std::string id_of(const Element& element, const std::string& address);

  Document& document;
  model::Model& model;

 private:
  void report(base::Severity severity, std::string_view code, const base::SourceSpan& span,
              std::string message, std::string help);

  base::Diagnostics& found_;
  std::size_t warnings_ = 0;
  std::size_t errors_ = 0;
  std::set<std::string, std::less<>> left_out_;
  std::unordered_map<std::string, base::SourceSpan> ids_;
};

// Lists the values for a help text: `a`, `b` or `c`.
std::string one_of(std::span<const std::string_view> values);

// `address › part`.
std::string below(const std::string& address, std::string_view part);

model::TypeRef read_type(const Reading& reading, const Element& element, const char* attribute,
                         const std::string& address);
// An information item: its name is `otherwise` when it has none, and reported when that is empty too.
model::Variable read_variable(Reading& reading, const Element& element, const std::string& otherwise,
                              const std::string& address);
// The FEEL in `<text>` of the element.
base::SourceSpan read_text(Reading& reading, const Element& element, const std::string& address);
// The characters of an element that is prose.
std::string read_prose(const Reading& reading, const Element& element);
model::Reference read_reference(Reading& reading, const Element& element, const std::string& address);

model::ItemDefinition read_item(Reading& reading, const Element& element, const std::string& address);

bool is_expression(std::string_view name);
model::ExpressionPtr read_expression(Reading& reading, const Element& element, const std::string& address);
// The expression inside of `in`, `then`, `return` and their like; null pointer, reported, when there is none.
model::ExpressionPtr read_inner(Reading& reading, const Element& wrapper, const std::string& address);
model::FunctionDefinition read_function(Reading& reading, const Element& element, const std::string& address);
model::DecisionTable read_table(Reading& reading, const Element& element, const std::string& address);

// Adds the child of the root to the model; false when it is nothing that a model holds.
bool read_graph_element(Reading& reading, const Element& element);

}  // namespace qingheng::decision::xml
