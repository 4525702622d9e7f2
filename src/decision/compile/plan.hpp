// SPDX-License-Identifier: Apache-2.0
// A compiled graph: elements with their names resolved to slots of a frame, boxed expressions as trees of
// compiled FEEL. Immutable; `run` reads it.
//
// A frame holds the values of one element while it is evaluated: first what it requires (`Source`), then the
// parameters of a function, the entries of contexts, the variables of iterators.
//
// A model that is imported on two ways stands in the graph twice: each way has inputs of its own.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "decision/graph.hpp"
#include "decision/model.hpp"
#include "feel/expression.hpp"
#include "feel/type.hpp"

namespace qingheng::decision {

using CompiledPtr = std::shared_ptr<const feel::Compiled>;
using Slot = std::uint32_t;

/// A type with the constraints that its item definitions set.
struct Shape;
/// Null pointer: any value.
using ShapePtr = std::shared_ptr<const Shape>;
/// The type, and tests that a value of it passes.
struct Shape {
  /// Unary tests that a value has to pass, with their text for reasons.
  struct Constraint {
    CompiledPtr test;
    base::SourceSpan text;
  };
  struct Part;
  std::string name;  // as the model has it, for reasons
  feel::Type type;
  std::vector<Constraint> constraints;
  ShapePtr element;         // of a list whose items are constrained
  std::vector<Part> parts;  // the entries of a context that are constrained
  ShapePtr result;          // of a function
};
struct Shape::Part {
  std::string name;
  ShapePtr shape;
};

/// One node of a tree of boxed expressions.
struct Code;
using CodePtr = std::shared_ptr<const Code>;

/// A text of FEEL.
struct FeelCode {
  CompiledPtr compiled;
  bool tests_item = false;  // inside of a boxed filter: `item` stands in the slot
  Slot item = 0;
};
/// Null because of something that cannot be run; a plain null when there is no message.
struct FailedCode {
  std::string message;
};
/// A boxed context; each entry sees those before it.
struct ContextCode {
  struct Entry {
    std::string name;
    Slot slot = 0;
    ShapePtr shape;
    CodePtr value;
  };
  std::vector<Entry> entries;
  CodePtr result;  // null pointer: the context itself
};
/// A boxed invocation, arguments by name.
struct InvocationCode {
  CodePtr called;
  std::vector<std::string> names;
  std::vector<ShapePtr> shapes;
  std::vector<CodePtr> arguments;
};
/// What a function takes and gives.
struct Signature {
  std::vector<std::string> names;
  std::vector<ShapePtr> shapes;
  ShapePtr result;
  std::shared_ptr<const feel::Type> type;
};
/// A boxed function, which remembers the frame it stands in.
struct FunctionCode {
  Signature signature;
  Slot first = 0;            // of the parameters
  std::optional<Slot> self;  // of the function itself, when it is an entry of a context and may call itself
  CodePtr body;
};
/// A boxed list.
struct ListCode {
  std::vector<CodePtr> items;
};
/// A boxed relation: a list of contexts.
struct RelationCode {
  std::vector<std::string> columns;
  std::vector<ShapePtr> shapes;
  std::vector<std::vector<CodePtr>> rows;
};
/// A boxed conditional.
struct ConditionalCode {
  CodePtr condition;
  CodePtr then;
  CodePtr otherwise;
};
/// A boxed filter.
struct FilterCode {
  CodePtr in;
  CodePtr match;
  Slot item = 0;
};
/// A boxed `for`, `some` or `every`.
struct IteratorCode {
  model::Iterator::Kind kind = model::Iterator::Kind::For;
  CodePtr in;
  CodePtr result;
  Slot variable = 0;
  Slot partial = 0;
  bool reads_partial = false;
};
/// A decision table.
struct TableCode {
  struct Input {
    CodePtr expression;
    CompiledPtr values;  // null pointer: any
    base::SourceSpan values_text;
  };
  model::HitPolicy hit = model::HitPolicy::Unique;
  model::Aggregation aggregation = model::Aggregation::None;
  std::string name;
  std::vector<Input> inputs;
  std::vector<std::string> outputs;
  std::vector<std::vector<feel::Value>> order;
  std::vector<CodePtr> fallbacks;               // empty: none; null pointers for columns without
  std::vector<std::vector<CompiledPtr>> tests;  // by row; null pointer: passes always
  std::vector<std::vector<CodePtr>> results;    // by row
};

/// A boxed expression and where it stands.
struct Code {
  base::SourceSpan span;
  ShapePtr shape;  // that the value is converted to
  std::variant<FeelCode, FailedCode, ContextCode, InvocationCode, FunctionCode, ListCode, RelationCode,
               ConditionalCode, FilterCode, IteratorCode, TableCode>
      form;
};

/// An element as seen from a model: the imports on the way, then its place in its own model.
struct Place {
  std::vector<std::uint32_t> imports;
  std::uint32_t element = 0;
};
struct NamedSource;
/// Where the value of a name comes from: an element, or a context of elements of an imported model.
struct Source {
  Place place;
  std::vector<NamedSource> entries;  // not empty: the context
};
/// An entry of such a context, or a name of a scope.
struct NamedSource {
  std::string name;
  Source source;
};

/// One element, compiled.
struct ElementPlan {
  ElementKind kind = ElementKind::Decision;
  std::string name;
  base::SourceSpan span;
  ShapePtr shape;               // of an input or a decision
  feel::Type type;              // of the value, or of the function
  std::vector<Source> sources;  // slots from 0
  std::vector<bool> read;       // by source: whether an expression reads it
  Signature signature;          // of a function or a service
  std::vector<Place> inputs;    // of a service: the elements that its parameters stand for
  std::vector<Place> outputs;   // of a service
  std::vector<std::string> output_names;
  Slot first = 0;  // of the parameters of a function
  Slot slots = 0;  // of a frame
  CodePtr logic;   // null pointer: none
};

/// The elements of one file.
struct ModelPlan {
  std::string name_space;
  std::vector<ElementPlan> elements;
};

/// A model at the end of one way of imports.
struct Instance {
  std::uint32_t model = 0;
  std::vector<std::string> path;       // names of the imports on the way; an empty one adds no context
  std::vector<std::uint32_t> imports;  // instances, by import of the model
  std::uint32_t base = 0;              // of its elements among all nodes
};

/// All models with every way of imports through them.
class Graph : public std::enable_shared_from_this<Graph> {
 public:
  std::vector<ModelPlan> models;
  std::vector<Instance> instances;   // the main model first
  std::vector<std::uint32_t> owner;  // instance, by node
  std::vector<Element> elements;
  std::map<std::pair<ElementKind, std::string>, std::uint32_t> by_name;

  /// The node of a place as seen from an instance.
  [[nodiscard]] std::uint32_t node(std::uint32_t instance, const Place& place) const {
    for (const std::uint32_t import : place.imports) instance = instances[instance].imports[import];
    return instances[instance].base + place.element;
  }
  [[nodiscard]] const ElementPlan& plan(std::uint32_t node) const {
    const Instance& instance = instances[owner[node]];
    return models[instance.model].elements[node - instance.base];
  }
};

}  // namespace qingheng::decision
