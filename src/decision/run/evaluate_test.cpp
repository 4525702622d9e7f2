// SPDX-License-Identifier: Apache-2.0
#include "decision/run/internal/small_graph.hpp"

namespace qingheng::decision {
namespace {

std::string input(const std::string& name, const std::string& type = "Any") {
  return "<inputData id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\" typeRef=\"" +
         type + "\"/></inputData>\n";
}
std::string needs(const std::string& kind, const std::string& href) {
  if (kind == "Knowledge") {
    return "<knowledgeRequirement><requiredKnowledge href=\"" + href + "\"/></knowledgeRequirement>";
  }
  return "<informationRequirement><required" + kind + " href=\"" + href + "\"/></informationRequirement>";
}
std::string decision(const std::string& name, const std::string& requirements, const std::string& feel) {
  return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"/>" +
         requirements + (feel.empty() ? std::string() : literal(feel)) + "</decision>\n";
}
std::string knowledge(const std::string& name, const std::string& parameters, const std::string& feel,
                      const std::string& requirements = {}) {
  return "<businessKnowledgeModel id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
         "\"/><encapsulatedLogic>" + parameters + literal(feel) + "</encapsulatedLogic>" + requirements +
         "</businessKnowledgeModel>\n";
}

TEST(Evaluate, DecisionsSeeWhatTheyRequireAndNothingElse) {
  const std::string model =
      model_text(input("a b") + input("c") + decision("first", needs("Input", "#a b"), "a b + 1") +
                 decision("second", needs("Decision", "#first"), "first * 2") +
                 decision("blind", needs("Decision", "#first"), "c"));
  EXPECT_EQ(outcome({model}, "second", "{a b: 20}"), "42");
  EXPECT_EQ(outcome({model}, "blind", "{c: 1}"), "null\nblind: unknown name `c`");
  EXPECT_EQ(outcome({model}, "third"), "no such element");
}

TEST(Evaluate, WithoutLogicOrInputThereIsNull) {
  const std::string model =
      model_text(input("a") + decision("empty", "", "") +
                 decision("d", needs("Input", "#a") + needs("Decision", "#empty"), "[a, empty]"));
  EXPECT_EQ(outcome({model}, "d"), "[null, null]");
}

TEST(Evaluate, AProblemIsToldOnceWithItsElement) {
  const std::string model = model_text(decision("bad", "", "1 + \"x\"") +
                                       decision("d", needs("Decision", "#bad"), "{a: bad, b: bad}"));
  EXPECT_EQ(outcome({model}, "d"), "{a: null, b: null}\nbad: `+` cannot take number and string");
}

TEST(Evaluate, KnowledgeIsCalledByPlaceAndByName) {
  const std::string parameters =
      "<formalParameter name=\"x\" typeRef=\"number\"/><formalParameter name=\"y\"/>";
  const std::string model =
      model_text(knowledge("minus", parameters, "x - y") +
                 decision("d", needs("Knowledge", "#minus"), "[minus(5, 2), minus(y: 5, x: 2)]") +
                 decision("e", needs("Knowledge", "#minus"), "minus(\"x\", 2)"));
  EXPECT_EQ(outcome({model}, "d"), "[3, -3]");
  EXPECT_EQ(outcome({model}, "e"),
            "null\nminus: the parameter `x` cannot take it: `\"x\"` is not of the type `number`");
  EXPECT_EQ(outcome({model}, "minus", "{x: 9, y: 4}", ElementKind::Knowledge), "5");
}

TEST(Evaluate, KnowledgeMayCallItself) {
  const std::string model =
      model_text(knowledge("f", "<formalParameter name=\"n\"/>", "if n = 0 then 0 else n + f(n - 1)") +
                 knowledge("endless", "<formalParameter name=\"n\"/>", "1 + endless(n + 1)") +
                 decision("d", needs("Knowledge", "#f"), "f(20)") +
                 decision("e", needs("Knowledge", "#endless"), "endless(0)"));
  EXPECT_EQ(outcome({model}, "d"), "210");
  const std::string endless = outcome({model}, "e");
  EXPECT_EQ(endless.substr(0, 5), "null\n");
  EXPECT_NE(endless.find("the evaluation is nested too deeply"), std::string::npos) << endless;
}

TEST(Evaluate, StepsAreSharedByAllThatIsCalled) {
  const std::string model =
      model_text(knowledge("f", "<formalParameter name=\"n\"/>", "sum(for i in 1..1000 return i + n)") +
                 decision("d", needs("Knowledge", "#f"), "sum(for i in 1..1000 return f(i))"));
  feel::Host host;
  host.max_steps = 50'000;
  const std::string shown = outcome({model}, "d", "{}", ElementKind::Decision, host);
  EXPECT_NE(shown.find("the evaluation takes too many steps"), std::string::npos) << shown;
}

// What one decision asked for needs is one evaluation: no part of it is a value once the steps are spent.
TEST(Evaluate, NothingIsAValueOnceTheStepsAreSpent) {
  const std::string model =
      model_text(decision("long", "", "count(for i in 1..100000 return i)") +
                 decision("after", needs("Decision", "#long"), "if long = null then \"none\" else \"some\"") +
                 decision("beside", "", "1 + 1") +
                 "<decision id=\"all\" name=\"all\"><variable name=\"all\"/>" + needs("Decision", "#after") +
                 needs("Decision", "#beside") + "<context><contextEntry><variable name=\"a\"/>" +
                 literal("after") + "</contextEntry><contextEntry><variable name=\"b\"/>" +
                 literal("beside") + "</contextEntry></context></decision>");
  feel::Host host;
  host.max_steps = 50'000;
  for (const std::string name : {"long", "after", "all"}) {
    const std::string shown = outcome({model}, name, "{}", ElementKind::Decision, host);
    EXPECT_EQ(shown.substr(0, 5), "null\n") << name << ": " << shown;
    EXPECT_NE(shown.find("the evaluation takes too many steps"), std::string::npos) << shown;
  }
  EXPECT_EQ(outcome({model}, "beside", "{}", ElementKind::Decision, host), "2");
}

TEST(Evaluate, ServicesTakeDataThenDecisions) {
  const std::string model = model_text(
      input("data", "string") + decision("given", "", "\"own\"") +
      decision("out", needs("Input", "#data") + needs("Decision", "#given"), "data + \" \" + given") +
      decision("more", needs("Decision", "#given"), "upper case(given)") +
      "<decisionService id=\"s\" name=\"s\"><variable name=\"s\"/><outputDecision href=\"#out\"/>"
      "<inputDecision href=\"#given\"/><inputData href=\"#data\"/></decisionService>"
      "<decisionService id=\"two\" name=\"two\"><variable name=\"two\"/><outputDecision href=\"#out\"/>"
      "<outputDecision href=\"#more\"/><inputDecision href=\"#given\"/><inputData href=\"#data\"/>"
      "</decisionService>" +
      decision("caller", needs("Knowledge", "#s") + needs("Decision", "#given") + needs("Input", "#data"),
               "[s(\"a\", \"b\"), s(given: \"y\", data: \"x\"), given, data]"));
  EXPECT_EQ(outcome({model}, "caller", "{data: \"D\"}"), "[\"a b\", \"x y\", \"own\", \"D\"]");
  EXPECT_EQ(outcome({model}, "two", "{data: \"x\", given: \"y\"}", ElementKind::Service),
            "{out: \"x y\", more: \"Y\"}");
}

TEST(Evaluate, ImportedElementsStandUnderTheNameOfTheImport) {
  const std::string main = model_text(
      "<import name=\"lib\" namespace=\"urn:lib\" "
      "importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>" +
      decision("d", needs("Knowledge", "urn:lib#twice") + needs("Decision", "urn:lib#greeting"),
               "lib.greeting + \" \" + string(lib.twice(4))"));
  const std::string lib =
      model_text(input("who") + decision("greeting", needs("Input", "#who"), "\"hello \" + who") +
                     knowledge("twice", "<formalParameter name=\"n\"/>", "2 * n"),
                 "lib");
  EXPECT_EQ(outcome({main, lib}, "d", "{lib: {who: \"Li\"}}"), "\"hello Li 8\"");
  EXPECT_EQ(outcome({main, lib}, "lib.greeting", "{lib.who: \"Wu\"}"), "\"hello Wu\"");
}

TEST(Evaluate, AModelImportedOnTwoWaysHasInputsForEach) {
  const std::string kImport = "importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>";
  const auto middle = [&](const std::string& name) {
    return model_text(
        "<import name=\"base\" namespace=\"urn:base\" " + kImport +
            decision("say", needs("Decision", "urn:base#hello"), "\"" + name + " \" + base.hello"),
        name);
  };
  const std::string base =
      model_text(input("who") + decision("hello", needs("Input", "#who"), "\"hi \" + who"), "base");
  const std::string main =
      model_text("<import name=\"l\" namespace=\"urn:l\" " + kImport +
                 "<import name=\"r\" namespace=\"urn:r\" " + kImport +
                 decision("d", needs("Decision", "urn:l#say") + needs("Decision", "urn:r#say"),
                          "l.say + \", \" + r.say"));
  EXPECT_EQ(outcome({main, middle("l"), middle("r"), base}, "d",
                    "{l: {base: {who: \"A\"}}, r: {base: {who: \"B\"}}}"),
            "\"l hi A, r hi B\"");
}

TEST(Evaluate, AnImportWithoutANameIsKnownDirectly) {
  const std::string main = model_text(
      "<import name=\"\" namespace=\"urn:lib\" "
      "importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>" +
      decision("d", needs("Knowledge", "urn:lib#twice"), "twice(4)"));
  EXPECT_EQ(
      outcome({main, model_text(knowledge("twice", "<formalParameter name=\"n\"/>", "2 * n"), "lib")}, "d"),
      "8");
}

TEST(Evaluate, ElementsAreListedWithWhatTheyRestOn) {
  const std::string model =
      model_text(input("a", "number") + input("b") + decision("first", needs("Input", "#b"), "1") +
                 decision("second", needs("Input", "#a") + needs("Decision", "#first"), "2"));
  auto graph = compiled({model});
  ASSERT_TRUE(graph);
  const std::vector<Element>& elements = elements_of(*graph->graph);
  ASSERT_EQ(elements.size(), 4U);
  EXPECT_EQ(elements[0].name, "a");
  EXPECT_EQ(to_text(elements[0].type), "number");
  EXPECT_EQ(elements[3].name, "second");
  EXPECT_EQ(elements[3].name_space, "urn:m");
  EXPECT_EQ(elements[3].inputs, (std::vector<std::string>{"a", "b"}));
}

TEST(Evaluate, AFunctionOutlivesItsEvaluation) {
  const std::string model = model_text(knowledge("twice", "<formalParameter name=\"n\"/>", "2 * n") +
                                       decision("give", needs("Knowledge", "#twice"), "twice"));
  std::optional<Outcome> given;
  {
    auto graph = compiled({model});
    ASSERT_TRUE(graph);
    given = evaluate(*graph->graph, ElementKind::Decision, "give", {}, {});
  }
  const feel::Value arguments[]{feel::Value::number(21)};
  EXPECT_EQ(to_text(given->value.as_function().callable(arguments)), "42");
}

}  // namespace
}  // namespace qingheng::decision
