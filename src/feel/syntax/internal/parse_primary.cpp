// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {

NodePtr Parser::primary() {
  const Token& token = peek();
  const KnownNames::Match match = known_.longest(std::span(tokens_).subspan(next_), filters_ > 0);
  const bool reserved = token.kind == TokenKind::Word && is_keyword(token.text);
  if (match.tokens > 1 || (match.tokens == 1 && token.kind == TokenKind::Wrong)) return name();
  if (reserved) return keyword();
  if (token.kind == TokenKind::Word) return name();
  if (token.kind == TokenKind::Number) return number();
  if (token.kind == TokenKind::String) return string();
  if (at("@")) return temporal();
  if (at("(")) return parenthesis();
  if (at("[")) return square();
  if (at("{")) return context();
  if (at("]")) {
    const std::size_t open = next_++;
    const bool outer = std::exchange(range_end_, false);
    NodePtr low = expression();
    range_end_ = outer;
    if (!low) return nullptr;
    return at("..") ? range(std::move(low), open) : unexpected("`..` in a range that `]` opens");
  }
  if (at("?")) {
    const std::size_t first = next_++;
    NodePtr node = make(NodeKind::Name, first);
    node->text = "?";
    return node;
  }
  return unexpected("a value");
}

NodePtr Parser::keyword() {
  if (at("true") || at("false")) return constant(Value::boolean(at("true")));
  if (at("null")) return constant(Value());
  if (at("if")) return conditional();
  if (at("for")) return loop(NodeKind::For, "return");
  if (at("some")) return loop(NodeKind::Some, "satisfies");
  if (at("every")) return loop(NodeKind::Every, "satisfies");
  if (at("function")) return function();
  if (at("external")) return name();
  if (at("not")) {
    if (peek(1).is("(")) return name();
    return fail_at_token(SyntaxError::NotAValue, "`not` is a function",
                         "put what it negates between parentheses: `not(…)`");
  }
  return unexpected("a value");
}

NodePtr Parser::conditional() {
  const std::size_t first = next_++;
  const bool outer = std::exchange(range_end_, false);
  NodePtr node = make(NodeKind::If, first);
  for (const std::string_view end : {"then", "else", ""}) {
    NodePtr part = expression();
    if (!part || (!end.empty() && !expect_word(end, first))) return nullptr;
    node->parts.push_back(std::move(part));
  }
  range_end_ = outer;
  node->span = since(first);
  return node;
}

NodePtr Parser::domain() {
  const std::size_t first = next_;
  NodePtr low = expression();
  if (!low || !take("..")) return low;
  NodePtr high = expression();
  if (!high) return nullptr;
  NodePtr node = make(NodeKind::Iteration, first);
  node->parts.push_back(std::move(low));
  node->parts.push_back(std::move(high));
  return node;
}

NodePtr Parser::loop(NodeKind kind, std::string_view before_result) {
  const std::size_t first = next_++;
  const bool outer = std::exchange(range_end_, false);
  NodePtr node = make(kind, first);
  do {
    std::optional<std::string> iterator = new_name({"in"}, *node);
    if (!iterator) return nullptr;
    ++next_;
    NodePtr values = domain();
    if (!values) return nullptr;
    node->parts.push_back(std::move(values));
    known_.add(*iterator, NameUse::Variable);
    node->names.push_back(std::move(*iterator));
  } while (take(","));
  if (!expect_word(before_result, first)) return nullptr;
  NodePtr result = expression();
  if (!result) return nullptr;
  node->parts.push_back(std::move(result));
  for (const std::string& iterator : node->names) known_.forget(iterator, NameUse::Variable);
  range_end_ = outer;
  node->span = since(first);
  return node;
}

NodePtr Parser::function() {
  const std::size_t first = next_++;
  const std::size_t open = next_;
  if (!take("(")) return unexpected("`(` and the parameters of the function");
  const bool outer = std::exchange(range_end_, false);
  NodePtr node = make(NodeKind::Function, first);
  if ((!at(")") && !parameters(*node)) || !close(")", open)) return nullptr;
  for (const std::string& parameter : node->names) known_.add(parameter, NameUse::Variable);
  node->external = at("external") && peek(1).is("{") && take("external");
  NodePtr body = expression();
  if (!body) return nullptr;
  node->parts.push_back(std::move(body));
  for (const std::string& parameter : node->names) known_.forget(parameter, NameUse::Variable);
  range_end_ = outer;
  node->span = since(first);
  return node;
}

bool Parser::parameters(Node& function) {
  do {
    std::optional<std::string> parameter = new_name({")", ",", ":"}, function);
    if (!parameter) return false;
    function.names.push_back(std::move(*parameter));
    function.types.emplace_back();
    if (!take(":")) continue;
    function.types.back() = type();
    if (!function.types.back()) return false;
  } while (take(","));
  return true;
}

}  // namespace qingheng::feel::syntax
