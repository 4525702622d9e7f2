// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/report_test.cpp
#include "decision/analyse/internal/literals.hpp"

#include <algorithm>

#include "feel/syntax/parse.hpp"

namespace qingheng::decision::analyse {

namespace {

using feel::Value;
using feel::syntax::Node;
using feel::syntax::NodeKind;
using feel::syntax::NodePtr;
using feel::syntax::Operator;

constexpr int kDeepest = 200;

bool is_tested(const Node& node) { return node.kind == NodeKind::Name && node.text == "?"; }

/// Made of literals, arithmetic and calls of functions alone.
bool reads_nothing(const Node& node, int depth) {
  if (depth > kDeepest) return false;
  std::size_t from = 0;
  switch (node.kind) {
    case NodeKind::Literal:
    case NodeKind::Negate:
    case NodeKind::Binary:
      break;
    case NodeKind::Call:
      if (!node.names.empty() || node.parts.front()->kind != NodeKind::Name) return false;
      from = 1;
      break;
    default:
      return false;
  }
  return std::all_of(node.parts.begin() + static_cast<std::ptrdiff_t>(from), node.parts.end(),
                     [&](const NodePtr& part) { return reads_nothing(*part, depth + 1); });
}

std::optional<Value> constant_of(const Node& node) {
  if (node.kind == NodeKind::Literal) return node.value;
  if (!reads_nothing(node, 0)) return std::nullopt;
  const auto compiled = feel::compile(node.span, feel::Scope{}, {.checking = feel::Checking::Standard});
  if (!compiled) return std::nullopt;
  Value value = feel::evaluate(**compiled, {}, feel::Host{});
  if (value.is_null() || value.is_unknown()) return std::nullopt;
  return value;
}

bool is_not(const Node& node) {
  return node.kind == NodeKind::Call && node.names.empty() && node.parts.size() == 2 &&
         node.parts.front()->kind == NodeKind::Name && node.parts.front()->text == "not";
}

bool is_comparison(Operator op) { return op >= Operator::Equal && op <= Operator::GreaterOrEqual; }

class Gathering {
 public:
  bool gather(const Node& node, int depth) {
    if (depth > kDeepest) return false;
    switch (node.kind) {
      case NodeKind::UnaryTests:
      case NodeKind::Test:
      case NodeKind::Range:
      case NodeKind::List:
        return gather_parts(node, 0, depth);
      case NodeKind::In:
      case NodeKind::Between:
        return is_tested(*node.parts.front()) && gather_parts(node, 1, depth);
      case NodeKind::Binary:
        if (node.op == Operator::And || node.op == Operator::Or) return gather_parts(node, 0, depth);
        if (is_comparison(node.op)) return gather_comparison(node, depth);
        break;
      case NodeKind::Call:
        if (is_not(node)) return gather_parts(node, 1, depth);
        break;
      default:
        break;
    }
    const auto value = constant_of(node);
    return value && add(*value, 0);
  }

  std::vector<Value> constants;

 private:
  /// A list and a range compare by what they are made of.
  bool add(const Value& value, int depth) {
    if (depth > kDeepest) return false;
    switch (value.kind()) {
      case feel::Kind::List:
        return std::ranges::all_of(value.as_list(), [&](const Value& item) { return add(item, depth + 1); });
      case feel::Kind::Range:
        return (!value.as_range().low || add(*value.as_range().low, depth + 1)) &&
               (!value.as_range().high || add(*value.as_range().high, depth + 1));
      case feel::Kind::Context:
      case feel::Kind::Function:
      case feel::Kind::Unknown:
        return false;
      default:
        constants.push_back(value);
        return true;
    }
  }
  bool gather_parts(const Node& node, std::size_t from, int depth) {
    return std::all_of(node.parts.begin() + static_cast<std::ptrdiff_t>(from), node.parts.end(),
                       [&](const NodePtr& part) { return part == nullptr || gather(*part, depth + 1); });
  }
  bool gather_comparison(const Node& node, int depth) {
    return std::ranges::all_of(
        node.parts, [&](const NodePtr& part) { return is_tested(*part) || gather(*part, depth + 1); });
  }
};

NodePtr tree_of(const Cell& test) {
  if (test.compiled == nullptr || !feel::inputs_of(*test.compiled).empty()) return nullptr;
  // What reads no name of its scope means the same in an empty one.
  auto tree = feel::syntax::parse(test.span, feel::Scope{}, feel::Form::UnaryTests);
  return tree ? std::move(*tree) : nullptr;
}

}  // namespace

std::optional<std::vector<Value>> constants_of(const Cell& test) {
  const NodePtr tree = tree_of(test);
  Gathering gathering;
  if (tree == nullptr || !gathering.gather(*tree, 0)) return std::nullopt;
  return std::move(gathering.constants);
}

bool tests_nothing(const Cell& test) {
  const NodePtr tree = tree_of(test);
  return tree != nullptr && tree->kind == NodeKind::UnaryTests && tree->parts.empty();
}

std::vector<base::SourceSpan> alternatives_of(const Cell& test) {
  const NodePtr tree = tree_of(test);
  std::vector<base::SourceSpan> parts;
  if (tree == nullptr || tree->kind != NodeKind::UnaryTests || tree->negated || tree->parts.size() < 2)
    return parts;
  for (const NodePtr& part : tree->parts) parts.push_back(part->span);
  return parts;
}

std::vector<Value> listed_by(const Cell& tests) {
  const NodePtr tree = tree_of(tests);
  std::vector<Value> values;
  if (tree == nullptr || tree->kind != NodeKind::UnaryTests || tree->negated) return values;
  for (const NodePtr& part : tree->parts) {
    auto value = constant_of(*part);
    const bool single = value && value->kind() != feel::Kind::List && value->kind() != feel::Kind::Range;
    if (!single) return {};
    values.push_back(*std::move(value));
  }
  return values;
}

std::optional<Value> constant_value(const Cell& output) {
  if (output.compiled == nullptr || !feel::inputs_of(*output.compiled).empty()) return std::nullopt;
  Value value = feel::evaluate(*output.compiled, {}, feel::Host{});
  if (value.is_null() || value.is_unknown()) return std::nullopt;
  return value;
}

}  // namespace qingheng::decision::analyse
