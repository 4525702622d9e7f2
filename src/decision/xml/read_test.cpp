// SPDX-License-Identifier: Apache-2.0
#include "decision/xml/read.hpp"

#include <string>

#include <gtest/gtest.h>

#include "decision/xml/internal/fixture.hpp"

namespace qingheng::decision::xml {
namespace {

using model::Literal;

std::string text_of(const model::ExpressionPtr& expression) {
  if (!expression) return "(nothing)";
  const auto* literal = std::get_if<Literal>(&expression->form);
  return literal ? std::string(literal->text.text()) : "(boxed)";
}

// Line of the file, and the source when it is another than the file.
std::string place_of(const base::SourceSpan& span) {
  return span.source->name + " " + std::to_string(span.start().line) + ":" +
         std::to_string(span.start().column);
}

TEST(ReadModel, EveryEditionUnderAnyPrefix) {
  const auto edition = [](const std::string& name_space, const std::string& prefix) {
    const std::string colon = prefix.empty() ? "" : prefix + ":";
    const std::string root = colon + "definitions";
    const model::Model model =
        read_clean("<" + root + " xmlns" + (prefix.empty() ? "" : ":" + prefix) + "=\"" + name_space +
                   "\" name=\"m\" namespace=\"urn:m\"><" + colon + "inputData name=\"x\"/></" + root + ">");
    return std::to_string(static_cast<int>(model.edition)) + " " + model.inputs.at(0).variable.name;
  };
  EXPECT_EQ(edition("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "dmn"), "0 x");
  EXPECT_EQ(edition("http://www.omg.org/spec/DMN/20180521/MODEL/", ""), "1 x");
  EXPECT_EQ(edition("https://www.omg.org/spec/DMN/20191111/MODEL/", "semantic"), "2 x");
  EXPECT_EQ(edition("https://www.omg.org/spec/DMN/20211108/MODEL/", ""), "3 x");
  EXPECT_EQ(edition("https://www.omg.org/spec/DMN/20230324/MODEL/", "决策"), "4 x");
}

TEST(ReadModel, ElementsOfOtherNamespacesAreNotThere) {
  const model::Model model = read_clean(in_definitions(R"(
    <extensionElements><tool:decision xmlns:tool="urn:tool" name="hidden"/></extensionElements>
    <decision xmlns="urn:other" name="other"/>
    <d:decision xmlns:d="https://www.omg.org/spec/DMN/20230324/MODEL/" name="shown"/>
    <dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/"/>)"));
  ASSERT_EQ(model.decisions.size(), 1U);
  EXPECT_EQ(model.decisions[0].head.name, "shown");
}

TEST(ReadModel, NamesWithOneSpaceInside) {
  const model::Model model =
      read_clean(in_definitions("<inputData name=\"  annual \n  revenue\t(万元) \"/>"));
  EXPECT_EQ(model.inputs.at(0).head.name, "annual revenue (万元)");
}

TEST(ReadModel, HeadOfTheFile) {
  const model::Model model = read_clean(
      R"(<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" xmlns:feel="http://www.omg.org/FEEL/20140401"
       id="d1" name="Loans" namespace="urn:loans" expressionLanguage="urn:js">
  <import name="base" namespace="urn:base" locationURI="base.dmn" importType="http://www.omg.org/spec/DMN/20151101/dmn.xsd"/>
  <inputData name="x"><variable name="x" typeRef="feel:number"/></inputData>
</definitions>)");
  EXPECT_EQ(model.id + "|" + model.name + "|" + model.name_space + "|" + model.expression_language,
            "d1|Loans|urn:loans|urn:js");
  ASSERT_EQ(model.prefixes.size(), 2U);
  EXPECT_EQ(model.prefixes[1].prefix + "=" + model.prefixes[1].uri, "feel=http://www.omg.org/FEEL/20140401");
  ASSERT_EQ(model.imports.size(), 1U);
  const model::Import& import = model.imports[0];
  EXPECT_EQ(import.name + "|" + import.model + "|" + import.location + "|" + import.kind,
            "base|urn:base|base.dmn|http://www.omg.org/spec/DMN/20151101/dmn.xsd");
  EXPECT_EQ(model.inputs.at(0).variable.type.name, "feel:number");
  EXPECT_EQ(place_of(model.inputs.at(0).variable.type.span), "loan.dmn 4:51");
}

TEST(ReadModel, FeelIsTheLanguageUnderEveryNameOfIt) {
  const auto language = [](const std::string& name) {
    return read_clean(
               "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" "
               "namespace=\"m\" "
               "expressionLanguage=\"" +
               name + "\"/>")
        .expression_language;
  };
  EXPECT_EQ(language("https://www.omg.org/spec/DMN/20230324/FEEL/"), "");
  EXPECT_EQ(language("http://www.omg.org/spec/FEEL/20140401"), "");
  EXPECT_EQ(language("FEEL"), "");
  EXPECT_EQ(language("groovy"), "groovy");
}

TEST(ReadModel, ItemDefinitions) {
  const model::Model model = read_clean(in_definitions(R"(
    <itemDefinition name="tGrade" id="t1"><typeRef>string</typeRef><allowedValues><text>"a", "b"</text></allowedValues></itemDefinition>
    <itemDefinition name="tFirms" isCollection="true">
      <typeConstraint><text>count(?) &gt; 1</text></typeConstraint>
      <itemComponent name="grade"><typeRef>tGrade</typeRef></itemComponent>
      <itemComponent name="site"><itemComponent name="area"><typeRef>number</typeRef></itemComponent></itemComponent>
    </itemDefinition>
    <itemDefinition name="tScore"><functionItem outputTypeRef="number"><parameters name="x" typeRef="tGrade"/></functionItem></itemDefinition>)"));
  ASSERT_EQ(model.items.size(), 3U);
  EXPECT_EQ(model.items[0].type.name, "string");
  EXPECT_EQ(place_of(model.items[0].type.span), "loan.dmn 2:52");
  ASSERT_TRUE(model.items[0].allowed_values);
  EXPECT_EQ(model.items[0].allowed_values->text(), R"("a", "b")");
  EXPECT_EQ(model.items[0].allowed_values->clause, "type tGrade");
  EXPECT_FALSE(model.items[0].collection);
  const model::ItemDefinition& firms = model.items[1];
  EXPECT_TRUE(firms.collection);
  ASSERT_TRUE(firms.type_constraint);
  EXPECT_EQ(firms.type_constraint->text(), "count(?) > 1");
  ASSERT_EQ(firms.components.size(), 2U);
  EXPECT_EQ(firms.components[1].components.at(0).name, "area");
  EXPECT_EQ(firms.components[1].components.at(0).span.clause, "type tFirms › site › area");
  ASSERT_TRUE(model.items[2].function);
  EXPECT_EQ(model.items[2].function->result.name, "number");
  EXPECT_EQ(model.items[2].function->parameters.at(0).type.name, "tGrade");
}

TEST(ReadModel, GraphOfRequirements) {
  const model::Model model = read_clean(in_definitions(R"(
    <inputData id="i" name="Amount"><description>in 万元</description><variable name="Amount" typeRef="number"/></inputData>
    <decision id="d" name="Approval" label="Is it approved">
      <question>Is it?</question><allowedAnswers>yes, no</allowedAnswers>
      <variable name="Approval" typeRef="string"/>
      <informationRequirement><requiredInput href="#i"/></informationRequirement>
      <informationRequirement><requiredDecision href="urn:base#d2"/></informationRequirement>
      <knowledgeRequirement><requiredKnowledge href="urn:m#k"/></knowledgeRequirement>
      <authorityRequirement><requiredAuthority href="#s"/></authorityRequirement>
      <literalExpression><text>Amount</text></literalExpression>
    </decision>
    <businessKnowledgeModel id="k" name="rate"><encapsulatedLogic><formalParameter name="x" typeRef="number"/>
      <literalExpression><text>x / 2</text></literalExpression></encapsulatedLogic>
      <authorityRequirement><requiredAuthority href="#s"/></authorityRequirement></businessKnowledgeModel>
    <decisionService id="v" name="Serve"><outputDecision href="#d"/><encapsulatedDecision href="#e"/><inputDecision href="#f"/><inputData href="#i"/></decisionService>
    <knowledgeSource id="s" name="The law" locationURI="law.html"><type>statute</type><authorityRequirement><requiredInput href="#i"/></authorityRequirement></knowledgeSource>)"));
  const model::Decision& decision = model.decisions.at(0);
  EXPECT_EQ(model.inputs.at(0).head.description, "in 万元");
  EXPECT_EQ(decision.head.label + "|" + decision.question + "|" + decision.allowed_answers,
            "Is it approved|Is it?|yes, no");
  EXPECT_EQ(decision.required_inputs.at(0).model + "#" + decision.required_inputs.at(0).id, "#i");
  EXPECT_EQ(decision.required_decisions.at(0).model + "#" + decision.required_decisions.at(0).id,
            "urn:base#d2");
  EXPECT_EQ(decision.required_knowledge.at(0).model, "") << "its own namespace";
  EXPECT_EQ(decision.required_authorities.at(0).id, "s");
  EXPECT_EQ(decision.head.span.clause, "decision Approval");
  const model::Knowledge& knowledge = model.knowledge.at(0);
  EXPECT_EQ(knowledge.variable.name, "rate");
  ASSERT_TRUE(knowledge.logic);
  EXPECT_EQ(knowledge.logic->parameters.at(0).name, "x");
  EXPECT_EQ(text_of(knowledge.logic->body), "x / 2");
  const model::Service& service = model.services.at(0);
  EXPECT_EQ(service.outputs.at(0).id + service.encapsulated.at(0).id + service.input_decisions.at(0).id +
                service.input_data.at(0).id,
            "defi");
  const model::KnowledgeSource& source = model.sources.at(0);
  EXPECT_EQ(source.head.name + "|" + source.location + "|" + source.type + "|" + source.requirements.at(0).id,
            "The law|law.html|statute|i");
}

TEST(ReadModel, DecisionTable) {
  const model::Model model = read_clean(in_decision(R"(
    <decisionTable id="t" hitPolicy="COLLECT" aggregation="SUM" preferredOrientation="Rule-as-Column" outputLabel="Points">
      <input id="c1" label="Age"><inputExpression typeRef="number"><text> age </text></inputExpression><inputValues><text>[0..150]</text></inputValues></input>
      <output id="c2" name="points" label="P" typeRef="number"><outputValues><text>1, 2</text></outputValues><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
      <annotation name="Why"/>
      <rule id="r1"><inputEntry><text>&lt; 18</text></inputEntry><outputEntry><text>1</text></outputEntry><annotationEntry><text>young</text></annotationEntry></rule>
      <rule id="r2"><inputEntry><text>-</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
    </decisionTable>)"));
  const auto& table = std::get<model::DecisionTable>(model.decisions.at(0).logic->form);
  EXPECT_EQ(table.hit, model::HitPolicy::Collect);
  EXPECT_EQ(table.aggregation, model::Aggregation::Sum);
  EXPECT_EQ(table.orientation, model::DecisionTable::Orientation::RuleAsColumn);
  EXPECT_EQ(table.output_label, "Points");
  EXPECT_EQ(table.inputs.at(0).label + "|" + text_of(table.inputs[0].expression) + "|" +
                table.inputs[0].expression->type.name + "|" + std::string(table.inputs[0].values->text()),
            "Age|age|number|[0..150]");
  EXPECT_EQ(table.outputs.at(0).name + "|" + table.outputs[0].label + "|" + table.outputs[0].type.name + "|" +
                std::string(table.outputs[0].values->text()) + "|" + text_of(table.outputs[0].fallback),
            "points|P|number|1, 2|0");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].tests.at(0).text(), "< 18");
  EXPECT_EQ(place_of(table.rows[0].tests[0]), "loan.dmn:7 1:1") << "decoded, so in a source of its own";
  EXPECT_EQ(place_of(table.rows[1].tests[0]), "loan.dmn 8:39") << "the same bytes, so in the file";
  EXPECT_EQ(table.rows[0].tests[0].clause, "decision Approval › row 1 › input 1");
  EXPECT_EQ(table.rows[1].span.clause, "decision Approval › row 2");
  EXPECT_EQ(text_of(table.rows[0].outputs.at(0)), "1");
  EXPECT_EQ(table.annotations, std::vector<std::string>{"Why"});
  EXPECT_EQ(table.rows[0].annotations, std::vector<std::string>{"young"});
  EXPECT_EQ(table.rows[1].annotations, std::vector<std::string>{""});
}

TEST(ReadModel, EveryHitPolicyAndAggregation) {
  const auto table = [](const std::string& attributes) {
    const model::Model model =
        read_clean(in_decision("<decisionTable " + attributes + "><output/></decisionTable>"));
    const auto& read = std::get<model::DecisionTable>(model.decisions.at(0).logic->form);
    return std::pair(read.hit, read.aggregation);
  };
  using enum model::HitPolicy;
  using model::Aggregation;
  EXPECT_EQ(table(""), std::pair(Unique, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='UNIQUE'"), std::pair(Unique, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='FIRST'"), std::pair(First, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='ANY'"), std::pair(Any, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='PRIORITY'"), std::pair(Priority, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='RULE ORDER'"), std::pair(RuleOrder, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='OUTPUT ORDER'"), std::pair(OutputOrder, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='COLLECT'"), std::pair(Collect, Aggregation::None));
  EXPECT_EQ(table("hitPolicy='COLLECT' aggregation='MIN'"), std::pair(Collect, Aggregation::Min));
  EXPECT_EQ(table("hitPolicy='COLLECT' aggregation='MAX'"), std::pair(Collect, Aggregation::Max));
  EXPECT_EQ(table("hitPolicy='COLLECT' aggregation='COUNT'"), std::pair(Collect, Aggregation::Count));
}

TEST(ReadModel, DescriptionsOfRulesAreAnnotationsWhereThereIsNoColumnForThem) {
  const model::Model model = read_clean(in_decision(R"(
    <decisionTable><output/>
      <rule><outputEntry><text>1</text></outputEntry></rule>
      <rule><description>for the rest</description><outputEntry><text>2</text></outputEntry></rule>
    </decisionTable>)"));
  const auto& table = std::get<model::DecisionTable>(model.decisions.at(0).logic->form);
  EXPECT_EQ(table.annotations, std::vector<std::string>{""});
  EXPECT_EQ(table.rows.at(1).annotations, std::vector<std::string>{"for the rest"});
}

TEST(ReadModel, ContextInvocationAndFunction) {
  const model::Model model = read_clean(in_decision(R"(
    <context>
      <contextEntry><variable name="half" typeRef="number"/><functionDefinition kind="Java"><formalParameter name="x"/></functionDefinition></contextEntry>
      <contextEntry><invocation><literalExpression><text>half</text></literalExpression>
        <binding><parameter name="x"/><literalExpression typeRef="number"><text>7</text></literalExpression></binding></invocation></contextEntry>
    </context>)"));
  const auto& context = std::get<model::BoxedContext>(model.decisions.at(0).logic->form);
  ASSERT_EQ(context.entries.size(), 2U);
  ASSERT_TRUE(context.entries[0].variable);
  EXPECT_EQ(context.entries[0].variable->name, "half");
  const auto& function = std::get<model::FunctionDefinition>(context.entries[0].value->form);
  EXPECT_EQ(function.kind, model::FunctionDefinition::Kind::Java);
  EXPECT_EQ(function.body, nullptr);
  EXPECT_FALSE(context.entries[1].variable);
  const auto& invocation = std::get<model::Invocation>(context.entries[1].value->form);
  EXPECT_EQ(text_of(invocation.called), "half");
  EXPECT_EQ(invocation.bindings.at(0).parameter.name, "x");
  EXPECT_EQ(text_of(invocation.bindings.at(0).value), "7");
  EXPECT_EQ(invocation.bindings.at(0).value->span.clause, "decision Approval › result › x");
}

TEST(ReadModel, ListsAndRelations) {
  const model::Model model = read_clean(in_decision(R"(
    <list><literalExpression><text>1</text></literalExpression>
      <relation><column name="a"/><column name="b" typeRef="number"/>
        <row><literalExpression><text>2</text></literalExpression><literalExpression><text>3</text></literalExpression></row></relation></list>)"));
  const auto& list = std::get<model::BoxedList>(model.decisions.at(0).logic->form);
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(text_of(list.items[0]), "1");
  const auto& relation = std::get<model::Relation>(list.items[1]->form);
  EXPECT_EQ(relation.columns.at(1).name + ":" + relation.columns.at(1).type.name, "b:number");
  EXPECT_EQ(text_of(relation.rows.at(0).at(1)), "3");
}

TEST(ReadModel, ConditionalFilterAndIterators) {
  const auto literal = [](const std::string& text) {
    return "<literalExpression><text>" + text + "</text></literalExpression>";
  };
  const model::Model model = read_clean(in_decision(
      "<list><conditional><if>" + literal("a") + "</if><then>" + literal("b") + "</then><else>" +
      literal("c") + "</else></conditional><filter><in>" + literal("d") + "</in><match>" + literal("e") +
      "</match></filter><for iteratorVariable='i'><in>" + literal("f") + "</in><return>" + literal("g") +
      "</return></for><some iteratorVariable='j'><in>" + literal("h") + "</in><satisfies>" + literal("k") +
      "</satisfies></some><every iteratorVariable='l'><in>" + literal("m") + "</in><satisfies>" +
      literal("n") + "</satisfies></every></list>"));
  const auto& items = std::get<model::BoxedList>(model.decisions.at(0).logic->form).items;
  ASSERT_EQ(items.size(), 5U);
  const auto& conditional = std::get<model::Conditional>(items[0]->form);
  EXPECT_EQ(text_of(conditional.condition) + text_of(conditional.then) + text_of(conditional.otherwise),
            "abc");
  const auto& filter = std::get<model::BoxedFilter>(items[1]->form);
  EXPECT_EQ(text_of(filter.in) + text_of(filter.match), "de");
  const auto iterator = [&](std::size_t at) {
    const auto& each = std::get<model::Iterator>(items[at]->form);
    return std::to_string(static_cast<int>(each.kind)) + each.variable + text_of(each.in) +
           text_of(each.result);
  };
  EXPECT_EQ(iterator(2) + iterator(3) + iterator(4), "0ifg1jhk2lmn");
}

TEST(ReadModel, TextsKeepTheirPlaceWhereTheBytesAreTheSame) {
  const auto text = [](const std::string& inside) {
    const model::Model model =
        read_clean(in_decision("<literalExpression><text>" + inside + "</text></literalExpression>"));
    const base::SourceSpan& span = std::get<Literal>(model.decisions.at(0).logic->form).text;
    return place_of(span) + " " + std::string(span.text());
  };
  EXPECT_EQ(text("a + 1"), "loan.dmn 2:52 a + 1");
  EXPECT_EQ(text("\n  a +\n  1\n"), "loan.dmn 3:3 a +\n  1");
  EXPECT_EQ(text("<![CDATA[ a < 1 ]]>"), "loan.dmn 2:62 a < 1");
  EXPECT_EQ(text("\n<![CDATA[\"<&amp;>\"]]>\n"), "loan.dmn 3:10 \"<&amp;>\"");
  EXPECT_EQ(text("a &lt; 1"), "loan.dmn:2 1:1 a < 1");
  EXPECT_EQ(text("\"a&amp;\""), "loan.dmn:2 1:1 \"a&\"");
  EXPECT_EQ(text("a + <!-- one --> 1"), "loan.dmn:2 1:1 a +  1");
  EXPECT_EQ(text("&#x4E2D;&#22269;"), "loan.dmn:2 1:1 中国");
  EXPECT_EQ(text(""), "loan.dmn 2:51 ");
  EXPECT_EQ(text("  "), "loan.dmn 2:51 ");
}

TEST(ReadModel, OtherEncodingsBecomeUtf8) {
  const auto name = [](std::string bytes) { return read_clean(std::move(bytes)).inputs.at(0).head.name; };
  const std::string plain = in_definitions("<inputData name=\"é\"/>");
  EXPECT_EQ(name("\xEF\xBB\xBF" + plain), "é");
  std::string latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + plain;
  latin.replace(latin.find("é"), 2, "\xE9");
  EXPECT_EQ(name(latin), "é");
  const std::u16string wide =
      u"<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" "
      u"namespace=\"m\"><inputData name=\"𠮷é\"/></definitions>";
  std::string little = "\xFF\xFE";
  std::string big;
  for (const char16_t unit : wide) {
    little += {static_cast<char>(unit & 0xFFU), static_cast<char>(unit >> 8U)};
    big += {static_cast<char>(unit >> 8U), static_cast<char>(unit & 0xFFU)};
  }
  EXPECT_EQ(name(little), "𠮷é");
  EXPECT_EQ(name(big), "𠮷é");
}

}  // namespace
}  // namespace qingheng::decision::xml
