// SPDX-License-Identifier: Apache-2.0
// One value out of many: DMN 1.5 table 75, `count` to `any`.
#include <fmt/format.h>

#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;

Value empty(const Call& call) { return call.null("the list is empty"); }

Decimal counted(std::span<const Value> items) { return {static_cast<std::int64_t>(items.size())}; }

Value count(Call& call) { return Value::number(counted(call[0].as_list())); }

Decimal total(std::span<const Value> items) {
  Decimal total;
  for (const Value& item : items) total = total + item.as_number();
  return total;
}

Value sum(Call& call) {
  const auto items = items_of(call);
  return items.empty() ? empty(call) : finite(call, total(items));
}

Value mean(Call& call) {
  const auto items = items_of(call);
  return items.empty() ? empty(call) : finite(call, total(items) / counted(items));
}

Value product(Call& call) {
  const auto items = items_of(call);
  if (items.empty()) return empty(call);
  Decimal product(1);
  for (const Value& item : items) product = product * item.as_number();
  return finite(call, product);
}

Value cannot_order(const Call& call, const Value& item, const Value& best) {
  if (item.null_reason() != nullptr) return item;
  if (item.kind() == best.kind() && item.kind() != Kind::Time && item.kind() != Kind::DateTime) {
    return call.null(fmt::format("{} has no order", name_of(item.kind())));
  }
  return call.null(fmt::format("cannot order {} and {}", name_of(best.kind()), name_of(item.kind())));
}

template <bool kLargest>
Value extreme(Call& call) {
  const auto items = items_of(call);
  if (items.empty()) return empty(call);
  const Value* best = &items.front();
  for (const Value& item : items) {
    const auto ordering = order(item, *best);
    if (!ordering) return cannot_order(call, item, *best);
    if (kLargest ? *ordering > 0 : *ordering < 0) best = &item;
  }
  return *best;
}

// `all` is decided by one false, `any` by one true, whatever the rest; else an unknown leaves it open, and
// what is no boolean makes null.
template <bool kDecisive>
Value quantified(Call& call) {
  const auto items = items_of(call);
  const Value* stranger = nullptr;
  for (const Value& item : items) {
    if (item.kind() == Kind::Boolean && item.as_boolean() == kDecisive) return item;
    if (item.kind() != Kind::Boolean && !item.is_unknown() && stranger == nullptr) stranger = &item;
  }
  if (auto unknown = unknown_among(items)) return *std::move(unknown);
  if (stranger == nullptr) return Value::boolean(!kDecisive);
  if (stranger->null_reason() != nullptr) return *stranger;
  return call.null(fmt::format("an item is {}, not boolean", name_of(stranger->kind())));
}

}  // namespace

void add_summaries(std::vector<Builtin>& table) {
  const auto add = [&table](std::string_view name, Value (*function)(Call&), Result result, Shape list,
                            Parameter item, Unknowns unknowns) {
    table.push_back(
        {name,
         {{{{"list", list}}, 1, result, function}, {{item}, 1, result, function, Variadic::LastRepeats}},
         unknowns});
  };
  table.push_back({"count", {{{{"list", Shape::List}}, 1, Result::Number, count}}, Unknowns::LiftOuter});
  const Parameter number{"n1", Shape::Number};
  add("sum", sum, Result::Element, Shape::NumberList, number, Unknowns::Lift);
  add("mean", mean, Result::Element, Shape::NumberList, number, Unknowns::Lift);
  add("product", product, Result::Number, Shape::NumberList, number, Unknowns::Lift);
  const Parameter point{"c1", Shape::Point};
  add("min", extreme<false>, Result::Element, Shape::List, point, Unknowns::Lift);
  add("max", extreme<true>, Result::Element, Shape::List, point, Unknowns::Lift);
  const Parameter boolean{"b1", Shape::Any};
  add("all", quantified<false>, Result::Boolean, Shape::BooleanList, boolean, Unknowns::Handle);
  add("any", quantified<true>, Result::Boolean, Shape::BooleanList, boolean, Unknowns::Handle);
}

}  // namespace qingheng::feel
