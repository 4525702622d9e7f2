// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/kit/suite.hpp"
#include "decision/xml/read.hpp"

namespace qingheng::decision::kit {
namespace {

/// A model and the graph of it.
struct Tested {
  std::shared_ptr<const model::Model> model;
  std::shared_ptr<const Graph> graph;
};

std::shared_ptr<const model::Model> model_of(const std::string& name_space, const std::string& content) {
  base::Diagnostics found;
  auto model = xml::read_model(
      base::make_source(
          "model.dmn",
          R"(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace=")" +
              name_space + "\">" + content + "</definitions>"),
      found);
  EXPECT_TRUE(model && found.empty());
  return model ? std::make_shared<const model::Model>(*std::move(model)) : nullptr;
}

Tested tested(std::vector<std::shared_ptr<const model::Model>> models) {
  Tested made{.model = models.front(), .graph = nullptr};
  auto compiled = compile_graph(std::move(models));
  EXPECT_TRUE(compiled);
  if (compiled) made.graph = compiled->graph;
  return made;
}

std::string literal(const std::string& name, const std::string& text,
                    const std::string& requires_these = {}) {
  return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"/>" +
         requires_these + "<literalExpression><text>" + text + "</text></literalExpression></decision>";
}

std::string requires_input(const std::string& href) {
  return "<informationRequirement><requiredInput href=\"" + href + "\"/></informationRequirement>";
}

Suite suite_of(const std::string& cases) {
  base::Diagnostics found;
  auto suite = read_suite(
      base::make_source("test.xml", R"(<testCases xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)" +
                                        cases + "</testCases>"),
      found);
  EXPECT_TRUE(suite);
  return suite ? *suite : Suite{};
}

/// A case of one result.
std::string result(const std::string& name, const std::string& value, const std::string& attributes = {}) {
  return "<testCase id='1'><resultNode name='" + name + "' " + attributes + "><expected>" + value +
         "</expected></resultNode></testCase>";
}

std::string number(const std::string& text) { return "<value xsi:type='xsd:decimal'>" + text + "</value>"; }
constexpr const char* kNil = "<value xsi:nil='true'/>";

/// The verdict on the first case: `passed`, `skipped`, or what was missed.
std::string verdict(const Tested& model, const std::string& cases, Numbers numbers = Numbers::Exact) {
  const Verdict verdict = judge(suite_of(cases).cases.at(0), *model.model, *model.graph, numbers);
  if (verdict.kind == Verdict::Kind::Passed) return verdict.rounded ? "passed, rounded" : "passed";
  std::string text = verdict.kind == Verdict::Kind::Skipped ? "skipped" : "failed";
  for (const Miss& miss : verdict.misses)
    text += " | " + miss.element + (miss.error ? " error " : " ") + miss.expected + " / " + miss.actual +
            " / " + miss.reason;
  return text;
}

TEST(Judge, PassesWhatComesOutExactly) {
  const Tested model = tested({model_of("urn:m", literal("third", "1 / 3"))});
  EXPECT_EQ(verdict(model, result("third", number("0.3333333333333333333333333333333333"))), "passed");
  EXPECT_EQ(verdict(model, result("third", number("0.33333333"))),
            "failed | third 0.33333333 / 0.3333333333333333333333333333333333 / ");
  EXPECT_EQ(verdict(model, result("third", number("0.33333333")), Numbers::AsWritten), "passed, rounded");
}

TEST(Judge, TellsAnErrorFromANullOfTheModel) {
  const Tested model = tested({model_of("urn:m", literal("none", "null") + literal("broken", "1 / 0"))});
  EXPECT_EQ(verdict(model, result("none", kNil)), "passed");
  EXPECT_EQ(verdict(model, result("broken", kNil)), "passed");
  EXPECT_EQ(verdict(model, result("broken", kNil, "errorResult='true'")), "passed");
  EXPECT_EQ(verdict(model, result("none", kNil, "errorResult='true'")), "failed | none error null / null / ");
  EXPECT_EQ(verdict(model, result("broken", number("1"))), "failed | broken 1 / null / division by zero");
}

TEST(Judge, FailsADecisionThatIsMissing) {
  const Tested model = tested({model_of("urn:m", literal("one", "1"))});
  EXPECT_EQ(verdict(model, result("two", kNil)), "failed | two null /  / the model has no `two`");
  EXPECT_EQ(
      verdict(model, "<testCase id='1' type='bkm' invocableName='one'><resultNode name='one'/></testCase>"),
      "failed | one null /  / the model has no `one`");
}

TEST(Judge, FailsACaseThatCannotBeRead) {
  const Tested model = tested({model_of("urn:m", literal("one", "1"))});
  EXPECT_EQ(verdict(model, result("one", number("I"))), "failed |   /  / `I` is not a number");
}

TEST(Judge, TakesTheOutputOfAServiceThatTheResultNames) {
  const std::string service =
      "<decisionService id='s' name='s'><variable name='s'/><outputDecision href='#a'/>"
      "<outputDecision href='#b'/></decisionService>"
      "<decisionService id='t' name='t'><variable name='t'/><outputDecision href='#a'/></decisionService>";
  const Tested model = tested({model_of("urn:m", literal("a", "1") + literal("b", "2") + service)});
  const auto call = [&](const std::string& invocable, const std::string& name, const std::string& value) {
    return verdict(model, "<testCase id='1' type='decisionService' invocableName='" + invocable +
                              "'><resultNode name='" + name + "'><expected>" + number(value) +
                              "</expected></resultNode></testCase>");
  };
  EXPECT_EQ(call("s", "b", "2"), "passed");
  EXPECT_EQ(call("s", "a", "2"), "failed | a 2 / 1 / ");
  EXPECT_EQ(call("t", "a", "1"), "passed");
}

TEST(Judge, PutsInputsOfImportedModelsUnderTheirImports) {
  const std::string import_of =
      "<import importType='https://www.omg.org/spec/DMN/20230324/MODEL/' name='inner' "
      "namespace='urn:inner'/>";
  const auto inner =
      model_of("urn:inner", "<inputData id='x' name='x'><variable name='x' typeRef='number'/></inputData>");
  const Tested model = tested(
      {model_of("urn:m", import_of + literal("twice", "inner.x * 2", requires_input("urn:inner#x"))), inner});
  const std::string input =
      "<testCase id='1'><inputNode name='x' namespace='urn:inner'>" + number("4") + "</inputNode>";
  const std::string output =
      "<resultNode name='twice'><expected>" + number("8") + "</expected></resultNode></testCase>";
  EXPECT_EQ(verdict(model, input + output), "passed");
  EXPECT_EQ(verdict(model, "<testCase id='1'><inputNode name='inner'><component name='x'>" + number("4") +
                               "</component></inputNode>" + output),
            "passed");
}

TEST(Judge, SkipsOnlyWhatRestsOnJava) {
  const std::string java =
      "function(x) external {java: {class: \"java.lang.Math\", method signature: \"cos(double)\"}}";
  const std::string knowledge =
      "<businessKnowledgeModel id='k' name='k'><variable name='k'/><encapsulatedLogic kind='Java'>"
      "<formalParameter name='x'/><context/></encapsulatedLogic></businessKnowledgeModel>";
  const std::string requires_k =
      "<knowledgeRequirement><requiredKnowledge href='#k'/></knowledgeRequirement>";
  const Tested model = tested({model_of(
      "urn:m",
      literal("text", "{f: " + java + "}.f(1)") + literal("user", "k(1)", requires_k) +
          literal("word", "\"external java\"") + knowledge +
          literal("above", "1",
                  "<informationRequirement><requiredDecision href='#user'/></informationRequirement>"))});
  const std::string why = " 1 /  / needs a function written in Java";
  EXPECT_EQ(verdict(model, result("text", number("1"))), "skipped | text" + why);
  EXPECT_EQ(verdict(model, result("user", number("1"))), "skipped | user" + why);
  EXPECT_EQ(verdict(model, result("above", number("1"))), "skipped | above" + why);
  EXPECT_EQ(verdict(model, result("word", "<value>external java</value>")), "passed");
}

}  // namespace
}  // namespace qingheng::decision::kit
