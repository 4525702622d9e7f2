// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "feel/temporal.hpp"

namespace qingheng::feel {
namespace {

Value at(std::string_view text) { return parse_temporal(text).value(); }
Value number(std::string_view text) { return Value::number(*base::Decimal::parse(text)); }
std::string text_of(const Outcome& outcome) { return outcome ? to_text(*outcome) : outcome.error(); }
std::string plus(std::string_view a, std::string_view b) { return text_of(add(at(a), at(b))); }
std::string minus(std::string_view a, std::string_view b) { return text_of(subtract(at(a), at(b))); }

TEST(TemporalArithmetic, AddsDurations) {
  EXPECT_EQ(plus("2021-01-31", "P1M"), "2021-02-28");
  EXPECT_EQ(plus("PT36H", "2021-01-01"), "2021-01-02");
  EXPECT_EQ(plus("-2021-01-01T10:10:10+11:00", "-P1M"), "-2022-12-01T10:10:10+11:00");
  EXPECT_EQ(plus("2021-01-01T24:00:00", "-PT1S"), "2021-01-01T23:59:59");
  EXPECT_EQ(plus("23:30:00+11:00", "P1DT1H"), "00:30:00+11:00");
  EXPECT_EQ(plus("-P1Y", "P2M"), "-P10M");
  EXPECT_EQ(plus("10:00:00", "P1M"), "cannot add time and years and months duration");
  EXPECT_EQ(plus("999999999-12-31", "P1D"), "the result is beyond the largest date or duration");
}

TEST(TemporalArithmetic, ZonesCountRealHoursAndLocalMonths) {
  EXPECT_EQ(plus("2021-03-28T01:30:00@Europe/Paris", "PT1H"), "2021-03-28T03:30:00@Europe/Paris");
  EXPECT_EQ(plus("2021-10-31T02:30:00@Europe/Paris", "PT2H"), "2021-10-31T03:30:00@Europe/Paris");
  EXPECT_EQ(plus("2021-02-28T12:00:00@Europe/Paris", "P1M"), "2021-03-28T12:00:00@Europe/Paris");
}

TEST(TemporalArithmetic, Subtracts) {
  EXPECT_EQ(minus("2021-01-02T10:10:10@Europe/Paris", "1995-01-01T10:10:10@Asia/Dhaka"), "P9498DT5H");
  EXPECT_EQ(minus("2021-01-02", "2021-01-01T10:10:10+11:00"), "P1DT49M50S");
  EXPECT_EQ(minus("2021-01-02T10:10:10", "2021-01-01T10:10:10+02:00"),
            "one date and time has an offset or zone, the other has none");
  EXPECT_EQ(minus("2021-01-02", "PT1H"), "2021-01-01");
  EXPECT_EQ(minus("10:10:10@Australia/Melbourne", "11:10:10@Australia/Melbourne"), "-PT1H");
  EXPECT_EQ(minus("-P1D", "-PT2H"), "-PT22H");
}

TEST(TemporalArithmetic, MultipliesAndDividesTowardsZero) {
  EXPECT_EQ(text_of(multiply(number("1.5"), at("P4DT1H"))), "P6DT1H30M");
  EXPECT_EQ(text_of(multiply(at("P1Y11M"), number("-2.5"))), "-P4Y9M");
  EXPECT_EQ(text_of(divide(at("P10Y11M"), number("-2.5"))), "-P4Y4M");
  EXPECT_EQ(text_of(divide(at("P10D"), at("P4D"))), "2.5");
  EXPECT_EQ(text_of(divide(at("P10D"), at("P0D"))), "division by zero");
  EXPECT_EQ(text_of(divide(at("-PT1S"), number("3"))), "-PT0.333333333S");
}

TEST(TemporalOrder, ComparesMoments) {
  EXPECT_EQ(order(at("2002-04-02T12:00:00-01:00"), at("2002-04-02T17:00:00+04:00")),
            std::strong_ordering::equal);
  EXPECT_EQ(order(at("10:00:00Z"), at("10:00:00")), std::nullopt);
  EXPECT_EQ(order(at("10:00:00@Europe/Paris"), at("11:00:00@Europe/Paris")), std::strong_ordering::less);
  EXPECT_EQ(order(at("10:00:00@Asia/Shanghai"), at("02:00:00Z")), std::strong_ordering::equal);
}

TEST(TemporalProperties, AreThoseOfTheKind) {
  EXPECT_EQ(to_text(property(at("2018-12-10"), "weekday").value()), "1");
  EXPECT_EQ(to_text(property(at("2018-12-10T10:30:00+05:00"), "time offset").value()), "PT5H");
  EXPECT_EQ(to_text(property(at("10:30:00"), "time offset").value()), "null");
  EXPECT_EQ(to_text(property(at("-P1DT2H"), "hours").value()), "-2");
  EXPECT_FALSE(property(at("2018-12-10"), "hour").has_value());
}

RC_GTEST_PROP(TemporalProperty, AddingAndTakingAwayIsIdentity, ()) {
  const auto days = *rc::gen::inRange<std::int64_t>(-800'000, 800'000);
  const DaysDuration duration{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000),
                              *rc::gen::inRange<std::uint32_t>(0, 1'000'000'000)};
  DateAndTime moment{base::CivilDate::from_days(days), {}};
  moment.time.hour = *rc::gen::inRange<std::uint8_t>(0, 24);
  const Value start = Value::date_time(moment);
  const Value later = add(start, Value::days_duration(duration)).value();
  RC_ASSERT(subtract(later, start).value().as_days_duration() == duration);
  RC_ASSERT(subtract(later, Value::days_duration(duration)).value().as_date_time() == moment);
}

}  // namespace
}  // namespace qingheng::feel
