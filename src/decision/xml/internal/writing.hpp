// SPDX-License-Identifier: Apache-2.0
// What the writers of the parts of a file share.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "decision/model.hpp"

namespace qingheng::decision::xml {

// Ids of one file: those of the model stay, others are made up so that none stands twice.
class Ids {
 public:
  // The id itself, or one like `rule_3` that is none of the model's when it is empty.
  std::string given(const std::string& id, std::string_view kind);
  // What the model has itself, with nothing made up yet.
  [[nodiscard]] Ids of_the_model() const;

 private:
  std::set<std::string, std::less<>> kept_;
  std::map<std::string, std::size_t, std::less<>> next_;
};

struct Writing {
  const model::Model& model;
  Ids ids;
  // Something was written that DMN 1.3 has no element for.
  bool is_newer = false;
};

void set(pugi::xml_node node, const char* attribute, const std::string& value);
// Left out when the value is empty.
void set_some(pugi::xml_node node, const char* attribute, const std::string& value);
// `<name>text</name>`, left out when the text is empty.
void write_prose(pugi::xml_node parent, const char* name, const std::string& text);
void write_type(const Writing& writing, pugi::xml_node node, const char* attribute,
                const model::TypeRef& type);
// Without the prefix of DMN 1.1.
std::string plain_type(const model::Model& model, const std::string& name);
void write_variable(Writing& writing, pugi::xml_node parent, const char* name,
                    const model::Variable& variable);
// `<name><text>…</text></name>`.
pugi::xml_node write_tests(Writing& writing, pugi::xml_node parent, const char* name,
                           const base::SourceSpan& text);

// Nothing for the null pointer.
void write_expression(Writing& writing, pugi::xml_node parent, const model::ExpressionPtr& expression);
// Literals of a table stand in elements of other names.
void write_literal_as(Writing& writing, pugi::xml_node parent, const char* name,
                      const model::ExpressionPtr& expression);
void write_function(Writing& writing, pugi::xml_node node, const model::FunctionDefinition& function);
void write_table(Writing& writing, pugi::xml_node node, const model::DecisionTable& table);

// Adds `dmndi:DMNDI` for the elements that stand below the root.
void write_diagram(Writing& writing, pugi::xml_node root);

}  // namespace qingheng::decision::xml
