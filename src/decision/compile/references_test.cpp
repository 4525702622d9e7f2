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
std::string decision(const std::string& name, const std::string& requirements) {
  return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"/>" +
         requirements + literal("1") + "</decision>\n";
}
std::string knowledge(const std::string& name, const std::string& requirements) {
  return "<businessKnowledgeModel id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
         "\"/><encapsulatedLogic>" + literal("1") + "</encapsulatedLogic>" + requirements +
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
  EXPECT_EQ(findings({model_text(decision("a", "") + decision("b", needs("Decision", "urn:m#a")))}), "");
}

TEST(References, DecisionsInARingAreRefused) {
  EXPECT_EQ(
      findings({model_text(decision("a", needs("Decision", "#c")) + decision("b", needs("Decision", "#a")) +
                           decision("c", needs("Decision", "#b")))}),
      "error[D023]: elements require each other in a ring: `a` → `c` → `b` → `a`\n");
}

TEST(References, FunctionsInARingAreToldOf) {
  EXPECT_EQ(findings({model_text(knowledge("f", needs("Knowledge", "#g")) +
                                 knowledge("g", needs("Knowledge", "#f")))}),
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
            "warning[D031]: two elements are named `a`\n");
}

}  // namespace
}  // namespace qingheng::decision
