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
            "?");
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
            "?");
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
      "?");
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
