// SPDX-License-Identifier: Apache-2.0
#include "decision/xml/write.hpp"

#include <string>

#include <gtest/gtest.h>

#include "decision/xml/internal/fixture.hpp"
#include "decision/xml/internal/outline.hpp"

namespace qingheng::decision::xml {
namespace {

TEST(WriteModel, ASmallModelToTheLastByte) {
  const model::Model model = read_clean(in_definitions(R"(
    <decision id="d" name="Approval"><variable name="Approval" typeRef="string"/>
      <informationRequirement><requiredInput href="#i"/></informationRequirement>
      <decisionTable hitPolicy="FIRST"><input label="Amount &amp; more"><inputExpression typeRef="number"><text>Amount</text></inputExpression></input>
        <output name="yes"/><rule><description>small</description><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>"a"</text></outputEntry></rule></decisionTable>
    </decision><inputData id="i" name="Amount"/>)"));
  EXPECT_EQ(write_model(model), R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/" id="definitions_1" name="m" namespace="urn:m">
  <inputData id="i" name="Amount">
    <variable id="variable_1" name="Amount" />
  </inputData>
  <decision id="d" name="Approval">
    <variable id="variable_2" name="Approval" typeRef="string" />
    <informationRequirement id="informationRequirement_1">
      <requiredInput href="#i" />
    </informationRequirement>
    <decisionTable id="decisionTable_1" hitPolicy="FIRST">
      <input id="input_1" label="Amount &amp; more">
        <inputExpression id="inputExpression_1" typeRef="number">
          <text>Amount</text>
        </inputExpression>
      </input>
      <output id="output_1" name="yes" />
      <rule id="rule_1">
        <description>small</description>
        <inputEntry id="inputEntry_1">
          <text>&lt; 5</text>
        </inputEntry>
        <outputEntry id="outputEntry_1">
          <text>"a"</text>
        </outputEntry>
      </rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="diagram_1">
      <dmndi:DMNShape id="shape_1" dmnElementRef="i">
        <dc:Bounds height="45" width="125" x="60" y="220" />
      </dmndi:DMNShape>
      <dmndi:DMNShape id="shape_2" dmnElementRef="d">
        <dc:Bounds height="80" width="180" x="60" y="60" />
      </dmndi:DMNShape>
      <dmndi:DMNEdge id="edge_1" dmnElementRef="informationRequirement_1">
        <di:waypoint x="122" y="220" />
        <di:waypoint x="150" y="140" />
      </dmndi:DMNEdge>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
)");
}

// Reads what was written, in which nothing may be found, and compares.
std::string expect_same(const std::string& text) {
  const model::Model model = read_clean(text);
  const std::string written = write_model(model);
  const model::Model again = read_clean(written);
  EXPECT_EQ(Outline(again).text(), Outline(model).text());
  EXPECT_EQ(write_model(again), written) << "writing it again gives the same file";
  return written;
}

std::string literal(const std::string& text) {
  return "<literalExpression><text>" + text + "</text></literalExpression>";
}

TEST(WriteModel, KeepsTheGraph) {
  expect_same(in_definitions(R"(
    <import name="base" namespace="urn:base" locationURI="b.dmn" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
    <itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"a", "&lt;"</text></allowedValues></itemDefinition>
    <itemDefinition name="tFirm" isCollection="true"><itemComponent name="site" isCollection="true"><itemComponent name="area"><typeRef>number</typeRef></itemComponent></itemComponent></itemDefinition>
    <itemDefinition name="tScore"><functionItem outputTypeRef="number"><parameters name="x" typeRef="base.tGrade"/></functionItem></itemDefinition>
    <inputData id="i" name="年 收入"><description>in &quot;万元&quot;</description></inputData>
    <decision id="d" name="A" label="L"><question>Q?</question><allowedAnswers>y</allowedAnswers><variable name="A" typeRef="tGrade"/>
      <informationRequirement><requiredInput href="#i"/></informationRequirement>
      <informationRequirement><requiredDecision href="urn:base#x"/></informationRequirement>
      <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
      <authorityRequirement><requiredAuthority href="#s"/></authorityRequirement></decision>
    <businessKnowledgeModel id="k" name="K"><encapsulatedLogic kind="PMML" typeRef="number"><formalParameter name="p" typeRef="number"/><context/></encapsulatedLogic>
      <knowledgeRequirement><requiredKnowledge href="#k2"/></knowledgeRequirement></businessKnowledgeModel>
    <businessKnowledgeModel id="k2" name="K2"/>
    <decisionService id="v" name="V"><outputDecision href="#d"/><encapsulatedDecision href="#e"/><inputDecision href="urn:base#f"/><inputData href="#i"/></decisionService>
    <knowledgeSource id="s" name="S" locationURI="law.html"><authorityRequirement><requiredDecision href="#d"/></authorityRequirement><type>statute</type></knowledgeSource>)"));
}

TEST(WriteModel, KeepsTables) {
  expect_same(in_decision(R"(
    <decisionTable id="t" hitPolicy="COLLECT" aggregation="MAX" preferredOrientation="CrossTable" outputLabel="o">
      <input label="one"><inputExpression typeRef="number"><text>a + 1</text></inputExpression><inputValues><text>[0..5]</text></inputValues></input>
      <output name="x" label="X" typeRef="number"><outputValues><text>1, 2</text></outputValues><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
      <output name="y"/>
      <annotation name="Why"/><annotation name="Since"/>
      <rule><inputEntry><text><![CDATA[ > 3 ]]></text></inputEntry><outputEntry expressionLanguage="urn:js"><text>1</text></outputEntry><outputEntry><text>"a
b"</text></outputEntry><annotationEntry><text>w</text></annotationEntry><annotationEntry><text>s</text></annotationEntry></rule>
    </decisionTable>)"));
  for (const char* policy : {"UNIQUE", "FIRST", "ANY", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT"})
    expect_same(
        in_decision("<decisionTable hitPolicy=\"" + std::string(policy) + "\"><output/></decisionTable>"));
}

TEST(WriteModel, KeepsAnnotationsHoweverTheyAreWritten) {
  const auto rewritten = [](const std::string& columns, const std::string& rule) {
    return expect_same(
        in_decision("<decisionTable><output/>" + columns + "<rule>" + rule + "</rule></decisionTable>"));
  };
  const std::string output = "<outputEntry><text>1</text></outputEntry>";
  const std::string entry = "<annotationEntry><text>why</text></annotationEntry>";
  EXPECT_EQ(rewritten("", "<description>why</description>" + output).find("<annotation"), std::string::npos);
  EXPECT_NE(rewritten("<annotation name=\"a\"/>", output + entry).find("<description>why</description>"),
            std::string::npos);
  EXPECT_NE(rewritten("<annotation/>", output).find("<annotation "), std::string::npos);
  EXPECT_EQ(rewritten("<annotation/>", output + entry).find("<annotation "), std::string::npos);
}

TEST(WriteModel, KeepsBoxedExpressions) {
  const std::string written = expect_same(
      in_decision("<context><contextEntry><variable name=\"f\" typeRef=\"tF\"/><functionDefinition "
                  "typeRef=\"tF\"><formalParameter "
                  "name=\"x\"/>" +
                  literal("x") + "</functionDefinition></contextEntry><contextEntry><invocation>" +
                  literal("f") + "<binding><parameter name=\"x\"/>" + literal("1") +
                  "</binding></invocation></contextEntry><contextEntry>"
                  "<relation><column name=\"a\" typeRef=\"number\"/><row>" +
                  literal("2") +
                  "</row></relation></contextEntry>"
                  "<contextEntry><list>" +
                  literal("3") + "</list></contextEntry></context>"));
  EXPECT_NE(written.find("20191111/MODEL/"), std::string::npos);
}

TEST(WriteModel, KeepsWhatOnlyLaterEditionsHave) {
  const std::string written = expect_same(in_decision(
      "<conditional><if>" + literal("a") + "</if><then><filter><in>" + literal("b") + "</in><match>" +
      literal("c") + "</match></filter></then><else><for iteratorVariable=\"i\"><in>" + literal("d") +
      "</in><return><some iteratorVariable=\"j\"><in>" + literal("e") +
      "</in><satisfies><every iteratorVariable=\"k\"><in>" + literal("f") + "</in><satisfies>" +
      literal("g") + "</satisfies></every></satisfies></some></return></for></else></conditional>"));
  EXPECT_NE(written.find("20230324/MODEL/"), std::string::npos);
  EXPECT_NE(write_model(read_clean(in_definitions(
                            "<itemDefinition name=\"t\"><typeRef>number</typeRef><typeConstraint>"
                            "<text>? > 1</text></typeConstraint></itemDefinition>")))
                .find("20230324/MODEL/"),
            std::string::npos);
}

TEST(WriteModel, TypesOfDmn11LoseTheirPrefix) {
  const std::string written = write_model(read_clean(
      R"(<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" xmlns:feel="http://www.omg.org/FEEL/20140401"
       xmlns:b="urn:base" xmlns:me="urn:m" name="m" namespace="urn:m">
  <import name="base" namespace="urn:base" importType="http://www.omg.org/spec/DMN/20151101/dmn.xsd"/>
  <inputData name="x"><variable name="x" typeRef="feel:number"/></inputData>
  <inputData name="y"><variable name="y" typeRef="b:tA"/></inputData>
  <inputData name="z"><variable name="z" typeRef="me:tB"/></inputData>
</definitions>)"));
  EXPECT_NE(written.find("name=\"x\" typeRef=\"number\""), std::string::npos);
  EXPECT_NE(written.find("name=\"y\" typeRef=\"base.tA\""), std::string::npos);
  EXPECT_NE(written.find("name=\"z\" typeRef=\"tB\""), std::string::npos);
}

TEST(WriteModel, ARingOfRequirementsIsLaidOutAllTheSame) {
  const std::string ring = "<informationRequirement><requiredDecision href=\"#";
  const std::string end = "\"/></informationRequirement></decision>";
  const std::string written =
      expect_same(in_definitions("<decision id=\"a\" name=\"a\">" + ring + "b" + end +
                                 "<decision id=\"b\" name=\"b\">" + ring + "a" + end));
  EXPECT_NE(written.find("dmnElementRef=\"informationRequirement_2\""), std::string::npos);
}

TEST(WriteModel, MadeUpIdsNeverMeetThoseOfTheModel) {
  const model::Model model =
      read_clean(in_definitions("<decision name=\"first\"/><decision id=\"decision_1\" "
                                "name=\"second\"/><decision id=\"variable_1\" name=\"c\"/>"));
  const model::Model again = read_clean(write_model(model));
  EXPECT_EQ(again.decisions.at(0).head.id, "decision_2");
  EXPECT_EQ(again.decisions.at(1).head.id, "decision_1");
}

}  // namespace
}  // namespace qingheng::decision::xml
