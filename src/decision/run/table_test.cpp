// SPDX-License-Identifier: Apache-2.0
#include "decision/run/internal/small_graph.hpp"

namespace qingheng::decision {
namespace {

const char* const kAge =
    "<inputData id=\"i\" name=\"Age\"><variable name=\"Age\" typeRef=\"number\"/></inputData>";

std::string rule(const std::string& test, const std::string& output) {
  return "<rule><inputEntry><text>" + test + "</text></inputEntry><outputEntry><text>" + output +
         "</text></outputEntry></rule>";
}

std::string table(const std::string& attributes, const std::string& rules, const std::string& output = {},
                  const std::string& values = {}, const std::string& type = {}) {
  return model_text(std::string(kAge) +
                    "<decision id=\"d\" name=\"Fare\"><variable name=\"Fare\"/><informationRequirement>"
                    "<requiredInput href=\"#i\"/></informationRequirement><decisionTable " +
                    attributes +
                    "><input><inputExpression typeRef=\"number\"><text>Age</text></inputExpression>" +
                    values + "</input><output" + (type.empty() ? "" : " typeRef=\"" + type + "\"") + ">" +
                    output + "</output>" + rules + "</decisionTable></decision>");
}

std::string fare(const std::string& model, const std::string& age) {
  return outcome({model}, "Fare", "{Age: " + age + "}");
}

TEST(Table, RowsByTheirTests) {
  const std::string model = table("hitPolicy=\"UNIQUE\"",
                                  rule("&lt; 18", "\"half\"") + rule("[18..65]", "\"full \" + string(Age)"));
  EXPECT_EQ(fare(model, "3"), "\"half\"");
  EXPECT_EQ(fare(model, "30"), "\"full 30\"");
  EXPECT_EQ(fare(model, "70"), "null\nFare: no row of the table `Fare` fits");
}

TEST(Table, EmptyCellsPassAndGiveNull) {
  EXPECT_EQ(fare(table("", rule("", "1")), "3"), "1");
  EXPECT_EQ(fare(table("", rule("-", "")), "3"), "null");
}

TEST(Table, InputsOutsideOfTheirValuesAreRefused) {
  const std::string model = table("", rule("-", "1"), "", "<inputValues><text>[0..120]</text></inputValues>");
  EXPECT_EQ(fare(model, "120"), "1");
  EXPECT_EQ(fare(model, "121"),
            "null\nFare: `121` is no value that the table `Fare` takes for the input, which are `[0..120]`");
}

TEST(Table, PriorityByOutputValues) {
  const std::string values = "<outputValues><text>\"c\", \"b\", \"a\"</text></outputValues>";
  const std::string rules = rule("-", "\"a\"") + rule("&gt; 1", "\"b\"") + rule("&gt; 10", "\"c\"");
  EXPECT_EQ(fare(table("hitPolicy=\"PRIORITY\"", rules, values), "5"), "\"b\"");
  EXPECT_EQ(fare(table("hitPolicy=\"OUTPUT ORDER\"", rules, values), "20"), "[\"c\", \"b\", \"a\"]");
  EXPECT_EQ(findings({table("hitPolicy=\"PRIORITY\"", rules)}),
            "warning[D030]: the output `` of `Fare` does not say which of its values goes first\n");
}

/// What compiling finds in a model whose decision a change has spoiled after the file was read: files with
/// such rows are refused by the reader.
template <typename Form, typename Change>
std::string findings_after(const std::string& text, const Change& change) {
  base::Diagnostics found;
  auto model = xml::read_model(base::make_source("m.dmn", text), found);
  if (!model) return "not read";
  model::Expression logic = *model->decisions.front().logic;
  change(std::get<Form>(logic.form));
  model->decisions.front().logic = std::make_shared<const model::Expression>(std::move(logic));
  auto graph = compile_graph({std::make_shared<const model::Model>(*std::move(model))});
  return lines(graph ? graph->warnings : graph.error());
}

TEST(Table, RowsAreAsWideAsTheTable) {
  const auto drop = [](model::DecisionTable& box) { box.rows.front().tests.clear(); };
  EXPECT_EQ(findings_after<model::DecisionTable>(table("", rule("1", "2")), drop),
            "error[D032]: the row has 0 tests and 1 outputs, and the table 1 inputs and 1 outputs\n");
}

TEST(Table, RowsOfARelationAreAsWideAsItsColumns) {
  const std::string relation = "<relation><column name=\"a\"/><column name=\"b\"/><row>" + literal("1") +
                               literal("2") + "</row></relation>";
  const auto drop = [](model::Relation& box) { box.columns.pop_back(); };
  EXPECT_EQ(findings_after<model::Relation>(model_text(decision_text(relation)), drop),
            "error[D032]: a row of the relation has 2 cells, and there are 1 columns\n");
}

TEST(Table, OutputsAreConvertedToTheTypeOfTheirColumn) {
  const std::string rules = rule("&lt; 10", "[Age]") + rule("[10..20)", "\"x\"") + rule("&gt;= 20", "null");
  const std::string model =
      table("", rules, "<defaultOutputEntry><text>[1, 2]</text></defaultOutputEntry>", "", "number");
  EXPECT_EQ(fare(model, "3"), "3");
  EXPECT_EQ(fare(model, "12"), "null\nFare: `\"x\"` is not of the type `number`");
  EXPECT_EQ(fare(model, "30"), "null");
  EXPECT_EQ(fare(model, "null"), "null\nFare: `[1, 2]` is not of the type `number`");
  const std::string all = rule("-", "\"a\"") + rule("-", "\"b\"");
  EXPECT_EQ(fare(table("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", all, "", "", "number"), "1"), "2");
  EXPECT_EQ(fare(table("hitPolicy=\"COLLECT\"", all, "", "", "string"), "1"), "[\"a\", \"b\"]");
}

TEST(Table, ATableIsConvertedToItsType) {
  const std::string all = rule("-", "1") + rule("&gt; 5", "2");
  EXPECT_EQ(fare(table("hitPolicy=\"COLLECT\" typeRef=\"number\"", all), "1"), "1");
  EXPECT_EQ(fare(table("hitPolicy=\"COLLECT\" typeRef=\"number\"", all), "6"),
            "null\nFare: `[1, 2]` is not of the type `number`");
}

TEST(Table, TypesThatCannotMeetAreToldOf) {
  EXPECT_EQ(findings({table("hitPolicy=\"COLLECT\" typeRef=\"number\"", rule("-", "1"))}),
            "warning[D033]: this is list<number>, but number is wanted here\n");
  EXPECT_EQ(findings({table("", rule("-", "\"a\""), "", "", "number")}),
            "warning[D033]: this is string, but number is wanted here\n");
  EXPECT_EQ(findings({table("hitPolicy=\"COLLECT\" aggregation=\"COUNT\" typeRef=\"number\"",
                            rule("-", "\"a\""), "", "", "string")}),
            "");
}

TEST(Table, TheDefaultStandsInForNoRow) {
  const std::string output = "<defaultOutputEntry><text>0 - Age</text></defaultOutputEntry>";
  EXPECT_EQ(fare(table("", rule("&gt; 10", "1"), output), "5"), "-5");
  EXPECT_EQ(
      fare(table("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", rule("&gt; 1", "2") + rule("&gt; 2", "3")),
           "5"),
      "5");
}

TEST(Table, AnUnknownInputIsCarried) {
  auto graph = compiled({table("", rule("&lt; 18", "1") + rule("&gt;= 18", "2"))});
  ASSERT_TRUE(graph);
  const feel::Context inputs{{"Age", feel::Value::unknown({{"age of Li"}})}};
  const auto found = evaluate(*graph->graph, ElementKind::Decision, "Fare", inputs, {});
  ASSERT_TRUE(found->value.is_unknown());
  EXPECT_EQ(found->value.as_unknown().facts, std::vector<std::string>{"age of Li"});
  EXPECT_TRUE(found->problems.empty());
}

}  // namespace
}  // namespace qingheng::decision
