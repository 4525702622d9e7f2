// SPDX-License-Identifier: Apache-2.0
// Calls and function definitions.
// tested by: src/feel/suite_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "feel/meaning/checker.hpp"
#include "feel/meaning/type_relations.hpp"

namespace qingheng::feel::meaning {

using syntax::NodeKind;
using Tag = Type::Tag;

Typed Checker::call(const Syntax& node) {
  const Syntax& target = *node.parts[0];
  if (target.kind == NodeKind::Name) {
    const Frame* frame = nullptr;
    const bool named = local(target.text, frame) != nullptr || entries_.contains(target.text);
    const Builtin* builtin = named ? nullptr : find_builtin(target.text);
    if (builtin != nullptr) return call_builtin(node, *builtin);
  }
  const Typed function = expression(target);
  Operands operands{function.node};
  std::vector<Typed> arguments;
  for (std::size_t part = 1; part < node.parts.size(); ++part) {
    arguments.push_back(expression(*node.parts[part]));
    operands.push_back(arguments.back().node);
  }
  if (!is_open(function.type) && function.type.tag != Tag::Function) {
    find("F108", target.span, fmt::format("{} is not a function", in_words(function.type)));
  }
  check_arguments(node, function.type, arguments);
  std::uint32_t names = 0;
  if (!node.names.empty()) {
    program_.names.push_back(node.names);
    names = static_cast<std::uint32_t>(program_.names.size());
  }
  return {emit(plan::Op::Call, node, operands, 0, names),
          function.type.result ? *function.type.result : Type::any(), !function.type.result};
}

void Checker::check_arguments(const Syntax& node, const Type& function, std::span<const Typed> arguments) {
  if (function.tag != Tag::Function || !function.parameters) return;
  const std::vector<Type>& wanted = *function.parameters;
  if (arguments.size() != wanted.size()) {
    find("F107", node.span,
         fmt::format("the function takes {} argument{}, not {}", wanted.size(), wanted.size() == 1 ? "" : "s",
                     arguments.size()));
    return;
  }
  if (!node.names.empty()) return;
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    check_code(wanted[at], node.parts[at + 1].get());
    if (fits(arguments[at].type, wanted[at])) continue;
    find("F107", node.parts[at + 1]->span,
         fmt::format("argument {} is {}, but {} is wanted", at + 1, in_words(arguments[at].type),
                     in_words(wanted[at])));
  }
}

namespace {

/// No function value is called while a constant is made.
class NoCaller final : public FunctionCaller {
 public:
  [[nodiscard]] Value call(const Value&, std::span<const Value>) override {
    return Value::null({"no function is called here", {}});
  }
  [[nodiscard]] bool spend(std::uint64_t) override { return true; }
};

bool makes_a_moment(std::string_view name) {
  return name == "date" || name == "time" || name == "date and time" || name == "duration";
}

}  // namespace

void Checker::check_constant(const Syntax& node, const Builtin& builtin, const Operands& operands) {
  if (options_.checking != Checking::Strict || operands.empty() || !makes_a_moment(builtin.name)) return;
  std::vector<Value> arguments;
  for (const std::uint32_t operand : operands) {
    const plan::Node& made = program_.nodes[operand];
    if (made.op != plan::Op::Constant) return;
    arguments.push_back(program_.constants[made.at]);
  }
  const Host host;
  NoCaller caller;
  const CallSite site{host, node.span, caller};
  const Value value = node.names.empty() ? feel::call_builtin(builtin, arguments, site)
                                         : feel::call_builtin(builtin, node.names, arguments, site);
  if (value.kind() != Kind::Null) return;
  const base::SourceSpan& place = node.parts.size() == 2 ? node.parts[1]->span : node.span;
  const NullReason* why = value.null_reason();
  find("F115", place, fmt::format("`{}` is always null", node.span.text()),
       why == nullptr ? "" : why->message);
}

Typed Checker::call_builtin(const Syntax& node, const Builtin& builtin) {
  Operands operands;
  std::vector<Type> types;
  bool adapts = true;
  bool has_unit = false;
  for (std::size_t part = 1; part < node.parts.size(); ++part) {
    const Typed argument = expression(*node.parts[part]);
    operands.push_back(argument.node);
    adapts = adapts && argument.adapts;
    has_unit = has_unit || !element_of(argument.type).unit.empty();
    types.push_back(argument.type);
  }
  const std::vector<const Overload*> fitting = candidates(builtin, types, node.names);
  Type type = Type::any();
  if (fitting.empty()) {
    std::string help;
    const std::string_view before = builtin.overloads.size() == 1 ? "write " : "write one of ";
    for (const Overload& overload : builtin.overloads)
      help += fmt::format("{}`{}`", help.empty() ? before : ", ", signature(builtin, overload));
    std::string given;
    for (const Type& argument : types)
      given += fmt::format("{}{}", given.empty() ? "" : ", ", in_words(argument));
    find("F107", node.span, fmt::format("`{}` cannot be called with ({})", builtin.name, given),
         std::move(help));
  } else {
    check_constant(node, builtin, operands);
    type = result_type(*fitting.front(), types, node.names);
    for (const Overload* other : fitting) type = common(type, result_type(*other, types, node.names));
  }
  // A built-in that gives a number without its unit, such as `abs`, leaves the unit open.
  const bool lost_unit = type.tag == Tag::Number && type.unit.empty() && has_unit;
  program_.builtins.push_back(&builtin);
  const auto at = static_cast<std::uint32_t>(program_.builtins.size() - 1);
  std::uint32_t names = 0;
  if (!node.names.empty()) {
    program_.names.push_back(node.names);
    names = static_cast<std::uint32_t>(program_.names.size());
  }
  return {emit(plan::Op::CallBuiltin, node, operands, at, names), std::move(type), adapts || lost_unit};
}

Typed Checker::function(const Syntax& node) {
  const std::uint32_t self = std::exchange(self_, plan::kNone);
  if (node.external) {
    const std::string why =
        fmt::format("external functions are not run here: `{}`", node.parts[0]->span.text());
    find("F112", node.span, why);
    return missing(node, why);
  }
  plan::FunctionPlan plan;
  plan.parameters = node.names;
  plan.first_slot = program_.slots;
  plan.self_slot = self;
  captures_.emplace_back();
  open_frame();
  for (std::size_t at = 0; at < node.names.size(); ++at) {
    const bool typed = at < node.types.size() && node.types[at];
    plan.types.push_back(typed ? type_of_text(*node.types[at]) : Type::any());
    (void)bind(node.names[at], plan.types.back(), true);
  }
  const Typed body = expression(*node.parts[0]);
  close_frame();
  plan.captures = std::move(captures_.back());
  captures_.pop_back();
  std::erase(plan.captures, self);
  const Type type = Type::function(plan.types, body.type);
  plan.type = std::make_shared<const Type>(type);
  program_.functions.push_back(std::move(plan));
  const auto at = static_cast<std::uint32_t>(program_.functions.size() - 1);
  return {emit(plan::Op::Closure, node, {body.node}, at), type, false};
}

}  // namespace qingheng::feel::meaning
