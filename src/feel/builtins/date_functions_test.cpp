// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel {
namespace {

TEST(NowAndToday, AreWhatTheHostSays) {
  CallForTest call;
  call.host.now = parse_date_and_time("2019-09-12T09:30:00@Asia/Shanghai").value();
  EXPECT_EQ(result_text(call.value("now()")), "2019-09-12T09:30:00@Asia/Shanghai");
  EXPECT_EQ(result_text(call.value("today()")), "2019-09-12");
  expect_calls({{"now()", "null: the evaluation has been given no present moment"},
                {"today()", "null: the evaluation has been given no present day"}});
  expect_null({"now(123)", "today(123)"});
}

TEST(CalendarFunctions, FollowIso8601) {
  expect_calls({{R"(day of year(@"2019-09-17"))", "260"},
                {R"(day of year(date: @"2020-12-31T10:10:10"))", "366"},
                {R"(week of year(@"2003-12-29"))", "1"},
                {R"(week of year(@"2005-01-01"))", "53"},
                {R"(week of year(@"2005-01-09"))", "1"},
                {R"(week of year(@"2019-09-17"))", "38"},
                {R"(day of week(@"2019-09-17"))", "\"Tuesday\""},
                {R"(day of week(@"2019-09-15"))", "\"Sunday\""},
                {R"(month of year(@"2019-09-17T10:10:10"))", "\"September\""},
                {R"(month of year(@"-2019-01-31"))", "\"January\""},
                {"day of week(missing)", "unknown: missing"}});
  expect_null({"day of year()", "day of week(null)", "week of year(\"foo\")",
               R"(month of year(@"1970-01-01", @"1970-01-01"))"});
}

TEST(IsFunction, ComparesTimesAsWritten) {
  expect_calls({{R"(is(@"23:00:50Z", @"23:00:50+00:00"))", "true"},
                {R"(is(@"23:00:50", @"23:00:50Z"))", "false"},
                {R"(is(@"20:00:50+00:00", @"21:00:50+01:00"))", "false"},
                {R"(is(@"23:00:50@Australia/Melbourne", @"23:00:50@Australia/Sydney"))", "false"},
                {R"(is(@"2021-04-02T23:00:00@Australia/Melbourne", @"2021-04-02T23:00:00+11:00"))", "false"},
                {R"(is(@"2012-12-25", @"2012-12-25T00:00:00Z"))", "false"},
                {R"(is(@"P1D", @"PT24H"))", "true"},
                {R"(is(@"P0Y", @"P0D"))", "false"}});
}

TEST(IsFunction, LooksIntoListsContextsAndRanges) {
  expect_calls({{"is(1, 1.0)", "true"},
                {"is([1, {a: 2}], [1.0, {a: 2}])", "true"},
                {"is([1], [1, 1])", "false"},
                {"is({a: 1, b: 2}, {b: 2, a: 1})", "true"},
                {"is({a: 1}, {b: 1})", "false"},
                {"is([1..2], [1..2])", "true"},
                {"is([1..2], [1..2))", "false"},
                {"is([1..2], [1..3])", "false"},
                {"is(null, null)", "true"},
                {"is(1, \"1\")", "false"},
                {"is([missing], [1])", "unknown: missing"}});
}

TEST(IsFunction, TakesWhatIsLeftOutAsNull) {
  expect_calls({{R"(is(value1: @"2021-02-13"))", "false"}, {"is(value1: null)", "true"}});
  expect_null({"is()", "is(value1: 1, value2: 2, value3: 3)"});
}

TEST(IsFunction, StopsWhenTheStepsAreSpent) {
  CallForTest call;
  call.caller.limit = 3;
  EXPECT_EQ(result_text(call.value("is([1, 2, 3, 4], [1, 2, 3, 4])")),
            "null: the evaluation takes too many steps");
}

}  // namespace
}  // namespace qingheng::feel
