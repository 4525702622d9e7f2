// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/report_test.cpp
#include "decision/analyse/internal/trials.hpp"

#include <algorithm>

#include "decision/analyse/internal/literals.hpp"
#include "feel/temporal.hpp"

namespace qingheng::decision::analyse {

namespace {

using feel::Kind;
using feel::Type;
using feel::Value;

/// Kinds that the values of a type are of.
std::vector<Kind> kinds_of(const Type& type) {
  switch (type.tag) {
    case Type::Tag::Any:
      return {Kind::Boolean, Kind::Number,   Kind::String,       Kind::Date,
              Kind::Time,    Kind::DateTime, Kind::DaysDuration, Kind::MonthsDuration};
    case Type::Tag::Boolean:
      return {Kind::Boolean};
    case Type::Tag::Number:
      return {Kind::Number};
    case Type::Tag::String:
      return {Kind::String};
    case Type::Tag::Date:
      return {Kind::Date};
    case Type::Tag::Time:
      return {Kind::Time};
    case Type::Tag::DateTime:
      return {Kind::DateTime};
    case Type::Tag::DaysDuration:
      return {Kind::DaysDuration};
    case Type::Tag::MonthsDuration:
      return {Kind::MonthsDuration};
    default:
      return {};
  }
}

/// Some values of the kind; of times and moments one without an offset and one with it.
std::vector<Value> plain_values(Kind kind) {
  const auto parsed = [](std::initializer_list<std::string_view> texts) {
    std::vector<Value> values;
    for (const std::string_view text : texts)
      if (auto value = feel::parse_temporal(text)) values.push_back(*std::move(value));
    return values;
  };
  switch (kind) {
    case Kind::Boolean:
      return {Value::boolean(true), Value::boolean(false)};
    case Kind::Number:
      return {Value::number(0)};
    case Kind::String:
      return {Value::string("…")};
    case Kind::Date:
      return parsed({"2019-01-01"});
    case Kind::Time:
      return parsed({"00:00:00", "00:00:00Z"});
    case Kind::DateTime:
      return parsed({"2019-01-01T00:00:00", "2019-01-01T00:00:00Z"});
    case Kind::DaysDuration:
      return parsed({"PT0S"});
    case Kind::MonthsDuration:
      return parsed({"P0M"});
    default:
      return {};
  }
}

bool has(const auto& all, const auto& one) { return std::ranges::find(all, one) != all.end(); }

bool passes(const Cell& test, const Value& value) {
  if (test.compiled == nullptr || !feel::inputs_of(*test.compiled).empty()) return false;
  const Value passed = feel::evaluate(*test.compiled, {}, feel::Host{}, &value);
  return passed.kind() == Kind::Boolean && passed.as_boolean();
}

class TrialsBuilder {
 public:
  TrialsBuilder(std::span<const InputColumn* const> columns, std::span<const Value> constants)
      : columns_(columns), constants_(constants), kinds_(kinds_of(columns.front()->type)) {
    for (const InputColumn* column : columns_)
      for (const Cell& allowed : column->allowed)
        if (!constants_of(allowed)) exact_ = false;
  }

  Trials build() {
    trials_.lines = lines_of(constants_);
    for (std::size_t line = 0; line < trials_.lines.size(); ++line) {
      if (!has(kinds_, trials_.lines[line].cuts.front().kind())) continue;
      // A copy: the trials grow while it is walked.
      const std::vector<Point> points = trials_.lines[line].points;
      for (const Point& point : points) add({point.value, true, line, point.place});
    }
    for (const Kind kind : kinds_) {
      bool likely = is_likely(kind);
      for (const Value& value : plain_values(kind)) {
        add_alone(value, likely);
        likely = likely && kind == Kind::Boolean;
      }
    }
    add_alone(Value{}, has_constant(Kind::Null));
    return std::move(trials_);
  }

 private:
  [[nodiscard]] bool has_constant(Kind kind) const {
    return std::ranges::find(constants_, kind, &Value::kind) != constants_.end();
  }
  [[nodiscard]] bool is_likely(Kind kind) const {
    const bool named = has_constant(kind);
    if (kind == Kind::Boolean && named) return true;
    return !named && (kinds_.size() == 1 || constants_.empty());
  }

  void add_alone(const Value& value, bool likely) {
    add({value, likely, trials_.lines.size() + trials_.values.size(), 0});
  }

  void add(Trial trial) {
    if (!trial.value.is_null()) {
      if (!has_code(trial.value)) return;
      const bool allowed = is_allowed(trial.value);
      // Where what is allowed is not told by the constants, a value that is not stands for others that are.
      if (!allowed && exact_) return;
      trial.likely = trial.likely && allowed;
    }
    trials_.values.push_back(std::move(trial));
  }

  [[nodiscard]] bool has_code(const Value& value) const {
    return std::ranges::all_of(columns_, [&](const InputColumn* column) {
      const auto& codes = column->type.codes;
      return !codes || value.kind() != Kind::String || has(*codes, value.as_string());
    });
  }
  [[nodiscard]] bool is_allowed(const Value& value) const {
    return std::ranges::all_of(columns_, [&](const InputColumn* column) {
      return std::ranges::all_of(column->allowed, [&](const Cell& test) { return passes(test, value); });
    });
  }

  std::span<const InputColumn* const> columns_;
  std::span<const Value> constants_;
  std::vector<Kind> kinds_;
  bool exact_ = true;
  Trials trials_;
};

/// Which stretch of some places of a line, rising, a place lies in.
std::size_t segment_of(const std::vector<std::size_t>& places, std::size_t place) {
  const auto above = std::ranges::lower_bound(places, place);
  const std::size_t below = 2 * static_cast<std::size_t>(above - places.begin());
  return above != places.end() && *above == place ? below + 1 : below;
}

}  // namespace

bool can_be_tried(const Type& type) { return !kinds_of(type).empty(); }

Trials trials_of(std::span<const InputColumn* const> columns, std::span<const Value> constants) {
  return TrialsBuilder(columns, constants).build();
}

Bits passing(const Trials& trials, const Cell& test, std::span<const Value> constants) {
  std::vector<std::vector<std::size_t>> places(trials.lines.size());
  for (const Value& constant : constants)
    for (std::size_t line = 0; line < trials.lines.size(); ++line)
      if (const auto place = trials.lines[line].place_of(constant)) places[line].push_back(*place);
  for (std::vector<std::size_t>& own : places) std::ranges::sort(own);
  Bits passed(trials.values.size());
  // Between two constants of its own a test gives one answer, so that one try is enough.
  std::optional<std::pair<std::size_t, std::size_t>> tried;
  bool answer = false;
  for (std::size_t at = 0; at < trials.values.size(); ++at) {
    const Trial& trial = trials.values[at];
    const std::pair where{trial.line,
                          trial.line < places.size() ? segment_of(places[trial.line], trial.place) : 0};
    if (tried != where) answer = passes(test, trial.value);
    tried = where;
    if (answer) passed.set(at);
  }
  return passed;
}

}  // namespace qingheng::decision::analyse
