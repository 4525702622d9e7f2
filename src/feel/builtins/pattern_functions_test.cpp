// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"
#include "feel/builtins/internal/pattern_syntax.hpp"

namespace qingheng::feel {
namespace {

// Calls with plain texts, so that backslashes need no second one.
std::string matched(const std::string& input, const std::string& pattern, const std::string& flags = "") {
  CallForTest call;
  const List arguments{Value::string(input), Value::string(pattern), Value::string(flags)};
  return result_text(call_builtin(*find_builtin("matches"), arguments, {call.host, call.span, call.caller}));
}

std::string replaced(const std::string& input, const std::string& pattern, const std::string& replacement,
                     const std::string& flags = "") {
  CallForTest call;
  const List arguments{Value::string(input), Value::string(pattern), Value::string(replacement),
                       Value::string(flags)};
  const Value value = call_builtin(*find_builtin("replace"), arguments, {call.host, call.span, call.caller});
  return value.kind() == Kind::String ? value.as_string() : result_text(value);
}

std::string reason_against(const std::string& pattern) {
  const auto rewritten = rewrite_pattern(pattern, {});
  return rewritten ? rewritten->text : rewritten.error();
}

TEST(Matches, FindsThePatternAnywhere) {
  expect_calls(
      {{R"(matches("abracadabra", "bra", null))", "true"},
       {R"(matches(input: "abracadabra", pattern: "^a.*a$"))", "true"},
       {R"(matches("abracadabra", "^bra"))", "false"},
       {R"(matches("aA", "(a)\1", "i"))", "true"},
       {R"(matches("a", missing))", "unknown: missing"},
       {R"(matches("abracadabra", "bra", "p"))", "null: `p` is none of the flags `s`, `m`, `i` and `x`"}});
  expect_null(
      {R"(matches(null, "a"))", R"(matches("a"))", R"(matches("a", [], "s"))", R"(matches("a", "a", []))"});
}

TEST(Matches, TakesLineEndsAsXPathDoes) {
  EXPECT_EQ(matched("Mary\rJones", "Mary.Jones"), "false");
  EXPECT_EQ(matched("Mary\nJones", "Mary.Jones"), "false");
  EXPECT_EQ(matched("Mary\u2028Jones", "Mary.Jones"), "true");
  EXPECT_EQ(matched("Mary\r\nJones", "Mary.Jones", "s"), "false");
  EXPECT_EQ(matched("Mary\r\nJones", "Mary..Jones", "s"), "true");
  EXPECT_EQ(matched("a\n", "a$"), "false");
  EXPECT_EQ(matched("a\nb", "a$"), "false");
  EXPECT_EQ(matched("a\nb", "a$", "m"), "true");
  EXPECT_EQ(matched("a\rb", "a$", "m"), "false");
  EXPECT_EQ(matched("a\nb", "^b"), "false");
  EXPECT_EQ(matched("a\nb", "^b", "m"), "true");
  EXPECT_EQ(matched("\nabcd\ndefg\n", "^$", "m"), "true");
  EXPECT_EQ(matched("abcd\ndefg\n", "^$", "m"), "false");
  EXPECT_EQ(matched("", "^$", "m"), "true");
}

TEST(Matches, ReadsClasses) {
  EXPECT_EQ(matched("e", "^[a-z-[aeiou]]$"), "false");
  EXPECT_EQ(matched("f", "^[a-z-[aeiou]]$"), "true");
  EXPECT_EQ(matched("E", "^[^a-z-[A-Z-[E]]]$"), "true");
  EXPECT_EQ(matched("F", "^[^a-z-[A-Z-[E]]]$"), "false");
  EXPECT_EQ(matched("-", "^[a-]$"), "true");
  EXPECT_EQ(matched("-", "^[^-a]$"), "false");
  EXPECT_EQ(matched("^", "^[a^]$"), "true");
  EXPECT_EQ(matched("]", R"(^[\]]$)"), "true");
  EXPECT_EQ(matched("&", "^[a&&&b]$"), "true");
  EXPECT_EQ(matched("业", R"(^[\p{IsCJKUnifiedIdeographs}]$)"), "true");
  EXPECT_EQ(matched("é", R"(^\p{IsBasicLatin}$)"), "false");
  EXPECT_EQ(matched("é", R"(^\P{IsBasicLatin}$)"), "true");
  EXPECT_EQ(matched("A1业", R"(^\p{Lu}\p{Nd}\p{L}$)"), "true");
  EXPECT_EQ(matched("٣", R"(^\d$)"), "true");
  EXPECT_EQ(matched("\u00A0", R"(^\s$)"), "false");
  EXPECT_EQ(matched("工 _", R"(^\w\W\W$)"), "true");
  EXPECT_EQ(matched("_a-1:", R"(^\i\c*$)"), "true");
  EXPECT_EQ(matched("1a", R"(^\i\c*$)"), "false");
  EXPECT_EQ(matched("1 ", R"(^\I\C$)"), "true");
}

TEST(Matches, DisregardsCaseAsXPathDoes) {
  EXPECT_EQ(matched("\u212A", "k", "i"), "true");
  EXPECT_EQ(matched("x", "[A-Z-[OI]]", "i"), "true");
  EXPECT_EQ(matched("O", "[A-Z-[OI]]", "i"), "false");
  EXPECT_EQ(matched("i", "[A-Z-[OI]]", "i"), "false");
  EXPECT_EQ(matched("q", "[^Q]", "i"), "false");
  EXPECT_EQ(matched("a", R"(\p{Lu})", "i"), "false");
  EXPECT_EQ(matched("a", R"([\p{Lu}])", "i"), "false");
}

TEST(Matches, LeavesSpacesOfThePatternOut) {
  EXPECT_EQ(matched("hello world", " hello[ ]world ", "x"), "true");
  EXPECT_EQ(matched("helloworld", "hello world", "x"), "true");
  EXPECT_EQ(matched("hello world", R"(^\p{ I s B a s i c L a t i n }+$)", "x"), "true");
  EXPECT_EQ(matched("[ ]", R"(^\[ [ ] \]$)", "x"), "true");
}

TEST(Matches, TakesBackReferencesAndRepetitions) {
  EXPECT_EQ(matched("abab", R"(^(ab)\1$)"), "true");
  EXPECT_EQ(matched("aa0", R"(^(a)\10$)"), "true");
  EXPECT_EQ(matched("aaa", "^a{3}$"), "true");
  EXPECT_EQ(matched("aaaa", "^a{2,3}$"), "false");
  EXPECT_EQ(matched("aaaa", "^a{2,}?$"), "true");
  EXPECT_EQ(matched("b", "^(?:a|b)$"), "true");
}

TEST(Patterns, SayWhatIsWrongWithThem) {
  EXPECT_EQ(matched("h", R"((.)\2)"),
            R"(null: `(.)\2` is not a pattern: `\2` refers to no group that ends before it)");
  EXPECT_EQ(reason_against(R"((a\1))"), R"(`\1` refers to no group that ends before it)");
  EXPECT_EQ(reason_against(R"((a)\0)"), R"(`\0` refers to no group that ends before it)");
  EXPECT_EQ(reason_against(R"((asd)[asd\1])"), R"(there is no escape `\1`)");
  EXPECT_EQ(reason_against(R"(\b)"), R"(there is no escape `\b`)");
  EXPECT_EQ(reason_against(R"(\)"), R"(`\` is followed by nothing)");
  EXPECT_EQ(reason_against(R"(\p{ IsBasicLatin}+)"), "there is no property ` IsBasicLatin`");
  EXPECT_EQ(reason_against(R"(\p{IsBasicLatino})"), "there is no block `BasicLatino`");
  EXPECT_EQ(reason_against(R"(\p{Lx})"), "there is no property `Lx`");
  EXPECT_EQ(reason_against(R"(\p{Lu)"), R"(the `{` of `\p` is never closed)");
  EXPECT_EQ(reason_against(R"(\pL)"), R"(`\p` is followed by a name in braces)");
  EXPECT_EQ(reason_against("(a"), "`(` is never closed");
  EXPECT_EQ(reason_against("a)"), "`)` closes nothing");
  EXPECT_EQ(reason_against("(?=a)"), "`(?` is only known as `(?:`");
  EXPECT_EQ(reason_against("[a"), "`[` is never closed");
  EXPECT_EQ(reason_against("[a-"), "`[` is never closed");
  EXPECT_EQ(reason_against("[]a]"), "`[` and `]` have nothing between them");
  EXPECT_EQ(reason_against("[a[b]]"), R"(`[` inside of a class is written `\[`)");
  EXPECT_EQ(reason_against("[z-a]"), "`z-a` runs backwards");
  EXPECT_EQ(reason_against("[a-c-e]"), R"(`-` stands first, last, between two characters, or as `\-`)");
  EXPECT_EQ(reason_against(R"([a-\d])"), "a class of characters is no end of a range");
  EXPECT_EQ(reason_against("[a-z-[b]c]"), "a class ends with what is subtracted from it");
  EXPECT_EQ(reason_against("a**"), "`*` has nothing before it to repeat");
  EXPECT_EQ(reason_against("a++"), "`+` has nothing before it to repeat");
  EXPECT_EQ(reason_against("]"), R"(`]` is written `\]`)");
  EXPECT_EQ(reason_against("a{2"), "`{` begins a number of times such as `{3}`, `{3,}` or `{3,5}`");
  EXPECT_EQ(reason_against("a{,2}"), "`{` begins a number of times such as `{3}`, `{3,}` or `{3,5}`");
  EXPECT_EQ(reason_against("a{3,2}"), "`{3,2}` runs backwards");
  EXPECT_EQ(reason_against("a{100001}"), "nothing repeats more than 100000 times");
  EXPECT_EQ(reason_against(std::string(4097, 'a')), "the pattern is longer than 4096 characters");
  EXPECT_EQ(reason_against(std::string(201, '(')), "groups nest too deep");
}

TEST(Patterns, GiveUpInsteadOfRunningOn) {
  EXPECT_EQ(matched(std::string(60, 'x'), "(x+x+)+y"), "null: the pattern takes too long on this text");
  CallForTest call;
  call.caller.limit = 100'000;
  const List arguments{Value::string(std::string(60, 'x')), Value::string("(x+x+)+y")};
  EXPECT_EQ(
      result_text(call_builtin(*find_builtin("matches"), arguments, {call.host, call.span, call.caller})),
      "null: the evaluation takes too many steps");
}

TEST(Replace, NumbersGroupsAsXPathDoes) {
  EXPECT_EQ(replaced("abcd", "(ab)|(a)", "[1=$1][2=$2]"), "[1=ab][2=]cd");
  EXPECT_EQ(replaced("abracadabra", "a(.)", "a$1$1"), "abbraccaddabbra");
  EXPECT_EQ(replaced("darted", "^(.*?)d(.*)$", "$1c$2"), "carted");
  EXPECT_EQ(replaced("工厂", "工", "<$0>"), "<工>厂");
  EXPECT_EQ(replaced("ab", "(a)", "$12"), "a2b");
  EXPECT_EQ(replaced("ab", "a", "[$3]"), "[]b");
  EXPECT_EQ(replaced("ab", "a", R"(\$1\\)"), R"($1\b)");
  EXPECT_EQ(replaced("abcdefghijkl", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", "$11-$10"), "k-jl");
}

TEST(Replace, ReplacesEveryMatchAndNothingElse) {
  EXPECT_EQ(replaced("abracadabra", "a.*?a", "*"), "*c*bra");
  EXPECT_EQ(replaced("AAAA", "A+?", "b"), "bbbb");
  EXPECT_EQ(replaced("abc", "[A-Z]", "#", "i"), "###");
  EXPECT_EQ(replaced("abc", ".^[d-z]*", "#", "smix"), "abc");
  EXPECT_EQ(replaced("abc", "e", "#"), "abc");
  EXPECT_EQ(result(R"(replace(input: "abc", pattern: "[a-z]", replacement: "#"))"), "\"###\"");
  expect_null({R"(replace("a", "b"))", R"(replace(null, "b", "c"))", R"(replace("a", "b", "c", "q"))"});
}

TEST(Replace, RefusesWhatXPathRefuses) {
  EXPECT_EQ(replaced("abc", "x*", "-"), "null: the pattern `x*` matches the empty text");
  EXPECT_EQ(replaced("abc", "$", "-"), "null: the pattern `$` matches the empty text");
  EXPECT_EQ(replaced("abc", "b", R"(\1)"), R"(null: `\` in a replacement is written `\\`)");
  EXPECT_EQ(replaced("abc", "b", "$x"),
            R"(null: `$` in a replacement is followed by the number of a group, or written `\$`)");
}

TEST(Split, BreaksAtEveryMatch) {
  expect_calls({{R"(split("John Doe", "\s"))", R"(["John", "Doe"])"},
                {R"(split("a;b;c;;", ";"))", R"(["a", "b", "c", "", ""])"},
                {R"(split(delimiter: "[，、]", string: "甲、乙，丙"))", R"(["甲", "乙", "丙"])"},
                {R"(split("abc", ";"))", R"(["abc"])"},
                {R"(split("", ";"))", R"([""])"},
                {R"(split("abc", ""))", "null: the pattern `` matches the empty text"}});
  expect_null({"split()", R"(split("foo"))", R"(split(null, ","))", R"(split(delimiter: ",", str: "a,b"))"});
}

}  // namespace
}  // namespace qingheng::feel
