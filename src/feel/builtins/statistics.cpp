// SPDX-License-Identifier: Apache-2.0
// Spread and frequency: DMN 1.5 table 75, `median`, `stddev` and `mode`.
// tested by: src/feel/builtins/summaries_test.cpp
#include <algorithm>

#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;

std::vector<Decimal> sorted_numbers(std::span<const Value> items) {
  std::vector<Decimal> numbers;
  numbers.reserve(items.size());
  for (const Value& item : items) numbers.push_back(item.as_number());
  std::ranges::stable_sort(numbers, [](Decimal a, Decimal b) { return a < b; });
  return numbers;
}

Value median(Call& call) {
  const std::vector<Decimal> numbers = sorted_numbers(items_of(call));
  if (numbers.empty()) return call.null("the list is empty");
  const std::size_t middle = numbers.size() / 2;
  if (numbers.size() % 2 == 1) return Value::number(numbers[middle]);
  return finite(call, (numbers[middle - 1] + numbers[middle]) / 2);
}

// Of a sample: the squares are divided by one less than their number.
Value stddev(Call& call) {
  const auto items = items_of(call);
  if (items.size() < 2) return call.null("a deviation needs at least two numbers");
  const auto count = static_cast<std::int64_t>(items.size());
  Decimal sum;
  for (const Value& item : items) sum = sum + item.as_number();
  const Decimal mean = sum / Decimal(count);
  Decimal squares;
  for (const Value& item : items) {
    const Decimal distance = item.as_number() - mean;
    squares = squares + distance * distance;
  }
  return finite(call, (squares / Decimal(count - 1)).sqrt());
}

Value mode(Call& call) {
  const std::vector<Decimal> numbers = sorted_numbers(items_of(call));
  List most;
  std::size_t longest = 0;
  for (std::size_t from = 0, to = 0; from < numbers.size(); from = to) {
    while (to < numbers.size() && numbers[to] == numbers[from]) ++to;
    if (to - from > longest) most.clear();
    longest = std::max(longest, to - from);
    if (to - from == longest) most.push_back(Value::number(numbers[from]));
  }
  return Value::list(std::move(most));
}

}  // namespace

void add_statistics(std::vector<Builtin>& table) {
  const auto add = [&table](std::string_view name, Value (*function)(Call&), Result result) {
    table.push_back({name,
                     {{{{"list", Shape::NumberList}}, 1, result, function},
                      {{{"n1", Shape::Number}}, 1, result, function, Variadic::LastRepeats}}});
  };
  add("median", median, Result::Element);
  add("stddev", stddev, Result::Element);
  add("mode", mode, Result::SameList);
}

}  // namespace qingheng::feel
