// SPDX-License-Identifier: Apache-2.0
// A FEEL value (DMN 1.5 §10.3.2): small, cheap to copy, immutable.
//
// `null` is FEEL's own null and remembers why it came about. `unknown` is ours: a fact that nobody has
// supplied yet; it names the facts that are missing and passes through every expression that they could
// change (Kleene logic).
#pragma once

#include <atomic>
#include <compare>
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
#include "feel/moments.hpp"

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
  Value(const Value& other) noexcept : kind_(other.kind_), boxed_(other.boxed_), payload_(other.payload_) {
    if (boxed_) payload_.box->references.fetch_add(1, std::memory_order_relaxed);
  }
  Value(Value&& other) noexcept : kind_(other.kind_), boxed_(other.boxed_), payload_(other.payload_) {
    other.forget();
  }
  Value& operator=(const Value& other) noexcept { return *this = Value(other); }
  Value& operator=(Value&& other) noexcept {
    std::swap(kind_, other.kind_);
    std::swap(boxed_, other.boxed_);
    std::swap(payload_, other.payload_);
    return *this;
  }
  ~Value() {
    if (boxed_) release();
  }

  [[nodiscard]] static Value null(NullReason reason);
  [[nodiscard]] static Value unknown(Missing missing);
  [[nodiscard]] static Value boolean(bool value) noexcept {
    Value result;
    result.kind_ = Kind::Boolean;
    result.payload_.boolean = value;
    return result;
  }
  [[nodiscard]] static Value number(base::Decimal value) noexcept {
    Value result;
    result.kind_ = Kind::Number;
    result.payload_.number = value;
    return result;
  }
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
  [[nodiscard]] bool as_boolean() const noexcept { return payload_.boolean; }
  [[nodiscard]] base::Decimal as_number() const noexcept { return payload_.number; }
  [[nodiscard]] const std::string& as_string() const noexcept { return held<std::string>(); }
  [[nodiscard]] base::CivilDate as_date() const noexcept { return payload_.date; }
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

  /// The very same content, shared or inline: a quick yes to `equals` that proves nothing when false.
  [[nodiscard]] bool same_object(const Value& other) const noexcept {
    return boxed_ && other.boxed_ && payload_.box == other.payload_.box;
  }

 private:
  /// Reference-counted content of the larger kinds; immutable once a value holds it.
  struct Box {
    std::atomic<std::uint32_t> references{1};
    Box() = default;
    Box(const Box&) = delete;
    Box& operator=(const Box&) = delete;
    virtual ~Box() = default;
  };
  template <typename T>
  struct Holding final : Box {
    explicit Holding(T held) : content(std::move(held)) {}
    T content;
  };
  union Payload {
    bool boolean;
    base::Decimal number;
    base::CivilDate date;
    std::int64_t months;
    DaysDuration days;
    Box* box;
    constexpr Payload() : box(nullptr) {}
  };

  template <typename T>
  [[nodiscard]] static Value boxed(Kind kind, T content);
  template <typename T>
  [[nodiscard]] const T& held() const noexcept {
    return static_cast<const Holding<T>*>(payload_.box)->content;
  }
  void forget() noexcept {
    kind_ = Kind::Null;
    boxed_ = false;
  }
  void release() noexcept;
  /// Gives up the box to the caller when this value is its last owner.
  [[nodiscard]] Box* last_box() noexcept;
  static void surrender_parts(Value& value, std::vector<Value>& parts);

  Kind kind_ = Kind::Null;
  bool boxed_ = false;
  Payload payload_;
};

/// `low_included` and `high_included` are false for an absent bound.
struct Range {
  std::optional<Value> low;
  std::optional<Value> high;
  bool low_included = false;
  bool high_included = false;
  /// Written as `(= x)`: both bounds are `x`, yet `=` tells it from `[x..x]`.
  bool point = false;
};

struct Builtin;
/// What a function value of the evaluator remembers; the evaluator derives from it.
struct Closure {
  Closure() = default;
  Closure(const Closure&) = delete;
  Closure& operator=(const Closure&) = delete;
  virtual ~Closure() = default;
};

/// Exactly one of `builtin`, `closure` and `callable` is set.
struct Function {
  std::string name;                     // empty for `function(x) …`
  std::vector<std::string> parameters;  // names, for invocation by name; empty for a built-in
  std::shared_ptr<const Type> type;     // null pointer: not known
  const Builtin* builtin = nullptr;
  std::shared_ptr<const Closure> closure;
  /// Supplied by the host; gets as many arguments as `parameters`, and must be pure.
  std::function<Value(std::span<const Value>)> callable;
};

/// Equality as FEEL's `=` has it (DMN 1.5 §10.3.2.13 table 53): empty when the two kinds cannot be compared.
/// Unknown on either side is unknown: ask `is_unknown` before, or call `equality`.
[[nodiscard]] std::optional<bool> equals(const Value& a, const Value& b);
/// FEEL's `=` as a value: true, false, null for kinds that cannot be compared, or unknown when an unknown
/// somewhere in `a` or `b` could change the answer. The null points at no characters: the evaluator, which
/// knows them, adds them.
[[nodiscard]] Value equality(const Value& a, const Value& b);
/// Order as FEEL's `<` has it (§10.3.2.13 table 54): empty when the two cannot be ordered.
[[nodiscard]] std::optional<std::strong_ordering> order(const Value& a, const Value& b);
/// Adds the facts that `value`, an unknown, lacks; keeps `missing` sorted and unique.
void add_missing(Missing& missing, const Value& value);

/// FEEL literal text of the value as reports show it: strings in quotes, null as `null`.
[[nodiscard]] std::string to_text(const Value& value);
/// Text as the function `string` gives it (§10.3.4.1): the same, but a string at the top stands bare.
[[nodiscard]] std::string to_bare_text(const Value& value);

}  // namespace qingheng::feel
