// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/numeric_functions_test.cpp
#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;
using base::Rounding;

template <Rounding kMode>
Value round_to(Call& call) {
  std::int64_t scale = 0;
  if (call.size() > 1) {
    if (call[1].is_null()) return call.null("the scale is null");
    scale = call[1].as_number().rounded(0, Rounding::Down).to_int64().value_or(INT64_MAX);
  }
  if (scale < -6111 || scale > 6176) return call.null("the scale is not between -6111 and 6176");
  return finite(call, call[0].as_number().rounded(static_cast<int>(scale), kMode));
}

Value modulo(Call& call) {
  if (call[1].as_number().is_zero()) return call.null("division by zero");
  return finite(call, call[0].as_number().modulo(call[1].as_number()));
}

template <bool kOdd>
Value parity(Call& call) {
  const Decimal value = call[0].as_number();
  if (!value.is_integer()) return call.null("only an integer is odd or even");
  return Value::boolean(value.modulo(2).is_zero() != kOdd);
}

Value abs_duration(Call& call) {
  if (call[0].kind() == Kind::MonthsDuration) {
    const std::int64_t months = call[0].as_months_duration();
    if (months == INT64_MIN) return call.null("the duration is too long");
    return Value::months_duration(months < 0 ? -months : months);
  }
  const DaysDuration value = call[0].as_days_duration();
  if (value.seconds >= 0) return call[0];
  if (value.seconds == INT64_MIN) return call.null("the duration is too long");
  if (value.nanosecond == 0) return Value::days_duration({-value.seconds, 0});
  return Value::days_duration({-value.seconds - 1, 1'000'000'000 - value.nanosecond});
}

template <Decimal (Decimal::*kFunction)() const noexcept>
Value of_number(Call& call) {
  return finite(call, (call[0].as_number().*kFunction)());
}

}  // namespace

void add_numeric(std::vector<Builtin>& table) {
  const auto scaled = [&table](std::string_view name, std::size_t required, Value (*function)(Call&)) {
    table.push_back(
        {name, {{{{"n", Shape::Number}, {"scale", Shape::Number}}, required, Result::First, function}}});
  };
  scaled("decimal", 2, round_to<Rounding::HalfEven>);
  scaled("floor", 1, round_to<Rounding::Floor>);
  scaled("ceiling", 1, round_to<Rounding::Ceiling>);
  scaled("round up", 2, round_to<Rounding::Up>);
  scaled("round down", 2, round_to<Rounding::Down>);
  scaled("round half up", 2, round_to<Rounding::HalfUp>);
  scaled("round half down", 2, round_to<Rounding::HalfDown>);
  const auto single = [&table](std::string_view name, Result result, Value (*function)(Call&)) {
    table.push_back({name, {{{{"number", Shape::Number}}, 1, result, function}}});
  };
  single("sqrt", Result::Number, of_number<&Decimal::sqrt>);
  single("log", Result::Number, of_number<&Decimal::log>);
  single("exp", Result::Number, of_number<&Decimal::exp>);
  single("odd", Result::Boolean, parity<true>);
  single("even", Result::Boolean, parity<false>);
  table.push_back({"abs",
                   {{{{"n", Shape::Number}}, 1, Result::First, of_number<&Decimal::abs>},
                    {{{"n", Shape::Duration}}, 1, Result::First, abs_duration}}});
  table.push_back(
      {"modulo", {{{{"dividend", Shape::Number}, {"divisor", Shape::Number}}, 2, Result::First, modulo}}});
}

}  // namespace qingheng::feel
