// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

TEST(Rounding, DecimalGoesToTheEvenNeighbour) {
  expect_calls({{"decimal(2.5, 0)", "2"},
                {"decimal(1.5, 0)", "2"},
                {"decimal(0.515, 2)", "0.52"},
                {"decimal(0.125, 2)", "0.12"},
                {"decimal(n: 1.2345, scale: 3)", "1.234"},
                {"decimal(1555, -2)", "1600"},
                {"decimal([2.7], 0)", "3"}});
}

TEST(Rounding, AFractionOfTheScaleDoesNotCount) {
  expect_calls(
      {{"decimal(0.333333, 2.5)", "0.33"}, {"floor(1.567, 2.9)", "1.56"}, {"floor(15, -1.9)", "10"}});
}

TEST(Rounding, FloorAndCeilingMayLeaveTheScaleOut) {
  expect_calls({{"floor(-1.5)", "-2"},
                {"floor(0.3333)", "0"},
                {"floor(1.56, 1)", "1.5"},
                {"floor(scale: 1, n: -1.56)", "-1.6"},
                {"ceiling(1.5)", "2"},
                {"ceiling(-0.3333)", "0"},
                {"ceiling(-1.56, 1)", "-1.5"}});
}

TEST(Rounding, EveryDirection) {
  expect_calls({{"round up(5.5, 0)", "6"},
                {"round up(-5.5, 0)", "-6"},
                {"round up(1.121, 2)", "1.13"},
                {"round down(5.5, 0)", "5"},
                {"round down(-1.126, 2)", "-1.12"},
                {"round half up(5.5, 0)", "6"},
                {"round half up(-5.5, 0)", "-6"},
                {"round half up(1.125, 2)", "1.13"},
                {"round half down(5.5, 0)", "5"},
                {"round half down(-5.5, 0)", "-5"},
                {"round half down(1.1251, 2)", "1.13"}});
}

TEST(Rounding, TheScaleStaysWithinWhatANumberHolds) {
  const char* const outside = "null: the scale is not between -6111 and 6176";
  expect_calls({{"round down(5.5, 6176)", "5.5"},
                {"round down(5.5, -6111)", "0"},
                {"round down(5.5, 6177)", outside},
                {"round half up(5.5, -6112)", outside},
                {"floor(5.5, 99999999999999999999)", outside}});
}

TEST(Rounding, RefusesWhatItCannotRound) {
  expect_calls({{"floor(1.56, null)", "null: the scale is null"},
                {"ceiling(n: 1.56, scale: null)", "null: the scale is null"},
                {"floor(null, 1)", "null: `floor` takes `n` as number, not null"},
                {"round up(1234.12, null)", "null: `round up` takes `scale` as number, not null"},
                {"floor(1.5, \"1\")", "null: `floor` takes `scale` as number, not string"},
                {"floor()", "null: `floor` takes 1 to 2 arguments, not 0"},
                {"round up(5.5)", "null: `round up` takes 2 arguments, not 1"},
                {"floor(n: 1.5, scal: 1)", "null: `floor` has no parameter `scal`"},
                {"round half up(scale: 0)", "null: `round half up` cannot be called with (scale)"}});
}

TEST(Arithmetic, ModuloFollowsTheDivisor) {
  expect_calls({{"modulo(10, 4)", "2"},
                {"modulo(-12, 5)", "3"},
                {"modulo(12, -5)", "-3"},
                {"modulo(-12, -5)", "-2"},
                {"modulo(10.1, 4.5)", "1.1"},
                {"modulo(10.1, -4.5)", "-3.4"},
                {"modulo(divisor: 4, dividend: 10)", "2"},
                {"modulo(10, 0)", "null: division by zero"}});
}

TEST(Arithmetic, AbsoluteNumbersAndDurations) {
  expect_calls({{"abs(-1)", "1"},
                {"abs(n: 1.5)", "1.5"},
                {"abs(@\"-P1D\")", "P1D"},
                {"abs(@\"-PT0.25S\")", "PT0.25S"},
                {"abs(@\"PT5M\")", "PT5M"},
                {"abs(@\"-P1Y2M\")", "P1Y2M"},
                {"abs(number: -1)", "null: `abs` has no parameter `number`"},
                {"abs(true)", "null: `abs` takes `n` as number, not boolean"}});
  expect_null({"abs()", "abs(1, 1)", "abs(null)", "abs(@\"2018-12-06\")", "abs(@\"00:00:00\")"});
}

TEST(Arithmetic, RootsPowersAndLogarithms) {
  expect_calls({{"sqrt(4)", "2"},
                {"sqrt(2)", "1.414213562373095048801688724209698"},
                {"sqrt(-1)", "null: the result is not a number"},
                {"exp(0)", "1"},
                {"exp(4)", "54.59815003314423907811026120286088"},
                {"exp(1000000)", "null: the result is not a number"},
                {"log(1)", "0"},
                {"log(number: 4)", "1.386294361119890618834464242916353"},
                {"log(0)", "null: the result is not a number"}});
  expect_null({"sqrt(n: 4)", "exp(\"4\")", "log(@\"P4D\")", "sqrt(4, 4)"});
}

TEST(Arithmetic, OddAndEven) {
  expect_calls({{"even(2)", "true"},
                {"even(-1)", "false"},
                {"even(0)", "true"},
                {"odd(-1)", "true"},
                {"odd(number: 4)", "false"},
                {"odd(1.5)", "null: only an integer is odd or even"}});
  expect_null({"odd(n: 4)", "even(true)", "even(null)"});
}

TEST(Arithmetic, IsUnknownForWantOfAnArgument) {
  expect_calls({{"abs(missing)", "unknown: missing"},
                {"floor(absent, missing)", "unknown: absent, missing"},
                {"modulo(\"10\", missing)", "null: `modulo` takes `dividend` as number, not string"}});
}

}  // namespace
}  // namespace qingheng::feel
