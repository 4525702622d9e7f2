// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/suite_test.cpp
#include "feel/run/domain.hpp"

#include <fmt/format.h>

namespace qingheng::feel::run {

namespace {

/// Keeps first + step × count far from the ends of 64 bits.
constexpr std::int64_t kFarthest = std::int64_t{1} << 61;

std::expected<std::int64_t, std::string> bound(const Value& value) {
  if (value.kind() == Kind::Date) return value.as_date().to_days();
  if (value.kind() != Kind::Number) {
    return std::unexpected(fmt::format("an iteration needs numbers or dates as its bounds, not {}",
                                       value.is_null() ? "null" : name_of(value.kind())));
  }
  const std::optional<std::int64_t> whole = value.as_number().to_int64();
  if (!whole || *whole > kFarthest || *whole < -kFarthest) {
    return std::unexpected(fmt::format("an iteration needs whole numbers, not `{}`", to_text(value)));
  }
  return *whole;
}

}  // namespace

Domain Domain::of_items(Value list) {
  Domain domain;
  const bool is_list = list.kind() == Kind::List;
  domain.form_ = is_list ? Form::Items : Form::Single;
  domain.count_ = is_list ? list.as_list().size() : 1;
  domain.items_ = std::move(list);
  return domain;
}

std::expected<Domain, std::string> Domain::between(const Value& from, const Value& to) {
  const auto low = bound(from);
  if (!low) return std::unexpected(low.error());
  const auto high = bound(to);
  if (!high) return std::unexpected(high.error());
  if (from.kind() != to.kind()) {
    return std::unexpected(
        fmt::format("an iteration cannot run from {} to {}", name_of(from.kind()), name_of(to.kind())));
  }
  Domain domain;
  domain.form_ = from.kind() == Kind::Date ? Form::Days : Form::Numbers;
  domain.first_ = *low;
  domain.step_ = *low <= *high ? 1 : -1;
  domain.count_ = static_cast<std::uint64_t>(*low <= *high ? *high - *low : *low - *high) + 1;
  return domain;
}

std::expected<Domain, std::string> Domain::of_range(const Range& range) {
  if (!range.low || !range.high) return std::unexpected("an iteration over a range needs both of its bounds");
  auto domain = between(*range.low, *range.high);
  if (!domain) return domain;
  if (domain->step_ < 0) return std::unexpected("an iteration over a range needs one that goes upwards");
  const auto left_out = static_cast<std::uint64_t>(range.low_included ? 0 : 1) +
                        static_cast<std::uint64_t>(range.high_included ? 0 : 1);
  if (!range.low_included) ++domain->first_;
  domain->count_ = domain->count_ > left_out ? domain->count_ - left_out : 0;
  return domain;
}

Value Domain::at(std::uint64_t index) const {
  const std::int64_t here = first_ + step_ * static_cast<std::int64_t>(index);
  switch (form_) {
    case Form::Items:
      return items_.as_list()[index];
    case Form::Single:
      return items_;
    case Form::Numbers:
      return Value::number(here);
    case Form::Days:
      return Value::date(base::CivilDate::from_days(here));
  }
  return {};
}

}  // namespace qingheng::feel::run
