// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/syntax/internal/parse_fixture.hpp"

namespace qingheng::feel::syntax {
namespace {

struct Case {
  const char* text;
  const char* code;
  const char* underlined;
  const char* message;
};

TEST(SyntaxErrors, SayWhatIsWrongAndWhere) {
  for (const Case& wrong : std::initializer_list<Case>{
           {"1 $ 2", "F001", "$", "unexpected character `$`"},
           {"1 +", "F002", "", "the text ends too early"},
           {"(1 + 2", "F003", "", "`(` is not closed"},
           {R"("a\u00G")", "F004", R"(\u00)", "`\\u` needs four hexadecimal digits"},
           {R"("\uD83Dx")", "F004", R"(\uD83D)", "half of a surrogate pair stands alone"},
           {"1 + \"abc", "F005", "\"abc", "the text has no end"},
           {"1 /* x", "F006", "/*", "the comment has no end"},
           {"@\"bad\"", "F007", "\"bad\"", "`bad` is no date, time or duration"},
           {"1 + then", "F008", "then", "unexpected keyword `then`"},
           {"if a else b", "F009", "else", "`if` needs `then` here"},
           {"for i in xs satisfies i", "F009", "satisfies", "`for` needs `return` here"},
           {"f（1)", "F010", "（", "`（` is a full-width character"},
           {"“a”", "F010", "“", "`“` is a full-width character"},
           {"a == b", "F011", "==", "`==` is no operator of FEEL"},
           {"a && b", "F011", "&&", "`&&` is no operator of FEEL"},
           {"a ≥ b", "F011", "≥", "`≥` is no operator of FEEL"},
           {"1)", "F013", ")", "unexpected `)`"},
           {"1 2", "F013", "2", "unexpected `2`"},
           {"for 1 in x return 1", "F014", "1", "expected a name"},
           {"1.", "F015", "1.", "a number needs digits after its point"},
           {"x instance of 5", "F016", "5", "expected a type"},
           {"(1, 2)", "F017", ",", "parentheses hold one value"},
           {"f(a: 1, 2)", "F018", "2", "arguments by name and in order are mixed"},
           {"\xff", "F019", "\xff", "the text is not UTF-8 here"},
       }) {
    const auto tree = parse_for_test(wrong.text);
    ASSERT_FALSE(tree) << wrong.text;
    const base::Diagnostic& found = tree.error().front();
    EXPECT_EQ(found.code, wrong.code) << wrong.text;
    EXPECT_EQ(found.message, wrong.message) << wrong.text;
    EXPECT_EQ(found.spans.front().span.text(), wrong.underlined) << wrong.text;
  }
  const auto deep = parse_for_test(std::string(300, '['));
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.error().front().code, "F012");
}

TEST(SyntaxErrors, PointAtTheOpeningBracket) {
  EXPECT_EQ(tree_of("f(1 + 2]"),
            "error[F003]: `(` is not closed\n"
            "  --> expression:1:8\n"
            "   1 | f(1 + 2]\n"
            "     |        ^ expected `)`\n"
            "  --> expression:1:2\n"
            "   1 | f(1 + 2]\n"
            "     |  ^ opened here\n"
            "  help: write `)`\n");
}

}  // namespace
}  // namespace qingheng::feel::syntax
