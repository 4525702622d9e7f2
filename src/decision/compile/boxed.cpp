// SPDX-License-Identifier: Apache-2.0
// Literals, contexts, invocations and functions (DMN 1.5 §10.2.1).
// tested by: src/decision/run/boxed_test.cpp
#include "decision/compile/internal/boxed.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qingheng::decision::compile {

using feel::Type;
using Tag = feel::Type::Tag;

namespace {

template <typename Form>
CodePtr code(const base::SourceSpan& span, Form form, ShapePtr shape = nullptr) {
  return std::make_shared<const Code>(Code{span, std::move(shape), std::move(form)});
}

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool is_feel(std::string_view language) {
  std::string lower(language);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower.empty() || lower.find("feel") != std::string::npos;
}

Type shared_type(const Type& a, const Type& b) {
  if (a.tag == Tag::Null) return b;
  if (b.tag == Tag::Null) return a;
  return to_text(a) == to_text(b) ? a : Type::any();
}

Slot Names::add(const std::string& name, Type type) {
  for (Entry& entry : entries) {
    if (entry.name == name) entry.name.clear();
  }
  entries.push_back({name, std::move(type)});
  return static_cast<Slot>(entries.size() - 1);
}

CompiledPtr BoxedCompiler::feel(const base::SourceSpan& text, const Names& names,
                                feel::CompileOptions options) {
  reserve(names);
  feel::Scope scope;
  for (const Names::Entry& entry : names.entries) scope.declare(entry.name, entry.type);
  for (const feel::Scope::NamedType& type : types_.of(model_)) scope.declare_type(type.name, type.type);
  options.checking = feel::Checking::Standard;
  auto compiled = feel::compile(text, scope, options);
  if (!compiled) {
    draft_.texts.insert(draft_.texts.end(), compiled.error().begin(), compiled.error().end());
    return nullptr;
  }
  const base::Diagnostics& warnings = feel::warnings(**compiled);
  draft_.texts.insert(draft_.texts.end(), warnings.begin(), warnings.end());
  for (const std::size_t input : feel::inputs_of(**compiled)) {
    read_[input] = true;
  }
  return *std::move(compiled);
}

Typed BoxedCompiler::part(const model::ExpressionPtr& expression, const Names& names,
                          const base::SourceSpan& span) {
  if (expression) return compile(*expression, names);
  return {code(span, FailedCode{"there is no expression"}), Type::of(Tag::Null)};
}

Typed BoxedCompiler::compile(const Expression& expression, const Names& names) {
  reserve(names);
  Typed typed = std::visit([&](const auto& box) { return form(expression, box, names); }, expression.form);
  return typed;
}

Typed BoxedCompiler::form(const Expression& expression, const model::Literal& literal, const Names& names) {
  const ShapePtr shape = types_.named(model_, expression.type);
  const std::string& language =
      literal.language.empty() ? draft_.models[model_].file->expression_language : literal.language;
  if (!is_feel(language)) {
    draft_.warn("D029", expression.span, fmt::format("expressions in `{}` are not run here", language));
    return {code(expression.span, FailedCode{fmt::format("expressions in `{}` are not run here", language)}),
            type_of(shape)};
  }
  if (is_blank(literal.text.text())) return {code(expression.span, FailedCode{}), type_of(shape)};
  feel::CompileOptions options;
  FeelCode form;
  if (names.item) {
    options.form = feel::Form::Filter;
    options.tested = names.entries[*names.item].type;
    form.tests_item = true;
    form.item = *names.item;
  }
  form.compiled = feel(literal.text, names, options);
  if (!form.compiled) {
    return {code(literal.text, FailedCode{"the expression is no FEEL: " + draft_.texts.back().message}),
            type_of(shape)};
  }
  Type type = shape ? shape->type : feel::type_of(*form.compiled);
  return {code(literal.text, std::move(form), shape), std::move(type)};
}

Typed BoxedCompiler::form(const Expression& expression, const model::BoxedContext& box, const Names& names) {
  ContextCode made;
  Names inner = names;
  std::vector<Type::Member> members;
  Type result_type = Type::any();
  for (const model::ContextEntry& entry : box.entries) {
    if (!entry.variable) {
      Typed result = part(entry.value, inner, expression.span);
      made.result = std::move(result.code);
      result_type = std::move(result.type);
      continue;
    }
    const auto* definition =
        entry.value ? std::get_if<model::FunctionDefinition>(&entry.value->form) : nullptr;
    const auto slot = static_cast<Slot>(inner.entries.size());
    ShapePtr shape = types_.named(model_, entry.variable->type);
    Typed value;
    if (definition != nullptr) {
      // A function that is an entry may call itself by the entry's name.
      Names within = inner;
      (void)within.add(entry.variable->name, Type::of(Tag::Function));
      reserve(within);
      value = function(*definition, within, slot);
    } else {
      value = part(entry.value, inner, entry.variable->span);
    }
    Type type = shape && shape->type.tag != Tag::Any ? shape->type : value.type;
    (void)inner.add(entry.variable->name, type);
    reserve(inner);
    members.push_back({entry.variable->name, std::move(type), {}});
    made.entries.push_back({entry.variable->name, slot, std::move(shape), std::move(value.code)});
  }
  const bool whole = made.result == nullptr;
  return {code(expression.span, std::move(made)), whole ? Type::context(std::move(members)) : result_type};
}

Typed BoxedCompiler::form(const Expression& expression, const model::Invocation& box, const Names& names) {
  InvocationCode made;
  Typed called = part(box.called, names, expression.span);
  made.called = std::move(called.code);
  for (const model::Binding& binding : box.bindings) {
    made.names.push_back(binding.parameter.name);
    made.shapes.push_back(types_.named(model_, binding.parameter.type));
    made.arguments.push_back(part(binding.value, names, binding.parameter.span).code);
  }
  ShapePtr shape = types_.named(model_, expression.type);
  Type type = shape ? shape->type : called.type.result ? *called.type.result : Type::any();
  return {code(expression.span, std::move(made), std::move(shape)), std::move(type)};
}

Signature BoxedCompiler::signature(const model::FunctionDefinition& definition) {
  Signature made;
  std::vector<Type> types;
  for (const model::Variable& parameter : definition.parameters) {
    made.names.push_back(parameter.name);
    made.shapes.push_back(types_.named(model_, parameter.type));
    types.push_back(type_of(made.shapes.back()));
  }
  const ShapePtr named = types_.named(model_, definition.type);
  if (named && named->type.tag == Tag::Function) made.result = named->result;
  made.type = std::make_shared<const Type>(Type::function(std::move(types), type_of(made.result)));
  return made;
}

Typed BoxedCompiler::function(const model::FunctionDefinition& definition, const Names& names,
                              std::optional<Slot> self) {
  FunctionCode made;
  made.signature = signature(definition);
  made.self = self;
  made.first = static_cast<Slot>(names.entries.size());
  Names inner = names;
  inner.item.reset();
  for (std::size_t at = 0; at < made.signature.names.size(); ++at) {
    (void)inner.add(made.signature.names[at], type_of(made.signature.shapes[at]));
  }
  reserve(inner);
  Typed body;
  if (definition.kind == model::FunctionDefinition::Kind::Feel) {
    body = part(definition.body, inner, definition.span);
  } else {
    const std::string_view language =
        definition.kind == model::FunctionDefinition::Kind::Java ? "Java" : "PMML";
    draft_.warn("D029", definition.span, fmt::format("functions in {} are not run here", language),
                "a call of it gives null");
    body = {code(definition.span, FailedCode{fmt::format("functions in {} are not run here", language)}),
            Type::any()};
  }
  made.body = std::move(body.code);
  Type type = Type::function(*made.signature.type->parameters,
                             made.signature.result ? made.signature.result->type : body.type);
  made.signature.type = std::make_shared<const Type>(type);
  return {code(definition.span, std::move(made)), std::move(type)};
}

Typed BoxedCompiler::form(const Expression& /*expression*/, const model::FunctionDefinition& box,
                          const Names& names) {
  return function(box, names, std::nullopt);
}

}  // namespace qingheng::decision::compile
