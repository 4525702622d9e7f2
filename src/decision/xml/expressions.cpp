// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/xml/read_test.cpp
#include <algorithm>
#include <array>
#include <utility>

#include "decision/xml/internal/reading.hpp"

namespace qingheng::decision::xml {
namespace {

using model::ExpressionPtr;

model::Literal read_literal(Reading& reading, const Element& element, const std::string& address) {
  return {read_text(reading, element, address), Document::value(element, "expressionLanguage")};
}

model::ContextEntry read_entry(Reading& reading, const Element& element, const std::string& address) {
  model::ContextEntry entry;
  reading.id_of(element, address);
  std::string here = below(address, "result");
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "variable" && !entry.variable) {
      entry.variable = read_variable(reading, child, {}, address);
      here = below(address, entry.variable->name);
    } else if (is_expression(child.name) && !entry.value) {
      entry.value = read_expression(reading, child, here);
    } else {
      reading.leave_out(element, child, here);
    }
  });
  if (!entry.value)
    reading.error("M013", reading.document.place(element, here), "the context entry holds no expression",
                  "write one, such as `<literalExpression><text>…</text></literalExpression>`");
  return entry;
}

model::BoxedContext read_context(Reading& reading, const Element& element, const std::string& address) {
  model::BoxedContext context;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "contextEntry") {
      context.entries.push_back(read_entry(reading, child, address));
    } else {
      reading.leave_out(element, child, address);
    }
  });
  return context;
}

model::Binding read_binding(Reading& reading, const Element& element, const std::string& address) {
  model::Binding binding;
  std::string here = below(address, "argument");
  bool is_named = false;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "parameter" && !is_named) {
      is_named = true;
      binding.parameter = read_variable(reading, child, {}, address);
      here = below(address, binding.parameter.name);
    } else if (is_expression(child.name) && !binding.value) {
      binding.value = read_expression(reading, child, here);
    } else {
      reading.leave_out(element, child, here);
    }
  });
  if (!is_named)
    reading.error("M013", reading.document.place(element, here), "the binding names no parameter",
                  "write `<parameter name=\"…\"/>` in it");
  return binding;
}

model::Invocation read_invocation(Reading& reading, const Element& element, const std::string& address) {
  model::Invocation invocation;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "binding") {
      invocation.bindings.push_back(read_binding(reading, child, address));
    } else if (is_expression(child.name) && !invocation.called) {
      invocation.called = read_expression(reading, child, address);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  if (!invocation.called)
    reading.error("M013", reading.document.place(element, address),
                  "the invocation does not say what it calls",
                  "write `<literalExpression><text>name of the function</text></literalExpression>` in it");
  return invocation;
}

model::BoxedList read_list(Reading& reading, const Element& element, const std::string& address) {
  model::BoxedList list;
  reading.document.each_child(element, [&](const Element& child) {
    if (is_expression(child.name)) {
      const std::string here = below(address, "item " + std::to_string(list.items.size() + 1));
      list.items.push_back(read_expression(reading, child, here));
    } else {
      reading.leave_out(element, child, address);
    }
  });
  return list;
}

model::Relation read_relation(Reading& reading, const Element& element, const std::string& address) {
  model::Relation relation;
  std::vector<std::pair<base::SourceSpan, std::size_t>> places;
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "column") {
      relation.columns.push_back(read_variable(reading, child, {}, address));
    } else if (child.name == "row") {
      const std::string here = below(address, "row " + std::to_string(relation.rows.size() + 1));
      reading.id_of(child, here);
      relation.rows.push_back(read_list(reading, child, here).items);
      places.emplace_back(reading.document.place(child, here), relation.rows.size() - 1);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  for (const auto& [span, row] : places)
    if (relation.rows[row].size() != relation.columns.size())
      reading.error("M010", span,
                    "the row has " + std::to_string(relation.rows[row].size()) + " cells for " +
                        std::to_string(relation.columns.size()) + " columns");
  return relation;
}

struct Part {
  std::string_view name;
  ExpressionPtr& into;
  bool is_there = false;
};

// Reads the parts that each wrap an expression; reports the ones that are not there.
void read_parts(Reading& reading, const Element& element, const std::string& address, std::span<Part> parts) {
  reading.document.each_child(element, [&](const Element& child) {
    const auto part = std::ranges::find(parts, child.name, &Part::name);
    if (part == parts.end() || std::exchange(part->is_there, true))
      return reading.leave_out(element, child, address);
    part->into = read_inner(reading, child, below(address, part->name));
  });
  for (const Part& part : parts)
    if (!part.is_there)
      reading.error("M013", reading.document.place(element, address),
                    "`" + std::string(element.name) + "` has no `" + std::string(part.name) + "`");
}

model::Conditional read_conditional(Reading& reading, const Element& element, const std::string& address) {
  model::Conditional conditional;
  std::array parts{Part{"if", conditional.condition}, Part{"then", conditional.then},
                   Part{"else", conditional.otherwise}};
  read_parts(reading, element, address, parts);
  return conditional;
}

