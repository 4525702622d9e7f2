// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/errors_test.cpp
#include "feel/syntax/internal/parser.hpp"

namespace qingheng::feel::syntax {

Parser::Parser(const base::SourceSpan& text, const Scope& scope, const Language& language)
    : text_(text), tokens_(tokens_of(text.text())), known_(scope, language.functions), language_(language) {}

std::expected<NodePtr, base::Diagnostics> Parser::run(Form form) {
  if (form == Form::Filter) ++filters_;
  NodePtr root = form == Form::UnaryTests ? unary_tests() : expression();
  if (root && peek().kind != TokenKind::End) root = leftover();
  if (root) return root;
  return std::unexpected(base::Diagnostics{*finding_});
}

const Token& Parser::peek(std::size_t ahead) const {
  return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
}

bool Parser::take(std::string_view text) {
  if (!at(text)) return false;
  ++next_;
  return true;
}

base::SourceSpan Parser::span_of(const Token& token) const { return text_.sub(token.begin, token.end); }

base::SourceSpan Parser::since(std::size_t first) const {
  const Token& last = tokens_[std::max(first, next_ == 0 ? 0 : next_ - 1)];
  return text_.sub(tokens_[first].begin, last.end);
}

NodePtr Parser::make(NodeKind kind, std::size_t first) const {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->span = since(first);
  return node;
}

std::nullptr_t Parser::fail(SyntaxError error, base::SourceSpan span, std::string message, std::string help) {
  if (!finding_) finding_ = syntax_error(error, std::move(span), std::move(message), std::move(help));
  return nullptr;
}

std::nullptr_t Parser::fail_at_token(SyntaxError error, std::string message, std::string help) {
  const Token& token = peek();
  const bool wrong = token.kind == TokenKind::Wrong || token.kind == TokenKind::OpenString ||
                     token.kind == TokenKind::OpenComment;
  if (!wrong) return fail(error, span_of(token), std::move(message), std::move(help));
  if (!finding_) finding_ = explain(token, text_);
  return nullptr;
}

std::nullptr_t Parser::unexpected(std::string_view wanted) {
  const Token& token = peek();
  const std::string expected = "expected " + std::string(wanted);
  if (token.kind == TokenKind::End) {
    return fail_at_token(SyntaxError::UnexpectedEnd, "the text ends too early", expected);
  }
  const bool keyword = token.kind == TokenKind::Word && is_keyword(token.text);
  return fail_at_token(SyntaxError::NotAValue,
                       (keyword ? "unexpected keyword `" : "unexpected `") + std::string(token.text) + "`",
                       expected);
}

std::nullptr_t Parser::not_closed(std::string_view bracket, std::size_t open) {
  const std::string opened(tokens_[open].text);
  const bool first = !finding_;
  fail_at_token(SyntaxError::MissingBracket, "`" + opened + "` is not closed",
                "write `" + std::string(bracket) + "`");
  if (first && finding_->code == code_of(SyntaxError::MissingBracket)) {
    finding_->spans.front().caption = "expected `" + std::string(bracket) + "`";
    finding_->spans.push_back({span_of(tokens_[open]), "opened here"});
  }
  return nullptr;
}

bool Parser::close(std::string_view bracket, std::size_t open) {
  if (take(bracket)) return true;
  not_closed(bracket, open);
  return false;
}

bool Parser::expect_word(std::string_view word, std::size_t owner) {
  if (take(word)) return true;
  const bool first = !finding_;
  const std::string begun(tokens_[owner].text);
  fail_at_token(SyntaxError::MissingWord, "`" + begun + "` needs `" + std::string(word) + "` here");
  if (first && finding_->code == code_of(SyntaxError::MissingWord)) {
    finding_->spans.push_back({span_of(tokens_[owner]), "begun here"});
  }
  return false;
}

std::nullptr_t Parser::leftover() {
  const Token& token = peek();
  std::string help = "an operator is missing before it";
  if (token.is(")") || token.is("]") || token.is("}")) help = "this bracket closes nothing";
  if (token.is(",")) help = "a list stands between `[` and `]`";
  if (token.is("..")) help = "a range stands between brackets: `[1..5]`";
  if (token.is(":")) help = "a context stands between `{` and `}`";
  if (token.is("then") || token.is("else")) help = "there is no `if` that it belongs to";
  return fail_at_token(SyntaxError::Leftover, "unexpected `" + std::string(token.text) + "`",
                       std::move(help));
}

}  // namespace qingheng::feel::syntax
