// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace qingheng::base {
namespace {

TEST(Diagnostic, PointsAtTheCharactersUnderWideText) {
  const auto source = make_source("policy.md", "第一行\nrequire: 收入 > revenu\n");
  const std::uint32_t at = static_cast<std::uint32_t>(source->text.find("revenu"));
  const Diagnostic found{Severity::Error,
                         "P012",
                         "unknown name `revenu`",
                         "did you mean `revenue`?",
                         {{{source, at, at + 6, "第五条（七）"}, "first used here"}}};
  EXPECT_EQ(render(found),
            "error[P012]: unknown name `revenu`\n"
            "  --> policy.md:2:15 · 第五条（七）\n"
            "   2 | require: 收入 > revenu\n"
            "     |                 ^^^^^^ first used here\n"
            "  help: did you mean `revenue`?\n");
}

TEST(Diagnostic, StandsAPlaceBeyondTheText) {
  const auto source = make_source("x", "abc");
  const Diagnostic found{Severity::Warning, "F001", "ends too early", "", {{{source, 3, 9, ""}, ""}}};
  EXPECT_EQ(render(found), "warning[F001]: ends too early\n  --> x:1:4\n   1 | abc\n     |    ^\n");
}

TEST(Diagnostic, CutsALongLineAroundTheSpan) {
  const std::string before(300, 'a');
  const std::string after(100'000, 'b');
  const auto source = make_source("x", before + "错误" + after);
  const Diagnostic found{Severity::Error, "F001", "wrong", "", {{{source, 300, 306, ""}, "here"}}};
  EXPECT_EQ(render(found), "error[F001]: wrong\n  --> x:1:301\n   1 | …" + std::string(60, 'a') + "错误" +
                               std::string(96, 'b') + "…\n     | " + std::string(61, ' ') + "^^^^ here\n");
}

TEST(Diagnostic, ASpanLongerThanTheScreenIsCutToo) {
  const auto source = make_source("x", std::string(500, 'a'));
  const Diagnostic found{Severity::Error, "F001", "wrong", "", {{{source, 0, 500, ""}, ""}}};
  EXPECT_EQ(render(found), "error[F001]: wrong\n  --> x:1:1\n   1 | " + std::string(160, 'a') + "…\n     | " +
                               std::string(161, '^') + "\n");
}

TEST(Diagnostic, OnlyErrorsAreErrors) {
  EXPECT_FALSE(has_errors({{Severity::Warning, "F001", "", "", {}}}));
  EXPECT_TRUE(has_errors({{Severity::Warning, "F001", "", "", {}}, {Severity::Error, "F002", "", "", {}}}));
}

}  // namespace
}  // namespace qingheng::base
