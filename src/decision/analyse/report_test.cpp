// SPDX-License-Identifier: Apache-2.0
#include "decision/analyse/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decision/analyse/internal/table_fixture.hpp"

namespace qingheng::decision::analyse {
namespace {

using feel::Type;
using model::HitPolicy;
using testing::ElementsAre;
using testing::IsEmpty;

Type colours() {
  Type type = Type::string();
  type.codes =
      std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"green", "red", "yellow"});
  return type;
}

/// What is said of a table of one input and no outputs.
std::vector<std::string> said_of_column(Type type, std::vector<std::string> tests,
                                        HitPolicy hit = HitPolicy::Unique, std::string allowed = {}) {
  TableText text{hit, {input("x", std::move(type), std::move(allowed))}, {}, {}};
  text.outputs.push_back(output("y"));
  for (std::string& test : tests) text.rows.push_back({std::move(test), "1"});
  return said_of(table_of(std::move(text)));
}

TEST(Analysis, FindsOverlapsWithAnExample) {
  EXPECT_THAT(said_of_column(Type::number(), {"< 20", "[20..30]", ">= 30"}),
              ElementsAre("T001 two rows of `t` take x = 30"));
  EXPECT_THAT(said_of_column(Type::number(), {"< 20", "[20..30)", ">= 30"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"< 20", "(10..30)", ">= 30"}),
              ElementsAre("T001 two rows of `t` take x = 15"));
  EXPECT_THAT(said_of_column(Type::boolean(), {"true", "not(false)", "false"}),
              ElementsAre("T001 two rows of `t` take x = true"));
}

TEST(Analysis, FindsGapsOfEveryKind) {
  EXPECT_THAT(said_of_column(Type::number(), {"< 20", "> 20"}),
              ElementsAre("T003 no row of `t` takes x = 20"));
  EXPECT_THAT(said_of_column(Type::number(), {"<= 20", ">= 21"}),
              ElementsAre("T003 no row of `t` takes x = 20.5"));
  EXPECT_THAT(said_of_column(Type::boolean(), {"true"}), ElementsAre("T003 no row of `t` takes x = false"));
  EXPECT_THAT(said_of_column(Type::string(), {"\"a\"", "\"b\""}),
              ElementsAre("T003 no row of `t` takes x = \"…\""));
  EXPECT_THAT(said_of_column(Type::string(), {"< \"m\"", "> \"m\""}),
              ElementsAre("T003 no row of `t` takes x = \"m\""));
  EXPECT_THAT(said_of_column(Type::string(), {"<= \"m\"", "> \"n\""}),
              ElementsAre("T003 no row of `t` takes x = \"m…\""));
  EXPECT_THAT(said_of_column(colours(), {"\"green\"", "\"red\""}),
              ElementsAre("T003 no row of `t` takes x = \"yellow\""));
  EXPECT_THAT(said_of_column(colours(), {"\"green\"", "not(\"green\")"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::date(), {"< date(\"2019-02-28\")", "> @\"2019-03-01\""}),
              ElementsAre("T003 no row of `t` takes x = 2019-02-28"));
  EXPECT_THAT(said_of_column(Type::date(), {"<= @\"2019-02-28\"", ">= @\"2019-03-01\""}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::of(Type::Tag::Time), {"< @\"09:00:00\"", "> @\"09:00:00\""}),
              ElementsAre("T003 no row of `t` takes x = 09:00:00"));
  EXPECT_THAT(said_of_column(Type::of(Type::Tag::Time), {"<= @\"08:59:59\"", ">= @\"09:00:00\""}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::of(Type::Tag::DateTime),
                             {"< @\"2019-09-10T09:00:00+08:00\"", "> @\"2019-09-10T02:00:00Z\""}),
              ElementsAre("T003 no row of `t` takes x = 2019-09-10T09:00:00+08:00"));
  EXPECT_THAT(said_of_column(Type::of(Type::Tag::DaysDuration), {"< @\"P1D\"", "> @\"P3D\""}),
              ElementsAre("T003 no row of `t` takes x = P1D"));
  EXPECT_THAT(said_of_column(Type::of(Type::Tag::MonthsDuration), {"<= @\"P1Y\"", "> @\"P13M\""}),
              ElementsAre("T003 no row of `t` takes x = P1Y1M"));
}

TEST(Analysis, HoldsToTheValuesThatAreAllowed) {
  EXPECT_THAT(said_of_column(Type::string(), {"\"a\"", "\"b\""}, HitPolicy::Unique, "\"a\", \"b\""),
              IsEmpty());
  EXPECT_THAT(said_of_column(Type::string(), {"\"a\""}, HitPolicy::Unique, "\"a\", \"b\""),
              ElementsAre("T003 no row of `t` takes x = \"b\""));
  EXPECT_THAT(said_of_column(Type::number(), {"< 10", "[10..100]"}, HitPolicy::Unique, "[0..100]"),
              IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"< 10", "[10..100]", "> 100"}, HitPolicy::Unique, "[0..100]"),
              ElementsAre("T005 row 3 of `t` never hits: no `x` passes `> 100`"));
  // What is allowed is not told by constants: an example is given only where it is allowed for sure.
  EXPECT_THAT(said_of_column(Type::string(), {"\"ab\""}, HitPolicy::Unique, "string length(?) = 2"),
              IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"> 10"}, HitPolicy::Unique, "? * 2 < 100"),
              ElementsAre("T003 no row of `t` takes x = 9"));
}

