// SPDX-License-Identifier: Apache-2.0
// A DMN model as its file says it (DMN 1.5 chapters 6 to 10): names not resolved, nothing checked. A text of
// FEEL is a span whose `text()` is the decoded text; it points into the file where the file holds the very
// same bytes, otherwise into a source of its own that names file and line. `address` of each span says the
// element: `decision Approval › row 3`.
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
struct BoxedContext {
  std::vector<ContextEntry> entries;
};

/// Boxed invocation (§10.2.1.3): `called` gives the function, the bindings its arguments by name.
struct Binding {
  Variable parameter;
  ExpressionPtr value;
};
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

/// A reference by `href` (§6.3.13): `model` is the namespace before `#`, empty for the model itself.
struct Reference {
  std::string model;
  std::string id;
  base::SourceSpan span;
};

/// What every element of a requirement graph has.
struct Head {
  std::string id;
  std::string name;
  std::string label;
  std::string description;
  base::SourceSpan span;
};

/// Input data (§6.3.11).
struct InputData {
  Head head;
  Variable variable;
};

/// A decision (§6.3.7) with its requirements; without logic it gives null.
struct Decision {
  Head head;
  Variable variable;
  std::string question;
  std::string allowed_answers;
  std::vector<Reference> required_inputs;
  std::vector<Reference> required_decisions;
  std::vector<Reference> required_knowledge;
  std::vector<Reference> required_authorities;
  ExpressionPtr logic;
};

/// Business knowledge model (§6.3.9): a function of the model.
struct Knowledge {
  Head head;
  Variable variable;
  std::optional<FunctionDefinition> logic;
  std::vector<Reference> required_knowledge;
  std::vector<Reference> required_authorities;
};

/// Decision service (§6.3.10).
struct Service {
  Head head;
  Variable variable;
  std::vector<Reference> outputs;
  std::vector<Reference> encapsulated;
  std::vector<Reference> input_decisions;
  std::vector<Reference> input_data;
};

/// Knowledge source (§6.3.12): the law or paper behind a decision.
struct KnowledgeSource {
  Head head;
  std::string type;
  std::string location;  // URI
  std::vector<Reference> requirements;
};

/// Item definition (§7.3.2), a component of one alike.
struct ItemDefinition {
  std::string name;
  TypeRef type;  // unless it has components or is a function
  bool collection = false;
  std::optional<base::SourceSpan> allowed_values;   // unary tests for a value, or for each item
  std::optional<base::SourceSpan> type_constraint;  // unary tests for the value, a collection as a whole
  std::vector<ItemDefinition> components;
  struct FunctionItem {
    std::vector<Variable> parameters;
    TypeRef result;
  };
  std::optional<FunctionItem> function;
  base::SourceSpan span;
};

/// Import (§6.3.3): its elements are known under `name`, or without a prefix when that is empty.
struct Import {
  std::string name;
  std::string model;     // namespace
  std::string location;  // URI of the file, often missing
  std::string kind;      // `importType`: the DMN namespace, PMML or XSD
  base::SourceSpan span;
};

/// `xmlns:prefix="uri"` of the root, by which DMN 1.1 writes types of other models.
struct Prefix {
  std::string prefix;
  std::string uri;
};

/// Which edition of the standard the file follows, by its namespace.
enum class Edition : std::uint8_t { Dmn11, Dmn12, Dmn13, Dmn14, Dmn15 };

/// One file (§6.3.2).
struct Model {
  std::shared_ptr<const base::SourceText> source;
  Edition edition = Edition::Dmn15;
  std::string id;
  std::string name;
  std::string name_space;
  std::string expression_language;  // empty: FEEL
  std::vector<Prefix> prefixes;
  std::vector<Import> imports;
  std::vector<ItemDefinition> items;
  std::vector<InputData> inputs;
  std::vector<Decision> decisions;
  std::vector<Knowledge> knowledge;
  std::vector<Service> services;
  std::vector<KnowledgeSource> sources;
};

}  // namespace qingheng::decision::model
