// SPDX-License-Identifier: Apache-2.0
#include "decision/table/hit_policy.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace qingheng::decision::table {

using feel::Value;
using model::Aggregation;
using model::HitPolicy;

namespace {

enum class Hit : std::uint8_t { No, Maybe, Yes };

/// Which rows hit, in order, and what is missing to know of those that may.
struct Hits {
  std::vector<std::size_t> certain;
  Value doubt;  // unknown when a row may hit

  [[nodiscard]] bool doubtful() const { return doubt.is_unknown(); }
};

void add_doubt(Value& doubt, const Value& more) {
  feel::Missing missing = doubt.is_unknown() ? doubt.as_unknown() : feel::Missing{};
  feel::add_missing(missing, more);
  doubt = Value::unknown(std::move(missing));
}

Hit hit_of(const Rules& rules, Cells& cells, std::size_t row, Value& doubt) {
  Hit hit = Hit::Yes;
  for (std::size_t test = 0; test < rules.tests; ++test) {
    const Value passed = cells.passes(row, test);
    if (passed.is_unknown()) {
      hit = Hit::Maybe;
      add_doubt(doubt, passed);
    } else if (passed.kind() != feel::Kind::Boolean || !passed.as_boolean()) {
      return Hit::No;
    }
  }
  return hit;
}

Hits hits_of(const Rules& rules, Cells& cells) {
  Hits hits;
  for (std::size_t row = 0; row < rules.rows; ++row) {
    Value doubt;
    const Hit hit = hit_of(rules, cells, row, doubt);
    if (hit == Hit::Yes) hits.certain.push_back(row);
    if (hit == Hit::Maybe) add_doubt(hits.doubt, doubt);
    if (rules.hit == HitPolicy::First && hit != Hit::No && hits.doubtful()) return hits;
    if (rules.hit == HitPolicy::First && hit == Hit::Yes) return hits;
  }
  return hits;
}

Value null(const Rules& rules, std::string_view message) {
  return Value::null({fmt::format(fmt::runtime(message), rules.name), rules.span});
}

Value output_of(const Rules& rules, std::size_t row, Cells& cells) {
  if (rules.outputs.size() == 1) return cells.output(row, 0);
  feel::Context entries;
  for (std::size_t column = 0; column < rules.outputs.size(); ++column) {
    entries.emplace_back(rules.outputs[column], cells.output(row, column));
  }
  return Value::context(std::move(entries));
}

bool gives_list(const Rules& rules) {
  return rules.hit == HitPolicy::RuleOrder || rules.hit == HitPolicy::OutputOrder ||
         (rules.hit == HitPolicy::Collect && rules.aggregation == Aggregation::None);
}

Value no_row(const Rules& rules, Cells& cells) {
  if (std::optional<Value> fallback = cells.fallback()) {
    return gives_list(rules) ? Value::list({*std::move(fallback)}) : *std::move(fallback);
  }
  if (rules.hit == HitPolicy::Collect && rules.aggregation == Aggregation::None) return Value::list({});
  if (rules.hit == HitPolicy::Collect && rules.aggregation == Aggregation::Count) return Value::number(0);
  return null(rules, "no row of the table `{}` fits");
}

/// Places of an output among the values that each column lists; those not listed come last.
std::vector<std::size_t> priority(const Rules& rules, const Value& output) {
  std::vector<std::size_t> places;
  for (std::size_t column = 0; column < std::min(rules.outputs.size(), rules.order.size()); ++column) {
    const Value* value = rules.outputs.size() == 1 ? &output : output.entry(rules.outputs[column]);
    const std::vector<Value>& values = rules.order[column];
    std::size_t place = values.size();
    for (std::size_t at = 0; value != nullptr && at < values.size() && place == values.size(); ++at) {
      if (equals(values[at], *value) == true) place = at;
    }
    places.push_back(place);
  }
  return places;
}

void sort_by_priority(const Rules& rules, std::vector<Value>& outputs) {
  std::ranges::stable_sort(outputs, {}, [&](const Value& output) { return priority(rules, output); });
}

/// Rows that hit must agree, nulls included.
Value any_of(const Rules& rules, const std::vector<Value>& outputs) {
  for (const Value& output : outputs) {
    const Value same = equality(output, outputs.front());
    if (same.is_unknown()) return same;
    if (same.kind() != feel::Kind::Boolean || !same.as_boolean()) {
      return null(rules, "rows of the table `{}` that fit differ in their outcome");
    }
  }
  return outputs.front();
}

Value sum_of(const Rules& rules, const std::vector<Value>& outputs) {
  base::Decimal sum;
  for (const Value& output : outputs) {
    if (output.is_unknown() || output.null_reason() != nullptr) return output;
    if (output.kind() != feel::Kind::Number) {
      return null(rules, "the table `{}` sums outputs that are not all numbers");
    }
    sum = sum + output.as_number();
  }
  return Value::number(sum);
}

Value extreme_of(const Rules& rules, const std::vector<Value>& outputs, std::strong_ordering wanted) {
  Value best = outputs.front();
  for (const Value& output : outputs) {
    if (output.is_unknown() || output.null_reason() != nullptr) return output;
    const auto compared = order(output, best);
    if (!compared) return null(rules, "the table `{}` compares outputs that have no order");
    if (*compared == wanted) best = output;
  }
  return best;
}

Value collect(const Rules& rules, std::vector<Value> outputs) {
  const bool computes = rules.aggregation != Aggregation::None && rules.aggregation != Aggregation::Count;
  if (computes && rules.outputs.size() != 1) {
    return null(rules, "the table `{}` computes with outputs of several columns, which has no meaning");
  }
  switch (rules.aggregation) {
    case Aggregation::None:
      return Value::list(std::move(outputs));
    case Aggregation::Count:
      return Value::number(static_cast<std::int64_t>(outputs.size()));
    case Aggregation::Sum:
      return sum_of(rules, outputs);
    case Aggregation::Min:
      return extreme_of(rules, outputs, std::strong_ordering::less);
    case Aggregation::Max:
      return extreme_of(rules, outputs, std::strong_ordering::greater);
  }
  return {};
}

Value outcome_of_many(const Rules& rules, std::vector<Value> outputs) {
  switch (rules.hit) {
    case HitPolicy::Any:
      return any_of(rules, outputs);
    case HitPolicy::Priority:
      sort_by_priority(rules, outputs);
      return outputs.front();
    case HitPolicy::OutputOrder:
      sort_by_priority(rules, outputs);
      return Value::list(std::move(outputs));
    case HitPolicy::Collect:
      return collect(rules, std::move(outputs));
    default:
      return Value::list(std::move(outputs));
  }
}

}  // namespace

Value outcome(const Rules& rules, Cells& cells) {
  const Hits hits = hits_of(rules, cells);
  if (rules.hit == HitPolicy::Unique && hits.certain.size() > 1) {
    return null(rules, "several rows of the table `{}` fit, which wants only one");
  }
  // Rows that hit are alone under `unique` and agree under `any`, so a certain one settles it; elsewhere one
  // that may hit can change the outcome.
  const bool settles = rules.hit == HitPolicy::Unique || rules.hit == HitPolicy::Any;
  if (hits.doubtful() && (!settles || hits.certain.empty())) return hits.doubt;
  if (hits.certain.empty()) return no_row(rules, cells);
  if (rules.hit == HitPolicy::Unique || rules.hit == HitPolicy::First) {
    return output_of(rules, hits.certain.front(), cells);
  }
  std::vector<Value> outputs;
  outputs.reserve(hits.certain.size());
  for (const std::size_t row : hits.certain) outputs.push_back(output_of(rules, row, cells));
  return outcome_of_many(rules, std::move(outputs));
}

}  // namespace qingheng::decision::table
