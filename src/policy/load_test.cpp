// SPDX-License-Identifier: Apache-2.0
#include "policy/load.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy {
namespace {

constexpr std::string_view kVocabulary = R"(# 词汇

```yaml
subjects: kinds
items: [{kind: enterprise, label: {zh: 企业, en: enterprise}}]
---
facts: enterprise
items:
  - {fact: share, label: {zh: 占比, en: share}, type: number}
```
)";

LoadResult loaded(std::string_view block) {
  const std::string document = std::string(R"(---
policy: example
version: "1"
title: {zh: 示例, en: example}
effective: 2019-09-04
subject: enterprise
---

# 示例办法

## 第一条 条件

占比35%以上。

> EN: The share is 35 or more.

```yaml
)") + std::string(block) + "\n```\n";
  const std::vector texts{base::make_source("policy.md", document),
                          base::make_source("vocabulary.md", std::string(kVocabulary))};
  return load(texts);
}

std::string codes_and_places(const LoadResult& result) {
  std::string all;
  for (const base::Diagnostic& finding : result.diagnostics)
    all += finding.code + " " + std::string(finding.spans.front().span.text()) + ";";
  return all;
}

TEST(Load, SaysNothingOfWaysWhenTwoStagesHaveOneId) {
  EXPECT_EQ(codes_and_places(loaded("procedure: p\nstarts: s\nstages:\n"
                                    "  - {stage: s, by: applicant, outcomes: [{outcome: a, to: end}]}\n"
                                    "  - {stage: s, by: applicant, outcomes: [{outcome: b, to: end}]}\n"
                                    "---\ncriterion: enough\nrequire: share >= 35")),
            "P016 s;");
}

TEST(Load, SaysNothingOfALookbackWhoseLengthCannotBeRead) {
  EXPECT_EQ(
      codes_and_places(loaded("criterion: enough\nlookback: {phrase: 近三年, kind: rolling, years: -3}\n"
                              "require: share >= 35 and 2018 in years")),
      "P023 -3;");
}

TEST(Load, CompilesACriterionThatDecides) {
  const LoadResult result = loaded("criterion: enough\nrequire: share >= 35");
  EXPECT_EQ(codes_and_places(result), "");
  ASSERT_NE(result.library, nullptr);
  const Policy* policy = result.library->policy("example");
  ASSERT_NE(policy, nullptr);
  const Eligibility* deciding = policy->deciding(Purpose::Application);
  ASSERT_NE(deciding, nullptr);
  ASSERT_EQ(deciding->group.members.size(), 1U);
  EXPECT_EQ(policy->criteria[deciding->group.members[0].criterion].head.clause, "第一条");
  ASSERT_EQ(result.coverage.size(), 1U);
  EXPECT_EQ(result.coverage[0].count(Clause::Coverage::Executable), 1U);
}

TEST(Load, WarnsWhenProseAndOperatorDisagree) {
  EXPECT_EQ(codes_and_places(loaded("criterion: enough\nrequire: share > 35")), "P174 share > 35;");
}

TEST(Load, ReportsRingsAndOverlapsAndUnknownNames) {
  EXPECT_EQ(codes_and_places(loaded("criterion: a\nall: [b]\n---\ncriterion: b\nall: [a]")),
            "P132 criterion: a;");
  EXPECT_EQ(codes_and_places(loaded("criterion: a\nany: [gone]")), "P110 gone;");
}

}  // namespace
}  // namespace qingheng::policy
