// SPDX-License-Identifier: Apache-2.0
#include "policy/dmn/export.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decision/graph.hpp"
#include "decision/xml/read.hpp"
#include "decision/xml/write.hpp"
#include "policy/explain/assess.hpp"
#include "policy/explain/internal/small_policy.hpp"

namespace qingheng::policy::dmn {
namespace {

using feel::Value;
using testing::ElementsAre;

const char* const kBlocks = R"(parameter: mark
label: {zh: 合格分, en: pass mark}
type: number
value: 3
---
parameter: bonus
label: {zh: 加分, en: bonus}
type: number
status: unset
value: null
---
table: points
label: {zh: 得分, en: points}
hit: unique
inputs:
  - {name: staff, expression: 职工人数, type: number}
  - {name: class, expression: class, type: code, codes: {a: {zh: 甲, en: a}, b: {zh: 乙, en: b}}}
outputs: [{name: points, type: number}]
rows:
  - ['>= 20', '"a"', 2 * mark]
  - ['>= 20', 'not("a")', 2]
  - ['[10..20)', '-', 1]
  - ['< 10', '-', 0]
---
table: rank
hit: priority
inputs: [{name: points, expression: 得分, type: number}]
outputs: [{name: rank, type: string, values: ['"high"', '"low"']}]
rows:
  - ['-', '"low"']
  - ['> 1', '"high"']
---
formula: growth
type: number
value: 收入(2018) - revenue(legal year - 2)
---
criterion: enough
require: points >= mark
---
criterion: high
require: rank = "high"
---
criterion: grows
require: growth > 0
applies: not(green)
---
criterion: settled
lookback: {phrase: 近三年, kind: rolling, years: 3}
require: founded in window
---
criterion: judged
judgement: {question: {zh: 好, en: good}, by: panel}
---
criterion: several
at least: {count: 2, of: [enough, grows, {none: [high, settled]}]}
---
criterion: rich
require: points + bonus > 4
---
criterion: never_held
require: not(held("small"))
)";

constexpr base::CivilDate kDay{2019, 10, 8};

struct Sample {
  int staff;
  const char* type;
  int before, after;
  bool green;
  base::CivilDate founded;
};

registry::FactRecord record(Value value, std::optional<std::int32_t> year = {}) {
  registry::FactRecord made;
  made.value = std::move(value);
  made.year = year;
  return made;
}

registry::Subject subject_of(const Sample& sample) {
  registry::Subject subject;
  subject.kind = "enterprise";
  subject.code = "firm";
  subject.facts["staff"] = {record(Value::number(sample.staff))};
  subject.facts["class"] = {record(Value::string(sample.type))};
  subject.facts["green"] = {record(Value::boolean(sample.green))};
  subject.facts["founded"] = {record(Value::date(sample.founded))};
  subject.facts["revenue"] = {record(Value::number(sample.before), 2017),
                              record(Value::number(sample.after), 2018)};
  return subject;
}

feel::Context inputs_of(const Sample& sample) {
  const auto year = [](int number, int value) {
    return Value::context({{"year", Value::number(number)}, {"value", Value::number(value)}});
  };
  return {{"staff", Value::number(sample.staff)},
          {"class", Value::string(sample.type)},
          {"green", Value::boolean(sample.green)},
          {"founded", Value::date(sample.founded)},
          {"revenue", Value::list({year(2017, sample.before), year(2018, sample.after)})},
          {"legal date", Value::date(kDay)}};
}

std::string rendered(const base::Diagnostics& found) {
  std::string all;
  for (const base::Diagnostic& finding : found) all += base::render(finding);
  return all;
}

std::shared_ptr<const decision::Graph> graph_of(const Export& made) {
  base::Diagnostics found;
  auto model = decision::xml::read_model(
      base::make_source("small.dmn", decision::xml::write_model(made.model)), found);
  EXPECT_EQ(rendered(found), "");
  if (!model) return nullptr;
  auto compiled =
      decision::compile_graph({std::make_shared<const decision::model::Model>(*std::move(model))});
  EXPECT_TRUE(compiled) << (compiled ? "" : rendered(compiled.error()));
  if (!compiled) return nullptr;
  // What nobody combines is given as an input all the same, for the reader of the model.
  for (const base::Diagnostic& warning : compiled->warnings)
    EXPECT_EQ(warning.code, "D034") << base::render(warning);
  return compiled->graph;
}

TEST(ExportToDmn, GivesTheSameAsThePolicy) {
  const LoadResult loaded = small_policy(kBlocks);
  ASSERT_TRUE(loaded.library) << rendered(loaded.diagnostics);
  const Policy& policy = *loaded.library->policies.front();
  const auto graph = graph_of(to_model(policy));
  ASSERT_TRUE(graph);
  std::size_t met = 0;
  std::size_t compared = 0;
  for (const Sample& sample :
       {Sample{9, "a", 1, 2, false, {2010, 1, 1}}, Sample{10, "b", 2, 2, false, {2016, 10, 8}},
        Sample{19, "a", 3, 2, true, {2016, 10, 7}}, Sample{20, "a", 1, 2, true, {2019, 10, 8}},
        Sample{20, "b", 5, 2, false, {2019, 10, 9}}, Sample{50, "a", 1, 9, false, {2018, 2, 28}}}) {
    Circumstances circumstances;
    circumstances.legal_date = kDay;
    const registry::Subject subject = subject_of(sample);
    const Assessment assessment = assess(policy, subject, circumstances);
    for (const char* id : {"enough", "high", "grows", "settled", "several"}) {
      const auto at = static_cast<std::size_t>(policy.criterion(id) - policy.criteria.data());
      const auto outcome =
          decision::evaluate(*graph, decision::ElementKind::Decision, id, inputs_of(sample), feel::Host{});
      ASSERT_TRUE(outcome) << id;
      const bool holds = outcome->value.kind() == feel::Kind::Boolean && outcome->value.as_boolean();
      const Answer answer = assessment.criteria[at].answer;
      EXPECT_EQ(holds, answer == Answer::Met || answer == Answer::NotApplicable)
          << id << " for " << sample.staff << ": " << feel::to_text(outcome->value);
      met += holds ? 1 : 0;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 30U);
  EXPECT_GT(met, 8U);
  EXPECT_LT(met, 25U);
}

TEST(ExportToDmn, NamesWhatItTakesAsInput) {
  const LoadResult loaded = small_policy(kBlocks);
  ASSERT_TRUE(loaded.library);
  const Export made = to_model(*loaded.library->policies.front());
  std::vector<std::string> said;
  for (const TakenAsInput& input : made.inputs) said.push_back(input.id + ": " + input.why);
  EXPECT_THAT(said, ElementsAre("judged: people judge it", "never_held: `held` asks the register"));
  std::vector<std::string> inputs;
  for (const decision::model::InputData& input : made.model.inputs)
    inputs.push_back(input.head.name + ": " + input.variable.type.name + "; " + input.head.description);
  EXPECT_THAT(inputs, ElementsAre("bonus: number; 第一条; not set yet",
                                  "judged: boolean; 第一条; given from outside: people judge it",
                                  "never_held: boolean; 第一条; given from outside: `held` asks the register",
                                  "class: t_class; ", "founded: date; ", "green: boolean; ",
                                  "revenue: t_revenue; unit: 万元", "staff: number; ", "legal date: date; "));
}

TEST(ExportToDmn, WritesNamesByIdAndTheClauseAsASource) {
  const LoadResult loaded = small_policy(kBlocks);
  ASSERT_TRUE(loaded.library);
  const decision::model::Model model = to_model(*loaded.library->policies.front()).model;
  const auto text_of = [&](std::string_view name) {
    const auto decision =
        std::ranges::find(model.decisions, name, [](const auto& one) { return one.head.name; });
    const auto* literal = std::get_if<decision::model::Literal>(&decision->logic->form);
    return std::string(literal == nullptr ? "(boxed)" : literal->text.text());
  };
  EXPECT_EQ(text_of("growth"),
            "revenue[year = (2018)].value[1] - revenue[year = (legal date.year - 2)].value[1]");
  EXPECT_EQ(text_of("several"),
            "count([enough = true, grows = true, (not(high = true or settled = true))][item]) >= 2");
  EXPECT_EQ(text_of("grows"), "if (not(green)) = false then true else (growth > 0)");
  EXPECT_EQ(text_of("mark"), "3");
  ASSERT_EQ(model.sources.size(), 1U);
  EXPECT_EQ(model.sources.front().head.name, "小政策 第一条");
  for (const decision::model::Decision& decision : model.decisions) {
    ASSERT_EQ(decision.required_authorities.size(), 1U) << decision.head.name;
    EXPECT_EQ(decision.required_authorities.front().id, "clause_1");
  }
}

}  // namespace
}  // namespace qingheng::policy::dmn
