// SPDX-License-Identifier: Apache-2.0
#include "decision/analyse/internal/stretches.hpp"

#include <gtest/gtest.h>

#include "feel/temporal.hpp"

namespace qingheng::decision::analyse {
namespace {

using feel::Value;

std::string between(const std::optional<Value>& low, const std::optional<Value>& high) {
  const auto value = value_between(low ? &*low : nullptr, high ? &*high : nullptr);
  return value ? feel::to_text(*value) : "nothing";
}

Value number(std::string_view text) { return Value::number(*base::Decimal::parse(text)); }
Value temporal(std::string_view text) { return *feel::parse_temporal(text); }

TEST(Stretches, AreAsPlainAsTheyCanBe) {
  EXPECT_EQ(between(number("20"), number("25")), "22");
  EXPECT_EQ(between(number("20"), number("21")), "20.5");
  EXPECT_EQ(between(number("1"), {}), "2");
  EXPECT_EQ(between({}, number("0")), "-1");
  EXPECT_EQ(between(Value::string("a"), {}), "\"…\"");
  EXPECT_EQ(between(Value::string("a"), Value::string("b")), "\"a…\"");
  EXPECT_EQ(between({}, Value::string("a")), "\"\"");
  EXPECT_EQ(between(temporal("2019-01-31"), temporal("2019-03-01")), "2019-02-01");
  EXPECT_EQ(between(temporal("P1D"), temporal("P2D")), "P1DT1H");
}

TEST(Stretches, ReachTheLastValueOfTheKind) {
  EXPECT_EQ(between(number("1"), number("1.000000000000000000000000000000002")),
            "1.000000000000000000000000000000001");
  EXPECT_EQ(between(number("1"), number("1.000000000000000000000000000000001")), "nothing");
  EXPECT_EQ(between(number("1e6000"), {}), "2E+6000");
  EXPECT_EQ(between(Value::string("a"), Value::string("a!")), "\"a \"");
  EXPECT_EQ(between({}, Value::string("")), "nothing");
  EXPECT_EQ(between(temporal("2019-02-28"), temporal("2019-03-01")), "nothing");
  EXPECT_EQ(between(temporal("P1Y"), temporal("P13M")), "nothing");
  EXPECT_EQ(between(temporal("PT1S"), temporal("PT1.000000002S")), "PT1.000000001S");
  EXPECT_EQ(between({}, temporal("00:00:00")), "nothing");
  EXPECT_EQ(between(temporal("23:59:59"), {}), "nothing");
  // Before midnight in Greenwich it is morning east of it.
  EXPECT_EQ(between({}, temporal("00:00:00Z")), "00:00:00+00:00:01");
}

TEST(Stretches, StandOnALineForEachKind) {
  const std::vector<Value> constants{
      number("5"),           temporal("09:00:00"), number("3"),         Value{},
      temporal("08:00:00Z"), number("5.0"),        Value::boolean(true)};
  const std::vector<Line> lines = lines_of(constants);
  ASSERT_EQ(lines.size(), 3U);
  std::string points;
  for (const Point& point : lines.front().points)
    points += std::to_string(point.place) + ":" + feel::to_text(point.value) + " ";
  EXPECT_EQ(points, "0:2 1:3 2:4 3:5 4:6 ");
  EXPECT_EQ(lines.front().place_of(number("5")), 3U);
  EXPECT_EQ(lines.front().place_of(temporal("09:00:00")), std::nullopt);
}

}  // namespace
}  // namespace qingheng::decision::analyse
