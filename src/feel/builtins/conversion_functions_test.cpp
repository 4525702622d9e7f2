// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

TEST(DateFunction, TakesTextMomentAndParts) {
  expect_calls({{R"(date("2019-09-12"))", "2019-09-12"},
                {R"(date(from: date and time("2019-09-12T23:30:00+08:00")))", "2019-09-12"},
                {R"(date(date("2019-09-12")))", "2019-09-12"},
                {"date(2020, 2, 29)", "2020-02-29"},
                {"date(day: 1, year: -999999999, month: 12)", "-999999999-12-01"},
                {"date(2019, 2, 29)", "null: there is no day 29 of month 2 of year 2019"},
                {"date(2019, 1.5, 1)", "null: there is no day 1 of month 1.5 of year 2019"},
                {"date(1000000000, 1, 1)", "null: there is no day 1 of month 1 of year 1000000000"},
                {R"(date("2019-9-12"))", "null: `2019-9-12` is not a date such as `2019-09-12`"},
                {"date(2019, missing, absent)", "unknown: absent, missing"}});
  expect_null({"date()", "date(null)", "date([])", "date(2017, null, 1)", "date(year: 2017, month: 1)"});
}

TEST(TimeFunction, TakesTextMomentAndParts) {
  expect_calls({{R"(time("11:22:33.444-00:00"))", "11:22:33.444Z"},
                {R"(time(date and time("2017-08-10T10:20:00@Europe/Paris")))", "10:20:00@Europe/Paris"},
                {R"(time(date("2017-08-10")))", "00:00:00Z"},
                {"time(12, 0, 0)", "12:00:00"},
                {"time(12, 0, 0, null)", "12:00:00"},
                {R"(time(11, 59, 45.25, duration("-PT2H45M55S")))", "11:59:45.25-02:45:55"},
                {R"(time(hour: 23, minute: 59, second: 59.999999999, offset: duration("PT0S")))",
                 "23:59:59.999999999Z"},
                {"time(24, 0, 0)", "null: there is no time with hour 24, minute 0 and second 0"},
                {"time(23, 0, 60)", "null: there is no time with hour 23, minute 0 and second 60"},
                {R"(time(1, 0, 0, duration("PT18H1S")))",
                 "null: the offset is not one of whole seconds within 18 hours"},
                {R"(time(1, 0, 0, duration("PT0.5S")))",
                 "null: the offset is not one of whole seconds within 18 hours"}});
  expect_null({"time()", "time(null)", "time(null, 11, 45, null)", R"(time("07:1:00"))"});
}

TEST(TimeFunction, ForgetsTheOffsetThatOnlyTheDateGaveTheZone) {
  const Value time = CallForTest().value(R"(time(@"2017-08-10T10:20:00@Europe/Paris"))");
  EXPECT_EQ(time.as_time().zone, "Europe/Paris");
  EXPECT_EQ(time.as_time().offset_seconds, std::nullopt);
}

TEST(DateAndTimeFunction, TakesTextAndParts) {
  expect_calls({{R"(date and time("2012-12-24"))", "2012-12-24T00:00:00"},
                {R"(date and time(date("2017-01-01"), time("23:59:01Z")))", "2017-01-01T23:59:01Z"},
                {R"(date and time(@"2017-09-05T10:20:00+02:00", time("23:59:01")))", "2017-09-05T23:59:01"},
                {R"(date and time(date: @"2017-01-01", time: @"09:15:30@Europe/Paris"))",
                 "2017-01-01T09:15:30@Europe/Paris"},
                {R"(date and time(@"2017-01-01", @"09:15:30+02:00", "Asia/Shanghai"))",
                 "2017-01-01T09:15:30@Asia/Shanghai"},
                {R"(date and time(@"2017-01-01", @"09:15:30", "Moon/Base"))",
                 "null: `Moon/Base` is not a zone such as `Asia/Shanghai`"},
                {R"(date and time(@"2017-01-01"))", "2017-01-01T00:00:00Z"}});
  expect_null({"date and time()", R"(date and time(@"2017-01-01", null))", "date and time(2017)",
               R"(date and time("11:00:00"))"});
}

