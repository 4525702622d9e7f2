// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

// `text` holds for the arguments and for no other function of the pair with the sides changed.
void expect_pair(const std::string& function, const std::string& changed, const std::string& a,
                 const std::string& b, bool holds) {
  const char* expected = holds ? "true" : "false";
  const std::string forth = fmt::format("{}({}, {})", function, a, b);
  const std::string back = fmt::format("{}({}, {})", changed, b, a);
  EXPECT_EQ(result(forth), expected) << forth;
  EXPECT_EQ(result(back), expected) << back;
}

struct Case {
  const char* a;
  const char* b;
  bool holds;
};

void expect_pairs(const std::string& function, const std::string& changed,
                  std::initializer_list<Case> cases) {
  for (const Case& one : cases) expect_pair(function, changed, one.a, one.b, one.holds);
}

TEST(BeforeAndAfter, LookAtTheEndsThatFaceEachOther) {
  expect_pairs("before", "after",
               {{"1", "10", true},
                {"10", "1", false},
                {"1", "1", false},
                {"1", "[1..10]", false},
                {"1", "(1..10]", true},
                {"[1..10]", "10", false},
                {"[1..10)", "10", true},
                {"[1..10]", "15", true},
                {"[1..10]", "[10..20]", false},
                {"[1..10)", "[10..20]", true},
                {"[1..10]", "(10..20]", true},
                {"[11..20]", "[1..10]", false},
                {R"(@"2019-09-12")", R"([@"2019-09-13"..@"2019-09-19"])", true}});
}

TEST(MeetsAndMetBy, NeedBothEndsIncluded) {
  expect_pairs("meets", "met by",
               {{"[1..5]", "[5..10]", true},
                {"[1..5)", "[5..10]", false},
                {"[1..5]", "(5..10]", false},
                {"[1..5]", "[6..10]", false}});
}

TEST(Overlaps, IsTheSameFromEitherSide) {
  expect_pairs("overlaps", "overlaps",
               {{"[1..5]", "[3..8]", true},
                {"[1..8]", "[3..5]", true},
                {"[1..5]", "[6..8]", false},
                {"[1..5]", "[5..8]", true},
                {"[1..5]", "(5..8]", false},
                {"[1..5)", "[5..8]", false}});
}

TEST(OverlapsBeforeAndAfter, LookAtBothEnds) {
  expect_pairs("overlaps before", "overlaps after",
               {{"[1..5]", "[3..8]", true},
                {"[1..5]", "[6..8]", false},
                {"[1..5]", "[5..8]", true},
                {"[1..5]", "(5..8]", false},
                {"[1..5)", "[5..8]", false},
                {"[1..5)", "(1..5]", true},
                {"[1..5]", "(1..5]", true},
                {"[1..5]", "(1..5)", false},
                {"[1..5)", "[1..5]", false},
                {"[1..5]", "[1..5]", false},
                {"[1..9]", "[3..8]", false}});
}

TEST(FinishesAndFinishedBy, ShareTheLastEnd) {
  expect_pairs("finishes", "finished by",
               {{"10", "[1..10]", true},
                {"10", "[1..10)", false},
                {"[5..10]", "[1..10]", true},
                {"[5..10)", "[1..10]", false},
                {"[5..10)", "[1..10)", true},
                {"[1..10]", "[1..10]", true},
                {"(1..10]", "[1..10]", true},
                {"[1..10]", "(1..10]", false}});
}

TEST(StartsAndStartedBy, ShareTheFirstEnd) {
  expect_pairs("starts", "started by",
               {{"1", "[1..10]", true},
                {"1", "(1..10]", false},
                {"2", "[1..10]", false},
                {"[1..5]", "[1..10]", true},
                {"(1..5]", "(1..10]", true},
                {"(1..5]", "[1..10]", false},
                {"[1..5]", "(1..10]", false},
                {"[1..10)", "[1..10]", true},
                {"[1..10]", "[1..10)", false}});
}

TEST(DuringAndIncludes, HoldOneWithinTheOther) {
  expect_pairs("during", "includes",
               {{"5", "[1..10]", true},
                {"12", "[1..10]", false},
                {"1", "[1..10]", true},
                {"1", "(1..10]", false},
                {"10", "[1..10)", false},
                {"[4..6]", "[1..10]", true},
                {"(1..5]", "(1..10]", true},
                {"[1..10]", "(1..10)", false},
                {"(1..10)", "[1..10]", true},
                {"[5..10]", "[1..10)", false}});
}

