// SPDX-License-Identifier: Apache-2.0
#include "policy/text/document.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy::text {
namespace {

struct Reading {
  Document document;
  base::Diagnostics found;
};

Reading read(std::string text) {
  Reading reading;
  reading.document = read_document(base::make_source("policy.md", std::move(text)), reading.found);
  return reading;
}

std::vector<std::string> addresses(const Document& document) {
  std::vector<std::string> all;
  for (const Clause& clause : document.clauses) all.push_back(clause.address);
  return all;
}

TEST(Document, AddressesAddUpAlongTheHeadings) {
  const Reading reading = read(
      "# 办法\n## 第一章 总则\n### 第五条 条件\n#### （四）节能\n##### 1. 电\n##### 2. 水\n### 第六条\n"
      "## 第二章\n### 第七条\n#### 第二款\n# 意见\n## 一、要求\n### （二）目标\n#### 1、数\n"
      "# 附件1\n## 第五条\n## 一、表\n# 说明 {#note}\n## （一）\n");
  EXPECT_TRUE(reading.found.empty());
  EXPECT_EQ(addresses(reading.document),
            (std::vector<std::string>{"", "", "第五条", "第五条（四）", "第五条（四）1", "第五条（四）2",
                                      "第六条", "", "第七条", "第七条第二款", "", "一", "一（二）",
                                      "一（二）1", "附件1", "附件1第五条", "附件1一", "note", "note（一）"}));
  EXPECT_EQ(reading.document.clauses[4].parent, 3U);
  EXPECT_EQ(reading.document.clauses[6].parent, 1U);
  EXPECT_EQ(reading.document.clauses[0].parent, 0U);
  EXPECT_EQ(reading.document.clauses[14].parent, 14U);
}

TEST(Document, ProseEnglishAndBlocksStandUnderTheirClause) {
  const Reading reading = read(
      "---\npolicy: a\n---\n# 办法\n\n## 第五条 条件\n\n企业应当\n守法。\n\nSecond\nline\n\n> EN: The "
      "firm\n> obeys.\n\n"
      "```yaml\ncriterion: a\n---\ncriterion: b\n```\n\n```text\nnot a block\n```\n");
  EXPECT_TRUE(reading.found.empty());
  ASSERT_TRUE(reading.document.front);
  EXPECT_EQ(reading.document.front->find("policy")->value.scalar, "a");
  const Clause& clause = reading.document.clauses.at(1);
  EXPECT_EQ(clause.heading, "第五条 条件");
  EXPECT_EQ(clause.text, "企业应当守法。\n\nSecond line\n\n```text\nnot a block\n```");
  EXPECT_EQ(clause.english, "The firm obeys.");
  EXPECT_EQ(clause.span.text(), "## 第五条 条件");
  EXPECT_TRUE(clause.body.text().ends_with("not a block\n```\n"));
  ASSERT_EQ(reading.document.blocks.size(), 2U);
  const Entry& second = reading.document.blocks[1].tree.entries.at(0);
  EXPECT_EQ(second.value.span.text(), "b");
  EXPECT_EQ(second.value.span.start().line, 20U);
  EXPECT_EQ(second.value.span.start().column, 12U);
  EXPECT_EQ(second.value.span.clause, "第五条");
  EXPECT_EQ(reading.document.blocks[1].clause, 1U);
}

TEST(Document, WindowsLineEndsAndAByteOrderMarkChangeNothing) {
  const Reading reading = read(
      "\xEF\xBB\xBF---\r\npolicy: a\r\n---\r\n# 第五条 条件\r\n\r\n说明\r\n文字\r\n\r\n```yaml\r\n标签: "
      "值\r\n---\r\nb: "
      "1\r\n```\r\n");
  EXPECT_TRUE(reading.found.empty());
  EXPECT_EQ(reading.document.front->find("policy")->value.span.text(), "a");
  EXPECT_EQ(reading.document.clauses.at(0).text, "说明文字");
  ASSERT_EQ(reading.document.blocks.size(), 2U);
  EXPECT_EQ(reading.document.blocks[0].tree.entries[0].key_span.text(), "标签");
  EXPECT_EQ(reading.document.blocks[0].tree.entries[0].value.span.text(), "值");
  EXPECT_EQ(reading.document.blocks[1].tree.entries[0].value.span.text(), "1");
}

TEST(Document, BytesThatAreNotUtf8AreRefused) {
  const Reading reading = read("# \xB0\xEC\xB7\xA8\n");
  ASSERT_EQ(reading.found.size(), 1U);
  EXPECT_EQ(reading.found[0].code, "P001");
  EXPECT_TRUE(reading.document.clauses.empty());
}

TEST(Document, ABadBlockDoesNotHideTheNext) {
  const Reading reading = read("# 第五条\n\n```yaml\na: [1\n---\nb: 2\n```\n\n```yaml\nc: 3\n```\n");
  ASSERT_EQ(reading.found.size(), 1U);
  EXPECT_EQ(reading.found[0].code, "P003");
  EXPECT_EQ(reading.found[0].spans[0].span.start().line, 4U);
  ASSERT_EQ(reading.document.blocks.size(), 2U);
  EXPECT_EQ(reading.document.blocks[1].tree.entries[0].key, "c");
}

TEST(Document, AFenceInsideAListIsReported) {
  const Reading reading = read("# 第五条\n\n- item\n\n  ```yaml\n  a: 1\n  ```\n");
  EXPECT_TRUE(reading.document.blocks.empty());
  ASSERT_EQ(reading.found.size(), 1U);
  EXPECT_EQ(reading.found[0].code, "P009");
  EXPECT_EQ(reading.found[0].spans[0].span.start().line, 5U);
}

}  // namespace
}  // namespace qingheng::policy::text
