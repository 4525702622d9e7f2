// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/call_test.cpp
#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;

Value count(Call& call) { return Value::number(Decimal(static_cast<std::int64_t>(call[0].as_list().size()))); }

Value sum(Call& call) {
  const auto items = items_of(call);
  if (items.empty()) return call.null("the list is empty");
  Decimal total;
  for (const Value& item : items) total = total + item.as_number();
  return total.is_finite() ? Value::number(total) : call.null("the sum is too large");
}

Value mean(Call& call) {
  const Value total = sum(call);
  if (total.is_null()) return total;
  return Value::number(total.as_number() / Decimal(static_cast<std::int64_t>(items_of(call).size())));
}

Value product(Call& call) {
  const auto items = items_of(call);
  if (items.empty()) return call.null("the list is empty");
  Decimal total(1);
  for (const Value& item : items) total = total * item.as_number();
  return total.is_finite() ? Value::number(total) : call.null("the product is too large");
}

template <bool kLargest>
Value extreme(Call& call) {
  const auto items = items_of(call);
  if (items.empty()) return call.null("the list is empty");
  Value best = items.front();
  for (const Value& item : items) {
    const auto ordering = order(item, best);
    if (!ordering) return call.null("the items cannot be ordered");
    if (kLargest ? *ordering > 0 : *ordering < 0) best = item;
  }
  return best;
}

// `all` is decided by one false, `any` by one true; what is no boolean makes null, unless decided.
template <bool kDecisive>
Value quantified(Call& call) {
  Missing missing;
  bool unknown = false;
  bool stranger = false;
  for (const Value& item : items_of(call)) {
    if (item.is_unknown()) {
      add_missing(missing, item);
      unknown = true;
    } else if (item.kind() != Kind::Boolean) {
      stranger = true;
    } else if (item.as_boolean() == kDecisive) {
      return item;
    }
  }
  if (unknown) return Value::unknown(std::move(missing));
  if (stranger) return call.null("an item is not a boolean");
  return Value::boolean(!kDecisive);
}

Value list_contains(Call& call) {
  Missing missing;
  bool unknown = false;
  for (const Value& item : call[0].as_list()) {
    const Value same = equality(item, call[1]);
    if (same.kind() == Kind::Boolean && same.as_boolean()) return same;
    if (!same.is_unknown()) continue;
    add_missing(missing, same);
    unknown = true;
  }
  return unknown ? Value::unknown(std::move(missing)) : Value::boolean(false);
}

Value append(Call& call) {
  List items = call[0].as_list();
  items.insert(items.end(), call.arguments.begin() + 1, call.arguments.end());
  return Value::list(std::move(items));
}

Value concatenate(Call& call) {
  List items;
  for (const Value& list : call.arguments) items.insert(items.end(), list.as_list().begin(), list.as_list().end());
  return Value::list(std::move(items));
}

Value reverse(Call& call) {
  return Value::list(List(call[0].as_list().rbegin(), call[0].as_list().rend()));
}

// The zero-based index for a position that counts from 1, or from −1 backwards; empty outside of the list.
std::optional<std::size_t> index_of_position(const Value& position, std::size_t size) {
  const auto at = position.as_number().rounded(0, base::Rounding::Down).to_int64();
  const auto length = static_cast<std::int64_t>(size);
  if (!at || *at == 0 || *at > length || *at < -length) return std::nullopt;
  return static_cast<std::size_t>(*at > 0 ? *at - 1 : length + *at);
}

Value remove_at(Call& call) {
  List items = call[0].as_list();
  const auto index = index_of_position(call[1], items.size());
  if (!index) return call.null("the position is outside of the list");
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
  return Value::list(std::move(items));
}

Value insert_before(Call& call) {
  List items = call[0].as_list();
  const auto index = index_of_position(call[1], items.size());
  if (!index) return call.null("the position is outside of the list");
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(*index), call[2]);
  return Value::list(std::move(items));
}

Value sublist(Call& call) {
  const List& items = call[0].as_list();
  const auto index = index_of_position(call[1], items.size());
  if (!index) return call.null("the position is outside of the list");
  std::size_t length = items.size() - *index;
  if (call.size() > 2 && !call[2].is_null()) {
    const auto wanted = call[2].as_number().rounded(0, base::Rounding::Down).to_int64();
    if (!wanted || *wanted < 0 || static_cast<std::size_t>(*wanted) > length) {
      return call.null("the length goes beyond the list");
    }
    length = static_cast<std::size_t>(*wanted);
  }
  const auto from = items.begin() + static_cast<std::ptrdiff_t>(*index);
  return Value::list(List(from, from + static_cast<std::ptrdiff_t>(length)));
}

