// SPDX-License-Identifier: Apache-2.0
#include "decision/run/internal/small_graph.hpp"

namespace qingheng::decision {
namespace {

std::string needs(const std::string& kind, const std::string& href) {
  if (kind == "Knowledge") {
    return "<knowledgeRequirement><requiredKnowledge href=\"" + href + "\"/></knowledgeRequirement>";
  }
  return "<informationRequirement><required" + kind + " href=\"" + href + "\"/></informationRequirement>";
}
std::string decision(const std::string& name, const std::string& requirements, const std::string& feel = "1",
                     const std::string& type = "Any") {
  return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\" typeRef=\"" +
         type + "\"/>" + requirements + literal(feel) + "</decision>\n";
}
std::string knowledge(const std::string& name, const std::string& requirements,
                      const std::string& feel = "1") {
  return "<businessKnowledgeModel id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
         "\"/><encapsulatedLogic>" + literal(feel) + "</encapsulatedLogic>" + requirements +
         "</businessKnowledgeModel>\n";
}
std::string import(const std::string& name) {
  return "<import name=\"" + name + "\" namespace=\"urn:" + name +
         "\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>";
}

TEST(References, LeadToElementsOfTheirKind) {
  EXPECT_EQ(findings({model_text(decision("a", needs("Input", "#nobody")))}),
            "error[D021]: `a` requires `#nobody`, and there is no such element\n");
  EXPECT_EQ(findings({model_text(decision("a", "") + decision("b", needs("Input", "#a")))}),
            "error[D022]: `b` requires `a` as an input, but it is a decision\n");
  EXPECT_EQ(findings({model_text(decision("a", "") + decision("b", needs("Decision", "urn:m#a"), "a"))}), "");
}

TEST(References, DecisionsInARingAreRefused) {
  EXPECT_EQ(
      findings({model_text(decision("a", needs("Decision", "#c")) + decision("b", needs("Decision", "#a")) +
                           decision("c", needs("Decision", "#b")))}),
      "error[D023]: elements require each other in a ring: `a` → `c` → `b` → `a`\n");
}

TEST(References, FunctionsInARingAreToldOf) {
  EXPECT_EQ(findings({model_text(knowledge("f", needs("Knowledge", "#g"), "g()") +
                                 knowledge("g", needs("Knowledge", "#f"), "f()"))}),
            "warning[D024]: functions require each other in a ring: `f` → `g` → `f`\n");
}

TEST(References, ImportsAreFound) {
  EXPECT_EQ(findings({model_text(import("lib")), model_text("", "lip")}),
            "error[D025]: the imported model `urn:lib` was not given\n");
  EXPECT_EQ(findings({model_text(import("a")), model_text(import("m"), "a")}),
            "error[D026]: models import each other in a ring: `m` → `a` → `m`\n");
}

TEST(References, ATextThatIsNoFeelSpoilsItsExpressionAlone) {
  const std::string model =
      model_text(decision_text(literal("1 +")) + "<decision id=\"e\" name=\"e\"><variable name=\"e\"/>" +
                 literal("2") + "</decision>");
  EXPECT_EQ(findings({model}), "error[F002]: the text ends too early\n");
  EXPECT_EQ(outcome({model}, "d"), "null\nd: the expression is no FEEL: the text ends too early");
  EXPECT_EQ(outcome({model}, "e"), "2");
}

TEST(References, ElementsOfOneNameAreToldOf) {
  EXPECT_EQ(findings({model_text("<inputData id=\"i\" name=\"a\"/>" + decision("a", ""))}),
            "warning[D031]: two elements are named `a`\nwarning[D034]: nothing requires the input `a`\n");
}

const char* const kInput =
    "<inputData id=\"i\" name=\"i\"><variable name=\"i\" typeRef=\"number\"/></inputData>";

TEST(References, AnInputThatNothingRequiresIsToldOf) {
  EXPECT_EQ(findings({model_text(kInput + decision("a", ""))}),
            "warning[D034]: nothing requires the input `i`\n");
  EXPECT_EQ(findings({model_text(kInput + decision("a", needs("Input", "#i"), "i"))}), "");
  EXPECT_EQ(findings({model_text(kInput + decision("a", "") +
                                 "<decisionService id=\"s\" name=\"s\"><outputDecision href=\"#a\"/>"
                                 "<inputData href=\"#i\"/></decisionService>")}),
            "");
}

TEST(References, ARequirementThatIsNotReadIsToldOf) {
  EXPECT_EQ(
      findings({model_text(
          kInput + knowledge("f", "") + decision("a", "") +
          decision("b", needs("Input", "#i") + needs("Decision", "#a") + needs("Knowledge", "#f"), "a"))}),
      "warning[D035]: `b` requires `i`, but does not read it\n"
      "warning[D035]: `b` requires `f`, but does not read it\n");
  EXPECT_EQ(findings({model_text(knowledge("f", "") + knowledge("g", needs("Knowledge", "#f")))}),
            "warning[D035]: `g` requires `f`, but does not read it\n");
  EXPECT_EQ(findings({model_text(kInput + decision("a", needs("Input", "#i"), "1 +"))}),
            "error[F002]: the text ends too early\n");
  EXPECT_EQ(findings({model_text(import("lib") + decision("b", needs("Decision", "urn:lib#a"), "1")),
                      model_text(decision("a", ""), "lib")}),
            "warning[D035]: `b` requires `a`, but does not read it\n");
  EXPECT_EQ(findings({model_text(import("lib") + decision("b", needs("Decision", "urn:lib#a"), "lib.a")),
                      model_text(decision("a", ""), "lib")}),
            "");
}

TEST(References, AnElementAndItsVariableOfTwoNamesAreToldOf) {
  EXPECT_EQ(findings({model_text("<decision id=\"d\" name=\"Fare\"><variable name=\"fare\"/>" + literal("1") +
                                 "</decision>")}),
            "warning[D036]: the element is named `Fare`, but its variable `fare`\n");
}

TEST(References, AValueThatItsVariableCannotTakeIsToldOf) {
  EXPECT_EQ(findings({model_text(decision("a", "", "\"x\"", "number"))}),
            "warning[D033]: this is string, but number is wanted here\n");
  EXPECT_EQ(findings({model_text(decision("a", "", "[\"x\"]", "number"))}),
            "warning[D033]: this is list<string>, but number is wanted here\n");
  for (const char* const fits : {"[1]", "null", "1 + 2", "if 1 = 2 then 1 else null"}) {
    EXPECT_EQ(findings({model_text(decision("a", "", fits, "number"))}), "") << fits;
  }
  EXPECT_EQ(findings({model_text(decision("a", "", "date(\"2019-09-12\")", "date and time"))}), "");
}

}  // namespace
}  // namespace qingheng::decision
