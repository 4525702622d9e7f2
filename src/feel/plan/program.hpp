// SPDX-License-Identifier: Apache-2.0
// The plan: a checked expression as a flat array of nodes with their operands as indices, names resolved to
// slots. Immutable; the scalar evaluator reads it, and a batch evaluator can.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "feel/builtins/builtin.hpp"
#include "feel/syntax/tree.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::feel::plan {

/// What a node does; the comment says its operands and what `at` is.
enum class Op : std::uint8_t {
  Constant,     // at: constant
  Input,        // at: scope entry
  Local,        // at: slot
  Missing,      // null for a name that does not exist; at: text of the reason
  Member,       // [object]; at: text, the member's name
  ItemMember,   // [fallback]; at: slot of the item, a context that may have the entry; extra: text, its name
  Negate,       // [operand]
  Arithmetic,   // [first, others…]; at: first of the operators, one for each of the others; left to right
  And,          // [operands…]
  Or,           // [operands…]
  Compare,      // [left, right]; `op`; extra: text of the unit of both sides + 1, when they have one
  Between,      // [operand, low, high]
  In,           // [operand, tests…]; at: slot of the tested value
  AnyTest,      // [tests…]; at: slot of the tested value; extra: 1 when negated
  Test,         // [right]; `op`; at: slot of the tested value
  Matches,      // [value]; at: slot of the tested value; extra: bit 0 when the value itself asks for it by
                // `?`, bit 1 in the unary tests of a table cell
  InstanceOf,   // [operand]; at: type
  If,           // [condition, then, else]
  For,          // [domains…, result]; at: slot of the first iterator, the others follow; extra: slot of
                // `partial` + 1
  Some,         // [domains…, condition]; at: slot of the first iterator
  Every,        // [domains…, condition]; at: slot of the first iterator
  Closure,      // [body]; at: function
  Call,         // [function, arguments…]; extra: names + 1, when called by name
  CallBuiltin,  // [arguments…]; at: built-in; extra: names + 1, when called by name
  Filter,       // [list, condition]; at: slot of `item`
  Index,        // [list, number]
  List,         // [items…]
  Context,      // [values…]; at: names, the keys; extra: slot of the first entry, the others follow
  Range,        // [low, high], kNone for an unbounded side; extra: bit 0 low included, bit 1 high included
  Iteration,    // [low, high] as the domain of an iterator, up or down
};

/// An operand that is not there.
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// One step of the plan; its operands are `count` indices from `first` in `Program::operands`.
struct Node {
  Op op = Op::Constant;
  syntax::Operator operation = syntax::Operator::Or;
  std::uint16_t reserved = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t at = 0;
  std::uint32_t extra = 0;
  std::uint32_t place = 0;  // of its characters in `Program::places`
};

/// A `function(...)` of the text: parameters stand in slots from `first_slot`; `captures` are the slots of
/// the surroundings that its body reads; `self_slot` holds the function itself when it is an entry of a
/// context and so may call itself, kNone otherwise.
struct FunctionPlan {
  std::vector<std::string> parameters;
  std::vector<Type> types;
  std::vector<std::uint32_t> captures;
  std::uint32_t first_slot = 0;
  std::uint32_t self_slot = kNone;
  std::shared_ptr<const Type> type;
};

/// The whole plan.
struct Program {
  base::SourceSpan text;
  std::vector<Node> nodes;
  std::vector<std::uint32_t> operands;
  std::vector<base::SourceSpan> places;
  std::vector<Value> constants;
  std::vector<std::string> texts;
  std::vector<std::vector<std::string>> names;
  std::vector<Type> types;
  std::vector<FunctionPlan> functions;
  std::vector<const Builtin*> builtins;
  std::vector<syntax::Operator> operators;
  std::uint32_t root = 0;
  std::uint32_t slots = 0;          // of a frame
  std::uint32_t tested = kNone;     // slot of `?` in unary tests
  std::vector<std::size_t> inputs;  // scope entries that are read, sorted

  [[nodiscard]] std::span<const std::uint32_t> parts(const Node& node) const {
    return {operands.data() + node.first, node.count};
  }
  /// The characters of the node, as a place that a reason can keep.
  [[nodiscard]] const base::SourceSpan& span(const Node& node) const { return places[node.place]; }
};

/// The sign of an operator: `>=`, `and`.
[[nodiscard]] std::string_view sign(syntax::Operator op);

}  // namespace qingheng::feel::plan
