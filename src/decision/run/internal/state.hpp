// SPDX-License-Identifier: Apache-2.0
// One evaluation of a graph: what it has spent and what went wrong, shared with the functions that it makes.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decision/compile/plan.hpp"
#include "feel/steps.hpp"

namespace qingheng::decision::run {

using feel::Kind;
using feel::Value;
/// Values by slot of the element that is evaluated.
using Frame = std::vector<Value>;

/// Held by the functions among the values, which may outlive the evaluation; `closed` from its end on, when a
/// call begins a new one.
struct State {
  std::shared_ptr<const Graph> graph;
  feel::Host host;
  feel::Spent spent;
  std::vector<Problem> problems;
  bool closed = false;

  /// Keeps the reasons of the nulls in a value of `element`, each once.
  void note(std::string_view element, const Value& value);
  /// The value; null at `span` once the steps are spent, for then it may rest on parts that gave up.
  [[nodiscard]] Value within_steps(Value value, const base::SourceSpan& span) const;
};
using StatePtr = std::shared_ptr<State>;

/// The same state, or a new one of the same graph when that evaluation is over.
[[nodiscard]] StatePtr open(const StatePtr& state);

/// Counts a level of evaluation while it lives; false when there are too many.
class Level {
 public:
  explicit Level(State& state) : spent_(state.spent) { spent_.depth += kWeight; }
  ~Level() { spent_.depth -= kWeight; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;
  [[nodiscard]] bool too_deep() const { return spent_.depth > feel::kDeepestEvaluation; }

 private:
  /// Stack of one level here, in levels of the evaluator of FEEL.
  static constexpr std::uint32_t kWeight = 4;
  feel::Spent& spent_;
};

/// The value as its place wants it (§10.3.2.9.4): converted, its constraints tested; null with a reason when
/// it does not fit.
[[nodiscard]] Value fitted(State& state, const ShapePtr& shape, Value value, const base::SourceSpan& span);

/// Evaluates one element's boxed expressions in a frame.
class Boxed {
 public:
  Boxed(const StatePtr& state, std::string_view element, Frame& frame)
      : state_(state), element_(element), frame_(frame) {}
  /// The value, converted to the type that the expression declares.
  [[nodiscard]] Value value_of(const Code& code);

 private:
  [[nodiscard]] Value eval(const Code& code, const FeelCode& form);
  [[nodiscard]] Value eval(const Code& code, const FailedCode& form);
  [[nodiscard]] Value eval(const Code& code, const ContextCode& form);
  [[nodiscard]] Value eval(const Code& code, const InvocationCode& form);
  [[nodiscard]] Value eval(const Code& code, const FunctionCode& form);
  [[nodiscard]] Value eval(const Code& code, const ListCode& form);
  [[nodiscard]] Value eval(const Code& code, const RelationCode& form);
  [[nodiscard]] Value eval(const Code& code, const ConditionalCode& form);
  [[nodiscard]] Value eval(const Code& code, const FilterCode& form);
  [[nodiscard]] Value eval(const Code& code, const IteratorCode& form);
  [[nodiscard]] Value eval(const Code& code, const TableCode& form);
  [[nodiscard]] Value loop(const Code& code, const IteratorCode& form, const Value& in);
  [[nodiscard]] Value quantified(const Code& code, const IteratorCode& form, const Value& in);

  const StatePtr& state_;
  std::string_view element_;
  Frame& frame_;
};

/// The arguments as the parameters want them; the null of the first that does not fit.
[[nodiscard]] std::optional<Value> fit_arguments(State& state, const Signature& signature,
                                                 std::vector<Value>& arguments, const base::SourceSpan& span);

/// The values of nodes within one scope: a whole evaluation, or one call of a service.
class Scope {
 public:
  /// `inputs` as `evaluate` has them; null pointer within a service, whose inputs are all `given`.
  Scope(const StatePtr& state, const feel::Context* inputs)
      : state_(state), inputs_(inputs), values_(state->graph->owner.size()) {}
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  void give(std::uint32_t node, Value value) { values_[node] = std::move(value); }
  /// The value of an input or a decision, each evaluated once.
  [[nodiscard]] Value value_of(std::uint32_t node);
  /// The input as the caller gave it; empty when there is none.
  [[nodiscard]] std::optional<Value> given(std::uint32_t node) const;

 private:
  [[nodiscard]] Value input(std::uint32_t node);
  [[nodiscard]] Value decision(std::uint32_t node);
  /// The value of a name as seen from an instance.
  [[nodiscard]] Value source(std::uint32_t instance, const Source& source);
  /// Adds the nodes behind the source that have no value yet.
  void collect(std::uint32_t instance, const Source& source, std::vector<std::uint32_t>& waiting) const;

  const StatePtr& state_;
  const feel::Context* inputs_;
  std::vector<std::optional<Value>> values_;
};

/// The function value of a business knowledge model or a service.
[[nodiscard]] Value function_of(const StatePtr& state, std::uint32_t node);
/// The value of a business knowledge model for arguments that fit.
[[nodiscard]] Value call_knowledge(const StatePtr& state, std::uint32_t node, std::vector<Value> arguments);
/// The outcome of a service for arguments that fit, one for each of its parameters.
[[nodiscard]] Value call_service(const StatePtr& state, std::uint32_t node, std::vector<Value> arguments);

}  // namespace qingheng::decision::run
