// SPDX-License-Identifier: Apache-2.0
// The expressions of a DMN model as its file says them (DMN 1.5 §7.3, §8.3, §10.2.1). `decision/model.hpp`
// holds the elements that they stand in and says what the spans are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"

namespace qingheng::decision::model {

/// The name of a type as written: `number`, `feel:number`, `tApplicant`, `imported.tApplicant`; empty when
/// the file names none.
struct TypeRef {
  std::string name;
  base::SourceSpan span;
};

/// An information item (§7.3.4): the name a value has, and its type.
struct Variable {
  std::string name;
  TypeRef type;
  base::SourceSpan span;
};

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

/// Boxed literal expression (§7.3.5): FEEL unless `language` names another.
struct Literal {
  base::SourceSpan text;
  std::string language;  // empty: that of the model
};

/// One entry of a boxed context (§10.2.1.4); the one without a variable gives the result.
struct ContextEntry {
  std::optional<Variable> variable;
  ExpressionPtr value;
};
/// Boxed context (§10.2.1.4).
struct BoxedContext {
  std::vector<ContextEntry> entries;
};

/// One argument of an invocation.
struct Binding {
  Variable parameter;
  ExpressionPtr value;
};
/// Boxed invocation (§10.2.1.3): `called` gives the function, the bindings its arguments by name.
struct Invocation {
  ExpressionPtr called;
  std::vector<Binding> bindings;
};

/// Boxed function definition (§10.2.1.7). Java and PMML are kept by name only.
struct FunctionDefinition {
  enum class Kind : std::uint8_t { Feel, Java, Pmml };
  Kind kind = Kind::Feel;
  std::vector<Variable> parameters;
  ExpressionPtr body;  // null pointer when there is none
  TypeRef type;        // of the function itself, when named
  base::SourceSpan span;
};

/// Boxed list (§10.2.1.5).
struct BoxedList {
  std::vector<ExpressionPtr> items;
};

/// Boxed relation (§10.2.1.6): as many cells in a row as columns.
struct Relation {
  std::vector<Variable> columns;
  std::vector<std::vector<ExpressionPtr>> rows;
};

/// Boxed conditional (§10.2.1.9).
struct Conditional {
  ExpressionPtr condition;
  ExpressionPtr then;
  ExpressionPtr otherwise;
};

/// Boxed filter (§10.2.1.10): `match` is evaluated as a filter expression over `in`.
struct BoxedFilter {
  ExpressionPtr in;
  ExpressionPtr match;
};

/// Boxed `for`, `some` and `every` (§10.2.1.11).
struct Iterator {
  enum class Kind : std::uint8_t { For, Some, Every };
  Kind kind = Kind::For;
  std::string variable;
  ExpressionPtr in;
  ExpressionPtr result;  // of `return` or `satisfies`
};

/// How many rows of a table may hit and what comes of it (§8.2.8).
enum class HitPolicy : std::uint8_t { Unique, First, Any, Priority, RuleOrder, OutputOrder, Collect };
/// What `collect` makes of the outputs.
enum class Aggregation : std::uint8_t { None, Sum, Min, Max, Count };

/// A column that is tested (§8.3.2): the expression, its type, the tests that its values must pass.
struct InputColumn {
  std::string label;
  ExpressionPtr expression;  // always a literal in a valid file
  std::optional<base::SourceSpan> values;
  base::SourceSpan span;
};
/// A column that gives a value (§8.3.3). `name` is empty when it is the only one.
struct OutputColumn {
  std::string name;
  std::string label;
  TypeRef type;
  std::optional<base::SourceSpan> values;  // in order of priority
  ExpressionPtr fallback;                  // default output entry, null pointer without one
  base::SourceSpan span;
};
/// One rule: a unary test for each input, an expression for each output, the texts of its annotations.
struct Row {
  std::vector<base::SourceSpan> tests;
  std::vector<ExpressionPtr> outputs;
  std::vector<std::string> annotations;
  base::SourceSpan span;
};
/// Decision table (§8.3.1). The orientation is how it is drawn and means nothing.
struct DecisionTable {
  enum class Orientation : std::uint8_t { RuleAsRow, RuleAsColumn, CrossTable };
  HitPolicy hit = HitPolicy::Unique;
  Aggregation aggregation = Aggregation::None;
  Orientation orientation = Orientation::RuleAsRow;
  std::string output_label;
  std::vector<InputColumn> inputs;
  std::vector<OutputColumn> outputs;
  std::vector<std::string> annotations;  // names of the columns
  std::vector<Row> rows;
};

/// Any boxed expression, with the type it declares.
struct Expression {
  std::string id;
  std::string label;
  TypeRef type;
  base::SourceSpan span;
  std::variant<Literal, BoxedContext, Invocation, FunctionDefinition, BoxedList, Relation, Conditional,
               BoxedFilter, Iterator, DecisionTable>
      form;
};

}  // namespace qingheng::decision::model
