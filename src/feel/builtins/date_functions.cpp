// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

constexpr std::array<const char*, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};

// -- the clock ----------------------------------------------------------------------------------------------

Value now(Call& call) {
  if (call.site.host.now) return Value::date_time(*call.site.host.now);
  return call.null("the evaluation has been given no present moment");
}

Value today(Call& call) {
  if (call.site.host.now) return Value::date(call.site.host.now->date);
  return call.null("the evaluation has been given no present day");
}

// -- the calendar -------------------------------------------------------------------------------------------

base::CivilDate date_of(const Value& value) {
  return value.kind() == Kind::Date ? value.as_date() : value.as_date_time().date;
}

std::int64_t day_of_year(base::CivilDate date) {
  return date.to_days() - base::CivilDate{date.year, 1, 1}.to_days() + 1;
}

// Weeks run from Monday, and the first is the one with the year's first Thursday (ISO 8601): a date lies in
// the week of its Thursday.
std::int64_t week_of_year(base::CivilDate date) {
  return (day_of_year(date.plus_days(4 - date.weekday())) + 6) / 7;
}

template <std::int64_t (*kNumber)(base::CivilDate)>
Value number_of_date(Call& call) {
  return Value::number(base::Decimal(kNumber(date_of(call[0]))));
}

Value day_of_week(Call& call) {
  return Value::string(kDays[static_cast<std::size_t>(date_of(call[0]).weekday() - 1)]);
}

Value month_of_year(Call& call) { return Value::string(kMonths[date_of(call[0]).month - 1U]); }

// -- sameness -----------------------------------------------------------------------------------------------

struct Pair {
  const Value* a;
  const Value* b;
};

bool same_times(const TimeOfDay& a, const TimeOfDay& b) {
  // The offset of a zone comes with the date; the zone itself says where the time is.
  return a == b || (!a.zone.empty() && a.zone == b.zone && a.hour == b.hour && a.minute == b.minute &&
                    a.second == b.second && a.nanosecond == b.nanosecond);
}

bool push_bounds(const std::optional<Value>& a, const std::optional<Value>& b, std::vector<Pair>& pending) {
  if (a.has_value() != b.has_value()) return false;
  if (a) pending.push_back({&*a, &*b});
  return true;
}

// False when the two differ by themselves; what they hold is left to `pending`.
bool push_parts(const Value& a, const Value& b, std::vector<Pair>& pending) {
  if (a.kind() == Kind::List) {
    const List& left = a.as_list();
    const List& right = b.as_list();
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) pending.push_back({&left[i], &right[i]});
    return true;
  }
  if (a.kind() == Kind::Context) {
    if (a.as_context().size() != b.as_context().size()) return false;
    for (const auto& [name, entry] : a.as_context()) {
      const Value* other = b.entry(name);
      if (other == nullptr) return false;
      pending.push_back({&entry, other});
    }
    return true;
  }
  const Range& left = a.as_range();
  const Range& right = b.as_range();
  return left.low_included == right.low_included && left.high_included == right.high_included &&
         push_bounds(left.low, right.low, pending) && push_bounds(left.high, right.high, pending);
}

// One element of the semantic domain (§10.3.2.2): times and moments count as written, not as moments.
bool same_element(const Value& a, const Value& b, std::vector<Pair>& pending) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::List:
    case Kind::Context:
    case Kind::Range:
      return a.same_object(b) || push_parts(a, b, pending);
    case Kind::Time:
      return same_times(a.as_time(), b.as_time());
    case Kind::DateTime:
      return a.as_date_time().date == b.as_date_time().date &&
             same_times(a.as_date_time().time, b.as_date_time().time);
    default:
      return equals(a, b) == true;
  }
}

// Walks without recursion: values may nest deeper than the call stack.
Value is(Call& call) {
  const Value absent;
  std::vector<Pair> pending{{&call[0], call.size() > 1 ? &call[1] : &absent}};
  while (!pending.empty()) {
    const Pair next = pending.back();
    pending.pop_back();
    if (!call.site.caller.spend(1)) return call.null("the evaluation takes too many steps");
    if (!same_element(*next.a, *next.b, pending)) return Value::boolean(false);
  }
  return Value::boolean(true);
}

}  // namespace

void add_dates(std::vector<Builtin>& table) {
  table.push_back({"is", {{{{"value1", Shape::Any}, {"value2", Shape::Any}}, 1, Result::Boolean, is}}});
  table.push_back({"now", {{{}, 0, Result::DateTime, now}}});
  table.push_back({"today", {{{}, 0, Result::Date, today}}});
  const auto of_date = [&table](std::string_view name, Result result, Value (*function)(Call&)) {
    table.push_back({name, {{{{"date", Shape::DateOrDateTime}}, 1, result, function}}});
  };
  of_date("day of year", Result::Number, number_of_date<day_of_year>);
  of_date("week of year", Result::Number, number_of_date<week_of_year>);
  of_date("day of week", Result::String, day_of_week);
  of_date("month of year", Result::String, month_of_year);
}

}  // namespace qingheng::feel
