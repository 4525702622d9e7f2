// SPDX-License-Identifier: Apache-2.0
// What lists hold and where: DMN 1.5 table 75, `list contains` to `flatten`.
#include <fmt/format.h>

#include "feel/builtins/families.hpp"
#include "feel/builtins/internal/positions.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;

Value list_contains(Call& call) {
  if (auto unknown = unknown_among(call.arguments.first(1))) return *std::move(unknown);
  Missing missing;
  bool open = false;
  for (const Value& item : call[0].as_list()) {
    const Value same = equality(item, call[1]);
    if (same.kind() == Kind::Boolean && same.as_boolean()) return same;
    if (!same.is_unknown()) continue;
    add_missing(missing, same);
    open = true;
  }
  return open ? Value::unknown(std::move(missing)) : Value::boolean(false);
}

Value index_of(Call& call) {
  if (auto unknown = unknown_among(call.arguments.first(1))) return *std::move(unknown);
  Missing missing;
  bool open = false;
  List places;
  const List& items = call[0].as_list();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Value same = equality(items[i], call[1]);
    if (same.is_unknown()) {
      add_missing(missing, same);
      open = true;
    } else if (same.kind() == Kind::Boolean && same.as_boolean()) {
      places.push_back(Value::number(Decimal(static_cast<std::int64_t>(i + 1))));
    }
  }
  return open ? Value::unknown(std::move(missing)) : Value::list(std::move(places));
}

Value append(Call& call) {
  if (auto unknown = unknown_among(call.arguments.first(1))) return *std::move(unknown);
  List items = call[0].as_list();
  items.insert(items.end(), call.arguments.begin() + 1, call.arguments.end());
  return Value::list(std::move(items));
}

Value concatenate(Call& call) {
  List items;
  for (const Value& list : call.arguments) {
    items.insert(items.end(), list.as_list().begin(), list.as_list().end());
  }
  return Value::list(std::move(items));
}

Value reverse(Call& call) { return Value::list(List(call[0].as_list().rbegin(), call[0].as_list().rend())); }

Value remove_at(Call& call) {
  List items = call[0].as_list();
  const auto index = index_of_position(call[1], items.size());
  if (!index) return outside(call, call[1], items.size());
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
  return Value::list(std::move(items));
}

Value insert_before(Call& call) {
  if (auto unknown = unknown_among(call.arguments.first(2))) return *std::move(unknown);
  List items = call[0].as_list();
  const auto index = index_of_position(call[1], items.size());
  if (!index) return outside(call, call[1], items.size());
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(*index), call[2]);
  return Value::list(std::move(items));
}

Value sublist(Call& call) {
  const List& items = call[0].as_list();
  const auto index = index_of_position(call[1], items.size());
  if (!index) return outside(call, call[1], items.size());
  std::size_t length = items.size() - *index;
  if (call.size() > 2) {
    if (call[2].is_null())
      return call[2].null_reason() != nullptr ? call[2] : call.null("the length is null");
    const auto wanted = call[2].as_number().rounded(0, base::Rounding::Down).to_int64();
    if (!wanted || *wanted < 1 || static_cast<std::uint64_t>(*wanted) > length) {
      return call.null(
          fmt::format("length {} is not between 1 and {}", call[2].as_number().to_string(), length));
    }
    length = static_cast<std::size_t>(*wanted);
  }
  const auto from = items.begin() + static_cast<std::ptrdiff_t>(*index);
  return Value::list(List(from, from + static_cast<std::ptrdiff_t>(length)));
}

// Lists inside lists may share their parts, so what comes out can be far longer than what was written. An
// unknown may turn out to be a list, so it leaves the whole open.
Value flatten(Call& call) {
  constexpr std::size_t kItemsAtOnce = 256;
  List flat;
  Missing missing;
  bool open = false;
  std::size_t met = 0;
  std::vector<const Value*> pending{&call[0]};
  while (!pending.empty()) {
    const Value& next = *pending.back();
    pending.pop_back();
    if (++met % kItemsAtOnce == 0 && !call.site.caller.spend(kItemsAtOnce)) {
      return call.null("the evaluation takes too many steps");
    }
    if (next.kind() == Kind::List) {
      const List& items = next.as_list();
      for (auto item = items.rbegin(); item != items.rend(); ++item) pending.push_back(&*item);
    } else if (next.is_unknown()) {
      add_missing(missing, next);
      open = true;
    } else {
      flat.push_back(next);
    }
  }
  return open ? Value::unknown(std::move(missing)) : Value::list(std::move(flat));
}

}  // namespace

void add_lists(std::vector<Builtin>& table) {
  const auto add = [&table](std::string_view name, std::vector<Parameter> parameters, std::size_t required,
                            Result result, Value (*function)(Call&), Unknowns unknowns,
                            Variadic variadic = Variadic::No) {
    table.push_back({name, {{std::move(parameters), required, result, function, variadic}}, unknowns});
  };
  const Parameter list{"list", Shape::List};
  const Parameter item{"item", Shape::Any};
  const Parameter match{"match", Shape::Any};
  const Parameter position{"position", Shape::Number};
  const Parameter new_item{"newItem", Shape::Any};
  const Parameter start{"start position", Shape::Number};
  const Parameter length{"length", Shape::Number};
  add("list contains", {list, {"element", Shape::Any}}, 2, Result::Boolean, list_contains, Unknowns::Handle);
  add("index of", {list, match}, 2, Result::NumberList, index_of, Unknowns::Handle);
  add("append", {list, item}, 1, Result::JoinedList, append, Unknowns::Handle, Variadic::LastRepeats);
  add("concatenate", {list}, 1, Result::JoinedList, concatenate, Unknowns::LiftOuter, Variadic::LastRepeats);
  add("reverse", {list}, 1, Result::SameList, reverse, Unknowns::LiftOuter);
  add("remove", {list, position}, 2, Result::SameList, remove_at, Unknowns::LiftOuter);
  add("insert before", {list, position, new_item}, 3, Result::JoinedList, insert_before, Unknowns::Handle);
  add("sublist", {list, start, length}, 2, Result::SameList, sublist, Unknowns::LiftOuter);
  add("flatten", {list}, 1, Result::AnyList, flatten, Unknowns::LiftOuter);
}

}  // namespace qingheng::feel
