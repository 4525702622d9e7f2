// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "decision/kit/suite.hpp"

namespace qingheng::decision::kit {

namespace {

/// Lists and contexts whose parts have yet to be set side by side.
using Pair = std::pair<const feel::Value*, const feel::Value*>;

bool same_items(const feel::List& expected, const feel::List& actual, std::vector<Pair>& open) {
  if (expected.size() != actual.size()) return false;
  for (std::size_t i = 0; i < expected.size(); ++i) open.emplace_back(&expected[i], &actual[i]);
  return true;
}

bool same_entries(const feel::Context& expected, const feel::Value& actual, std::vector<Pair>& open) {
  if (expected.size() != actual.as_context().size()) return false;
  return std::ranges::all_of(expected, [&](const auto& entry) {
    const feel::Value* other = actual.entry(entry.first);
    if (other != nullptr) open.emplace_back(&entry.second, other);
    return other != nullptr;
  });
}

std::size_t decimals(base::Decimal number) {
  const std::string text = number.to_string();
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 0 : text.size() - point - 1;
}

bool same_number(base::Decimal expected, base::Decimal actual, Numbers numbers) {
  if (expected == actual) return true;
  constexpr std::size_t kWritten = 8;
  // A last zero that the file wrote is not seen here.
  const std::size_t written = decimals(expected);
  if (numbers == Numbers::Exact || written + 1 < kWritten || decimals(actual) <= written) return false;
  return (expected - actual).abs() < base::Decimal::scaled(1, -static_cast<int>(kWritten));
}

}  // namespace

bool matches(const feel::Value& expected, const feel::Value& actual, Numbers numbers) {
  std::vector<Pair> open{{&expected, &actual}};
  while (!open.empty()) {
    const auto [wanted, got] = open.back();
    open.pop_back();
    if (wanted->kind() != got->kind()) return false;
    bool same = false;
    switch (wanted->kind()) {
      case feel::Kind::Null:
        same = true;
        break;
      case feel::Kind::Number:
        same = same_number(wanted->as_number(), got->as_number(), numbers);
        break;
      case feel::Kind::List:
        same = same_items(wanted->as_list(), got->as_list(), open);
        break;
      case feel::Kind::Context:
        same = same_entries(wanted->as_context(), *got, open);
        break;
      default:
        same = feel::equals(*wanted, *got).value_or(false);
    }
    if (!same) return false;
  }
  return true;
}

}  // namespace qingheng::decision::kit
