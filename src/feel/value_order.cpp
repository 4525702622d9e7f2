// SPDX-License-Identifier: Apache-2.0
#include "feel/temporal.hpp"

namespace qingheng::feel {

namespace {

// Deeper nesting than any text can hold is not compared: it would exhaust the call stack.
constexpr int kDeepest = 2000;

enum class Sameness : std::uint8_t { Same, Different, Incomparable, Unknown };

Sameness sameness(bool same) { return same ? Sameness::Same : Sameness::Different; }

Sameness sameness(std::optional<std::strong_ordering> ordering) {
  return ordering ? sameness(*ordering == 0) : Sameness::Incomparable;
}

// A difference settles it; an unknown leaves it open before a pair that cannot be compared does.
Sameness both(Sameness a, Sameness b) {
  for (const Sameness decisive : {Sameness::Different, Sameness::Unknown, Sameness::Incomparable}) {
    if (a == decisive || b == decisive) return decisive;
  }
  return Sameness::Same;
}

class Comparison {
 public:
  Sameness compare(const Value& a, const Value& b, int depth) {
    if (a.is_unknown() || b.is_unknown()) {
      if (a.is_unknown()) add_missing(missing, a);
      if (b.is_unknown()) add_missing(missing, b);
      return Sameness::Unknown;
    }
    if (a.is_null() || b.is_null()) return sameness(a.is_null() && b.is_null());
    if (a.kind() != b.kind() || depth > kDeepest) return Sameness::Incomparable;
    switch (a.kind()) {
      case Kind::Boolean:
        return sameness(a.as_boolean() == b.as_boolean());
      case Kind::List:
        return lists(a.as_list(), b.as_list(), depth);
      case Kind::Context:
        return contexts(a, b, depth);
      case Kind::Range:
        return ranges(a.as_range(), b.as_range(), depth);
      case Kind::Function:
        return functions(a, b);
      default:
        return sameness(order(a, b));
    }
  }

  Missing missing;

 private:
  Sameness lists(const List& a, const List& b, int depth) {
    if (a.size() != b.size()) return Sameness::Different;
    Sameness result = Sameness::Same;
    for (std::size_t i = 0; i < a.size() && result != Sameness::Different; ++i) {
      result = both(result, compare(a[i], b[i], depth + 1));
    }
    return result;
  }

  Sameness contexts(const Value& a, const Value& b, int depth) {
    if (a.as_context().size() != b.as_context().size()) return Sameness::Different;
    Sameness result = Sameness::Same;
    for (const auto& [name, value] : a.as_context()) {
      const Value* other = b.entry(name);
      result = both(result, other == nullptr ? Sameness::Different : compare(value, *other, depth + 1));
      if (result == Sameness::Different) break;
    }
    return result;
  }

  Sameness bounds(const std::optional<Value>& a, const std::optional<Value>& b, int depth) {
    if (!a || !b) return sameness(a.has_value() == b.has_value());
    return compare(*a, *b, depth + 1);
  }

  Sameness ranges(const Range& a, const Range& b, int depth) {
    if (a.low_included != b.low_included || a.high_included != b.high_included || a.point != b.point) {
      return Sameness::Different;
    }
    return both(bounds(a.low, b.low, depth), bounds(a.high, b.high, depth));
  }

  static Sameness functions(const Value& a, const Value& b) {
    const Function& left = a.as_function();
    const Function& right = b.as_function();
    const bool one = a.same_object(b) || (left.builtin != nullptr && left.builtin == right.builtin) ||
                     (left.closure && left.closure == right.closure);
    return one ? Sameness::Same : Sameness::Incomparable;
  }
};

std::optional<std::strong_ordering> number_order(base::Decimal a, base::Decimal b) {
  const std::partial_ordering ordering = a <=> b;
  if (ordering < 0) return std::strong_ordering::less;
  if (ordering > 0) return std::strong_ordering::greater;
  if (ordering == 0) return std::strong_ordering::equal;
  return std::nullopt;
}

}  // namespace

std::optional<bool> equals(const Value& a, const Value& b) {
  Comparison comparison;
  switch (comparison.compare(a, b, 0)) {
    case Sameness::Same:
      return true;
    case Sameness::Different:
      return false;
    default:
      return std::nullopt;
  }
}

Value equality(const Value& a, const Value& b) {
  Comparison comparison;
  switch (comparison.compare(a, b, 0)) {
    case Sameness::Same:
      return Value::boolean(true);
    case Sameness::Different:
      return Value::boolean(false);
    case Sameness::Unknown:
      return Value::unknown(std::move(comparison.missing));
    default:
      return Value::null(
          {"cannot compare " + std::string(name_of(a.kind())) + " and " + std::string(name_of(b.kind())),
           {}});
  }
}

std::optional<std::strong_ordering> order(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::Number:
      return number_order(a.as_number(), b.as_number());
    case Kind::String:
      // UTF-8 sorts by code point.
      return a.as_string().compare(b.as_string()) <=> 0;
    case Kind::Date:
      return a.as_date() <=> b.as_date();
    case Kind::Time:
      return order(a.as_time(), b.as_time());
    case Kind::DateTime:
      return order(a.as_date_time(), b.as_date_time());
    case Kind::DaysDuration:
      return a.as_days_duration() <=> b.as_days_duration();
    case Kind::MonthsDuration:
      return a.as_months_duration() <=> b.as_months_duration();
    default:
      return std::nullopt;
  }
}

}  // namespace qingheng::feel
