// SPDX-License-Identifier: Apache-2.0
#include "decision/run/internal/small_graph.hpp"

namespace qingheng::decision {
namespace {

std::string entry(const std::string& name, const std::string& logic, const std::string& type = {}) {
  const std::string attribute = type.empty() ? std::string() : " typeRef=\"" + type + "\"";
  return "<contextEntry><variable name=\"" + name + "\"" + attribute + "/>" + logic + "</contextEntry>";
}
std::string last(const std::string& logic) { return "<contextEntry>" + logic + "</contextEntry>"; }

TEST(Boxed, ContextEntriesSeeThoseBefore) {
  EXPECT_EQ(
      outcome_of("<context>" + entry("a b", literal("2")) + entry("c", literal("a b + 1")) + "</context>"),
      "{a b: 2, c: 3}");
  EXPECT_EQ(outcome_of("<context>" + entry("a b", literal("2")) + last(literal("a b * 10")) + "</context>"),
            "20");
}

TEST(Boxed, AnEntryHidesANameOutside) {
  const std::string inner = "<context>" + entry("x", literal("2")) + last(literal("x")) + "</context>";
  EXPECT_EQ(outcome_of("<context>" + entry("x", literal("1")) + entry("y", inner) + entry("z", literal("x")) +
                       "</context>"),
            "{x: 1, y: 2, z: 1}");
}

TEST(Boxed, AnEntryIsConvertedToItsType) {
  EXPECT_EQ(
      outcome_of("<context>" + entry("a", literal("[1]"), "number") + last(literal("a + 1")) + "</context>"),
      "2");
  EXPECT_EQ(outcome_of("<context>" + entry("a", literal("\"x\""), "number") + "</context>"),
            "{a: null}\nd: `\"x\"` is not of the type `number`");
}

TEST(Boxed, FunctionsRememberAndCallThemselves) {
  const std::string faculty = "<functionDefinition><formalParameter name=\"n\" typeRef=\"number\"/>" +
                              literal("if n &lt;= 1 then 1 else n * f(n - 1)") + "</functionDefinition>";
  EXPECT_EQ(outcome_of("<context>" + entry("f", faculty) + last(literal("f(10)")) + "</context>"), "3628800");
  const std::string plus = "<functionDefinition><formalParameter name=\"n\" typeRef=\"number\"/>" +
                           literal("n + base") + "</functionDefinition>";
  const std::string before = "<context>" + entry("base", literal("5")) + entry("plus", plus);
  EXPECT_EQ(outcome_of(before + last(literal("plus([1])")) + "</context>"), "6");
  EXPECT_EQ(outcome_of(before + last(literal("plus(n: 2)")) + "</context>"), "7");
  EXPECT_EQ(outcome_of(before + last(literal("plus(\"x\")")) + "</context>"),
            "null\nd: the parameter `n` cannot take it: `\"x\"` is not of the type `number`");
}

TEST(Boxed, InvocationsBindByName) {
  const std::string half = "<functionDefinition><formalParameter name=\"a\"/><formalParameter name=\"b\"/>" +
                           literal("a - b") + "</functionDefinition>";
  const auto call = [&](const std::string& first, const std::string& second) {
    return "<context>" + entry("f", half) +
           last("<invocation>" + literal("f") + "<binding><parameter name=\"" + first + "\"/>" +
                literal("1") + "</binding><binding><parameter name=\"" + second + "\"/>" + literal("10") +
                "</binding></invocation>") +
           "</context>";
  };
  EXPECT_EQ(outcome_of(call("b", "a")), "9");
  EXPECT_EQ(outcome_of(call("a", "c")), "null\nd: the function has no parameter `c`");
}

TEST(Boxed, ListsAndRelations) {
  EXPECT_EQ(outcome_of("<list>" + literal("1") + literal("\"a\"") + "</list>"), "[1, \"a\"]");
  EXPECT_EQ(outcome_of("<relation><column name=\"first name\"/><column name=\"age\" typeRef=\"number\"/>"
                       "<row>" +
                       literal("\"Li\"") + literal("30") + "</row><row>" + literal("\"Wu\"") +
                       literal("\"old\"") + "</row></relation>"),
            "[{first name: \"Li\", age: 30}, {first name: \"Wu\", age: null}]\n"
            "d: `\"old\"` is not of the type `number`");
}

TEST(Boxed, AConditionThatIsNotTrueTakesTheOtherWay) {
  const auto conditional = [](const std::string& condition) {
    return "<conditional><if>" + literal(condition) + "</if><then>" + literal("1") + "</then><else>" +
           literal("2") + "</else></conditional>";
  };
  EXPECT_EQ(outcome_of(conditional("1 = 1")), "1");
  EXPECT_EQ(outcome_of(conditional("1 = 2")), "2");
  EXPECT_EQ(outcome_of(conditional("null")), "2");
  EXPECT_EQ(outcome_of(conditional("\"yes\"")), "null\nd: a condition takes a boolean, not string");
}

TEST(Boxed, FiltersKnowTheItemAndItsMembers) {
  const auto filter = [](const std::string& in, const std::string& match) {
    return "<filter><in>" + literal(in) + "</in><match>" + literal(match) + "</match></filter>";
  };
  EXPECT_EQ(outcome_of(filter("[1, 2, 3, 4]", "item &gt; 2")), "[3, 4]");
  EXPECT_EQ(outcome_of(filter("[{a: 1, b c: 7}, {a: 2, b c: 8}]", "b c &gt; 7")), "[{a: 2, b c: 8}]");
  EXPECT_EQ(outcome_of(filter("[5, 6]", "2")), "6");
  EXPECT_EQ(outcome_of(filter("5", "item = 5")), "[5]");
  EXPECT_EQ(outcome_of(filter("[5, 6]", "3")), "null\nd: there is no item 3 in a list of 2");
}

TEST(Boxed, IteratorsRunOverListsAndRanges) {
  const auto box = [](const std::string& kind, const std::string& in, const std::string& of,
                      const std::string& result) {
    return "<" + kind + " iteratorVariable=\"i\"><in>" + literal(in) + "</in><" + of + ">" + literal(result) +
           "</" + of + "></" + kind + ">";
  };
  EXPECT_EQ(outcome_of(box("for", "[1, 2, 3]", "return", "i * 2")), "[2, 4, 6]");
  EXPECT_EQ(outcome_of(box("for", "[1, 2, 3]", "return", "i + count(partial)")), "[1, 3, 5]");
  EXPECT_EQ(outcome_of(box("for", "[1..3]", "return", "i")), "[1, 2, 3]");
  EXPECT_EQ(outcome_of(box("some", "[1, 2, 3]", "satisfies", "i &gt; 2")), "true");
  EXPECT_EQ(outcome_of(box("every", "[1, 2, 3]", "satisfies", "i &gt; 2")), "false");
  EXPECT_EQ(outcome_of(box("every", "[]", "satisfies", "i &gt; 2")), "true");
  EXPECT_EQ(outcome_of(box("some", "[1, 2]", "satisfies", "if i = 2 then true else \"x\"")),
            "null\nd: `some` takes booleans, not string");
  EXPECT_EQ(outcome_of(box("some", "[1, 2]", "satisfies", "if i = 2 then true else null")), "true");
  EXPECT_EQ(outcome_of(box("every", "[1, 2]", "satisfies", "if i = 2 then true else null")), "null");
  EXPECT_EQ(outcome_of(box("some", "null", "satisfies", "i")), "null\nd: null cannot be iterated over");
}

TEST(Boxed, JavaIsRefusedByName) {
  const std::string java = "<functionDefinition kind=\"Java\"><formalParameter name=\"x\"/><context>" +
                           entry("class", literal("\"java.lang.Math\"")) +
                           entry("method signature", literal("\"cos(double)\"")) +
                           "</context></functionDefinition>";
  const std::string logic = "<context>" + entry("cos", java) + last(literal("cos(1)")) + "</context>";
  const std::string why = "functions in Java are not run here: `cos(double)` of `java.lang.Math`";
  EXPECT_EQ(outcome_of(logic), "null\nd: " + why);
  EXPECT_EQ(findings({model_text(decision_text(logic))}), "warning[D029]: " + why + "\n");
}

TEST(Boxed, PmmlIsRefusedByDocumentAndModel) {
  const std::string pmml = "<functionDefinition kind=\"PMML\"><formalParameter name=\"x\"/><context>" +
                           entry("document", literal("\"risk.pmml\"")) +
                           entry("model", literal("\"tree 1\"")) + "</context></functionDefinition>";
  const std::string bare =
      "<functionDefinition kind=\"PMML\"><formalParameter name=\"x\"/></functionDefinition>";
  const auto called = [](const std::string& function) {
    return outcome_of("<context>" + entry("risk", function) + last(literal("risk(1)")) + "</context>");
  };
  EXPECT_EQ(called(pmml), "null\nd: functions in PMML are not run here: `tree 1` of `risk.pmml`");
  EXPECT_EQ(called(bare), "null\nd: functions in PMML are not run here");
}

std::string typed(const std::string& element, const std::string& type, const std::string& inside) {
  return "<" + element + " typeRef=\"" + type + "\">" + inside + "</" + element.substr(0, element.find(' ')) +
         ">";
}

// §10.3.2.9.4 holds for the type of every boxed expression.
TEST(Boxed, EveryFormIsConvertedToItsType) {
  const std::string condition = "<if>" + literal("true") + "</if><then>" + literal("[7]") + "</then><else>" +
                                literal("\"x\"") + "</else>";
  EXPECT_EQ(outcome_of(typed("conditional", "number", condition)), "7");
  EXPECT_EQ(outcome_of(typed("list", "number", literal("7"))), "7");
  EXPECT_EQ(outcome_of(typed("list", "number", literal("7") + literal("8"))),
            "null\nd: `[7, 8]` is not of the type `number`");
  EXPECT_EQ(outcome_of(typed("context", "number", entry("a", literal("1")))),
            "null\nd: `{a: 1}` is not of the type `number`");
  EXPECT_EQ(outcome_of(typed("context", "date and time", last(literal("date(\"2019-09-12\")")))),
            "2019-09-12T00:00:00Z");
  EXPECT_EQ(outcome_of(typed("relation", "string", "<column name=\"a\"/><row>" + literal("1") + "</row>")),
            "null\nd: `[{a: 1}]` is not of the type `string`");
  EXPECT_EQ(
      outcome_of(typed("filter", "number",
                       "<in>" + literal("[1, 2]") + "</in><match>" + literal("item &gt; 1") + "</match>")),
      "2");
  const auto loop = [](const std::string& element, const std::string& result) {
    return typed(element + " iteratorVariable=\"i\"", "string",
                 "<in>" + literal("[1]") + "</in><" + result + ">" + literal("i = 1") + "</" + result + ">");
  };
  EXPECT_EQ(outcome_of(loop("for", "return")), "null\nd: `[true]` is not of the type `string`");
  EXPECT_EQ(outcome_of(loop("some", "satisfies")), "null\nd: `true` is not of the type `string`");
  EXPECT_EQ(outcome_of(loop("every", "satisfies")), "null\nd: `true` is not of the type `string`");
}

TEST(Boxed, ATypeWithinATypeComesFirst) {
  EXPECT_EQ(
      outcome_of("<context>" + entry("a", typed("list", "number", literal("7")), "string") + "</context>"),
      "{a: null}\nd: `7` is not of the type `string`");
}

}  // namespace
}  // namespace qingheng::decision
