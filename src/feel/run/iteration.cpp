// SPDX-License-Identifier: Apache-2.0
// `for`, `some` and `every` (DMN 1.5 §10.3.2.14).
// tested by: src/feel/suite_test.cpp
#include <fmt/format.h>

#include "feel/run/evaluator.hpp"

namespace qingheng::feel::run {

std::expected<Domain, Value> Evaluator::domain(std::uint32_t index) {
  const Node& node = program_->nodes[index];
  const auto made = [&](std::expected<Domain, std::string> domain) -> std::expected<Domain, Value> {
    if (domain) return *std::move(domain);
    return std::unexpected(null_at(node, std::move(domain).error()));
  };
  if (node.op == plan::Op::Iteration) {
    const auto parts = program_->parts(node);
    const Value from = eval(parts[0]);
    const Value to = eval(parts[1]);
    if (from.null_reason() != nullptr) return std::unexpected(from);
    if (to.null_reason() != nullptr) return std::unexpected(to);
    if (from.is_unknown() || to.is_unknown()) return std::unexpected(merged(from, to));
    return made(Domain::between(from, to));
  }
  Value value = eval(index);
  if (value.is_unknown() || value.null_reason() != nullptr) return std::unexpected(std::move(value));
  if (value.is_null()) return std::unexpected(null_at(node, "null cannot be iterated over"));
  if (value.kind() == Kind::Range) return made(Domain::of_range(value.as_range()));
  return Domain::of_items(std::move(value));
}

std::optional<Value> Evaluator::walk(const Node& node, std::uint32_t iterator, const Visit& visit) {
  const auto parts = program_->parts(node);
  const auto items = domain(parts[iterator]);
  if (!items) return items.error();
  const bool innermost = iterator + 2 == parts.size();
  for (std::uint64_t at = 0; at < items->size(); ++at) {
    if (!spend(1)) return null_at(node, std::string(kOutOfSteps));
    slot(node.at + iterator) = items->at(at);
    if (innermost) {
      if (!visit()) return std::nullopt;
    } else if (auto stopped = walk(node, iterator + 1, visit)) {
      return stopped;
    }
  }
  return std::nullopt;
}

Value Evaluator::loop(const Node& node) {
  const std::uint32_t result = program_->parts(node).back();
  List results;
  const auto visit = [&] {
    if (node.extra != 0) {
      if (!spend(results.size())) return true;
      slot(node.extra - 1) = Value::list(results);
    }
    results.push_back(eval(result));
    return true;
  };
  if (std::optional<Value> stopped = walk(node, 0, visit)) return *std::move(stopped);
  return Value::list(std::move(results));
}

// `some` is a long `or`, `every` a long `and`.
Value Evaluator::quantified(const Node& node, bool decisive) {
  const std::uint32_t condition = program_->parts(node).back();
  Value unknown;
  std::optional<Value> nothing;
  bool decided = false;
  const auto visit = [&] {
    if (decided) return false;
    Value holds = eval(condition);
    if (holds.kind() == Kind::Boolean) {
      decided = holds.as_boolean() == decisive;
    } else if (holds.is_unknown()) {
      unknown = merged(unknown, holds);
    } else if (!nothing) {
      nothing = holds.null_reason() != nullptr
                    ? std::move(holds)
                    : null_at(node, fmt::format("`{}` takes booleans, not {}", decisive ? "some" : "every",
                                                name_of(holds.kind())));
    }
    return !decided;
  };
  std::optional<Value> stopped = walk(node, 0, visit);
  if (decided) return Value::boolean(decisive);
  if (stopped) return *std::move(stopped);
  if (unknown.is_unknown()) return unknown;
  return nothing ? *std::move(nothing) : Value::boolean(!decisive);
}

}  // namespace qingheng::feel::run
