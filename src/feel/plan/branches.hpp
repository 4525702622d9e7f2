// SPDX-License-Identifier: Apache-2.0
// The quick form of a plan that only compares facts with constants and each other, joins the answers, chooses
// and reckons: steps that jump to each other, without a tree. Most criteria, table cells and scores have one.
// It serves the plain case alone, in which every value it meets is of the kind that it expects; whoever runs
// it turns to the plan itself for all else, which stays the judge of what an expression means.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/decimal.hpp"
#include "feel/plan/program.hpp"
#include "feel/plan/text_set.hpp"
#include "feel/value.hpp"

namespace qingheng::feel::plan {

/// What a step does. A test goes to `yes` or `no`, work to `yes`, an answer ends the walk. The numbers that
/// work leaves stand on a stack.
enum class Act : std::uint8_t {
  // Tests.
  IsTrue,       // the input, a boolean
  IsNull,       // the input
  Number,       // the input, against `number`
  Constant,     // the input, against constant `at`: a string, a date or a boolean
  Pair,         // the input, against input `at`
  TextIn,       // the input, in set `at`
  Top,          // takes the top, against `number`
  TopTwo,       // takes the two on top, against each other
  TopQuotient,  // takes the two on top; the one below, divided by the top, against `number`
  // Work.
  TakeNumber,  // `number`
  TakeInput,   // the input, a number
  TakeTop,     // the top, where it does not stay as it is
  Negate,      // the top
  // Answers.
  AnswerTrue,
  AnswerFalse,
  AnswerConstant,  // constant `at`
  AnswerInput,     // the input
  AnswerTop,
};

/// What becomes of a number that a step takes: pushed on the stack, or the right side of an operation with
/// the top.
enum class Taken : std::uint8_t { Push, Add, Subtract, Multiply, Divide, Power };

/// Bits of `Step::orders`: the orders of left and right that make a comparison true.
inline constexpr std::uint8_t kLess = 1;
inline constexpr std::uint8_t kEqual = 2;
inline constexpr std::uint8_t kGreater = 4;
inline constexpr std::uint8_t kUnordered = 8;

/// The input that is the value which unary tests ask of, `?`.
inline constexpr std::uint32_t kTested = 0xFFFFFFFF;

/// One step.
struct Step {
  Act act = Act::AnswerFalse;
  std::uint8_t orders = 0;
  Taken taken = Taken::Push;
  std::uint32_t input = 0;
  std::uint32_t at = 0;
  std::uint32_t yes = 0;
  std::uint32_t no = 0;
  base::Decimal number;
};

/// The steps of one expression.
struct Branches {
  std::vector<Step> steps;
  std::vector<Value> constants;
  std::vector<TextSet> sets;
  std::uint32_t root = 0;
  std::uint32_t inputs = 0;         // as many must be given
  bool asks_tested = false;         // and `?`
  std::uint64_t steps_of_plan = 0;  // as many as the plan itself can take at most
};

/// Numbers that a walk has on its stack at most.
inline constexpr std::uint32_t kStack = 8;

/// Levels of nodes within nodes that a plan with a quick form has at most: each level that the form counts is
/// up to two of them.
inline constexpr std::uint32_t kDeepestBranches = 400;

/// The quick form; empty when the plan holds anything that it has no step for, or is too long or deep.
[[nodiscard]] std::optional<Branches> branches_of(const Program& program);

/// The orders that make a comparison true.
[[nodiscard]] std::uint8_t orders_of(syntax::Operator comparison);
/// The comparison that says the same with its sides exchanged.
[[nodiscard]] syntax::Operator turned(syntax::Operator comparison);
/// What an arithmetic operator does with its right side.
[[nodiscard]] Taken taken_by(syntax::Operator arithmetic);

}  // namespace qingheng::feel::plan
