// SPDX-License-Identifier: Apache-2.0
#include "feel/meaning/checker.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feel/meaning/type_relations.hpp"

namespace qingheng::feel::meaning {

namespace {

constexpr std::uint32_t kDeepest = 1000;

Type type_of_value(const Value& value) {
  switch (value.kind()) {
    case Kind::Boolean:
      return Type::boolean();
    case Kind::Number:
      return Type::number();
    case Kind::String:
      return Type::string();
    case Kind::Date:
      return Type::date();
    case Kind::Time:
      return Type::of(Type::Tag::Time);
    case Kind::DateTime:
      return Type::of(Type::Tag::DateTime);
    case Kind::DaysDuration:
      return Type::of(Type::Tag::DaysDuration);
    case Kind::MonthsDuration:
      return Type::of(Type::Tag::MonthsDuration);
    case Kind::Null:
      return Type::of(Type::Tag::Null);
    default:
      return Type::any();
  }
}

}  // namespace

Checker::Checker(const base::SourceSpan& text, const Scope& scope, const CompileOptions& options)
    : scope_(scope), options_(options) {
  program_.text = text;
  for (std::size_t at = 0; at < scope.entries().size(); ++at) {
    entries_.emplace(scope.entries()[at].name, at);
    for (const std::string& alias : scope.entries()[at].aliases) entries_.emplace(alias, at);
  }
}

Type Checker::check(const Syntax& root) {
  if (options_.form == Form::UnaryTests) {
    open_frame();
    program_.tested = bind("?", options_.tested);
  }
  if (options_.form == Form::Filter) {
    open_frame().item = true;
    program_.tested = bind("item", options_.tested);
  }
  const Typed whole = root.kind == syntax::NodeKind::UnaryTests || options_.form != Form::UnaryTests
                          ? expression(root)
                          : unary_tests(root);
  program_.root = whole.node;
  std::ranges::sort(inputs_);
  inputs_.erase(std::ranges::unique(inputs_).begin(), inputs_.end());
  program_.inputs = inputs_;
  if (options_.expected != nullptr) {
    const Type& wanted = *options_.expected;
    if (!fits(whole.type, wanted)) {
      find("F109", root.span,
           fmt::format("this is {}, but {} is wanted here", in_words(whole.type), in_words(wanted)));
    } else if (whole.type.tag == Type::Tag::Number && !whole.adapts && !whole.type.unit.empty() &&
               !wanted.unit.empty() && whole.type.unit != wanted.unit) {
      find("F104", root.span,
           fmt::format("this is in `{}`, but `{}` is wanted here", whole.type.unit, wanted.unit),
           "multiply by the factor between the two units");
    }
  }
  return whole.type;
}

Typed Checker::expression(const Syntax& node) {
  if (depth_ >= kDeepest) {
    // All operands of the deepest node are too deep: said once.
    if (findings_.empty() || findings_.back().code != "F113")
      find("F113", node.span, "the expression is nested too deeply");
    return missing(node, "the expression is nested too deeply");
  }
  ++depth_;
  Typed typed = dispatch(node);
  --depth_;
  return typed;
}

Typed Checker::dispatch(const Syntax& node) {
  using syntax::NodeKind;
  if (node.kind != NodeKind::Function) self_ = plan::kNone;
  switch (node.kind) {
    case NodeKind::Literal: {
      program_.constants.push_back(node.value);
      const auto at = static_cast<std::uint32_t>(program_.constants.size() - 1);
      return {emit(plan::Op::Constant, node, {}, at), type_of_value(node.value), true};
    }
    case NodeKind::Name:
      return name(node);
    case NodeKind::Path:
      return path(node);
    case NodeKind::Negate:
      return negate(node);
    case NodeKind::Binary:
      return binary(node);
    case NodeKind::Between:
      return between(node);
    case NodeKind::In:
      return membership(node);
    case NodeKind::InstanceOf:
      return instance_of(node);
    case NodeKind::If:
      return choice(node);
    case NodeKind::For:
    case NodeKind::Some:
    case NodeKind::Every:
      return iterate(node);
    case NodeKind::Function:
      return function(node);
    case NodeKind::Call:
      return call(node);
    case NodeKind::Filter:
      return filter(node);
    case NodeKind::List:
      return list(node);
    case NodeKind::Context:
      return context(node);
    case NodeKind::Range:
    case NodeKind::Iteration:
      return range(node);
    case NodeKind::UnaryTests:
    case NodeKind::Test:
      return unary_tests(node);
  }
  return missing(node, "this has no meaning here");
}

std::uint32_t Checker::emit(plan::Op op, const Syntax& node, const Operands& operands, std::uint32_t at,
                            std::uint32_t extra) {
  plan::Node made;
  made.op = op;
  made.operation = node.op;
  made.first = static_cast<std::uint32_t>(program_.operands.size());
  made.count = static_cast<std::uint32_t>(operands.size());
  made.at = at;
  made.extra = extra;
  made.place = static_cast<std::uint32_t>(program_.places.size());
  program_.operands.insert(program_.operands.end(), operands.begin(), operands.end());
  program_.places.push_back(node.span);
  program_.nodes.push_back(made);
  return static_cast<std::uint32_t>(program_.nodes.size() - 1);
}

std::uint32_t Checker::text(std::string text) {
  program_.texts.push_back(std::move(text));
  return static_cast<std::uint32_t>(program_.texts.size() - 1);
}

void Checker::find(std::string code, const base::SourceSpan& span, std::string message, std::string help) {
  base::Diagnostic finding;
  finding.severity = options_.checking == Checking::Strict ? base::Severity::Error : base::Severity::Warning;
  finding.code = std::move(code);
  finding.message = std::move(message);
  finding.help = std::move(help);
  finding.spans.push_back({span, {}});
  findings_.push_back(std::move(finding));
}

}  // namespace qingheng::feel::meaning
