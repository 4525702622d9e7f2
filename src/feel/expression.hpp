// SPDX-License-Identifier: Apache-2.0
// The way in: text → compiled expression → value.
//
//   Scope scope;
//   scope.declare("revenue", Type::number());
//   auto compiled = compile(whole(make_source("expression", "revenue > 5")), scope);
//   Value value = evaluate(**compiled, std::vector{Value::number(7)}, host);   // true
//
// The stages are apart: syntax (text → tree), meaning (names and types), plan (a flat program), run (a
// value). One plan serves any number of evaluations and threads.
#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::feel {

/// The names an expression may use, each with its type and its place in the inputs of `evaluate`.
class Scope {
 public:
  /// Adds a name (spaces, Chinese, operators inside names allowed) and returns its place. `aliases` mean the
  /// same.
  std::size_t declare(std::string name, Type type, std::vector<std::string> aliases = {});
  struct Entry {
    std::string name;
    Type type;
    std::vector<std::string> aliases;
  };
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// The place of the entry that the name or alias means; empty when there is none.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  /// Adds a type that the text may name after `instance of` and for parameters, as a model's item definition.
  void declare_type(std::string name, Type type);
  struct NamedType {
    std::string name;
    Type type;
  };
  [[nodiscard]] const std::vector<NamedType>& types() const { return types_; }

 private:
  std::vector<Entry> entries_;
  std::vector<NamedType> types_;
};

/// What the text is: an expression, the unary tests of a decision table cell (with `?` as the tested value),
/// or the condition of a filter (with `item` as the tested value, whose members are names as well).
enum class Form : std::uint8_t { Expression, UnaryTests, Filter };

/// How much an author is told before anything runs. Strict, for policies: unknown names, types and units that
/// do not fit are errors. Standard, for DMN models: only syntax is; the rest gives null with a reason when it
/// is evaluated, as DMN 1.5 says, and is listed among the warnings.
enum class Checking : std::uint8_t { Strict, Standard };

/// A unit as a multiple of the base unit of its measure; base `1` for a plain number.
struct UnitScale {
  std::string name;
  std::string base;
  base::Decimal factor = 1;
};

/// How `compile` reads and checks a text.
struct CompileOptions {
  Form form = Form::Expression;
  Checking checking = Checking::Strict;
  /// The type that the place wants (a criterion wants a boolean); null pointer: any.
  const Type* expected = nullptr;
  /// The type of `?` in unary tests, of `item` in the condition of a filter.
  Type tested = Type::any();
  /// Units known, so that a finding about two of them can name the factor; borrowed during the call.
  std::span<const UnitScale> units;
};

/// A checked expression with its plan; immutable, shared freely between threads.
class Compiled;

/// What an evaluation may ask of the world. Pure: the same answers give the same value.
struct Host {
  /// The moment `now()` and `today()` give; absent: they give null with a reason.
  std::optional<DateAndTime> now;
  /// Steps after which an evaluation gives up with a null that says so.
  std::uint64_t max_steps = 10'000'000;
};

/// Compiles `text` in `scope`. On failure every finding, never only the first.
[[nodiscard]] std::expected<std::shared_ptr<const Compiled>, base::Diagnostics> compile(
    const base::SourceSpan& text, const Scope& scope, const CompileOptions& options = {});

/// Warnings that compiling found although it succeeded.
[[nodiscard]] const base::Diagnostics& warnings(const Compiled& compiled);
/// The type that the expression has.
[[nodiscard]] const Type& type_of(const Compiled& compiled);
/// The scope entries (indices) that the expression can read, sorted.
[[nodiscard]] std::span<const std::size_t> inputs_of(const Compiled& compiled);

/// What evaluations that belong together have used up: a decision and all that it calls share one.
struct Spent {
  std::uint64_t steps = 0;  // against `Host::max_steps`
  std::uint32_t depth = 0;  // levels of evaluation within evaluation at this moment
};
/// Levels of nodes within nodes, calls included, before an evaluation gives up with a null: far below what
/// the stack holds.
inline constexpr std::uint32_t kDeepestEvaluation = 1000;

/// The value for `inputs`, one per scope entry in order; for unary tests, `tested` is `?`, for the condition
/// of a filter it is `item`.
[[nodiscard]] Value evaluate(const Compiled& compiled, std::span<const Value> inputs, const Host& host,
                             const Value* tested = nullptr);
/// The same as a part of a larger evaluation, whose steps and depth go on counting in `spent`.
[[nodiscard]] Value evaluate(const Compiled& compiled, std::span<const Value> inputs, const Host& host,
                             Spent& spent, const Value* tested = nullptr);
/// The value of a function of any kind for arguments by name; null that points at `span` when it cannot take
/// them.
[[nodiscard]] Value call_function(const Value& function, std::span<const std::string> names,
                                  std::span<const Value> arguments, const base::SourceSpan& span,
                                  const Host& host, Spent& spent);

}  // namespace qingheng::feel