Value index_of(Call& call) {
  List places;
  const List& items = call[0].as_list();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (equals(items[i], call[1]) == true) places.push_back(Value::number(Decimal(static_cast<std::int64_t>(i + 1))));
  }
  return Value::list(std::move(places));
}

Value distinct(Call& call) {
  List kept;
  for (const Value& list : call.arguments) {
    for (const Value& item : list.as_list()) {
      if (!call.site.caller.spend(kept.size() + 1)) return call.null("the evaluation takes too many steps");
      if (std::ranges::none_of(kept, [&item](const Value& other) { return equals(item, other) == true; })) {
        kept.push_back(item);
      }
    }
  }
  return Value::list(std::move(kept));
}

Value flatten(Call& call) {
  List flat;
  List pending{call[0]};
  while (!pending.empty()) {
    const Value next = std::move(pending.back());
    pending.pop_back();
    if (next.kind() != Kind::List) {
      flat.push_back(next);
      continue;
    }
    pending.insert(pending.end(), next.as_list().rbegin(), next.as_list().rend());
  }
  return Value::list(std::move(flat));
}

const Parameter kList{"list", Shape::List};

void add_summaries(std::vector<Builtin>& table) {
  const auto numbers = [&table](std::string_view name, Value (*function)(Call&)) {
    table.push_back({name,
                     {{{{"list", Shape::NumberList}}, 1, Result::Number, function},
                      {{{"n", Shape::Number}}, 1, Result::Number, function, Variadic::LastRepeats}}});
  };
  numbers("sum", sum);
  numbers("mean", mean);
  numbers("product", product);
  const auto either = [&table](std::string_view name, Shape list, Result result, Unknowns unknowns,
                               Value (*function)(Call&)) {
    const Shape item = list == Shape::BooleanList ? Shape::Any : Shape::Point;
    table.push_back({name,
                     {{{{"list", list}}, 1, result, function},
                      {{{"c", item}}, 2, result, function, Variadic::LastRepeats}},
                     unknowns});
  };
  either("min", Shape::List, Result::Element, Unknowns::Lift, extreme<false>);
  either("max", Shape::List, Result::Element, Unknowns::Lift, extreme<true>);
  either("all", Shape::BooleanList, Result::Boolean, Unknowns::Handle, quantified<false>);
  either("any", Shape::BooleanList, Result::Boolean, Unknowns::Handle, quantified<true>);
  table.push_back({"count", {{{kList}, 1, Result::Number, count}}, Unknowns::LiftOuter});
}

}  // namespace

void add_lists(std::vector<Builtin>& table) {
  add_summaries(table);
  const Parameter item{"item", Shape::Any};
  const Parameter position{"position", Shape::Number};
  table.push_back({"list contains", {{{kList, {"element", Shape::Any}}, 2, Result::Boolean, list_contains}}, Unknowns::LiftOuter});
  table.push_back({"append", {{{kList, item}, 1, Result::JoinedList, append, Variadic::LastRepeats}}, Unknowns::LiftOuter});
  table.back().unknowns = Unknowns::LiftOuter;
  table.push_back({"concatenate", {{{kList}, 1, Result::JoinedList, concatenate, Variadic::LastRepeats}}, Unknowns::LiftOuter});
  table.push_back({"union", {{{kList}, 1, Result::JoinedList, distinct, Variadic::LastRepeats}}, Unknowns::Lift});
  table.push_back({"distinct values", {{{kList}, 1, Result::SameList, distinct}}, Unknowns::Lift});
  table.push_back({"flatten", {{{kList}, 1, Result::AnyList, flatten}}, Unknowns::LiftOuter});
  table.push_back({"reverse", {{{kList}, 1, Result::SameList, reverse}}, Unknowns::LiftOuter});
  table.push_back({"remove", {{{kList, position}, 2, Result::SameList, remove_at}}, Unknowns::LiftOuter});
  table.push_back({"insert before", {{{kList, position, {"newItem", Shape::Any}}, 3, Result::JoinedList, insert_before}}, Unknowns::LiftOuter});
  table.push_back({"sublist", {{{kList, {"start position", Shape::Number}, {"length", Shape::Number}}, 2, Result::SameList, sublist}}, Unknowns::LiftOuter});
  table.push_back({"index of", {{{kList, {"match", Shape::Any}}, 2, Result::NumberList, index_of}}, Unknowns::Lift});
}

}  // namespace qingheng::feel
