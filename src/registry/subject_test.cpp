// SPDX-License-Identifier: Apache-2.0
#include "registry/subject.hpp"

#include <gtest/gtest.h>

namespace qingheng::registry {
namespace {

TEST(Subject, GivesTheLatestRecordThatIsGoodOnTheDate) {
  Subject firm;
  firm.facts["revenue"] = {
      {.year = 2018, .value = feel::Value::number(1)},
      {.year = 2018, .value = feel::Value::number(2), .until = base::CivilDate{2019, 9, 3}},
      {.year = 2017, .value = feel::Value::number(3)}};
  EXPECT_EQ(firm.fact("revenue", 2018, {2019, 9, 3})->value.as_number(), 2) << "the last day still counts";
  EXPECT_EQ(firm.fact("revenue", 2018, {2019, 9, 4})->value.as_number(), 1);
  EXPECT_EQ(firm.fact("revenue", 2016, {2019, 9, 4}), nullptr);
  EXPECT_EQ(firm.fact("revenue", std::nullopt, {2019, 9, 4}), nullptr);
}

TEST(Register, RefusesACodeThatIsTaken) {
  Register reg;
  EXPECT_TRUE(reg.add({.kind = "city", .code = "1", .name = "a"}));
  EXPECT_FALSE(reg.add({.kind = "city", .code = "1", .name = "b"}));
  ASSERT_NE(reg.find("1"), nullptr);
  EXPECT_EQ(reg.find("1")->name, "a");
  EXPECT_EQ(reg.find("2"), nullptr);
}

TEST(Holding, StandsFromItsGrantUntilItEnds) {
  Holding holding{.granted = {2019, 1, 1}, .expires = base::CivilDate{2021, 12, 31}};
  EXPECT_EQ(standing(holding, {2018, 12, 31}), Standing::NotYet);
  EXPECT_EQ(standing(holding, {2021, 12, 31}), Standing::Valid);
  EXPECT_EQ(standing(holding, {2022, 1, 1}), Standing::Expired);
  holding.suspended = base::CivilDate{2020, 5, 1};
  EXPECT_EQ(standing(holding, {2020, 5, 1}), Standing::Suspended);
  holding.revoked = base::CivilDate{2020, 6, 1};
  EXPECT_EQ(standing(holding, {2020, 6, 1}), Standing::Revoked);
}

TEST(Ban, HoldsForItsActsAndItsTime) {
  const Ban ban{.acts = {"application"}, .from = {2019, 1, 1}, .until = base::CivilDate{2021, 12, 31}};
  EXPECT_TRUE(in_force(ban, "application", {2021, 12, 31}));
  EXPECT_TRUE(in_force(ban, "", {2019, 1, 1}));
  EXPECT_FALSE(in_force(ban, "application", {2022, 1, 1}));
  EXPECT_FALSE(in_force(ban, "evaluation", {2020, 1, 1}));
}

TEST(Subject, EvidenceEndsByItsLengthOfValidity) {
  Subject firm;
  firm.facts["clean"] = {
      {.year = {}, .value = feel::Value::boolean(true), .from = base::CivilDate{2018, 8, 31}}};
  const std::optional<base::Length> half_year = base::Length{6, 0};
  EXPECT_NE(firm.fact("clean", {}, {2019, 2, 28}, half_year), nullptr) << "the month has no day 31: its last";
  EXPECT_EQ(firm.fact("clean", {}, {2019, 3, 1}, half_year), nullptr);
  EXPECT_NE(firm.fact("clean", {}, {2029, 3, 1}), nullptr) << "without a length, until changed";
  firm.facts["clean"].front().until = base::CivilDate{2019, 5, 1};
  EXPECT_NE(firm.fact("clean", {}, {2019, 5, 1}, half_year), nullptr) << "the record's own last day counts";
  firm.facts["clean"].front() = {.year = {}, .value = feel::Value::boolean(true)};
  EXPECT_EQ(last_day(firm.facts["clean"].front(), half_year), std::nullopt) << "no first day to count from";
}

}  // namespace
}  // namespace qingheng::registry
