// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/stretches_test.cpp
#include "decision/analyse/internal/stretches.hpp"

#include <algorithm>
#include <limits>

#include "feel/temporal.hpp"

namespace qingheng::decision::analyse {

namespace {

using base::Decimal;
using feel::Kind;
using feel::Value;
using Candidates = std::vector<Value>;

constexpr std::int32_t kDay = 86'400;
constexpr std::uint32_t kNanoseconds = 1'000'000'000;

void add_number(Candidates& some, Decimal number) {
  if (number.is_finite()) some.push_back(Value::number(number));
}

Candidates numbers(const Value* low, const Value* high) {
  Candidates some;
  const Decimal half = Decimal::scaled(5, -1);
  if (low != nullptr && high != nullptr) {
    const Decimal middle = low->as_number() * half + high->as_number() * half;
    add_number(some, middle.floor());
    add_number(some, middle);
  } else if (low != nullptr) {
    add_number(some, low->as_number() + 1);
    add_number(some, low->as_number() + low->as_number().abs());
  } else if (high != nullptr) {
    add_number(some, high->as_number() - 1);
    add_number(some, high->as_number() - high->as_number().abs());
  } else {
    some.push_back(Value::number(0));
  }
  return some;
}

/// Nothing lies between a text and the same with the least character behind it.
Candidates texts(const Value* low, const Value* high) {
  Candidates some{Value::string("…")};
  if (low == nullptr) some.push_back(Value::string(""));
  if (low != nullptr && high == nullptr) some.push_back(Value::string(low->as_string() + "…"));
  if (low != nullptr)
    for (const std::string_view tail :
         {std::string_view("…"), std::string_view(" "), std::string_view("\0", 1)})
      some.push_back(Value::string(low->as_string() + std::string(tail)));
  return some;
}

Candidates days(const Value* low, const Value* high) {
  constexpr std::int32_t kLastYear = 999'999'999;
  Candidates some;
  if (low != nullptr && low->as_date().year < kLastYear)
    some.push_back(Value::date(low->as_date().plus_days(1)));
  if (high != nullptr && high->as_date().year > -kLastYear)
    some.push_back(Value::date(high->as_date().plus_days(-1)));
  if (low == nullptr && high == nullptr) some.push_back(Value::date({2019, 1, 1}));
  return some;
}

/// Of times with an offset, that `seconds` after midnight in Greenwich: some offset reaches it.
Value placed_time(std::int64_t seconds) {
  const std::int64_t local = std::clamp<std::int64_t>(seconds, 0, kDay - 1);
  feel::TimeOfDay time;
  time.hour = static_cast<std::uint8_t>(local / 3600);
  time.minute = static_cast<std::uint8_t>(local / 60 % 60);
  time.second = static_cast<std::uint8_t>(local % 60);
  time.offset_seconds = static_cast<std::int32_t>(local - seconds);
  return Value::time(time);
}

void add_sum(Candidates& some, const Value& from, std::int64_t seconds) {
  if (auto sum = feel::add(from, Value::days_duration({seconds, 0}))) some.push_back(*std::move(sum));
  if (from.kind() != Kind::Time || !from.as_time().offset_seconds) return;
  const feel::TimeOfDay& time = from.as_time();
  const std::int64_t local = time.hour * 3600 + time.minute * 60 + time.second;
  some.push_back(placed_time(local - *time.offset_seconds + seconds));
}

/// Times and moments are ordered by whole seconds.
Candidates moments(const Value* low, const Value* high) {
  Candidates some;
  if (low != nullptr) add_sum(some, *low, 1);
  if (high != nullptr) add_sum(some, *high, -1);
  return some;
}

Value later(feel::DaysDuration duration, std::int64_t seconds, int nanoseconds) {
  std::int64_t whole = 0;
  if (__builtin_add_overflow(duration.seconds, seconds, &whole)) whole = duration.seconds;
  std::int64_t nano = std::int64_t{duration.nanosecond} + nanoseconds;
  if (nano < 0) {
    nano += kNanoseconds;
    --whole;
  } else if (nano >= kNanoseconds) {
    nano -= kNanoseconds;
    ++whole;
  }
  return Value::days_duration({whole, static_cast<std::uint32_t>(nano)});
}

Candidates spans_of_days(const Value* low, const Value* high) {
  Candidates some;
  for (const std::int64_t step : {std::int64_t{kDay}, std::int64_t{3600}, std::int64_t{1}}) {
    if (low != nullptr) some.push_back(later(low->as_days_duration(), step, 0));
    if (high != nullptr) some.push_back(later(high->as_days_duration(), -step, 0));
  }
  if (low != nullptr) some.push_back(later(low->as_days_duration(), 0, 1));
  if (high != nullptr) some.push_back(later(high->as_days_duration(), 0, -1));
  return some;
}

Candidates spans_of_months(const Value* low, const Value* high) {
  Candidates some;
  if (low != nullptr && low->as_months_duration() < std::numeric_limits<std::int64_t>::max())
    some.push_back(Value::months_duration(low->as_months_duration() + 1));
  if (high != nullptr && high->as_months_duration() > std::numeric_limits<std::int64_t>::min())
    some.push_back(Value::months_duration(high->as_months_duration() - 1));
  return some;
}

Candidates candidates(const Value* low, const Value* high) {
  switch ((low != nullptr ? low : high)->kind()) {
    case Kind::Number:
      return numbers(low, high);
    case Kind::String:
      return texts(low, high);
    case Kind::Date:
      return days(low, high);
    case Kind::Time:
    case Kind::DateTime:
      return moments(low, high);
    case Kind::DaysDuration:
      return spans_of_days(low, high);
    case Kind::MonthsDuration:
      return spans_of_months(low, high);
    default:
      return {};
  }
}

bool precedes(const Value& a, const Value& b) { return feel::order(a, b) == std::strong_ordering::less; }

void add_points(Line& line) {
  const Value* low = nullptr;
  for (std::size_t at = 0; at <= line.cuts.size(); ++at) {
    const Value* high = at < line.cuts.size() ? &line.cuts[at] : nullptr;
    if (auto value = value_between(low, high)) line.points.push_back({*std::move(value), 2 * at});
    if (high != nullptr) line.points.push_back({*high, 2 * at + 1});
    low = high;
  }
}

}  // namespace

bool lies_on_a_line(Kind kind) {
  return kind == Kind::Number || kind == Kind::String || feel::is_temporal(kind);
}

std::optional<Value> value_between(const Value* low, const Value* high) {
  if (low == nullptr && high == nullptr) return std::nullopt;
  for (Value& value : candidates(low, high))
    if ((low == nullptr || precedes(*low, value)) && (high == nullptr || precedes(value, *high)))
      return std::move(value);
  return std::nullopt;
}

std::optional<std::size_t> Line::place_of(const Value& constant) const {
  if (!feel::order(cuts.front(), constant)) return std::nullopt;
  const auto at = std::ranges::lower_bound(cuts, constant, precedes);
  return 2 * static_cast<std::size_t>(at - cuts.begin()) + 1;
}

std::vector<Line> lines_of(std::span<const Value> constants) {
  std::vector<Line> lines;
  for (const Value& constant : constants) {
    if (!lies_on_a_line(constant.kind()) || !feel::order(constant, constant)) continue;
    const auto line = std::ranges::find_if(
        lines, [&](const Line& other) { return feel::order(other.cuts.front(), constant).has_value(); });
    if (line == lines.end()) {
      lines.push_back({{constant}, {}});
    } else {
      line->cuts.push_back(constant);
    }
  }
  for (Line& line : lines) {
    std::ranges::sort(line.cuts, precedes);
    const auto twice = std::ranges::unique(line.cuts, [](const Value& a, const Value& b) {
      return feel::order(a, b) == std::strong_ordering::equal;
    });
    line.cuts.erase(twice.begin(), twice.end());
    add_points(line);
  }
  return lines;
}

}  // namespace qingheng::decision::analyse
