// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/kit/suite.hpp"

namespace qingheng::decision::kit {
namespace {

std::optional<Suite> read(std::string text, base::Diagnostics& found) {
  return read_suite(base::make_source("test.xml", std::move(text)), found);
}

Suite suite_of(const std::string& cases) {
  base::Diagnostics found;
  auto suite = read(
      R"(<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName> a.dmn </modelName>)" +
          cases + "</testCases>",
      found);
  EXPECT_TRUE(found.empty());
  return suite ? *suite : Suite{};
}

/// The value in `<inputNode name="x">…</inputNode>` as FEEL text.
std::string value_text(const std::string& content) {
  const Suite suite = suite_of("<testCase id='1'><inputNode name='x'>" + content + "</inputNode></testCase>");
  return suite.cases.at(0).inputs.empty() ? suite.cases.at(0).unreadable
                                          : feel::to_text(suite.cases[0].inputs[0].value);
}

/// What is found in a text, at which line.
std::string finding(std::string text) {
  base::Diagnostics found;
  const auto suite = read(std::move(text), found);
  EXPECT_FALSE(suite);
  return found.size() == 1 ? std::to_string(found[0].spans[0].span.start().line) + ": " + found[0].message
                           : std::to_string(found.size());
}

TEST(ReadSuite, ReadsCasesWithInputsAndResults) {
  const Suite suite = suite_of(R"(
    <testCase id="7" type="decisionService" invocableName="serve">
      <description> what for </description>
      <inputNode name="a b" namespace="urn:other"><value xsi:type="xsd:decimal">1.50</value></inputNode>
      <resultNode name="r" errorResult="true"><expected><value xsi:nil="true"/></expected></resultNode>
      <resultNode name="s" type="decision"><expected><value xsi:type="xsd:string">x</value></expected></resultNode>
    </testCase>
    <testCase id="8" type="bkm"/>)");
  EXPECT_EQ(suite.model, "a.dmn");
  ASSERT_EQ(suite.cases.size(), 2U);
  const Case& one = suite.cases[0];
  EXPECT_EQ(one.id, "7");
  EXPECT_EQ(one.kind, ElementKind::Service);
  EXPECT_EQ(one.invocable, "serve");
  EXPECT_EQ(one.description, "what for");
  ASSERT_EQ(one.inputs.size(), 1U);
  EXPECT_EQ(one.inputs[0].name, "a b");
  EXPECT_EQ(one.inputs[0].name_space, "urn:other");
  EXPECT_EQ(feel::to_text(one.inputs[0].value), "1.5");
  ASSERT_EQ(one.results.size(), 2U);
  EXPECT_TRUE(one.results[0].error);
  EXPECT_TRUE(one.results[0].expected.is_null());
  EXPECT_FALSE(one.results[1].error);
  EXPECT_EQ(feel::to_text(one.results[1].expected), "\"x\"");
  EXPECT_EQ(suite.cases[1].kind, ElementKind::Knowledge);
}

TEST(ReadSuite, ReadsEveryType) {
  EXPECT_EQ(value_text("<value xsi:type='xsd:double'>-1e-3</value>"), "-0.001");
  EXPECT_EQ(value_text("<value xsi:type='xs:integer'> 12 </value>"), "12");
  EXPECT_EQ(value_text("<value xsi:type='xsd:string'>  a &lt; b</value>"), "\"  a < b\"");
  EXPECT_EQ(value_text("<value xsi:type='xsd:string'> </value>"), "\" \"");
  EXPECT_EQ(value_text("<value xsi:type='xsd:string'></value>"), "\"\"");
  EXPECT_EQ(value_text("<value>a<!-- not this --><![CDATA[<b>]]></value>"), "\"a<b>\"");
  EXPECT_EQ(value_text("<value xsi:type='xsd:boolean'>1</value>"), "true");
  EXPECT_EQ(value_text("<value xsi:type='xsd:date'>2019-02-28</value>"), "2019-02-28");
  EXPECT_EQ(value_text("<value xsi:type='xsd:time'>10:00:00Z</value>"), "10:00:00Z");
  EXPECT_EQ(value_text("<value xsi:type='xsd:dateTime'>2019-02-28T10:00:00+01:00</value>"),
            "2019-02-28T10:00:00+01:00");
  EXPECT_EQ(value_text("<value xsi:type='xsd:duration'>P14M</value>"), "P1Y2M");
  EXPECT_EQ(value_text("<value xsi:type='xsd:duration'>PT25H</value>"), "P1DT1H");
  EXPECT_EQ(value_text("<value xsi:nil='true'/>"), "null");
  EXPECT_EQ(value_text("<value xsi:nil='false' xsi:type='xsd:boolean'>false</value>"), "false");
  EXPECT_EQ(value_text(""), "null");
}

TEST(ReadSuite, ReadsListsAndComponents) {
  EXPECT_EQ(value_text("<list/>"), "[]");
  EXPECT_EQ(value_text("<list xsi:nil='true'/>"), "null");
  EXPECT_EQ(value_text("<list><item><value xsi:type='xsd:decimal'>1</value></item>"
                       "<item><list><item><value xsi:nil='true'/></item></list></item></list>"),
            "[1, [null]]");
  EXPECT_EQ(value_text("<component name='a'><value>x</value></component><component name='b c'>"
                       "<component name='d'><value xsi:type='xsd:decimal'>2</value></component></component>"
                       "<component name='e' xsi:nil='true'/>"),
            R"({a: "x", b c: {d: 2}, e: null})");
}

TEST(ReadSuite, AValueThatCannotBeReadSpoilsItsCaseOnly) {
  base::Diagnostics found;
  const auto suite = read(R"(<testCases>
<testCase id="1"><inputNode name="x"><value xsi:type="xsd:decimal">twelve</value></inputNode></testCase>
<testCase id="2"><resultNode name="x"><expected><value xsi:type="xsd:hexBinary">0f</value></expected></resultNode></testCase>
<testCase id="3" type="process"/>
<testCase id="4"/>
</testCases>)",
                          found);
  ASSERT_TRUE(suite);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].message, "case `1`: `twelve` is not a number");
  EXPECT_EQ(found[0].spans[0].span.start().line, 2U);
  EXPECT_EQ(found[1].message, "case `2`: unknown type `hexBinary`");
  EXPECT_EQ(found[2].message, "case `3`: unknown type of case `process`");
  EXPECT_EQ(suite->cases[0].unreadable, "`twelve` is not a number");
  EXPECT_EQ(suite->cases[3].unreadable, "");
}

TEST(ReadSuite, RefusesWhatIsNoTestFile) {
  EXPECT_EQ(finding("<definitions/>"), "1: the root is `definitions`, not `testCases`");
  EXPECT_EQ(finding("<testCases xmlns='urn:x'/>"),
            "1: the namespace is `urn:x`, not `http://www.omg.org/spec/DMN/20160719/testcase`");
}

TEST(ReadSuite, RefusesWhatTheReaderOfModelsRefuses) {
  base::Diagnostics found;
  EXPECT_FALSE(read("<!DOCTYPE a [<!ENTITY b 'c'>]>\n<testCases/>", found));
  EXPECT_FALSE(read("<testCases><testCase>", found));
  EXPECT_FALSE(read("<testCases>\xff</testCases>", found));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<list>";
  for (int i = 0; i < 300; ++i) deep += "</list>";
  EXPECT_FALSE(read("<testCases>" + deep + "</testCases>", found));
  EXPECT_FALSE(read("<testCases>" + std::string(std::size_t{21} << 20, ' ') + "</testCases>", found));
  EXPECT_EQ(found.size(), 5U);
}

}  // namespace
}  // namespace qingheng::decision::kit
