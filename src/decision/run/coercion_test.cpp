// SPDX-License-Identifier: Apache-2.0
#include "decision/run/internal/small_graph.hpp"

namespace qingheng::decision {
namespace {

std::string typed(const std::string& items, const std::string& type, const std::string& feel) {
  return outcome({model_text(items + "<decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"" + type +
                             "\"/>" + literal(feel) + "</decision>")},
                 "d");
}

const char* const kGrade =
    "<itemDefinition name=\"tGrade\"><typeRef>string</typeRef><allowedValues><text>\"A\", \"B\"</text>"
    "</allowedValues></itemDefinition>";
const char* const kGrades =
    "<itemDefinition name=\"tGrades\" isCollection=\"true\"><typeRef>tGrade</typeRef>"
    "<typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>";
const char* const kPupil =
    "<itemDefinition name=\"tPupil\"><itemComponent name=\"name\"><typeRef>string</typeRef></itemComponent>"
    "<itemComponent name=\"grade\"><typeRef>tGrade</typeRef></itemComponent></itemDefinition>";

TEST(Coercion, ListsOfOneAndTheirItems) {
  EXPECT_EQ(typed("", "number", "[7]"), "7");
  EXPECT_EQ(typed(std::string(kGrade) + kGrades, "tGrades", "\"A\""), "[\"A\"]");
  EXPECT_EQ(typed("", "number", "[7, 8]"), "null\nd: `[7, 8]` is not of the type `number`");
  EXPECT_EQ(typed("", "number", "null"), "null");
}

TEST(Coercion, ADateBecomesItsMidnight) {
  EXPECT_EQ(typed("", "date and time", "@\"2019-09-12\""), "2019-09-12T00:00:00Z");
}

TEST(Coercion, AllowedValuesAreForEachItem) {
  EXPECT_EQ(typed(kGrade, "tGrade", "\"A\""), "\"A\"");
  EXPECT_EQ(typed(kGrade, "tGrade", "\"C\""),
            "null\nd: `\"C\"` is not allowed by `tGrade`, which takes `\"A\", \"B\"`");
  EXPECT_EQ(typed(std::string(kGrade) + kGrades, "tGrades", "[\"A\", \"C\"]"),
            "null\nd: `\"C\"` is not allowed by `tGrades`, which takes `\"A\", \"B\"`");
}

TEST(Coercion, AConstraintIsForTheWhole) {
  EXPECT_EQ(typed(std::string(kGrade) + kGrades, "tGrades", "[\"A\", \"B\"]"), "[\"A\", \"B\"]");
  EXPECT_EQ(typed(std::string(kGrade) + kGrades, "tGrades", "[\"A\", \"B\", \"A\"]"),
            "null\nd: `[\"A\", \"B\", \"A\"]` is not allowed by `tGrades`, which takes `count(?) < 3`");
}

TEST(Coercion, ContextsConformWithMoreAndNotWithLess) {
  const std::string items = std::string(kGrade) + kPupil;
  EXPECT_EQ(typed(items, "tPupil", "{name: \"Li\", grade: \"A\", age: 9}"),
            "{name: \"Li\", grade: \"A\", age: 9}");
  EXPECT_EQ(typed(items, "tPupil", "{name: \"Li\"}"),
            "null\nd: `{name: \"Li\"}` is not of the type `tPupil`");
  EXPECT_EQ(typed(items, "tPupil", "{name: \"Li\", grade: \"C\"}"),
            "null\nd: `\"C\"` is not allowed by `tPupil.grade`, which takes `\"A\", \"B\"`");
}

TEST(Coercion, AnInputThatDoesNotFitIsNull) {
  const std::string model = model_text(
      "<inputData id=\"i\" name=\"i\"><variable name=\"i\" typeRef=\"number\"/></inputData>"
      "<decision id=\"d\" name=\"d\"><variable name=\"d\"/><informationRequirement>"
      "<requiredInput href=\"#i\"/></informationRequirement>" +
      literal("i = null") + "</decision>");
  EXPECT_EQ(outcome({model}, "d", "{i: 1}"), "false");
  EXPECT_EQ(outcome({model}, "d", "{i: \"x\"}"), "true\ni: `\"x\"` is not of the type `number`");
  EXPECT_EQ(outcome({model}, "d", "{}"), "true");
}

}  // namespace
}  // namespace qingheng::decision
