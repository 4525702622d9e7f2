// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/names_test.cpp
#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {
namespace {

bool may_stand_in_name(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Number || token.is(".") || token.is("-") ||
         token.is("+") || token.is("*") || token.is("**") || token.is("/") ||
         (token.kind == TokenKind::Wrong && token.text == "'");
}

}  // namespace

std::string Parser::join(std::size_t from, std::size_t to) const {
  std::string out;
  for (std::size_t index = from; index < to; ++index) {
    if (index > from && tokens_[index].spaced) out += ' ';
    out += tokens_[index].text;
  }
  return out;
}

bool Parser::continues_phrase(const Token& token, const Token& next) const {
  return token.kind == TokenKind::Word && !is_keyword(token.text) &&
         !(token.text == "instance" && next.is("of"));
}

/// Two names cannot follow one another, so words behind a name, known or not, belong to one that was
/// mistyped: the later stage can then suggest the nearest for all of it.
Parser::NameHere Parser::name_here(bool members) const {
  const KnownNames::Match match = known_.longest(std::span(tokens_).subspan(next_), members);
  std::size_t count = std::max<std::size_t>(match.tokens, 1);
  const std::size_t known = count;
  while (continues_phrase(peek(count), peek(count + 1))) ++count;
  if (count == known && match.tokens > 0) return {count, std::string(match.name)};
  return {count, join(next_, next_ + count)};
}

NodePtr Parser::name() {
  const std::size_t first = next_;
  NameHere here = name_here(filters_ > 0);
  next_ += here.tokens;
  NodePtr node = make(NodeKind::Name, first);
  node->text = std::move(here.text);
  return node;
}

std::optional<std::string> Parser::new_name(std::initializer_list<std::string_view> ends, Node& owner) {
  const std::size_t first = next_;
  const auto ended = [&] {
    return std::ranges::any_of(ends, [this](std::string_view end) { return at(end); });
  };
  while (may_stand_in_name(peek()) && !(next_ > first && ended())) ++next_;
  if (next_ == first || tokens_[first].kind == TokenKind::Number || !ended()) {
    if (next_ == first || (next_ > first && tokens_[first].kind == TokenKind::Number)) {
      next_ = first;
      fail_at_token(SyntaxError::NotAName, "expected a name", "a name begins with a letter");
    } else {
      fail_at_token(SyntaxError::NotAName, "the name does not end here",
                    "expected `" + std::string(*ends.begin()) + "`");
    }
    return std::nullopt;
  }
  owner.name_spans.push_back(since(first));
  return join(first, next_);
}

bool Parser::names_argument() const {
  if (peek().kind != TokenKind::Word) return false;
  std::size_t ahead = 1;
  while (may_stand_in_name(peek(ahead))) ++ahead;
  return peek(ahead).is(":");
}

std::optional<std::string> Parser::type_name() {
  const std::size_t first = next_;
  for (const std::string_view long_name :
       {"date and time", "days and time duration", "years and months duration"}) {
    std::size_t count = 0;
    std::size_t from = 0;
    while (from < long_name.size()) {
      const std::size_t to = std::min(long_name.find(' ', from), long_name.size());
      if (!peek(count).is(long_name.substr(from, to - from))) break;
      ++count;
      from = to + 1;
    }
    if (from < long_name.size()) continue;
    next_ += count;
    return std::string(long_name);
  }
  if (peek().kind != TokenKind::Word || (is_keyword(peek().text) && !at("function") && !at("null"))) {
    fail_at_token(SyntaxError::NotAType, "expected a type",
                  "such as `number`, `date and time` or `list<string>`");
    return std::nullopt;
  }
  ++next_;
  while (continues_phrase(peek(), peek(1)) ||
         (at(".") && peek(1).kind == TokenKind::Word && !is_keyword(peek(1).text))) {
    next_ += at(".") ? 2 : 1;
  }
  return join(first, next_);
}

std::optional<TypeText> Parser::type() {
  const std::size_t first = next_;
  if (depth_ >= kMaxDepth) {
    fail_at_token(SyntaxError::TooDeep, "the type is nested too deeply");
    return std::nullopt;
  }
  std::optional<std::string> name = type_name();
  if (!name) return std::nullopt;
  TypeText type;
  type.name = std::move(*name);
  const bool compound =
      type.name == "list" || type.name == "range" || type.name == "context" || type.name == "function";
  if (compound && at("<")) {
    ++depth_;
    const bool good = type_arguments(type);
    --depth_;
    if (!good) return std::nullopt;
  }
  type.span = since(first);
  return type;
}

bool Parser::type_arguments(TypeText& type) {
  const std::size_t open = next_++;
  while (!at(">")) {
    if (type.name == "context") {
      Node member;
      std::optional<std::string> name = new_name({":"}, member);
      if (!name) return false;
      ++next_;
      type.members.push_back(std::move(*name));
    }
    std::optional<TypeText> argument = this->type();
    if (!argument) return false;
    type.arguments.push_back(std::move(*argument));
    if (!take(",")) break;
  }
  if (!close(">", open)) return false;
  if (type.name != "function") return true;
  if (!take("->")) {
    fail_at_token(SyntaxError::NotAType, "the type of a function needs its result", "write `-> ` and a type");
    return false;
  }
  std::optional<TypeText> result = this->type();
  if (!result) return false;
  type.arguments.push_back(std::move(*result));
  return true;
}

}  // namespace qingheng::feel::syntax
