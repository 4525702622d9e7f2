// SPDX-License-Identifier: Apache-2.0
// Small policies for tests: blocks compiled with a vocabulary of an enterprise and a consortium.
#pragma once

#include <string>

#include "base/source.hpp"
#include "policy/load.hpp"

namespace qingheng::policy {

/// The vocabulary that small policies are compiled with.
inline const char* const kSmallVocabulary = R"(# 小

```yaml
subjects: kinds
items:
  - kind: enterprise
    label: {zh: 企业, en: enterprise}
  - kind: consortium
    label: {zh: 联合体, en: consortium}
    parts:
      lead: {kind: enterprise, count: 1, label: {zh: 牵头企业, en: lead}}
      members: {kind: enterprise, count: [1, null], label: {zh: 成员, en: member}}
---
relations: between
items: [{relation: parent, label: {zh: 母公司, en: parent company}, of: enterprise, to: enterprise}]
---
units: money
items: [{unit: 元, as: 元, factor: 1}, {unit: 万元, as: 元, factor: 10000}]
---
facts: enterprise
items:
  - {fact: founded, label: {zh: 成立日期, en: founded}, type: date}
  - {fact: green, label: {zh: 绿色, en: green}, type: boolean, verified by: [market], valid: P1Y}
  - {fact: staff, label: {zh: 职工人数, en: staff}, type: number}
  - {fact: revenue, label: {zh: 收入, en: revenue}, type: number, unit: 万元, per: year}
  - fact: accidents
    label: {zh: 事故, en: accidents}
    type: list
    of:
      - {field: occurred, label: {zh: 日期, en: date}, type: date}
      - {field: level, label: {zh: 等级, en: level}, type: string}
      - {field: closed, label: {zh: 结案日期, en: closed}, type: date, optional: true}
  - {fact: class, label: {zh: 类别, en: class}, type: code, codes: {a: {zh: 甲, en: a}, b: {zh: 乙, en: b}}}
---
facts: consortium
items:
  - {fact: plan, label: {zh: 方案, en: plan}, type: boolean}
```
)";

/// Compiles `blocks`, YAML separated by `---`, under one clause 第一条. Null library when they do not
/// compile.
inline LoadResult small_policy(const std::string& blocks, const std::string& subject = "enterprise") {
  const std::string text =
      "---\npolicy: small\nversion: \"1\"\ntitle: {zh: 小政策, en: Small}\n"
      "issuer: {zh: 局, en: Bureau, body: industry@340600}\nissued: 2019-01-01\neffective: 2019-01-01\n"
      "subject: " +
      subject +
      "\njurisdiction: \"340600\"\n---\n\n# 小政策\n\n## 第一条 条件\n\n要求。\n\n> EN: "
      "Conditions.\n\n```yaml\n" +
      blocks + "\n```\n";
  const std::vector<std::shared_ptr<const base::SourceText>> texts{
      base::make_source("policies/small/policy.md", text),
      base::make_source("policies/vocabulary/small.md", kSmallVocabulary)};
  return load(texts);
}

}  // namespace qingheng::policy
