// SPDX-License-Identifier: Apache-2.0
// Lists, relations, conditionals, filters and iterators (DMN 1.5 §10.2.1).
// tested by: src/decision/run/boxed_test.cpp
#include <fmt/format.h>

#include "decision/compile/internal/boxed.hpp"

namespace qingheng::decision::compile {

using feel::Type;
using Tag = feel::Type::Tag;

namespace {

template <typename Form>
CodePtr code(const base::SourceSpan& span, Form form) {
  return std::make_shared<const Code>(Code{span, nullptr, std::move(form)});
}

Type element_of(const Type& type) {
  if (type.tag == Tag::List || type.tag == Tag::Range) return type.element ? *type.element : Type::any();
  return type;
}

}  // namespace

Typed BoxedCompiler::form(const Expression& expression, const model::BoxedList& box, const Names& names) {
  ListCode made;
  Type element = Type::of(Tag::Null);
  for (const model::ExpressionPtr& item : box.items) {
    Typed typed = part(item, names, expression.span);
    made.items.push_back(std::move(typed.code));
    element = shared_type(element, typed.type);
  }
  if (box.items.empty()) element = Type::any();
  return {code(expression.span, std::move(made)), Type::list(std::move(element))};
}

Typed BoxedCompiler::form(const Expression& expression, const model::Relation& box, const Names& names) {
  RelationCode made;
  std::vector<Type> types;
  for (const model::Variable& column : box.columns) {
    made.columns.push_back(column.name);
    made.shapes.push_back(types_.named(model_, column.type));
    types.push_back(made.shapes.back() ? made.shapes.back()->type : Type::of(Tag::Null));
  }
  for (const std::vector<model::ExpressionPtr>& row : box.rows) {
    if (row.size() != box.columns.size()) {
      draft_.error("D032", expression.span,
                   fmt::format("a row of the relation has {} cells, and there are {} columns", row.size(),
                               box.columns.size()));
      continue;
    }
    std::vector<CodePtr> cells;
    for (std::size_t at = 0; at < row.size(); ++at) {
      Typed typed = part(row[at], names, expression.span);
      check_type(*typed.code, typed.type, made.shapes[at]);
      cells.push_back(std::move(typed.code));
      if (!made.shapes[at]) types[at] = shared_type(types[at], typed.type);
    }
    made.rows.push_back(std::move(cells));
  }
  std::vector<Type::Member> members;
  for (std::size_t at = 0; at < types.size(); ++at) members.push_back({made.columns[at], types[at], {}});
  return {code(expression.span, std::move(made)), Type::list(Type::context(std::move(members)))};
}

Typed BoxedCompiler::form(const Expression& expression, const model::Conditional& box, const Names& names) {
  ConditionalCode made;
  made.condition = part(box.condition, names, expression.span).code;
  Typed then = part(box.then, names, expression.span);
  Typed otherwise = part(box.otherwise, names, expression.span);
  made.then = std::move(then.code);
  made.otherwise = std::move(otherwise.code);
  return {code(expression.span, std::move(made)), shared_type(then.type, otherwise.type)};
}

Typed BoxedCompiler::form(const Expression& expression, const model::BoxedFilter& box, const Names& names) {
  FilterCode made;
  Typed in = part(box.in, names, expression.span);
  made.in = std::move(in.code);
  Names inner = names;
  made.item = inner.add("item", element_of(in.type));
  inner.item = made.item;
  reserve(inner);
  const Typed match = part(box.match, inner, expression.span);
  made.match = match.code;
  Type type = match.type.tag == Tag::Boolean ? Type::list(element_of(in.type)) : Type::any();
  return {code(expression.span, std::move(made)), std::move(type)};
}

Typed BoxedCompiler::form(const Expression& expression, const model::Iterator& box, const Names& names) {
  IteratorCode made;
  made.kind = box.kind;
  Typed in = part(box.in, names, expression.span);
  made.in = std::move(in.code);
  Names inner = names;
  made.variable = inner.add(box.variable, element_of(in.type));
  const bool loops = box.kind == model::Iterator::Kind::For;
  made.partial = made.variable;
  if (loops && box.variable != "partial") {
    made.partial = inner.add("partial", Type::list(Type::any()));
  }
  reserve(inner);
  read_[made.partial] = false;
  Typed result = part(box.result, inner, expression.span);
  made.reads_partial = made.partial != made.variable && read_[made.partial];
  made.result = std::move(result.code);
  return {code(expression.span, std::move(made)),
          loops ? Type::list(std::move(result.type)) : Type::boolean()};
}

}  // namespace qingheng::decision::compile
