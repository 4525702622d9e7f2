// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/unary_tests_test.cpp
#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {

NodePtr Parser::unary_tests() {
  const std::size_t first = next_;
  NodePtr node = make(NodeKind::UnaryTests, first);
  if (at("-") && peek(1).kind == TokenKind::End) {
    ++next_;
    return node;
  }
  if (at("not") && peek(1).is("(")) return negated_tests(first);
  do {
    const bool compares = at("<") || at("<=") || at(">") || at(">=") || at("=") || at("!=");
    NodePtr part = compares ? test() : expression();
    if (!part) return nullptr;
    node->parts.push_back(std::move(part));
  } while (take(","));
  node->span = since(first);
  return node;
}

/// `not( … )` negates the tests in it when nothing follows; otherwise it was the function `not`, the
/// beginning of an expression.
NodePtr Parser::negated_tests(std::size_t first) {
  NodePtr called = name();
  NodePtr node = make(NodeKind::UnaryTests, first);
  if (!parenthesised(node->parts, Inside::TestList)) return nullptr;
  node->span = since(first);
  node->negated = true;
  if (peek().kind == TokenKind::End) return node;
  if (std::ranges::any_of(node->parts, [](const NodePtr& part) { return part->kind == NodeKind::Test; })) {
    return fail_at_token(SyntaxError::MisplacedTests, "nothing may follow `not(…)` around tests",
                         "write the condition out with `?`");
  }
  NodePtr negation = make(NodeKind::Call, first);
  negation->parts = std::move(node->parts);
  negation->parts.insert(negation->parts.begin(), std::move(called));
  negation = postfix(std::move(negation), first);
  if (negation) negation = climb_from(std::move(negation), first, 1);
  if (!negation) return nullptr;
  auto tests = make(NodeKind::UnaryTests, first);
  tests->parts.push_back(std::move(negation));
  while (take(",")) {
    NodePtr part = test();
    if (!part) return nullptr;
    tests->parts.push_back(std::move(part));
  }
  tests->span = since(first);
  return tests;
}

}  // namespace qingheng::feel::syntax
