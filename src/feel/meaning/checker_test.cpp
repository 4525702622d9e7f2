// SPDX-License-Identifier: Apache-2.0
#include "feel/meaning/checker.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel::meaning {
namespace {

/// `CODE text; help` of each finding about a text for which the place wants `expected`.
std::string findings(std::string_view text, const Type* expected = nullptr) {
  Scope scope;
  scope.declare("staff", Type::number("人"));
  scope.declare("founded", Type::date());
  scope.declare("exempt", Type::boolean());
  scope.declare("revenue", Type::function({Type::number()}, Type::number("万元")));
  scope.declare(
      "accidents",
      Type::list(Type::context({{"level", Type::string(), {"等级"}}, {"occurred", Type::date(), {}}})));
  const auto compiled =
      compile(base::whole(base::make_source("text", std::string(text))), scope, {.expected = expected});
  std::string all;
  if (!compiled)
    for (const base::Diagnostic& finding : compiled.error())
      all += finding.code + " " + finding.message + (finding.help.empty() ? "" : "; " + finding.help) + "\n";
  return all;
}

TEST(Checker, NamesTheTypeThatAPlaceWants) {
  const Type boolean = Type::boolean();
  EXPECT_EQ(findings("staff", &boolean), "F109 this is number in `人`, but boolean is wanted here\n");
  EXPECT_EQ(findings("revenue", &boolean),
            "F109 this is function that gives number in `万元`, but boolean is wanted here\n");
  EXPECT_EQ(findings("staff > 3", &boolean), "");
}

TEST(Checker, RefusesExternalFunctions) {
  EXPECT_EQ(findings("(function(x) external {java: 1})(1)"),
            "F112 external functions are not run here: `{java: 1}`\n");
}

TEST(Checker, RefusesPlansThatAreTooDeep) {
  std::string chain = "accidents";
  for (int at = 0; at < 1100; ++at) chain += "[1]";
  EXPECT_EQ(findings(chain), "F113 the expression is nested too deeply\n");
  EXPECT_EQ(findings(chain.substr(0, 900)), "");
}

TEST(Checker, SaysHowToCompareWhatDoesNotFit) {
  EXPECT_EQ(findings("revenue > 5"),
            "F103 `>` cannot compare function that gives number in `万元` and number; "
            "it has a value for each number, such as a year: write `revenue(2018)`\n");
  EXPECT_EQ(findings("founded < \"2019-02-03\""),
            "F103 `<` cannot compare date and string; write `date(\"2019-02-03\")`\n");
  EXPECT_EQ(findings("\"20\" < staff"),
            "F103 `<` cannot compare string and number in `人`; drop the quotes: write `20`\n");
  EXPECT_EQ(findings("exempt = \"true\""),
            "F103 `=` cannot compare boolean and string; drop the quotes: write `true`\n");
  EXPECT_EQ(findings("staff > \"many\""), "F103 `>` cannot compare number in `人` and string\n");
  EXPECT_EQ(findings("accidents = 0"),
            "F103 `=` cannot compare list of context with `level`, `occurred` and number; "
            "compare how many there are: write `count(accidents)`\n");
  EXPECT_EQ(findings("staff > exempt"), "F103 `>` cannot compare number in `人` and boolean\n");
}

TEST(Checker, ListsTheFieldsWhenNoneIsNear) {
  EXPECT_EQ(findings("accidents[kind = \"x\"]"), "F101 unknown name `kind`; it has `level`, `occurred`\n");
  EXPECT_EQ(findings("accidents[1].kind"), "F102 the context has no `kind`; it has `level`, `occurred`\n");
  EXPECT_EQ(findings("accidents[levle = \"x\"]"), "F101 unknown name `levle`; did you mean `level`?\n");
}

}  // namespace
}  // namespace qingheng::feel::meaning
