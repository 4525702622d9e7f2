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
CodePtr code(const base::SourceSpan& span, Form form) {
  return std::make_shared<const Code>(Code{span, nullptr, std::move(form)});
}

/// The text of a body's entry without its quotes; empty when there is none.
std::string entry_text(const model::ExpressionPtr& body, std::string_view name) {
  const auto* entries = body ? std::get_if<model::BoxedContext>(&body->form) : nullptr;
  if (entries == nullptr) return {};
  for (const model::ContextEntry& entry : entries->entries) {
    if (!entry.variable || entry.variable->name != name || !entry.value) continue;
    const auto* literal = std::get_if<model::Literal>(&entry.value->form);
    if (literal == nullptr) return {};
    std::string_view text = literal->text.text();
    const std::size_t begin = text.find_first_not_of(" \t\r\n\"");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n\"") + 1 - begin));
  }
  return {};
}

/// Why a function in another language is not run, with what it calls there (§10.2.1.7).
std::string not_run(const model::FunctionDefinition& definition) {
  const bool java = definition.kind == model::FunctionDefinition::Kind::Java;
  const std::string whole = entry_text(definition.body, java ? "class" : "document");
  const std::string part = entry_text(definition.body, java ? "method signature" : "model");
  const std::string_view language = java ? "Java" : "PMML";
  if (whole.empty() && part.empty()) return fmt::format("functions in {} are not run here", language);
  return fmt::format("functions in {} are not run here: `{}` of `{}`", language, part, whole);
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

bool gives_list(model::HitPolicy hit, model::Aggregation aggregation) {
  return hit == model::HitPolicy::RuleOrder || hit == model::HitPolicy::OutputOrder ||
         (hit == model::HitPolicy::Collect && aggregation == model::Aggregation::None);
}

namespace {

/// No value of the one type is of the other, nor is made so by a conversion (§10.3.2.9.4).
bool never_fits(const Type& given, const Type& wanted) {
  if (given.tag == Tag::Any || given.tag == Tag::Null || wanted.tag == Tag::Any) return false;
  if (wanted.tag == Tag::List || given.tag == Tag::List) {
    const auto item = [](const Type& type) {
      return type.tag != Tag::List ? type : type.element ? *type.element : Type::any();
    };
    return never_fits(item(given), item(wanted));
  }
  if (given.tag == Tag::Date && wanted.tag == Tag::DateTime) return false;
  if (given.tag != wanted.tag) return true;
  if (given.tag != Tag::Context || !given.members || !wanted.members) return false;
  return std::ranges::any_of(*wanted.members, [&](const Type::Member& member) {
    const auto own = std::ranges::find(*given.members, member.name, &Type::Member::name);
    return own != given.members->end() && never_fits(own->type, member.type);
  });
}

}  // namespace

void BoxedCompiler::check_type(const Code& code, const Type& type, const ShapePtr& shape) {
  if (!shape) return;
  const auto* table = code.shape ? nullptr : std::get_if<TableCode>(&code.form);
  const bool lists = table != nullptr && gives_list(table->hit, table->aggregation) &&
                     shape->type.tag != Tag::List && shape->type.tag != Tag::Any;
  if (!lists && !never_fits(type, shape->type)) return;
  draft_.warn("D033", code.span,
              fmt::format("this is {}, but {} is wanted here", to_text(type), to_text(shape->type)),
              lists ? "a table of this hit policy gives a list of the rows that hit" : "its value is null");
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
  // The type of a function is what it takes and gives, which it sees to itself.
  if (std::holds_alternative<model::FunctionDefinition>(expression.form)) return typed;
  return fitted(std::move(typed), types_.named(model_, expression.type));
}

// §10.3.2.9.4: the value is converted to the type of its place, or null where it cannot be.
Typed BoxedCompiler::fitted(Typed typed, const ShapePtr& shape) {
  if (!shape) return typed;
  check_type(*typed.code, typed.type, shape);
  Code code = *typed.code;
  // A type of its own comes first.
  if (code.shape) code.form = ContextCode{{}, std::move(typed.code)};
  code.shape = shape;
  return {std::make_shared<const Code>(std::move(code)), shape->type};
}

Typed BoxedCompiler::form(const Expression& expression, const model::Literal& literal, const Names& names) {
  const std::string& language =
      literal.language.empty() ? draft_.models[model_].file->expression_language : literal.language;
  if (!is_feel(language)) {
    draft_.warn("D029", expression.span, fmt::format("expressions in `{}` are not run here", language));
    return {code(expression.span, FailedCode{fmt::format("expressions in `{}` are not run here", language)}),
            Type::any()};
  }
  if (is_blank(literal.text.text())) return {code(expression.span, FailedCode{}), Type::any()};
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
            Type::any()};
  }
  Type type = feel::type_of(*form.compiled);
  return {code(literal.text, std::move(form)), std::move(type)};
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
    check_type(*value.code, value.type, shape);
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
    Typed argument = part(binding.value, names, binding.parameter.span);
    check_type(*argument.code, argument.type, made.shapes.back());
    made.arguments.push_back(std::move(argument.code));
  }
  Type type = called.type.result ? *called.type.result : Type::any();
  return {code(expression.span, std::move(made)), std::move(type)};
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
    const std::string why = not_run(definition);
    draft_.warn("D029", definition.span, why, "a call of it gives null");
    body = {code(definition.span, FailedCode{why}), Type::any()};
  }
  check_type(*body.code, body.type, made.signature.result);
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
