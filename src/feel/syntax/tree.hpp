// SPDX-License-Identifier: Apache-2.0
// The syntax tree of an expression (DMN 1.5 §10.3.1.2): what the parser makes and the meaning stage reads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "feel/value.hpp"

namespace qingheng::feel::syntax {

struct Node;
using NodePtr = std::unique_ptr<Node>;

/// What a node is; the comment says what its `parts` hold, in order.
enum class NodeKind : std::uint8_t {
  Literal,     // `value`: null, boolean, number, string, or the temporal value of an @-literal; no parts
  Name,        // `text`: the whole name, words apart by single spaces; `?` is the tested value
  Path,        // [object]; `text`: the member's name
  Negate,      // [operand]
  Binary,      // [left, right]; `op` from Or to Exponent
  Between,     // [operand, low, high]
  In,          // [operand, tests…]: each part a positive unary test
  InstanceOf,  // [operand]; `type`
  If,          // [condition, then, else]
  For,         // [domain of each iterator…, result]; `names`: the iterators
  Some,        // [domain of each iterator…, condition]; `names`: the iterators
  Every,       // [domain of each iterator…, condition]; `names`: the iterators
  Function,    // [body]; `names` and `types`: the parameters; `external` when the body is external
  Call,        // [function, arguments…]; `names`: empty, or one per argument for a call by name
  Filter,      // [list, condition]
  List,        // [items…]
  Context,     // [values…]; `names`: the keys
  Range,       // [low, high]; an unbounded side is null pointer; `low_included`, `high_included`
  Iteration,   // [low, high] of `for i in 1..10`, only as the domain of an iterator
  Test,  // [operand] of a unary test with an operator in front: `op` from Less to NotEqual, tested on its
         // left
  UnaryTests,  // [tests…], any of which may hold; none: `-`, everything passes; `negated` for not( … )
};

enum class Operator : std::uint8_t {
  Or,
  And,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Add,
  Subtract,
  Multiply,
  Divide,
  Exponent,
};

/// A type as written after `instance of` or a parameter: `list<number>`, `context<a: string>`,
/// `function<number> -> string`, `range<date>`, or a name (words apart by single spaces).
struct TypeText {
  std::string name;                  // `list`, `context`, `function`, `range`, or the type's name
  std::vector<std::string> members;  // of a context
  std::vector<TypeText> arguments;   // element, members' types, or parameters followed by the result
  base::SourceSpan span;
};

/// One node; which fields count is said at NodeKind.
struct Node {
  NodeKind kind = NodeKind::Literal;
  Operator op = Operator::Or;
  bool low_included = false;
  bool high_included = false;
  bool negated = false;
  bool external = false;
  base::SourceSpan span;  // all characters of the node
  std::string text;
  Value value;
  std::vector<NodePtr> parts;
  std::vector<std::string> names;
  std::vector<base::SourceSpan> name_spans;    // of `names`, one each; of the member for Path
  std::vector<std::optional<TypeText>> types;  // of `names` for Function
  std::optional<TypeText> type;                // InstanceOf

  Node() = default;
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  /// Takes deep trees apart in a loop.
  ~Node();
};

}  // namespace qingheng::feel::syntax
