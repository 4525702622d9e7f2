// SPDX-License-Identifier: Apache-2.0
// The built-in functions of FEEL (DMN 1.5 §10.3.4) as a table: names and types for the checker, one way to
// call them for the evaluator.
//
//   const Builtin* sum = find_builtin("sum");
//   Value total = call_builtin(*sum, arguments, {host, span, caller});
//
// `call_builtin` chooses the overload by the arguments' kinds, converts as §10.3.2.9.4 allows (a lone value
// to a list and back, a date to a date and time), gives unknown when an argument is unknown and the function
// cannot do with it, and null with a reason when nothing fits.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feel/expression.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::feel {

/// What a parameter accepts.
enum class Shape : std::uint8_t {
  Any,
  Boolean,
  Number,
  String,
  Date,
  Time,
  DateTime,
  DateOrDateTime,
  DaysDuration,
  MonthsDuration,
  Duration,  // either kind
  Point,     // anything that has an order: number, string, temporal values
  List,      // of anything; a lone value becomes a list of one
  NumberList,
  StringList,
  BooleanList,
  ContextList,
  Context,
  Range,
  Function,
};

/// How the result's type comes about from the arguments' types.
enum class Result : std::uint8_t {
  Boolean,
  Number,
  String,
  Date,
  Time,
  DateTime,
  DaysDuration,
  MonthsDuration,
  Duration,  // either kind: not known before the call
  NumberList,
  StringList,
  AnyList,
  Context,
  EntryList,  // of contexts with `key` and `value`
  Range,
  Any,
  SameList,    // the type of the first argument, a list
  JoinedList,  // a list of what all list arguments and items have in common
  Element,     // of the list in the first argument, or of the arguments themselves
  First,       // the type of the first argument
};

/// One parameter; `name` serves invocation by name.
struct Parameter {
  std::string_view name;
  Shape shape = Shape::Any;
};

/// Calls back function values: the evaluator for closures, and everything else that a value can hold.
class FunctionCaller {
 public:
  virtual ~FunctionCaller() = default;
  /// The function's value for these arguments; null with a reason when it cannot take them.
  [[nodiscard]] virtual Value call(const Value& function, std::span<const Value> arguments) = 0;
  /// Counts work done inside a built-in; false when the evaluation has no more to spend.
  [[nodiscard]] virtual bool spend(std::uint64_t steps) = 0;
};

/// What surrounds a call: the host, the characters that a null points at, and the way back into the
/// evaluator.
struct CallSite {
  const Host& host;
  const base::SourceSpan& span;
  FunctionCaller& caller;
};

/// One call in progress, as a built-in sees it.
struct Call {
  /// Converted, in the order of the overload's parameters. An optional argument that was left out in the
  /// middle is null; those left out at the end are absent.
  std::span<const Value> arguments;
  const CallSite& site;

  [[nodiscard]] std::size_t size() const { return arguments.size(); }
  [[nodiscard]] const Value& operator[](std::size_t index) const { return arguments[index]; }
  /// Null because of `message`.
  [[nodiscard]] Value null(std::string message) const { return Value::null({std::move(message), site.span}); }
};

enum class Variadic : std::uint8_t { No, LastRepeats };

/// One way to call a function.
struct Overload {
  std::vector<Parameter> parameters;
  std::size_t required = 0;  // parameters beyond these may be left out
  Result result = Result::Any;
  Value (*function)(Call&) = nullptr;
  Variadic variadic = Variadic::No;
};

/// Who treats arguments that are unknown, or lists that hold something unknown.
enum class Unknowns : std::uint8_t {
  Lift,       // `call_builtin`: an unknown anywhere inside makes the result unknown
  LiftOuter,  // `call_builtin` for an argument that is itself unknown; the function sees those inside lists
  Handle,     // the function, for all
};

enum class Origin : std::uint8_t { Standard, Extension };

/// A function of the language under one name, with all the ways to call it.
struct Builtin {
  std::string_view name;
  std::vector<Overload> overloads;
  Unknowns unknowns = Unknowns::Lift;
  Origin origin = Origin::Standard;
};

/// The function `name` (words apart by single spaces); null pointer when there is none.
[[nodiscard]] const Builtin* find_builtin(std::string_view name);
/// Every function, sorted by name.
[[nodiscard]] std::span<const Builtin> all_builtins();
/// Names of all functions, for suggestions.
[[nodiscard]] std::span<const std::string> builtin_names();

/// Calls with arguments in order.
[[nodiscard]] Value call_builtin(const Builtin& builtin, std::span<const Value> arguments,
                                 const CallSite& site);
/// Calls with arguments by name; `names` and `arguments` go together.
[[nodiscard]] Value call_builtin(const Builtin& builtin, std::span<const std::string> names,
                                 std::span<const Value> arguments, const CallSite& site);

/// The static type that a parameter accepts, for checks and for `instance of`.
[[nodiscard]] Type type_of(Shape shape);
/// True when a value of the static type may be given for the shape, conversions included.
[[nodiscard]] bool accepts(Shape shape, const Type& argument);
/// The overloads that can take arguments of these types (or these names); empty: the call is a mistake.
[[nodiscard]] std::vector<const Overload*> candidates(const Builtin& builtin, std::span<const Type> arguments,
                                                      std::span<const std::string> names = {});
/// The type of the result when `overload` is called with arguments of these types (and these names).
[[nodiscard]] Type result_type(const Overload& overload, std::span<const Type> arguments,
                               std::span<const std::string> names = {});
/// `substring(string: string, start position: number, length: number)`, for messages and manuals.
[[nodiscard]] std::string signature(const Builtin& builtin, const Overload& overload);

}  // namespace qingheng::feel
