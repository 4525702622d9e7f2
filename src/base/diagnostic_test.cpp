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

TEST(Diagnostic, ShowsOnlyTheSurroundingsInALongLine) {
  std::string line;
  for (int at = 0; at < 200; ++at) line += "中";
  const auto source = make_source("x", line + "!" + line + line);
  const std::string shown = render({Severity::Error, "F001", "here", "", {{{source, 600, 601, ""}, ""}}});
  std::string before;
  std::string blanks;
  for (int at = 0; at < 27; ++at) before += "中", blanks += "  ";
  std::string after;
  for (int at = 0; at < 106; ++at) after += "中";
  EXPECT_EQ(shown, "error[F001]: here\n  --> x:1:201\n   1 | …" + before + "!" + after + "…\n     |  " +
                       blanks + "^\n");
}

TEST(Diagnostic, OnlyErrorsAreErrors) {
  EXPECT_FALSE(has_errors({{Severity::Warning, "F001", "", "", {}}}));
  EXPECT_TRUE(has_errors({{Severity::Warning, "F001", "", "", {}}, {Severity::Error, "F002", "", "", {}}}));
}

}  // namespace
}  // namespace qingheng::base