TEST(DateAndTimeFunction, GivesAZoneItsOffsetOfThatDay) {
  CallForTest call;
  const auto offset = [&call](const std::string& text) {
    return call.value(text).as_date_time().time.offset_seconds;
  };
  EXPECT_EQ(offset(R"(date and time(@"2017-01-01", @"09:00:00@Europe/Paris"))"), 3600);
  EXPECT_EQ(offset(R"(date and time(@"2017-07-01", @"09:00:00@Europe/Paris"))"), 7200);
  EXPECT_EQ(offset(R"(date and time(@"2017-07-01", @"09:00:00", "Asia/Shanghai"))"), 28800);
}

TEST(DurationFunctions, ReadAndMeasure) {
  expect_calls(
      {{R"(duration("PT1000M0.999999999S"))", "PT16H40M0.999999999S"},
       {R"(duration(from: "P26M"))", "P2Y2M"},
       {R"(duration("P1S"))", "null: `P1S` is not a duration such as `P1Y6M` or `P2DT3H`"},
       {R"(years and months duration(@"2011-12-22", @"2013-08-24"))", "P1Y8M"},
       {R"(years and months duration(@"2013-08-24", @"2011-12-22"))", "-P1Y8M"},
       {R"(years and months duration(@"2015-01-21", @"2016-01-20"))", "P11M"},
       {R"(years and months duration(@"2016-01-20", @"2015-01-21"))", "-P11M"},
       {R"(years and months duration(from: @"2016-12-31T00:00:01", to: @"2017-12-31"))", "P1Y"},
       {R"(years and months duration(@"2017-09-05T10:20:00-01:00", @"-2019-10-01"))", "-P4035Y11M"}});
  expect_null({"duration(2017)", R"(duration(""))", R"(years and months duration(@"2017-08-11", null))"});
}

TEST(NumberFunction, KnowsSeparators) {
  expect_calls(
      {{R"(number("1.000.000,01", ".", ","))", "1000000.01"},
       {R"(number("1 000 000.01", " ", "."))", "1000000.01"},
       {R"(number("1,000,000", ",", null))", "1000000"},
       {R"(number("1000000,01", null, ","))", "1000000.01"},
       {R"(number(from: "1.5", decimal separator: ",", grouping separator: null))",
        "null: `1.5` is not a number"},
       {R"(number("-12.50"))", "-12.5"},
       {R"(number("1,5", ",", ","))", "null: the grouping separator and the decimal separator are the same"},
       {R"(number("1:5", ":", "."))",
        "null: the grouping separator is a space, a comma or a period, not `:`"},
       {R"(number("1:5", null, ":"))", "null: the decimal separator is a period or a comma, not `:`"},
       {R"(number("12万"))", "null: `12万` is not a number"},
       {R"(number("+5", null, null))", "null: `+5` is not a number"},
       {R"(number("1e+3"))", "1000"},
       {R"(number("1..5", ".", ","))", "null: `1..5` is not a number"},
       {R"(number(".5", ".", ","))", "null: `.5` is not a number"},
       {R"(number("5.", ".", ","))", "null: `5.` is not a number"},
       {R"(number("1,5.000", ".", ","))", "null: `1,5.000` is not a number"},
       {R"(number("-1.000,5", ".", ","))", "-1000.5"},
       {R"(number("1 0,5", " ", ","))", "10.5"}});
  expect_null({"number(null)", R"(number(123, ".", ","))", R"(number("1.000.000,01", "."))",
               R"(number("1,0", ".", ",", ","))", R"(number("1,000,000.01", " ", "."))"});
}

TEST(StringFunction, WritesAnyValue) {
  expect_calls({{R"(string("a \"b\""))", R"("a \"b\"")"},
                {"string(1.10)", "\"1.1\""},
                {R"(string(@"P1Y"))", "\"P1Y\""},
                {R"(string(from: [1, "a", {b: null}]))", R"("[1, \"a\", {b: null}]")"},
                {"string(null)", "null"},
                {"string([missing, absent])", "unknown: absent, missing"}});
}

}  // namespace
}  // namespace qingheng::feel
