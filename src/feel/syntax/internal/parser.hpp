// SPDX-License-Identifier: Apache-2.0
// The parser: recursive descent over tokens, never reading a token twice to try something else. A function
// that gives null pointer (or empty) has recorded why in `finding_`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/syntax/internal/known_names.hpp"
#include "feel/syntax/internal/token.hpp"
#include "feel/syntax/syntax_error.hpp"
#include "feel/syntax/tree.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel::syntax {

/// What the parser knows of the rest of the language.
struct Language {
  std::span<const std::string> functions;           // names of the built-in functions
  Outcome (*temporal)(std::string_view) = nullptr;  // the value of an @-literal
};

/// One parse of one text.
class Parser {
 public:
  Parser(const base::SourceSpan& text, const Scope& scope, const Language& language);

  /// The tree of the whole text, or what is wrong with it.
  [[nodiscard]] std::expected<NodePtr, base::Diagnostics> run(Form form);

 private:
  enum class Inside : std::uint8_t { Expression, TestList };
  static constexpr int kMaxDepth = 200;

  // tokens
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  [[nodiscard]] bool at(std::string_view text) const { return peek().is(text); }
  bool take(std::string_view text);
  [[nodiscard]] base::SourceSpan span_of(const Token& token) const;
  /// From the token at index `first` to the last one taken.
  [[nodiscard]] base::SourceSpan since(std::size_t first) const;
  [[nodiscard]] NodePtr make(NodeKind kind, std::size_t first) const;

  // findings
  std::nullptr_t fail(SyntaxError error, base::SourceSpan span, std::string message, std::string help = {});
  std::nullptr_t fail_at_token(SyntaxError error, std::string message, std::string help = {});
  std::nullptr_t unexpected(std::string_view wanted);
  std::nullptr_t not_closed(std::string_view bracket, std::size_t open);
  [[nodiscard]] bool close(std::string_view bracket, std::size_t open);
  [[nodiscard]] bool expect_word(std::string_view word, std::size_t owner);
  std::nullptr_t leftover();

  // operators
  NodePtr expression();
  NodePtr climb(int level);
  NodePtr climb_from(NodePtr left, std::size_t first, int level);
  NodePtr binary(NodePtr left, std::size_t first, Operator op, int level);
  NodePtr between(NodePtr operand, std::size_t first);
  NodePtr in(NodePtr operand, std::size_t first);
  NodePtr unary();
  NodePtr postfix(NodePtr object, std::size_t first);
  NodePtr path(NodePtr object, std::size_t first);
  NodePtr filter(NodePtr object, std::size_t first);
  NodePtr call(NodePtr function, std::size_t first);
  bool arguments(Node& call);
  NodePtr instance_of(NodePtr operand, std::size_t first);
  [[nodiscard]] bool closes_range() const;

  // what stands by itself
  NodePtr primary();
  NodePtr keyword();
  NodePtr number();
  NodePtr string();
  NodePtr temporal();
  NodePtr constant(Value value);
  std::optional<std::string> text_of(const Token& token);
  NodePtr conditional();
  NodePtr loop(NodeKind kind, std::string_view before_result);
  NodePtr domain();
  NodePtr function();
  bool parameters(Node& function);

  // brackets
  NodePtr parenthesis();
  bool parenthesised(std::vector<NodePtr>& items, Inside inside);
  NodePtr test_as_range(NodePtr test, std::size_t first);
  NodePtr square();
  NodePtr range(NodePtr low, std::size_t open);
  NodePtr context();
  bool entry(Node& context);

  // tests
  NodePtr test();
  NodePtr unary_tests();
  NodePtr negated_tests(std::size_t first);

  // names
  NodePtr name();
  /// The extent, in tokens, of the name here, and its text.
  struct NameHere {
    std::size_t tokens = 0;
    std::string text;
  };
  [[nodiscard]] NameHere name_here(bool members) const;
  [[nodiscard]] bool continues_phrase(const Token& token, const Token& next) const;
  [[nodiscard]] std::string join(std::size_t from, std::size_t to) const;
  /// Reads a name that the text introduces, up to one of `ends`.
  std::optional<std::string> new_name(std::initializer_list<std::string_view> ends, Node& owner);
  [[nodiscard]] bool names_argument() const;
  std::optional<TypeText> type();
  std::optional<std::string> type_name();
  bool type_arguments(TypeText& type);

  base::SourceSpan text_;
  std::vector<Token> tokens_;
  KnownNames known_;
  Language language_;
  std::size_t next_ = 0;
  int depth_ = 0;
  int filters_ = 0;
  bool range_end_ = false;  // reading the upper bound of a range, which `[` may close
  std::optional<base::Diagnostic> finding_;
};

}  // namespace qingheng::feel::syntax
