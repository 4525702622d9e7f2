// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

TEST(SubstringFunction, CountsCodePointsFromEitherEnd) {
  expect_calls({{R"(substring("foobar", 3))", "\"obar\""},
                {R"(substring("foobar", 3, 3.8))", "\"oba\""},
                {R"(substring("foobar", -2, 1))", "\"a\""},
                {R"(substring("foobar", -6, 60))", "\"foobar\""},
                {R"(substring("foobar", 6, 0))", "\"\""},
                {R"(substring(string: "绿色工厂🐎", start position: 3, length: 3))", "\"工厂🐎\""},
                {R"(substring("绿色工厂🐎", -1))", "\"🐎\""},
                {R"(substring("foobar", 0))", "null: a text of 6 characters has no start position 0"},
                {R"(substring("foobar", 7))", "null: a text of 6 characters has no start position 7"},
                {R"(substring("工厂", -3))", "null: a text of 2 characters has no start position -3"},
                {R"(substring("foobar", 1, -1))", "null: the length is below zero"},
                {R"(substring("foobar", 1, null))", "\"foobar\""},
                {R"(substring("foobar", missing))", "unknown: missing"}});
  expect_null({"substring()", "substring(null, 1)", R"(substring("a", "b"))", R"(substring("a", null))"});
}

TEST(StringLength, CountsCodePoints) {
  expect_calls({{R"(string length(""))", "0"},
                {R"(string length(string: "工厂🐎"))", "3"},
                {R"(string length(["ab"]))", "2"}});
  expect_null({"string length(null)", "string length(1)"});
}

TEST(CaseFunctions, KnowUnicode) {
  expect_calls({{R"(upper case("straße é ǆ"))", "\"STRASSE É Ǆ\""},
                {R"(lower case(string: "ΑΣ İÉ"))", "\"ας i\u0307é\""},
                {R"(upper case(string: "i"))", "\"I\""},
                {R"(lower case("清衡 ABC"))", "\"清衡 abc\""}});
  expect_null({"upper case(null)", "lower case(1)"});
}

TEST(SearchFunctions, FindATextWithinAnother) {
  expect_calls({{R"(substring before("foobar", "bar"))", "\"foo\""},
                {R"(substring before("foobar", "x"))", "\"\""},
                {R"(substring before(string: "工厂", match: "厂"))", "\"工\""},
                {R"(substring after("foobar", "ob"))", "\"ar\""},
                {R"(substring after("foobar", "x"))", "\"\""},
                {R"(substring after("", ""))", "\"\""},
                {R"(substring after(string: "abc", match: ""))", "\"abc\""},
                {R"(contains("foobar", "ob"))", "true"},
                {R"(contains(string: "", match: "ab"))", "false"},
                {R"(starts with("foobar", "foo"))", "true"},
                {R"(starts with(string: "foobar", match: "bar"))", "false"},
                {R"(ends with("foobar", "bar"))", "true"},
                {R"(ends with(string: "foobar", match: "foo"))", "false"},
                {R"(contains("a", missing))", "unknown: missing"}});
  expect_null({R"(contains(null, "bar"))", R"(contains("bar", null))", R"(starts with("a"))",
               R"(ends with("a", 1))"});
}

TEST(StringJoin, LeavesNullsOut) {
  expect_calls({{R"(string join(["a", "b", "c"]))", "\"abc\""},
                {R"(string join(["a", null, "c"], "X"))", "\"aXc\""},
                {R"(string join([null, "c"], "X"))", "\"c\""},
                {R"(string join(["a", "b"], null))", "\"ab\""},
                {R"(string join(delimiter: "、", list: ["甲", "乙"]))", "\"甲、乙\""},
                {R"(string join([], "X"))", "\"\""},
                {R"(string join("a", "X"))", "\"a\""},
                {R"(string join([1, 2], "X"))", "null: `string join` takes strings, but an item is number"},
                {R"(string join(["a", missing]))", "unknown: missing"}});
  expect_null({"string join()", "string join(null)", R"(string join(["a"], "X", "foo"))",
               R"(string join(["a", "b"], ", ", "<", ">"))", R"(string join(list: ["a"], delimitr: "X"))"});
}

}  // namespace
}  // namespace qingheng::feel
