// SPDX-License-Identifier: Apache-2.0
// The scalar evaluator: walks a plan and gives a value. It is the judge of every faster way to run a plan.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "feel/builtins/builtin.hpp"
#include "feel/conformance.hpp"
#include "feel/plan/program.hpp"
#include "feel/run/domain.hpp"
#include "feel/steps.hpp"

namespace qingheng::feel::run {

/// What a `function(...)` remembers of the place it was written in.
struct ClosureOfPlan final : Closure {
  std::shared_ptr<const plan::Program> program;
  std::uint32_t body = 0;
  const plan::FunctionPlan* function = nullptr;
  std::shared_ptr<const std::vector<Value>> inputs;
  std::vector<Value> captured;  // one for each of `function->captures`
};

/// The items that a filter keeps for certain, and those that it may keep.
struct Sifted {
  List kept;
  List undecided;
};

/// One evaluation of one plan: not shared between threads, cheap to make.
class Evaluator final : public FunctionCaller {
 public:
  /// `program`, `inputs`, `host` and `spent` must outlive the evaluation; a null pointer begins afresh.
  Evaluator(const std::shared_ptr<const plan::Program>& program, std::span<const Value> inputs,
            const Host& host, Spent* spent = nullptr);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  /// The value of the whole plan; `tested` is `?`, or null pointer.
  [[nodiscard]] Value run(const Value* tested);
  /// Makes `tested`, unless it is a null pointer, the value that `?` stands for in `eval`.
  void ask_of(const Value* tested);
  /// The value of one node in the present frame.
  [[nodiscard]] Value eval(std::uint32_t index);

  [[nodiscard]] Value call(const Value& function, std::span<const Value> arguments) override;
  [[nodiscard]] bool spend(std::uint64_t steps) override;
  /// Calls with arguments by name; null that points at `span` when the function has no such parameter.
  [[nodiscard]] Value call_named(const base::SourceSpan& span, const Value& function,
                                 std::span<const std::string> names, std::span<const Value> arguments);

  [[nodiscard]] const plan::Program& program() const { return *program_; }
  [[nodiscard]] Value& slot(std::uint32_t index) { return stack_[base_ + index]; }
  /// The two sides of a comparison set against each other, as `=` and `<` do.
  [[nodiscard]] Value compare(const plan::Node& node, const Value& left, const Value& right);
  /// Whether a unary test's value lets the tested one pass.
  [[nodiscard]] Value matches(const plan::Node& node, const Value& tested, const Value& value);
  /// What an iterator runs over; a domain that cannot be run over is a null or an unknown.
  [[nodiscard]] std::expected<Domain, Value> domain(std::uint32_t index);
  /// What a filter does with each item; empty when the node is no filter of a list by a boolean condition.
  [[nodiscard]] std::optional<Sifted> sift(std::uint32_t index);

 private:
  using Node = plan::Node;
  struct Depth;

  [[nodiscard]] Value eval_inner(const Node& node);
  [[nodiscard]] Value eval_structure(const Node& node);
  [[nodiscard]] Value null_at(const Node& node, std::string message) const;
  /// The null of an evaluation that has run out of steps: `value` when that says so already.
  [[nodiscard]] Value out_of_steps(const Node& node, Value value) const;

  // operators.cpp
  [[nodiscard]] Value negate(const Node& node);
  [[nodiscard]] Value arithmetic(const Node& node);
  [[nodiscard]] Value combine(const Node& node, syntax::Operator op, const Value& left, const Value& right);
  [[nodiscard]] Value combine_others(const Node& node, syntax::Operator op, const Value& left,
                                     const Value& right);
  [[nodiscard]] Value compare(const Node& node);
  [[nodiscard]] Value between(const Node& node);
  [[nodiscard]] Value logic(const Node& node, bool decisive);

  // sifting.cpp
  /// `count(list[condition]) < right` where the doubtful items make no difference.
  [[nodiscard]] std::optional<bool> settled_by_count(const Node& node, const Value& right);

  // membership.cpp
  [[nodiscard]] Value membership(const Node& node);
  [[nodiscard]] Value any_test(const Node& node);
  [[nodiscard]] Value any_of(const Node& node, std::span<const std::uint32_t> tests);
  [[nodiscard]] Value range_test(const Node& node, const Value& tested);
  [[nodiscard]] Value range(const Node& node);
  [[nodiscard]] Value within(const Node& node, const Range& range, const Value& value);
  [[nodiscard]] Value matches_item(const Node& node, const Value& tested, const Value& item);

  // structure.cpp
  [[nodiscard]] Value list(const Node& node);
  [[nodiscard]] Value context(const Node& node);
  [[nodiscard]] Value member(const Node& node, const Value& object, const std::string& name, bool nested);
  [[nodiscard]] Value item_member(const Node& node);
  [[nodiscard]] Value filter(const Node& node);
  [[nodiscard]] Value filter_items(const Node& node, const Value& list);
  [[nodiscard]] Value index(const Node& node, const Value& list, const Value& place);
  [[nodiscard]] Value condition(const Node& node);

  // iteration.cpp
  /// False ends the walk.
  using Visit = std::function<bool()>;
  [[nodiscard]] Value loop(const Node& node);
  [[nodiscard]] Value quantified(const Node& node, bool decisive);
  /// Runs over the domains from `iterator` on; what stopped it, when a domain has no meaning.
  [[nodiscard]] std::optional<Value> walk(const Node& node, std::uint32_t iterator, const Visit& visit);

  // calls.cpp
  [[nodiscard]] Value closure(const Node& node);
  [[nodiscard]] Value call_node(const Node& node);
  [[nodiscard]] Value call_builtin_node(const Node& node);
  [[nodiscard]] Value call_at(const base::SourceSpan& span, const Value& function,
                              std::span<const Value> arguments);
  [[nodiscard]] Value call_closure(const base::SourceSpan& span, const Value& function,
                                   const ClosureOfPlan& closure, std::span<const Value> arguments);

  std::shared_ptr<const plan::Program> program_;
  std::span<const Value> inputs_;
  std::shared_ptr<const std::vector<Value>> kept_inputs_;  // copied for closures, which may outlive us
  const Host& host_;
  const base::SourceSpan* site_;  // of the innermost call in progress
  std::vector<Value> stack_;      // frames, the present one from `base_`
  std::size_t base_ = 0;
  Spent own_;
  Spent& spent_;
};

/// Unknown for want of all facts that the unknown ones among the values lack.
[[nodiscard]] Value merged(const Value& a, const Value& b);

}  // namespace qingheng::feel::run
