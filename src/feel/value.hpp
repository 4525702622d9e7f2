// SPDX-License-Identifier: Apache-2.0
// A FEEL value (DMN 1.5 §10.3.2): small, cheap to copy, immutable.
//
// `null` is FEEL's own null and remembers why it came about. `unknown` is ours: a fact that nobody has
// supplied yet; it names the facts that are missing and passes through every expression that they could
// change (Kleene logic).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/civil_date.hpp"
#include "base/decimal.hpp"
#include "base/source.hpp"

namespace qingheng::feel {

class Value;
struct Type;

enum class Kind : std::uint8_t {
  Null,
  Unknown,
  Boolean,
  Number,
  String,
  Date,
  Time,
  DateTime,
  DaysDuration,    // days and time duration
  MonthsDuration,  // years and months duration
  List,
  Context,
  Range,
  Function,
};

/// The name the standard gives the kind: `years and months duration`.
[[nodiscard]] std::string_view name_of(Kind kind);

/// Why an expression gave null: what happened, and the characters that it happened at.
struct NullReason {
  std::string message;
  base::SourceSpan span;
};

/// The facts whose absence made a value unknown, sorted, each once: `revenue(2018)`, `members[2].founded`.
struct Missing {
  std::vector<std::string> facts;
};

/// Time of day, with an offset, a named zone, or neither (local).
struct TimeOfDay {
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::uint32_t nanosecond = 0;
  std::optional<std::int32_t> offset_seconds;  // of the literal, or of the zone where the date is known
  std::string zone;                            // IANA name such as `Asia/Shanghai`; empty for none
};

struct DateAndTime {
  base::CivilDate date;
  TimeOfDay time;
};

/// Exact days and time duration: nanoseconds over the range of ±292 billion years need more than 64 bits.
struct DaysDuration {
  std::int64_t seconds = 0;      // whole seconds, floored
  std::uint32_t nanosecond = 0;  // added to `seconds`
  friend auto operator<=>(const DaysDuration&, const DaysDuration&) = default;
};

using List = std::vector<Value>;
/// Entries in the order in which they were written.
using Context = std::vector<std::pair<std::string, Value>>;

/// An interval; an absent bound is unbounded on that side (`>= 5`).
struct Range;
/// A callable: a built-in, a closure of `function(...)`, or one that the host supplies.
struct Function;

/// One FEEL value of any kind.
class Value {
 public:
  /// null without a reason.
  Value() noexcept = default;
  Value(const Value& other) noexcept;
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other) noexcept;
  Value& operator=(Value&& other) noexcept;
  ~Value();

  [[nodiscard]] static Value null(NullReason reason);
  [[nodiscard]] static Value unknown(Missing missing);
  [[nodiscard]] static Value boolean(bool value) noexcept;
  [[nodiscard]] static Value number(base::Decimal value) noexcept;
  [[nodiscard]] static Value string(std::string value);
  [[nodiscard]] static Value date(base::CivilDate value) noexcept;
  [[nodiscard]] static Value time(TimeOfDay value);
  [[nodiscard]] static Value date_time(DateAndTime value);
  [[nodiscard]] static Value days_duration(DaysDuration value);
  [[nodiscard]] static Value months_duration(std::int64_t months) noexcept;
  [[nodiscard]] static Value list(List items);
  [[nodiscard]] static Value context(Context entries);
  [[nodiscard]] static Value range(Range range);
  [[nodiscard]] static Value function(Function function);

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] bool is_null() const noexcept { return kind_ == Kind::Null; }
  [[nodiscard]] bool is_unknown() const noexcept { return kind_ == Kind::Unknown; }

  /// The content; calling one that does not fit `kind()` is a broken invariant.
  [[nodiscard]] bool as_boolean() const noexcept;
  [[nodiscard]] base::Decimal as_number() const noexcept;
  [[nodiscard]] const std::string& as_string() const noexcept;
  [[nodiscard]] base::CivilDate as_date() const noexcept;
  [[nodiscard]] const TimeOfDay& as_time() const noexcept;
  [[nodiscard]] const DateAndTime& as_date_time() const noexcept;
  [[nodiscard]] DaysDuration as_days_duration() const noexcept;
  [[nodiscard]] std::int64_t as_months_duration() const noexcept;
  [[nodiscard]] const List& as_list() const noexcept;
  [[nodiscard]] const Context& as_context() const noexcept;
  [[nodiscard]] const Range& as_range() const noexcept;
  [[nodiscard]] const Function& as_function() const noexcept;
  /// The reason of a null, when it has one.
  [[nodiscard]] const NullReason* null_reason() const noexcept;
  [[nodiscard]] const Missing& as_unknown() const noexcept;

  /// The entry `name` of a context; null pointer when this is no context or has none.
  [[nodiscard]] const Value* entry(std::string_view name) const noexcept;

 private:
  struct Box;  // reference-counted content of the larger kinds
  Kind kind_ = Kind::Null;
  union Payload {
    bool boolean;
    std::uint64_t words[2];
    base::CivilDate date;
    std::int64_t months;
    Box* box;
    constexpr Payload() : words{0, 0} {}
  } payload_;
};

struct Range {
  std::optional<Value> low;
  std::optional<Value> high;
  bool low_included = false;
  bool high_included = false;
};

/// Equality as FEEL's `=` has it (DMN 1.5 §10.3.2.12): empty when the two kinds cannot be compared.
/// Unknown on either side is unknown: ask `is_unknown` before.
[[nodiscard]] std::optional<bool> equals(const Value& a, const Value& b);

/// FEEL literal text of the value, as `string()` gives it and as reports show it.
[[nodiscard]] std::string to_text(const Value& value);

}  // namespace qingheng::feel
