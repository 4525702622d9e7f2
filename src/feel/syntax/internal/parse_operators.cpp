// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include <array>

#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {
namespace {

// From loose to tight (DMN 1.5 §10.3.1.2 rules 1 to 4); minus, calls, filters and paths bind tighter still.
constexpr int kOr = 1;
constexpr int kComparison = 3;
constexpr int kAddition = 4;

struct Infix {
  std::string_view text;
  Operator op;
  int level;
};
constexpr std::array<Infix, 13> kInfixes = {{{"or", Operator::Or, kOr},
                                             {"and", Operator::And, 2},
                                             {"=", Operator::Equal, kComparison},
                                             {"!=", Operator::NotEqual, kComparison},
                                             {"<", Operator::Less, kComparison},
                                             {"<=", Operator::LessOrEqual, kComparison},
                                             {">", Operator::Greater, kComparison},
                                             {">=", Operator::GreaterOrEqual, kComparison},
                                             {"+", Operator::Add, kAddition},
                                             {"-", Operator::Subtract, kAddition},
                                             {"*", Operator::Multiply, 5},
                                             {"/", Operator::Divide, 5},
                                             {"**", Operator::Exponent, 6}}};

const Infix* infix_of(const Token& token) {
  if (token.kind != TokenKind::Symbol && token.kind != TokenKind::Word) return nullptr;
  const auto* const found = std::ranges::find(kInfixes, token.text, &Infix::text);
  return found == kInfixes.end() ? nullptr : found;
}

}  // namespace

NodePtr Parser::expression() {
  if (depth_ >= kMaxDepth) {
    return fail_at_token(SyntaxError::TooDeep, "the expression is nested too deeply",
                         "at most 200 levels; give parts of it names of their own");
  }
  ++depth_;
  NodePtr result = climb(kOr);
  --depth_;
  return result;
}

NodePtr Parser::climb(int level) {
  const std::size_t first = next_;
  NodePtr left = unary();
  return left ? climb_from(std::move(left), first, level) : nullptr;
}

NodePtr Parser::climb_from(NodePtr left, std::size_t first, int level) {
  while (left) {
    if (level <= kComparison && take("between")) {
      left = between(std::move(left), first);
    } else if (level <= kComparison && take("in")) {
      left = in(std::move(left), first);
    } else {
      const Infix* const infix = infix_of(peek());
      if (infix == nullptr || infix->level < level) return left;
      ++next_;
      left = binary(std::move(left), first, infix->op, infix->level);
    }
  }
  return nullptr;
}

NodePtr Parser::binary(NodePtr left, std::size_t first, Operator op, int level) {
  NodePtr right = climb(level + 1);
  if (!right) return nullptr;
  NodePtr node = make(NodeKind::Binary, first);
  node->op = op;
  node->parts.push_back(std::move(left));
  node->parts.push_back(std::move(right));
  return node;
}

NodePtr Parser::between(NodePtr operand, std::size_t first) {
  const std::size_t word = next_ - 1;
  NodePtr low = climb(kAddition);
  if (!low || !expect_word("and", word)) return nullptr;
  NodePtr high = climb(kAddition);
  if (!high) return nullptr;
  NodePtr node = make(NodeKind::Between, first);
  node->parts.push_back(std::move(operand));
  node->parts.push_back(std::move(low));
  node->parts.push_back(std::move(high));
  return node;
}

NodePtr Parser::in(NodePtr operand, std::size_t first) {
  std::vector<NodePtr> tests;
  const std::size_t begin = next_;
  if (!at("(")) {
    NodePtr single = test();
    if (!single) return nullptr;
    tests.push_back(std::move(single));
  } else {
    if (!parenthesised(tests, Inside::TestList)) return nullptr;
    if (tests.size() == 1 && tests.front()->kind != NodeKind::Test) {
      // One value between parentheses may be the beginning of a longer expression: `x in (a + b) * c`.
      NodePtr whole = postfix(std::move(tests.front()), begin);
      if (whole) whole = climb_from(std::move(whole), begin, kAddition);
      if (!whole) return nullptr;
      tests.front() = std::move(whole);
    }
  }
  NodePtr node = make(NodeKind::In, first);
  node->parts.push_back(std::move(operand));
  for (NodePtr& part : tests) node->parts.push_back(std::move(part));
  return node;
}

NodePtr Parser::unary() {
  const std::size_t first = next_;
  while (take("-")) {
  }
  const std::size_t signs = next_ - first;
  if (signs > static_cast<std::size_t>(kMaxDepth)) {
    return fail(SyntaxError::TooDeep, since(first), "too many signs in a row");
  }
  const std::size_t begin = next_;
  NodePtr operand = primary();
  if (operand) operand = postfix(std::move(operand), begin);
  for (std::size_t sign = signs; operand && sign > 0; --sign) {
    NodePtr node = make(NodeKind::Negate, first + sign - 1);
    node->parts.push_back(std::move(operand));
    operand = std::move(node);
  }
  return operand;
}

NodePtr Parser::test() {
  const std::size_t first = next_;
  const Infix* const infix = infix_of(peek());
  if (infix == nullptr || infix->level != kComparison) return climb(kAddition);
  ++next_;
  NodePtr operand = climb(kAddition);
  if (!operand) return nullptr;
  NodePtr node = make(NodeKind::Test, first);
  node->op = infix->op;
  node->parts.push_back(std::move(operand));
  return node;
}

}  // namespace qingheng::feel::syntax
