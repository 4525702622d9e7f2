// SPDX-License-Identifier: Apache-2.0
#include "decision/analyse/analyse.hpp"

#include <gtest/gtest.h>

#include "decision/xml/internal/fixture.hpp"

namespace qingheng::decision {
namespace {

std::string found_in(const std::string& inside) {
  const auto model = std::make_shared<const model::Model>(xml::read_clean(xml::in_definitions(inside)));
  return xml::rendered(analyse_tables(std::vector{model}));
}

constexpr const char* kTypes = R"(
<itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"green", "red"</text></allowedValues></itemDefinition>
<itemDefinition name="tFirm"><itemComponent name="grade"><typeRef>tGrade</typeRef></itemComponent>
<itemComponent name="staff"><typeRef>number</typeRef></itemComponent></itemDefinition>
<inputData name="firm"><variable name="firm" typeRef="tFirm"/></inputData>
)";

std::string decision(const std::string& table) {
  return std::string(kTypes) + "<decision name=\"Points\"><variable name=\"Points\" typeRef=\"number\"/>" +
         table + "</decision>";
}

TEST(AnalyseTables, PointsAtTheRowsOfTheFile) {
  EXPECT_EQ(found_in(decision(R"(<decisionTable hitPolicy="UNIQUE">
<input label="grade"><inputExpression><text>firm.grade</text></inputExpression></input>
<output/>
<rule><inputEntry><text>"green"</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
<rule><inputEntry><text>not("red")</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
</decisionTable>)")),
            R"X(error[T001]: two rows of `Points` take grade = "green"
  --> loan.dmn:10:1 · decision Points › row 2
  10 | <rule><inputEntry><text>not("red")</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
     | ^^^^^
  --> loan.dmn:9:1 · decision Points › row 1
   9 | <rule><inputEntry><text>"green"</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
     | ^^^^^ the other row
  help: narrow one of them, or change the hit policy
warning[T003]: no row of `Points` takes grade = "red"
  --> loan.dmn:6:67 · decision Points
   6 | <decision name="Points"><variable name="Points" typeRef="number"/><decisionTable hitPolicy="UNIQUE">
     |                                                                   ^^^^^^^^^^^^^^
  help: add a row for it; one with `-` in every test takes the rest when the hit policy is `first`
)X");
}

TEST(AnalyseTables, TakesTypesFromTheExpressionOrTheColumn) {
  EXPECT_EQ(found_in(decision(R"(<decisionTable hitPolicy="FIRST">
<input><inputExpression typeRef="tGrade"><text>best(firm)</text></inputExpression></input>
<input><inputExpression><text>firm.staff</text></inputExpression><inputValues><text>[0..500]</text></inputValues></input>
<output><outputValues><text>1, 2</text></outputValues></output>
<rule><inputEntry><text>"gren"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
<rule><inputEntry><text>-</text></inputEntry><inputEntry><text>&gt; 500</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
<rule><inputEntry><text>-</text></inputEntry><inputEntry><text>&gt;= 0</text></inputEntry><outputEntry><text>3</text></outputEntry></rule>
</decisionTable>)")),
            R"X(warning[T005]: row 1 of `Points` never hits: no `best(firm)` passes `"gren"`
  --> loan.dmn:10:25 · decision Points › row 1 › input 1
  10 | <rule><inputEntry><text>"gren"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
     |                         ^^^^^^
  help: did you mean `"green"`?
warning[T005]: row 2 of `Points` never hits: no `firm.staff` passes `> 500`
  --> loan.dmn:11:1:1 · decision Points › row 2 › input 2
   1 | > 500
     | ^^^^^
  help: values of `firm.staff` are those of `[0..500]`
warning[T008]: `3` is none of the values that `Points` lists
  --> loan.dmn:12:110 · decision Points › row 3 › output 1
  12 | <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>&gt;= 0</text></inputEntry><outputEntry><text>3</text></outputEntry></rule>
     |                                                                                                              ^
  help: there are `1`, `2`
warning[T009]: no row of `Points` gives `1`, which `Points` lists
  --> loan.dmn:9:29 · decision Points › output 1
   9 | <output><outputValues><text>1, 2</text></outputValues></output>
     |                             ^^^^
  help: give it in a row, or leave it out of the list
warning[T009]: no row of `Points` gives `2`, which `Points` lists
  --> loan.dmn:9:29 · decision Points › output 1
   9 | <output><outputValues><text>1, 2</text></outputValues></output>
     |                             ^^^^
  help: give it in a row, or leave it out of the list
)X");
}

TEST(AnalyseTables, LooksIntoBoxedExpressions) {
  EXPECT_EQ(
      found_in(
          std::string(kTypes) +
          R"(<businessKnowledgeModel name="f"><encapsulatedLogic><formalParameter name="x" typeRef="number"/>
<context><contextEntry><variable name="inner"/><decisionTable hitPolicy="FIRST">
<input><inputExpression typeRef="number"><text>x</text></inputExpression></input>
<output/>
<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
<rule><inputEntry><text>&gt; y</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
</decisionTable></contextEntry></context></encapsulatedLogic></businessKnowledgeModel>)"),
      R"X(warning[T004]: row 2 of `f` is never reached: a row before it takes all that it takes
  --> loan.dmn:11:1 · knowledge f › inner › row 2
  11 | <rule><inputEntry><text>&gt; y</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
     | ^^^^^
  --> loan.dmn:10:1 · knowledge f › inner › row 1
  10 | <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
     | ^^^^^ the row that does
  help: put it before them, or leave it out
)X");
}

TEST(AnalyseTables, SaysNothingOfASoundTable) {
  EXPECT_EQ(found_in(decision(R"(<decisionTable hitPolicy="UNIQUE">
<input><inputExpression><text>firm.grade</text></inputExpression></input>
<output/>
<rule><inputEntry><text>"green"</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
<rule><inputEntry><text>"red"</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
</decisionTable>)")),
            "");
}

}  // namespace
}  // namespace qingheng::decision