TEST(Analysis, SaysNothingOfWhatItCannotDecide) {
  EXPECT_THAT(said_of_column(Type::number(), {"< limit", ">= limit", "> 3"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"modulo(?, 2) = 0", "> 3"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::list(Type::number()), {"list contains(?, 3)", "[1, 2]"}), IsEmpty());
  // Undecided in one column, out of reach in another.
  TableText text{HitPolicy::First,
                 {input("x", Type::number()), input("y", Type::number())},
                 {output("z")},
                 {{"-", ">= 5", "1"}, {"< limit", "> 7", "2"}, {"< limit", "> 3", "3"}, {"-", "-", "4"}}};
  EXPECT_THAT(said_of(table_of(text)),
              ElementsAre("T004 row 2 of `t` is never reached: a row before it takes all that it takes"));
}

TEST(Analysis, ReadsConditionsOfTheTestedValue) {
  EXPECT_THAT(said_of_column(Type::number(), {"? < 5", "? >= 5 and ? < 9", "not(? < 9)"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"? between 1 and 5", "? < 1 or ? > 5"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"? in [1..5]", "not([1..5])"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"< 2 * 3", "> 6"}),
              ElementsAre("T003 no row of `t` takes x = 6"));
}

TEST(Analysis, TakesNullForAnInputWhereARowAsksForIt) {
  EXPECT_THAT(said_of_column(Type::number(), {"null", "<= 5", "> 5"}), IsEmpty());
  EXPECT_THAT(said_of_column(Type::number(), {"null", "-"}),
              ElementsAre("T001 two rows of `t` take x = null"));
  // Null passes the last row alone.
  EXPECT_THAT(said_of_column(Type::number(), {"<= 5", "> 5", "-"}, HitPolicy::First), IsEmpty());
}

TEST(Analysis, FindsMaskedRows) {
  EXPECT_THAT(said_of_column(Type::number(), {">= 20", ">= 300", "< 20"}, HitPolicy::First),
              ElementsAre("T004 row 2 of `t` is never reached: a row before it takes all that it takes"));
  EXPECT_THAT(
      said_of_column(Type::number(), {">= 20", "< 20", "[10..30]", "-"}, HitPolicy::First),
      ElementsAre("T004 row 3 of `t` is never reached: the rows before it together take all that it takes"));
  TableText text{HitPolicy::Priority,
                 {input("x", Type::number())},
                 {output("y", {"\"high\"", "\"low\""})},
                 {{"> 5", "\"low\""}, {"-", "\"high\""}, {"> 7", "\"high\""}}};
  EXPECT_THAT(
      said_of(table_of(text)),
      ElementsAre(
          "T004 row 1 of `t` is never reached: a row whose output goes before takes all that it takes",
          "T009 no row of `t` gives `\"low\"`, which `y` lists"));
}

TEST(Analysis, FindsTestsThatNeverHold) {
  EXPECT_THAT(said_of_column(Type::number(), {"[10..5]", "-"}, HitPolicy::First),
              ElementsAre("T005 row 1 of `t` never hits: no `x` passes `[10..5]`"));
  EXPECT_THAT(said_of_column(Type::number(), {"\"5\"", "-"}, HitPolicy::First),
              ElementsAre("T005 row 1 of `t` never hits: no `x` passes `\"5\"`"));
  EXPECT_THAT(said_of_column(colours(), {"\"gren\", \"red\"", "not(\"red\")"}),
              ElementsAre("T006 no `x` of `t` passes `\"gren\"`"));
  const Table table =
      table_of({HitPolicy::First, {input("x", colours())}, {output("y")}, {{"\"gren\"", "1"}, {"-", "2"}}});
  EXPECT_EQ(describe(table, analyse(table).front(), kModelVoice).help, "did you mean `\"green\"`?");
}

TEST(Analysis, KnowsThatColumnsOfOneExpressionHaveOneValue) {
  TableText text{HitPolicy::Unique,
                 {input("from", Type::number()), input("to", Type::number())},
                 {output("y")},
                 {{">= 5", "<= 9", "1"}, {"< 5", "-", "2"}, {"-", "> 9", "3"}, {"> 7", "< 3", "4"}}};
  for (InputColumn& column : text.inputs) column.expression = "x";
  EXPECT_THAT(said_of(table_of(text)), ElementsAre("T005 row 4 of `t` never hits: no `to` passes `< 3`"));
}

TEST(Analysis, ComparesOutputs) {
  TableText text{HitPolicy::Any,
                 {input("x", Type::number())},
                 {output("y")},
                 {{"> 5", "1"}, {"> 7", "1.0"}, {"<= 5", "2"}, {"> 8", "limit"}, {"= 9", "3"}}};
  EXPECT_THAT(said_of(table_of(text)),
              ElementsAre("T002 two rows of `t` take x = 9", "T002 two rows of `t` take x = 9"));
  text.hit = HitPolicy::Unique;
  text.outputs = {output("y", {"1", "2", "4"})};
  text.rows = {{"> 5", "1"}, {"<= 5", "3"}};
  EXPECT_THAT(said_of(table_of(text)), ElementsAre("T008 `3` is none of the values that `y` lists",
                                                   "T009 no row of `t` gives `2`, which `y` lists",
                                                   "T009 no row of `t` gives `4`, which `y` lists"));
  text.outputs.front().fallback = cell_of("2", feel::Form::Expression);
  text.outputs.front().values.pop_back();
  text.rows = {{"> 5", "1"}};
  EXPECT_THAT(said_of(table_of(text)), IsEmpty());
}

TEST(Analysis, FindsColumnsWithoutUse) {
  TableText text{HitPolicy::Unique,
                 {input("x", Type::number()), input("z", Type::string())},
                 {output("y")},
                 {{"> 5", "-", "1"}, {"<= 5", " - ", "2"}}};
  EXPECT_THAT(said_of(table_of(text)), ElementsAre("T007 no row of `t` tests `z`"));
}

TEST(Analysis, CountsWhatItDoesNotTell) {
  TableText text{HitPolicy::Unique, {input("x", Type::number())}, {output("y")}, {}};
  for (int row = 0; row < 5; ++row) text.rows.push_back({"-", "1"});
  EXPECT_THAT(said_of(table_of(text), {.overlaps = 1}),
              ElementsAre("T001 two rows of `t` take any input", "T001 9 more pairs of rows of `t` overlap",
                          "T007 no row of `t` tests `x`"));
}

TEST(Analysis, SaysAloudThatItGaveUp) {
  TableText text{HitPolicy::First, {}, {output("y")}, {}};
  for (int column = 0; column < 8; ++column)
    text.inputs.push_back(input(fmt::format("x{}", column), Type::boolean()));
  for (int row = 0; row < 60; ++row) {
    std::vector<std::string> cells(9, "-");
    for (int step = 0; step < 4; ++step)
      cells[static_cast<std::size_t>((row * 3 + step * step) % 8)] = (row + step) % 3 == 0 ? "true" : "false";
    text.rows.push_back(std::move(cells));
    text.rows.back().back() = "1";
  }
  EXPECT_THAT(said_of(table_of(text), {.work = 10}),
              ElementsAre("T003 the search for inputs that no row of `t` takes was given up",
                          "T004 the search for rows of `t` that are never reached was given up at row 2"));
}

TEST(Analysis, MastersAThousandRows) {
  TableText text{HitPolicy::Unique, {}, {output("y")}, {}};
  for (int column = 0; column < 10; ++column)
    text.inputs.push_back(input(fmt::format("x{}", column), Type::number()));
  for (int row = 0; row < 1000; ++row) {
    std::vector<std::string> cells;
    for (int column = 0; column < 10; ++column)
      cells.push_back(fmt::format("[{}..{})", (row * (column + 3)) % 997, (row * (column + 3)) % 997 + 40));
    cells[0] = fmt::format("[{}..{})", row, row + (row == 500 ? 2 : 1));
    cells.push_back("1");
    text.rows.push_back(std::move(cells));
  }
  text.rows[501][1] = "-";
  for (std::size_t column = 2; column < 10; ++column) text.rows[501][column] = "-";
  EXPECT_THAT(said_of(table_of(text)),
              ElementsAre("T001 two rows of `t` take x0 = 501, x1 = 6, x2 = 506, x3 = 9, "
                          "x4 = 509, x5 = 12, x6 = 512, x7 = 15, x8 = 515, x9 = 18",
                          testing::StartsWith("T003 no row of `t` takes")));
}

}  // namespace
}  // namespace qingheng::decision::analyse
