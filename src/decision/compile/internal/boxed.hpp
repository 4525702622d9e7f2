// SPDX-License-Identifier: Apache-2.0
// Boxed expressions of one element → code.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "decision/compile/internal/types.hpp"

namespace qingheng::decision::compile {

/// The names that stand at a place of a model, each in its slot of the frame. Copied where a part of an
/// expression brings in more.
struct Names {
  struct Entry {
    std::string name;  // empty when a nearer one hides it
    feel::Type type;
  };
  std::vector<Entry> entries;  // by slot
  std::optional<Slot> item;    // within a boxed filter

  /// Adds a name, which hides another of the same name.
  Slot add(const std::string& name, feel::Type type);
};

/// Code with what is known of its values.
struct Typed {
  CodePtr code;
  feel::Type type;
};

/// One element's expressions.
class BoxedCompiler {
 public:
  /// `element` names it in reasons; what it requires stands in the first `sources` slots.
  BoxedCompiler(Draft& draft, Types& types, std::uint32_t model, std::string element, std::size_t sources)
      : draft_(draft), types_(types), model_(model), element_(std::move(element)), sources_(sources) {}

  [[nodiscard]] Typed compile(const model::Expression& expression, const Names& names);
  /// A function of the model: its parameters go behind `names`.
  [[nodiscard]] Typed function(const model::FunctionDefinition& definition, const Names& names,
                               std::optional<Slot> self);
  /// What a function of the model takes; the result is that of its named type.
  [[nodiscard]] Signature signature(const model::FunctionDefinition& definition);

  /// Reports a value that no place of the type can take; a null pointer takes any.
  void check_type(const Code& code, const feel::Type& type, const ShapePtr& shape);

  /// By source, whether a text has read it.
  [[nodiscard]] std::vector<bool> read() const {
    return {read_.begin(), read_.begin() + static_cast<std::ptrdiff_t>(sources_)};
  }
  [[nodiscard]] Slot slots() const { return slots_; }
  /// Makes room in the frame.
  void reserve(const Names& names) {
    slots_ = std::max({slots_, static_cast<Slot>(names.entries.size()), static_cast<Slot>(sources_)});
    read_.resize(slots_);
  }

 private:
  using Expression = model::Expression;
  [[nodiscard]] Typed form(const Expression& expression, const model::Literal& literal, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::BoxedContext& box, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::Invocation& box, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::FunctionDefinition& box,
                           const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::BoxedList& box, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::Relation& box, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::Conditional& box, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::BoxedFilter& box, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::Iterator& box, const Names& names);
  [[nodiscard]] Typed form(const Expression& expression, const model::DecisionTable& box, const Names& names);

  /// The code with a conversion to the type of its place; a null pointer takes any.
  [[nodiscard]] Typed fitted(Typed typed, const ShapePtr& shape);
  /// Compiled FEEL; null pointer when it is none, which is reported.
  [[nodiscard]] CompiledPtr feel(const base::SourceSpan& text, const Names& names,
                                 feel::CompileOptions options);
  [[nodiscard]] Typed part(const model::ExpressionPtr& expression, const Names& names,
                           const base::SourceSpan& span);
  [[nodiscard]] TableCode::Input table_input(const model::InputColumn& column, const Names& names,
                                             feel::Type& type);
  [[nodiscard]] std::vector<feel::Value> order_of(const model::OutputColumn& column,
                                                  const model::DecisionTable& table);
  void table_rows(const model::DecisionTable& box, const Names& names, const std::vector<feel::Type>& inputs,
                  std::span<const ShapePtr> shapes, TableCode& table, std::vector<feel::Type>& outputs);

  Draft& draft_;
  Types& types_;
  std::uint32_t model_;
  std::string element_;
  std::size_t sources_;
  std::vector<bool> read_;  // by slot
  Slot slots_ = 0;
};

/// True when a table of the hit policy gives a list of what its rows give.
[[nodiscard]] bool gives_list(model::HitPolicy hit, model::Aggregation aggregation);
/// True when a text of the language is FEEL; empty is.
[[nodiscard]] bool is_feel(std::string_view language);
/// True when there is nothing but white space.
[[nodiscard]] bool is_blank(std::string_view text);
/// What two values have in common: their type when it is the same, otherwise any.
[[nodiscard]] feel::Type shared_type(const feel::Type& a, const feel::Type& b);

}  // namespace qingheng::decision::compile
