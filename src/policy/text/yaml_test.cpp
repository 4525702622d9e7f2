// SPDX-License-Identifier: Apache-2.0
#include "policy/text/yaml.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy::text {
namespace {

/// `{key=value, …}` and `[…]` with the text each scalar covers in angle brackets.
std::string shown(const Node& node) {
  std::string out;
  switch (node.shape) {
    case Node::Shape::Scalar:
      return fmt::format("{}{}<{}>", node.scalar, node.verbatim ? "" : "!", node.span.text());
    case Node::Shape::Sequence:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + shown(item);
      return "[" + out + "]";
    case Node::Shape::Mapping:
      for (const Entry& entry : node.entries)
        out += fmt::format("{}{}<{}>={}", out.empty() ? "" : ", ", entry.key, entry.key_span.text(),
                           shown(entry.value));
      return "{" + out + "}";
  }
  return out;
}

struct Reading {
  std::vector<Node> trees;
  base::Diagnostics found;
};

Reading read(std::string text) {
  Reading reading;
  reading.trees = read_yaml(base::whole(base::make_source("t.yaml", std::move(text))), reading.found);
  return reading;
}

std::string shown(std::string text) {
  const Reading reading = read(std::move(text));
  for (const base::Diagnostic& finding : reading.found) return base::render(finding);
  return reading.trees.empty() ? "nothing" : shown(reading.trees.front());
}

TEST(Yaml, EveryScalarKnowsItsBytesAmongChineseText) {
  EXPECT_EQ(shown("标题: 绿色 工厂\nb: [\"一\", 二]\n"),
            "{标题<标题>=绿色 工厂<绿色 工厂>, b<b>=[一<一>, 二<二>]}");
  EXPECT_EQ(shown("标题: 一\r\n键: '二'\r\n"), "{标题<标题>=一<一>, 键<键>=二<二>}");
}

TEST(Yaml, LinesThatAreFoldedStillCoverTheirSource) {
  EXPECT_EQ(shown("a: one\n  two\nb: 3\n"), "{a<a>=one two<one\n  two>, b<b>=3<3>}");
  EXPECT_EQ(shown("a: |\n  x = 1\n  and y\nb: 3\n"), "{a<a>=x = 1\nand y\n<x = 1\n  and y>, b<b>=3<3>}");
}

TEST(Yaml, EscapesAndFoldedStringsAreNotVerbatim) {
  EXPECT_EQ(shown("'it''s'"), "it's!<it''s>");
  EXPECT_EQ(shown(R"("a\tb")"), "a\tb!<a\\tb>");
  EXPECT_EQ(shown(R"('a"b')"), "a\"b<a\"b>");
  EXPECT_EQ(shown("a = \"b\n  c\""), "a = \"b c\"!<a = \"b\n  c\">");
}

TEST(Yaml, NullIsToldFromAQuotedWord) {
  const Reading reading = read("a: null\nb: 'null'\nc:\nd: ~\n");
  ASSERT_EQ(reading.trees.size(), 1U);
  const Node& tree = reading.trees.front();
  EXPECT_TRUE(tree.find("a")->value.is_null());
  EXPECT_FALSE(tree.find("b")->value.is_null());
  EXPECT_TRUE(tree.find("c")->value.is_null());
  EXPECT_TRUE(tree.find("d")->value.is_null());
  EXPECT_EQ(tree.find("a")->value.span.text(), "null");
  EXPECT_EQ(tree.find("e"), nullptr);
}

TEST(Yaml, AKeyTwiceNamesBothPlaces) {
  EXPECT_EQ(shown("a: 1\nb: 2\na: 3\n"),
            "error[P004]: the key `a` stands twice\n"
            "  --> t.yaml:3:1\n"
            "   3 | a: 3\n"
            "     | ^\n"
            "  --> t.yaml:1:1\n"
            "   1 | a: 1\n"
            "     | ^ here first\n"
            "  help: keep one of the two\n");
}

TEST(Yaml, AFullWidthColonIsRecognised) {
  const std::string text = shown("criterion: a\nrequire： b\nproof: declared\n");
  EXPECT_NE(text.find("error[P003]"), std::string::npos) << text;
  EXPECT_NE(text.find("`：` is part of the text"), std::string::npos) << text;
}

TEST(Yaml, AnchorsAliasesAndTagsAreRefused) {
  EXPECT_EQ(read("a: &x [1]\nb: [*x, *x]\n").found.size(), 3U);
  EXPECT_EQ(read("a: !!binary aGk=\n").found.size(), 1U);
}

TEST(Yaml, DepthIsBounded) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(read(nested(39)).found.empty());
  const Reading deep = read(nested(60));
  ASSERT_EQ(deep.found.size(), 1U);
  EXPECT_EQ(deep.found.front().code, "P006");
  EXPECT_EQ(read(nested(5000)).found.back().code, "P003");
}

TEST(Yaml, AControlCharacterIsRefusedWhereItStands) {
  for (const char invisible : {'\0', '\x04', '\x1b', '\x7f'}) {
    const Reading reading = read(std::string("a: 1\nb: x") + invisible + "y\n");
    ASSERT_EQ(reading.found.size(), 1U);
    EXPECT_EQ(reading.found.front().code, "P003");
    EXPECT_EQ(reading.found.front().spans.front().span.begin, 9U);
    EXPECT_TRUE(reading.trees.empty());
  }
}

TEST(Yaml, AMarkThatBelongsToNothingEnds) {
  for (const char* const text : {",--\na: 1\n", "]", "}\n"}) EXPECT_EQ(read(text).found.size(), 1U) << text;
}

TEST(Yaml, SeveralDocumentsGiveSeveralTrees) {
  EXPECT_EQ(read("a: 1\n---\nb: 2\n").trees.size(), 2U);
  EXPECT_EQ(read("").trees.size(), 0U);
}

}  // namespace
}  // namespace qingheng::policy::text
