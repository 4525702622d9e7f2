// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include "feel/syntax/print.hpp"

#include <array>
#include <string_view>

namespace qingheng::feel::syntax {
namespace {

constexpr std::array<std::string_view, 21> kKinds = {
    "literal",     "name", "path",    "negate", "binary",  "between",  "in",
    "instance-of", "if",   "for",     "some",   "every",   "function", "call",
    "filter",      "list", "context", "range",  "iterate", "test",     "unary-tests"};
constexpr std::array<std::string_view, 13> kOperators = {"or", "and", "=", "!=", "<", "<=", ">",
                                                         ">=", "+",   "-", "*",  "/", "**"};

std::string quoted(const std::string& name) { return "`" + name + "`"; }

std::string print_type(const TypeText& type) {
  std::string out = type.name;
  if (type.arguments.empty()) return out;
  out += '<';
  for (std::size_t index = 0; index < type.arguments.size(); ++index) {
    if (index > 0) out += ", ";
    if (index < type.members.size()) out += type.members[index] + ": ";
    out += print_type(type.arguments[index]);
  }
  return out + '>';
}

std::string print_value(const Value& value) {
  switch (value.kind()) {
    case Kind::Null:
      return "null";
    case Kind::Boolean:
      return value.as_boolean() ? "true" : "false";
    case Kind::Number:
      return value.as_number().to_string();
    case Kind::String:
      return '"' + value.as_string() + '"';
    default:
      return "@" + std::string(name_of(value.kind()));
  }
}

std::string head(const Node& node) {
  if (node.kind == NodeKind::Binary || node.kind == NodeKind::Test) {
    return (node.kind == NodeKind::Test ? "test " : "") +
           std::string(kOperators[static_cast<std::size_t>(node.op)]);
  }
  if (node.kind == NodeKind::Range) {
    return std::string("range ") + (node.low_included ? '[' : '(') + (node.high_included ? ']' : ')');
  }
  std::string out(kKinds[static_cast<std::size_t>(node.kind)]);
  if (node.negated) out += " not";
  if (node.external) out += " external";
  return out;
}

}  // namespace

std::string print(const Node& node) {
  if (node.kind == NodeKind::Literal) return print_value(node.value);
  if (node.kind == NodeKind::Name) return quoted(node.text);
  std::string out = "(" + head(node);
  for (std::size_t index = 0; index < node.names.size(); ++index) {
    out += " " + quoted(node.names[index]);
    if (index < node.types.size() && node.types[index]) out += ":" + print_type(*node.types[index]);
  }
  for (const NodePtr& part : node.parts) out += " " + (part ? print(*part) : "_");
  if (node.kind == NodeKind::Path) out += " " + quoted(node.text);
  if (node.type) out += " " + print_type(*node.type);
  return out + ")";
}

}  // namespace qingheng::feel::syntax