TEST(Coincides, IsTheSameExtent) {
  expect_pairs("coincides", "coincides",
               {{"5", "5", true},
                {"3", "4", false},
                {"[1..5]", "[1..5]", true},
                {"(1..5)", "[1..5]", false},
                {"[1..5]", "[2..6]", false}});
}

TEST(RangeFunctions, TakeAnAbsentEndAsInfinitelyFar) {
  expect_pairs("before", "after",
               {{"range(\"(..5)\")", "5", true},
                {"range(\"(..5]\")", "5", false},
                {"range(\"[5..)\")", "range(\"(..5]\")", false},
                {"0", "range(\"(..5]\")", false}});
  expect_pairs("during", "includes",
               {{"1000000", "range(\"[5..)\")", true},
                {"[6..7]", "range(\"[5..)\")", true},
                {"range(\"[5..)\")", "range(\"[5..)\")", true},
                {"range(\"(..9)\")", "range(\"[5..)\")", false}});
  expect_pairs("finishes", "finished by", {{"range(\"[6..)\")", "range(\"[5..)\")", true}});
  expect_pairs("coincides", "coincides",
               {{"range(\"[6..)\")", "range(\"[6..)\")", true}, {"range(\"[6..)\")", "[6..7)", false}});
}

TEST(RangeFunctions, GoByTheNamesOfTheStandard) {
  expect_calls({{"before(point1: 1, point2: 2)", "true"},
                {"after(range: [1..2], point: 0)", "true"},
                {"before(range2: [3..4], range1: [1..2])", "true"},
                {"during(point: 1, range: [1..2])", "true"},
                {"includes(range: [1..2], point: 1)", "true"},
                {"coincides(range1: [1..2], range2: [1..2])", "true"},
                {"before(1, missing)", "unknown: missing"},
                {"before(1, [absent..missing])", "unknown: absent, missing"}});
  expect_null({"meets(1, 2)", "before()", "before(1)", "during([1..2], 1)", "before(null, 1)",
               "coincides(1, [1..1])", "before(true, false)"});
}

TEST(RangeFunctions, SayWhichKindsHaveNoOrder) {
  expect_calls({{R"(before(1, "a"))", "null: cannot order number and string"},
                {R"(during(1, [@"2019-09-12"..@"2019-09-13"]))", "null: cannot order date and number"},
                {R"(during(@"12:00:00Z", [@"10:00:00"..@"13:00:00"]))", "null: cannot order time and time"}});
}

TEST(RangeFunction, ReadsAnIntervalOfLiterals) {
  expect_calls({{R"f(range("[18..21)"))f", "[18..21)"},
                {R"f(range(from: " ( -1.5 .. .5 ] "))f", "(-1.5..0.5]"},
                {R"f(range("]1..2["))f", "(1..2)"},
                {R"f(range("[2..)"))f", ">= 2"},
                {R"f(range("(..2)"))f", "< 2"},
                {R"f(range("[\"a..b\"..\"c\"]"))f", R"(["a..b".."c"])"},
                {R"f(range("[@\"2019-09-12\"..date(\"2019-09-19\")]"))f", "[2019-09-12..2019-09-19]"},
                {R"f(range("(duration(\"P1D\")..duration(\"P2D\"))"))f", "(P1D..P2D)"}});
}

TEST(RangeFunction, SaysWhatIsWrong) {
  expect_calls({{R"f(range(""))f", "null: `` is not a range such as `[18..21)`"},
                {R"f(range("1..2"))f", "null: `1..2` is not a range such as `[18..21)`"},
                {R"f(range("[1.2]"))f", "null: `[1.2]` is not a range such as `[18..21)`"},
                {R"f(range("[..]"))f", "null: the range `[..]` has no end at all"},
                {R"f(range("(..)"))f", "null: the range `(..)` has no end at all"},
                {R"f(range("[..2]"))f", "null: the range `[..2]` includes an end that it leaves out"},
                {R"f(range("[1..x]"))f", "null: `x` is not a literal that a range may end with"},
                {R"f(range("[1..1+1]"))f", "null: `1+1` is not a literal that a range may end with"},
                {R"f(range("[true..false]"))f", "null: `true` is not a literal that a range may end with"},
                {R"f(range("[date(\"x\")..date(\"y\")]"))f",
                 "null: `date(\"x\")` is not a literal that a range may end with"},
                {R"f(range("[1..\"a\"]"))f", "null: the ends of the range `[1..\"a\"]` cannot be ordered"}});
  expect_null({"range(null)", "range([1..2])", "range()"});
}

}  // namespace
}  // namespace qingheng::feel
