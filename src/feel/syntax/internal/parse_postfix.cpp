// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/expressions_test.cpp
#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {

NodePtr Parser::postfix(NodePtr object, std::size_t first) {
  while (object) {
    if (at(".")) {
      object = path(std::move(object), first);
    } else if (at("(")) {
      object = call(std::move(object), first);
    } else if (at("[") && !closes_range()) {
      object = filter(std::move(object), first);
    } else if (at("instance") && peek(1).is("of")) {
      object = instance_of(std::move(object), first);
    } else {
      return object;
    }
  }
  return nullptr;
}

/// Whether the `[` here ends a range (`[1..10[`) rather than begins a filter of its upper bound: a filter has
/// a condition, so what follows must be able to begin one.
bool Parser::closes_range() const {
  if (!range_end_) return false;
  const Token& after = peek(1);
  switch (after.kind) {
    case TokenKind::Symbol:
      return !(after.is("(") || after.is("[") || after.is("{") || after.is("-") || after.is("?") ||
               after.is("@"));
    case TokenKind::Word:
      return (is_keyword(after.text) &&
              !(after.is("not") || after.is("true") || after.is("false") || after.is("null") ||
                after.is("if") || after.is("for") || after.is("some") || after.is("every"))) ||
             (after.is("instance") && peek(2).is("of"));
    case TokenKind::Number:
    case TokenKind::String:
      return false;
    default:
      return true;
  }
}

NodePtr Parser::path(NodePtr object, std::size_t first) {
  ++next_;
  const Token& token = peek();
  if (token.kind != TokenKind::Word && known_.longest(std::span(tokens_).subspan(next_), true).tokens == 0) {
    if (object->kind == NodeKind::Literal && object->value.kind() == Kind::Number) {
      return fail(SyntaxError::BadNumber, since(first), "a number needs digits after its point");
    }
    return unexpected("the name of a member after `.`");
  }
  NameHere member = name_here(true);
  const std::size_t begin = next_;
  next_ += member.tokens;
  NodePtr node = make(NodeKind::Path, first);
  node->text = std::move(member.text);
  node->name_spans.push_back(since(begin));
  node->parts.push_back(std::move(object));
  return node;
}

NodePtr Parser::filter(NodePtr object, std::size_t first) {
  const std::size_t open = next_++;
  const bool outer = std::exchange(range_end_, false);
  ++filters_;
  NodePtr condition = expression();
  --filters_;
  range_end_ = outer;
  if (!condition || !close("]", open)) return nullptr;
  NodePtr node = make(NodeKind::Filter, first);
  node->parts.push_back(std::move(object));
  node->parts.push_back(std::move(condition));
  return node;
}

NodePtr Parser::call(NodePtr function, std::size_t first) {
  const std::size_t open = next_++;
  const bool outer = std::exchange(range_end_, false);
  NodePtr node = make(NodeKind::Call, first);
  node->parts.push_back(std::move(function));
  const bool good = at(")") || arguments(*node);
  range_end_ = outer;
  if (!good || !close(")", open)) return nullptr;
  node->span = since(first);
  return node;
}

bool Parser::arguments(Node& call) {
  do {
    const bool named = names_argument();
    if (call.parts.size() > 1 && named == call.names.empty()) {
      fail_at_token(SyntaxError::MixedArguments, "arguments by name and in order are mixed",
                    "name all of them or none");
      return false;
    }
    if (named) {
      std::optional<std::string> name = new_name({":"}, call);
      if (!name) return false;
      ++next_;
      call.names.push_back(std::move(*name));
    }
    NodePtr argument = expression();
    if (!argument) return false;
    call.parts.push_back(std::move(argument));
  } while (take(","));
  return true;
}

NodePtr Parser::instance_of(NodePtr operand, std::size_t first) {
  next_ += 2;
  std::optional<TypeText> wanted = type();
  if (!wanted) return nullptr;
  NodePtr node = make(NodeKind::InstanceOf, first);
  node->type = std::move(wanted);
  node->parts.push_back(std::move(operand));
  return node;
}

}  // namespace qingheng::feel::syntax
