// SPDX-License-Identifier: Apache-2.0
#include "policy/rules/blocks.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace qingheng::policy::rules {
namespace {

struct Reading {
  DocumentBlocks blocks;
  std::string found;
};

Reading read(std::string text) {
  base::Diagnostics found;
  const text::Document document = text::read_document(base::make_source("policy.md", std::move(text)), found);
  Reading reading{.blocks = read_blocks(document, found)};
  for (const base::Diagnostic& finding : found) reading.found += base::render(finding);
  return reading;
}

Reading every_block() {
  std::ifstream file(QINGHENG_SOURCE_DIR "/tests/policy/good/every-block.md", std::ios::binary);
  return read({std::istreambuf_iterator<char>(file), {}});
}

TEST(Blocks, EveryKindIsReadWithoutAFinding) {
  const Reading reading = every_block();
  EXPECT_EQ(reading.found, "");
  const DocumentBlocks& blocks = reading.blocks;
  ASSERT_TRUE(blocks.front);
  EXPECT_EQ(blocks.front->id.text, "huaibei-green-factory");
  EXPECT_EQ(blocks.front->effective.to_string(), "2019-09-04");
  EXPECT_FALSE(blocks.front->expires);
  EXPECT_EQ(blocks.front->issuers.at(0).body.division, "340600");
  EXPECT_EQ(blocks.informative.at(0).reason.zh, "说明制定依据");
  EXPECT_EQ(blocks.later.at(0).row.text, "R5");
  EXPECT_EQ(blocks.criteria.size(), 4U);
  EXPECT_EQ(blocks.tables.size(), 2U);
  EXPECT_EQ(blocks.duties.size(), 3U);
}

TEST(Blocks, TheVocabularyHasMaterialsWithIdsOfTheirOwn) {
  const Reading one = read("# 企业\n\n```yaml\nmaterial: business_licence\n```\n");
  EXPECT_EQ(one.found, "");
  ASSERT_EQ(one.blocks.materials.size(), 1U);
  EXPECT_EQ(one.blocks.materials[0].head.id.text, "business_licence");
  const Reading two = read("# 企业\n\n```yaml\nmaterial: licence\n---\nmaterial: licence\n```\n");
  EXPECT_NE(two.found.find("P016"), std::string::npos) << two.found;
}

TEST(Blocks, CodesHaveOtherWordsAndNumbersALeast) {
  const auto facts = [](const std::string& type) {
    return read("# 企业\n\n```yaml\nfacts: enterprise\nitems:\n  - {fact: a, " + type + "}\n```\n");
  };
  const Reading words = facts("type: code, codes: {up: {zh: 存续, en: up, also: [在业, 开业]}, down: 歇业}");
  EXPECT_EQ(words.found, "");
  EXPECT_EQ(words.blocks.facts.at(0).items.at(0).type.codes.at(0).also,
            (std::vector<std::string>{"在业", "开业"}));
  const Reading twice = facts("type: code, codes: {up: {zh: 存续, also: [歇业]}, down: 歇业}");
  EXPECT_NE(twice.found.find("error[P016]: the word `歇业` of a code is there twice"), std::string::npos)
      << twice.found;
  EXPECT_EQ(facts("type: number, min: 0").blocks.facts.at(0).items.at(0).type.min, base::Decimal(0));
  EXPECT_NE(facts("type: date, min: 0").found.find("error[P014]: only a `number` has a `min`"),
            std::string::npos);
}

TEST(Blocks, FactsHaveTypesUnitsAndCodes) {
  const Reading reading = every_block();
  const std::vector<Fact>& facts = reading.blocks.facts.at(0).items;
  ASSERT_EQ(facts.size(), 4U);
  EXPECT_EQ(feel::to_text(facts[0].type.type), feel::to_text(feel::Type::number("万元")));
  EXPECT_TRUE(facts[0].per_year);
  EXPECT_EQ(facts[0].valid, (Length{.months = 12}));
  EXPECT_EQ(facts[0].verified_by.at(0).text, "market");
  EXPECT_EQ(feel::to_text(facts[1].type.type), "list<context<occurred: date, level: string>>");
  EXPECT_EQ(facts[1].type.fields.at(1).type.codes.at(0).label, (Text{"一般", "ordinary"}));
  EXPECT_EQ(feel::to_text(facts[2].type.type), "list<string>");
  EXPECT_EQ(facts[3].type.codes.at(0).label, (Text{"绿", "green"}));
  EXPECT_EQ(facts[3].type.codes.at(1).label, (Text{"红", ""}));
  const std::vector<Part>& parts = reading.blocks.subjects.at(0).items.at(0).parts;
  EXPECT_EQ(parts.at(0).at_most, 1U);
  EXPECT_EQ(parts.at(1).at_most, std::nullopt);
  EXPECT_EQ(reading.blocks.units.at(0).items.at(0).as.text, "元");
}

TEST(Blocks, CriteriaKeepTheirFeelAsTextInTheDocument) {
  const Reading reading = every_block();
  const Criterion& first = reading.blocks.criteria.at(0);
  EXPECT_EQ(std::get<FeelText>(first.test).code.text(), "count(accidents[level in (\"较大\")]) = 0");
  EXPECT_EQ(std::get<FeelText>(first.test).code.source->name, "policy.md");
  EXPECT_EQ(std::get<FeelText>(first.test).code.clause, "第三条");
  EXPECT_EQ(first.gap->code.text(), "\"it's far\"");
  EXPECT_EQ(first.gap->code.source->name, "policy.md, line 72");
  EXPECT_EQ(first.purpose, Purpose::Retention);
  EXPECT_EQ(first.lookback->years, 3U);
  EXPECT_EQ(first.head.also.at(1).text, "第五条");
  EXPECT_EQ(first.head.span.text(), "criterion: no_accident");
  const Group& group = std::get<Group>(reading.blocks.criteria.at(2).test);
  EXPECT_EQ(group.count, 2U);
  EXPECT_EQ(group.members.at(2).nested->members.at(1).criterion.text, "d");
  const Score& score = std::get<Score>(reading.blocks.criteria.at(3).test);
  EXPECT_EQ(score.parts.at(0).items.at(0).options.at(0).when->code.text(), "solar >= 1000");
  EXPECT_EQ(score.parts.at(0).items.at(2).max, base::Decimal(10));
  EXPECT_EQ(reading.blocks.tables.at(0).rows.at(0).tests.at(0).code.text(), "\"province\"");
}

TEST(Blocks, WindowsStagesAndDutiesHaveTheirTimes) {
  const Reading reading = every_block();
  const Window& window = reading.blocks.windows.at(0);
  EXPECT_EQ(window.opens, (Moment{*base::CivilDate::create(2019, 9, 10), 9 * 3600}));
  EXPECT_EQ(window.closes, (Moment{*base::CivilDate::create(2019, 9, 23), std::nullopt}));
  const Procedure& procedure = reading.blocks.procedures.at(0);
  const Period& within = *procedure.stages.at(1).within;
  EXPECT_EQ(within.length, (Length{.days = 10}));
  EXPECT_EQ(within.kind, DayKind::Working);
  EXPECT_EQ(within.from.text, "submitted");
  EXPECT_EQ(procedure.stages.at(1).outcomes.at(0).when->word.text, "ranked");
  EXPECT_EQ(procedure.stages.at(2).parallel->at_least, 1U);
  EXPECT_EQ(procedure.stages.at(3).publicity->published_to->to_string(), "2019-09-19");
  EXPECT_EQ(procedure.listing->upwards.back(), Level::National);
  const auto& yearly = std::get<Recurring>(reading.blocks.duties.at(0).due);
  EXPECT_EQ(yearly.month, 12);
  EXPECT_EQ(yearly.day, 31);
  EXPECT_EQ(reading.blocks.duties.at(0).on_grant.text, "green_factory");
  EXPECT_EQ(reading.blocks.duties.at(1).on.line, "industry");
  EXPECT_EQ(reading.blocks.duties.at(2).on.kind, Actor::Kind::Holder);
  EXPECT_EQ(reading.blocks.revocations.at(0).ground->word.text, "");
}

}  // namespace
}  // namespace qingheng::policy::rules
