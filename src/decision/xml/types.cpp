// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/xml/read_test.cpp
#include "decision/xml/internal/reading.hpp"

namespace qingheng::decision::xml {
namespace {

// `typeRef` of an item is an element of its own (§7.3.2), unlike that of a variable.
model::TypeRef read_type_element(const Reading& reading, const Element& element, const std::string& address) {
  const base::SourceSpan span = reading.document.text(element, address);
  return {normal_name(span.text()), span};
}

model::ItemDefinition::FunctionItem read_function_item(Reading& reading, const Element& element,
                                                       const std::string& address) {
  model::ItemDefinition::FunctionItem function;
  function.result = read_type(reading, element, "outputTypeRef", address);
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "parameters") {
      function.parameters.push_back(read_variable(reading, child, {}, address));
    } else {
      reading.leave_out(element, child, address);
    }
  });
  return function;
}

bool read_flag(Reading& reading, const Element& element, const char* attribute, const std::string& address) {
  const std::string written = Document::value(element, attribute);
  if (written == "true" || written == "1") return true;
  if (!written.empty() && written != "false" && written != "0")
    reading.error("M012", reading.document.place(element, attribute, address),
                  "`" + std::string(attribute) + "` is `" + written + "`, neither true nor false",
                  "write `true` or `false`");
  return false;
}

}  // namespace

model::ItemDefinition read_item(Reading& reading, const Element& element, const std::string& address) {
  model::ItemDefinition item;
  reading.id_of(element, address);
  item.name = reading.mandatory_name(element, address, std::string(element.name));
  const bool is_component = element.name == "itemComponent";
  const std::string here = is_component ? below(address, item.name) : "type " + item.name;
  item.span = reading.document.place(element, "name", here);
  item.collection = read_flag(reading, element, "isCollection", here);
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "typeRef") {
      item.type = read_type_element(reading, child, here);
    } else if (child.name == "allowedValues") {
      item.allowed_values = read_text(reading, child, here);
    } else if (child.name == "typeConstraint") {
      item.type_constraint = read_text(reading, child, here);
    } else if (child.name == "itemComponent") {
      item.components.push_back(read_item(reading, child, here));
    } else if (child.name == "functionItem") {
      item.function = read_function_item(reading, child, here);
    } else {
      reading.leave_out(element, child, here);
    }
  });
  return item;
}

}  // namespace qingheng::decision::xml