model::BoxedFilter read_filter(Reading& reading, const Element& element, const std::string& address) {
  model::BoxedFilter filter;
  std::array parts{Part{"in", filter.in}, Part{"match", filter.match}};
  read_parts(reading, element, address, parts);
  return filter;
}

model::Iterator read_iterator(Reading& reading, const Element& element, const std::string& address) {
  using Kind = model::Iterator::Kind;
  model::Iterator iterator;
  iterator.kind = element.name == "for" ? Kind::For : element.name == "some" ? Kind::Some : Kind::Every;
  iterator.variable = normal_name(Document::value(element, "iteratorVariable"));
  if (iterator.variable.empty())
    reading.error("M009", reading.document.place(element, address),
                  "`" + std::string(element.name) + "` has no `iteratorVariable`",
                  "write `iteratorVariable=\"…\"`, the name that each item goes by");
  std::array parts{Part{"in", iterator.in},
                   Part{iterator.kind == Kind::For ? "return" : "satisfies", iterator.result}};
  read_parts(reading, element, address, parts);
  return iterator;
}

using Form = decltype(model::Expression::form);
using FormReader = Form (*)(Reading&, const Element&, const std::string&);

template <auto read>
Form as_form(Reading& reading, const Element& element, const std::string& address) {
  return read(reading, element, address);
}

constexpr auto kForms = std::to_array<std::pair<std::string_view, FormReader>>({
    {"literalExpression", as_form<read_literal>},
    {"context", as_form<read_context>},
    {"invocation", as_form<read_invocation>},
    {"functionDefinition", as_form<read_function>},
    {"list", as_form<read_list>},
    {"relation", as_form<read_relation>},
    {"conditional", as_form<read_conditional>},
    {"filter", as_form<read_filter>},
    {"for", as_form<read_iterator>},
    {"some", as_form<read_iterator>},
    {"every", as_form<read_iterator>},
    {"decisionTable", as_form<read_table>},
    // Entries and columns of a table hold a literal without an element of its own.
    {"inputExpression", as_form<read_literal>},
    {"outputEntry", as_form<read_literal>},
    {"defaultOutputEntry", as_form<read_literal>},
});

constexpr std::size_t kWrittenAsSuch = 12;

model::FunctionDefinition::Kind read_kind(Reading& reading, const Element& element,
                                          const std::string& address) {
  using Kind = model::FunctionDefinition::Kind;
  static constexpr std::string_view kNames[] = {"FEEL", "Java", "PMML"};
  // DMN 1.1 has no attribute for it.
  if (!Document::has(element, "kind")) return Kind::Feel;
  std::string written = Document::value(element, "kind");
  // Some tools write the enumeration as a qualified name.
  if (const std::size_t colon = written.rfind(':'); colon != std::string::npos) written.erase(0, colon + 1);
  const auto* const found = std::ranges::find(kNames, written);
  if (found != std::end(kNames)) return static_cast<Kind>(found - std::begin(kNames));
  reading.error("M012", reading.document.place(element, "kind", address),
                "DMN knows no kind of function `" + written + "`", "write " + one_of(kNames));
  return Kind::Feel;
}

}  // namespace

bool is_expression(std::string_view name) {
  const auto forms = std::span(kForms).first(kWrittenAsSuch);
  return std::ranges::find(forms, name, &std::pair<std::string_view, FormReader>::first) != forms.end();
}

model::ExpressionPtr read_expression(Reading& reading, const Element& element, const std::string& address) {
  const auto* const form =
      std::ranges::find(kForms, element.name, &std::pair<std::string_view, FormReader>::first);
  if (form == kForms.end()) return nullptr;
  auto expression = std::make_shared<model::Expression>();
  expression->id = reading.id_of(element, address);
  expression->label = Document::value(element, "label");
  expression->type = read_type(reading, element, "typeRef", address);
  expression->span = reading.document.place(element, address);
  expression->form = form->second(reading, element, address);
  return expression;
}

model::ExpressionPtr read_inner(Reading& reading, const Element& wrapper, const std::string& address) {
  ExpressionPtr inner;
  reading.id_of(wrapper, address);
  reading.document.each_child(wrapper, [&](const Element& child) {
    if (is_expression(child.name) && !inner) {
      inner = read_expression(reading, child, address);
    } else {
      reading.leave_out(wrapper, child, address);
    }
  });
  if (!inner)
    reading.error("M013", reading.document.place(wrapper, address),
                  "`" + std::string(wrapper.name) + "` holds no expression",
                  "write one, such as `<literalExpression><text>…</text></literalExpression>`");
  return inner;
}

model::FunctionDefinition read_function(Reading& reading, const Element& element,
                                        const std::string& address) {
  model::FunctionDefinition function;
  function.kind = read_kind(reading, element, address);
  function.type = read_type(reading, element, "typeRef", address);
  function.span = reading.document.place(element, address);
  reading.document.each_child(element, [&](const Element& child) {
    if (child.name == "formalParameter") {
      function.parameters.push_back(read_variable(reading, child, {}, address));
    } else if (is_expression(child.name) && !function.body) {
      function.body = read_expression(reading, child, address);
    } else {
      reading.leave_out(element, child, address);
    }
  });
  return function;
}

}  // namespace qingheng::decision::xml
