// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {
namespace {

/// A copy of a bound of at most `budget` nodes, which it uses up; null pointer when it is larger, so that
/// nested copies cannot grow without limit.
NodePtr copy_of(const Node& node, int& budget) {
  if (--budget < 0) return nullptr;
  auto copy = std::make_unique<Node>();
  copy->kind = node.kind;
  copy->op = node.op;
  copy->low_included = node.low_included;
  copy->high_included = node.high_included;
  copy->negated = node.negated;
  copy->external = node.external;
  copy->span = node.span;
  copy->text = node.text;
  copy->value = node.value;
  copy->names = node.names;
  copy->name_spans = node.name_spans;
  copy->types = node.types;
  copy->type = node.type;
  for (const NodePtr& part : node.parts) {
    NodePtr below = part ? copy_of(*part, budget) : nullptr;
    if (part && !below) return nullptr;
    copy->parts.push_back(std::move(below));
  }
  return copy;
}

}  // namespace

/// Reads `( … )` once, whatever it turns out to be: a value, a range, a test, or (where allowed) several
/// tests.
bool Parser::parenthesised(std::vector<NodePtr>& items, Inside inside) {
  const std::size_t open = next_++;
  const bool outer = std::exchange(range_end_, false);
  do {
    const bool compares = at("<") || at("<=") || at(">") || at(">=") || at("=") || at("!=");
    NodePtr item = compares ? test() : expression();
    if (item && !compares && items.empty() && at("..")) {
      range_end_ = outer;
      items.push_back(range(std::move(item), open));
      return items.back() != nullptr;
    }
    if (!item) return false;
    items.push_back(std::move(item));
  } while (inside == Inside::TestList && take(","));
  range_end_ = outer;
  if (at(",")) {
    fail_at_token(SyntaxError::MisplacedTests, "parentheses hold one value",
                  "a list stands between `[` and `]`");
    return false;
  }
  return close(")", open);
}

NodePtr Parser::parenthesis() {
  const std::size_t first = next_;
  std::vector<NodePtr> items;
  if (!parenthesised(items, Inside::Expression)) return nullptr;
  return test_as_range(std::move(items.front()), first);
}

/// `(< 10)` is a range (DMN 1.5 §10.3.1.2), `(= 10)` the one from 10 to 10. `(!= 10)` is none and stays a
/// test, and so does `(= …)` of more than a small expression.
NodePtr Parser::test_as_range(NodePtr test, std::size_t first) {
  if (test->kind != NodeKind::Test || test->op == Operator::NotEqual) return test;
  NodePtr node = make(NodeKind::Range, first);
  if (test->op == Operator::Equal) {
    int budget = 32;
    NodePtr copy = copy_of(*test->parts.front(), budget);
    if (!copy) return test;
    node->op = Operator::Equal;
    node->low_included = true;
    node->high_included = true;
    node->parts.push_back(std::move(test->parts.front()));
    node->parts.push_back(std::move(copy));
    return node;
  }
  const bool upper = test->op == Operator::Less || test->op == Operator::LessOrEqual;
  node->low_included = test->op == Operator::GreaterOrEqual;
  node->high_included = test->op == Operator::LessOrEqual;
  node->parts.resize(2);
  node->parts[upper ? 1 : 0] = std::move(test->parts.front());
  return node;
}

NodePtr Parser::range(NodePtr low, std::size_t open) {
  ++next_;
  const bool outer = std::exchange(range_end_, true);
  NodePtr high = expression();
  range_end_ = outer;
  if (!high) return nullptr;
  const bool included = at("]");
  if (!included && !at(")") && !at("[")) return not_closed(tokens_[open].is("(") ? ")" : "]", open);
  ++next_;
  NodePtr node = make(NodeKind::Range, open);
  node->low_included = tokens_[open].is("[");
  node->high_included = included;
  node->parts.push_back(std::move(low));
  node->parts.push_back(std::move(high));
  return node;
}

NodePtr Parser::square() {
  const std::size_t open = next_++;
  const bool outer = std::exchange(range_end_, false);
  NodePtr node = make(NodeKind::List, open);
  if (!at("]")) {
    do {
      NodePtr item = expression();
      if (!item) return nullptr;
      if (node->parts.empty() && at("..")) {
        range_end_ = outer;
        return range(std::move(item), open);
      }
      node->parts.push_back(std::move(item));
    } while (take(","));
  }
  range_end_ = outer;
  if (!close("]", open)) return nullptr;
  node->span = since(open);
  return node;
}

NodePtr Parser::context() {
  const std::size_t open = next_++;
  const bool outer = std::exchange(range_end_, false);
  NodePtr node = make(NodeKind::Context, open);
  if (!at("}")) {
    do {
      if (!entry(*node)) return nullptr;
    } while (take(","));
  }
  range_end_ = outer;
  if (!close("}", open)) return nullptr;
  node->span = since(open);
  return node;
}

bool Parser::entry(Node& context) {
  std::optional<std::string> key;
  if (peek().kind == TokenKind::String) {
    key = text_of(peek());
    if (!key) return false;
    context.name_spans.push_back(span_of(peek()));
    ++next_;
  } else {
    key = new_name({":"}, context);
    if (!key) return false;
  }
  if (!take(":")) {
    unexpected("`:` after the key");
    return false;
  }
  NodePtr value = expression();
  if (!value) return false;
  context.parts.push_back(std::move(value));
  // The later entries may use it, and what stands after the context may ask for it.
  known_.add(*key, NameUse::Variable);
  known_.add(*key, NameUse::Member);
  context.names.push_back(std::move(*key));
  return true;
}

}  // namespace qingheng::feel::syntax
