// SPDX-License-Identifier: Apache-2.0
// The quick form against the plan, over random texts and random facts of every kind, missing ones included.
#include "feel/run/branches.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "feel/expression.hpp"
#include "feel/plan/compiled.hpp"
#include "feel/run/evaluator.hpp"

namespace qingheng::feel::run {
namespace {

using base::Decimal;

constexpr std::array<const char*, 8> kNames{"n1", "n2", "n3", "s1", "s2", "d1", "b1", "b2"};

Type type_of_name(std::string_view name) {
  switch (name.front()) {
    case 'n':
      return Type::number();
    case 's':
      return Type::string();
    case 'd':
      return Type::date();
    default:
      return Type::boolean();
  }
}

Scope scope_of(bool typed) {
  Scope scope;
  for (const char* name : kNames) scope.declare(name, typed ? type_of_name(name) : Type::any());
  return scope;
}

/// Everything that can be seen of a value.
std::string shown(const Value& value) {
  if (value.is_unknown()) return fmt::format("unknown: {}", fmt::join(value.as_unknown().facts, ", "));
  const NullReason* reason = value.null_reason();
  if (reason == nullptr) return fmt::format("{}: {}", name_of(value.kind()), to_text(value));
  return fmt::format("null: {} at {}", reason->message, reason->span.text());
}

std::shared_ptr<const Compiled> compiled(const std::string& text, bool typed, const CompileOptions& options) {
  auto result = compile(base::whole(base::make_source("text", text)), scope_of(typed), options);
  return result ? *std::move(result) : nullptr;
}

// -- random texts -----------------------------------------------------------------------------------------

std::string one_of(std::initializer_list<const char*> choices) {
  return *rc::gen::elementOf(std::vector<std::string>(choices.begin(), choices.end()));
}

int below(int limit) { return *rc::gen::inRange(0, limit); }

std::string boolean(int depth);

std::string comparison() { return one_of({"=", "!=", "<", "<=", ">", ">="}); }
std::string literal() { return one_of({"0", "1", "2.50", "3", "100", "0.03", "1e3", "0.333"}); }
std::string quoted() { return one_of({R"("a")", R"("b")", R"("清")", R"("")", R"("longer text")"}); }

std::string number(int depth) {
  switch (depth <= 0 ? below(3) : below(8)) {
    case 0:
      return literal();
    case 1:
    case 2:
      return one_of({"n1", "n2", "n3"});
    case 3:
      return fmt::format("(if {} then {} else {})", boolean(depth - 1), number(depth - 1), number(depth - 1));
    case 4:
      return "-" + one_of({"n1", "n2", "2"});
    case 5:
      return fmt::format("{} / {}", one_of({"n1", "n2"}), one_of({"n2", "n3", "7"}));
    case 6:
      return fmt::format("({} {} {} {} {})", number(depth - 1), one_of({"+", "-", "*", "/"}),
                         number(depth - 1), one_of({"+", "-", "*", "/"}), number(depth - 1));
    default:
      return fmt::format("({} {} {})", number(depth - 1), one_of({"+", "-", "*", "/", "**"}),
                         number(depth - 1));
  }
}

std::string test_text() {
  switch (below(8)) {
    case 0:
      return fmt::format("{} {}", one_of({"<", "<=", ">", ">="}), one_of({"n2", "3", "0.5", "n1 + 1"}));
    case 1:
      return fmt::format("[{}..{}]", one_of({"0", "1"}), one_of({"3", "100"}));
    case 2:
      return fmt::format("({}..{})", one_of({"0", "n1"}), one_of({"3", "n2"}));
    case 3:
      return one_of({R"(["a", "b"])", R"(["清"])", R"([1, 2])"});
    case 4:
      return literal();
    case 5:
      return one_of({"null", "true", "n3"});
    default:
      return quoted();
  }
}

std::string membership() {
  if (below(2) == 0) {
    return fmt::format("{} in ({}, {}, {}, {}, {})", one_of({"s1", "s2", "n1"}), quoted(), quoted(), quoted(),
                       quoted(), quoted());
  }
  std::string tests = test_text();
  for (int at = below(3); at > 0; --at) tests += ", " + test_text();
  return fmt::format("{} in ({})", one_of({"n1", "n2", "s1", "d1", "b1"}), tests);
}

std::string boolean(int depth) {
  switch (depth <= 0 ? below(6) : below(14)) {
    case 0:
      return one_of({"b1", "b2", "true", "false"});
    case 1:
      return fmt::format("{} {} {}", one_of({"n1", "n2", "n3"}), comparison(), literal());
    case 2:
      return fmt::format("{} {} {}", one_of({"s1", "s2"}), comparison(), quoted());
    case 3:
      return fmt::format("{} {} {}", literal(), comparison(), one_of({"n1", "n2"}));
    case 4:
      return fmt::format("d1 {} {}", comparison(), one_of({R"(date("2019-09-30"))", R"(@"2020-01-01")"}));
    case 5:
      return fmt::format("{} {} {}", one_of({"b1", "n1", "s1"}), one_of({"=", "!="}),
                         one_of({"null", "true"}));
    case 6:
      return fmt::format("{} {} {}", number(depth - 1), comparison(), number(depth - 1));
    case 7:
      return membership();
    case 8:
      return fmt::format("{} between {} and {}", one_of({"n1", "d1", "n2 + 1"}), literal(),
                         one_of({"3", "n2"}));
    case 9:
      return fmt::format("not({})", boolean(depth - 1));
    case 10:
      return fmt::format("(if {} then {} else {})", boolean(depth - 1), boolean(depth - 1),
                         boolean(depth - 1));
    case 11:
      return fmt::format("{} {} {}", one_of({"n1", "s1", "d1", "b1"}), comparison(),
                         one_of({"n2", "s2", "d1", "b2"}));
    default:
      return fmt::format("({} {} {} {} {})", boolean(depth - 1), "and", boolean(depth - 1),
                         one_of({"and", "or"}), boolean(depth - 1));
  }
}

std::string expression() {
  switch (below(5)) {
    case 0:
      return fmt::format("if {} then {} else if {} then {} else {}", boolean(1), quoted(), boolean(1),
                         quoted(), one_of({"s1", "null", R"("z")"}));
    case 1:
    case 2:
      return number(3);
    default:
      return boolean(3);
  }
}

std::string unary_tests() {
  if (below(4) == 0) {
    return fmt::format("? {} {} and ? {} n1", comparison(), one_of({"1", "n2"}), comparison());
  }
  std::string tests = test_text();
  for (int at = below(5); at > 0; --at) tests += ", " + test_text();
  return below(4) == 0 ? fmt::format("not({})", tests) : tests;
}

// -- random facts -----------------------------------------------------------------------------------------

Value of_kind(char kind) {
  switch (kind) {
    case 'n':
      return Value::number(Decimal::scaled(below(400) - 100, -below(4)));
    case 's':
      return Value::string(one_of({"a", "b", "c", "", "清", "longer text"}));
    case 'd':
      return Value::date(base::CivilDate::from_days(18'000 + below(300)));
    default:
      return Value::boolean(below(2) == 0);
  }
}

Value fact(std::string_view name) {
  switch (below(24)) {
    case 0:
      return {};
    case 1:
      return Value::null({"it was not given", {}});
    case 2:
      return Value::unknown({{std::string(name)}});
    case 3:
      return of_kind("nsdb"[below(4)]);
    case 4:
      return Value::list({of_kind(name.front())});
    default:
      return of_kind(name.front());
  }
}

std::vector<Value> facts() {
  std::vector<Value> values;
  for (const char* name : kNames) values.push_back(fact(name));
  return values;
}

struct Count {
  int compiled = 0;
  int with_quick_form = 0;
  int answered = 0;
};

void compare(const std::string& text, const CompileOptions& options, Count& count) {
  const bool typed = options.checking == Checking::Strict;
  const auto expression = compiled(text, typed, options);
  if (!expression) return;
  ++count.compiled;
  if (!expression->branches()) return;
  ++count.with_quick_form;
  for (int row = 0; row < 6; ++row) {
    const std::vector<Value> inputs = facts();
    const Value tested = fact(one_of({"n1", "s1", "d1", "b1"}));
    const Value* asked = options.form == Form::UnaryTests ? &tested : nullptr;
    const auto quick = follow(*expression->branches(), inputs, asked);
    const Value judged = Evaluator(expression->program(), inputs, Host{}).run(asked);
    if (!quick) continue;
    ++count.answered;
    if (shown(*quick) != shown(judged)) {
      RC_FAIL(fmt::format("{}: {} instead of {}", text, shown(*quick), shown(judged)));
    }
  }
}

TEST(Branches, AnswerAsThePlanDoesOrNotAtAll) {
  Count count;
  EXPECT_TRUE(rc::check([&] {
    const bool typed = below(3) != 0;
    CompileOptions options;
    options.checking = typed ? Checking::Strict : Checking::Standard;
    compare(expression(), options, count);
    options.form = Form::UnaryTests;
    options.checking = Checking::Standard;
    compare(unary_tests(), options, count);
  }));
  // The comparison is worth something only while most texts have a quick form and it mostly answers.
  EXPECT_GT(count.compiled, 100);
  EXPECT_GT(count.with_quick_form * 10, count.compiled * 5);
  EXPECT_GT(count.answered * 10, count.with_quick_form * 6 * 4);
}

/// Every pair of a number on either side of the bound, none, and one that is not known.
TEST(Branches, AnswerTheSameOfBoundsThatAreMissing) {
  const std::vector<Value> values{Value::number(50), Value::number(150),
                                  Value::null({"it was not given", {}}), Value::unknown({{"n"}})};
  int answered = 0;
  for (const char* text : {"n1 between 100 and n2", "n1 between n2 and 100", "not(n1 between 100 and n2)",
                           "n1 >= 100 and n1 <= n2", "n1 < 100 or n1 > n2", "n1 in [100..n2]"}) {
    const auto expression = compiled(text, true, {});
    ASSERT_TRUE(expression) << text;
    if (!expression->branches()) continue;
    for (const Value& n1 : values) {
      for (const Value& n2 : values) {
        std::vector<Value> inputs(std::size(kNames));
        for (std::size_t at = 0; at < inputs.size(); ++at)
          inputs[at] = std::string_view(kNames[at]) == "n1"   ? n1
                       : std::string_view(kNames[at]) == "n2" ? n2
                                                              : Value{};
        const auto quick = follow(*expression->branches(), inputs, nullptr);
        if (!quick) continue;
        ++answered;
        EXPECT_EQ(shown(*quick), shown(Evaluator(expression->program(), inputs, Host{}).run(nullptr)))
            << text;
      }
    }
  }
  EXPECT_GT(answered, 30);
}

std::optional<plan::Branches> form_of(const std::string& text) {
  const auto expression = compiled(text, true, {});
  return expression ? expression->branches() : std::nullopt;
}

TEST(Branches, HaveAStepForEveryTestAndNoneForLogic) {
  EXPECT_EQ(form_of("n1 >= 3 or (n1 < 3 and n2 = 0)")->steps.size(), 5U);  // three tests, two answers
  EXPECT_EQ(form_of("not(b1)")->steps.size(), 3U);
  EXPECT_EQ(form_of(R"(s1 in ("a", "b", "c", "d", "e"))")->sets.size(), 1U);
  const auto quotient = form_of("n1 / n2 >= 0.03");
  ASSERT_TRUE(quotient.has_value());
  EXPECT_EQ(std::ranges::count(quotient->steps, plan::Act::TopQuotient, &plan::Step::act), 1);
}

TEST(Branches, LeaveToThePlanWhatTheyDoNotKnow) {
  EXPECT_FALSE(form_of("some n in [n1, n2] satisfies n > 3"));
  EXPECT_FALSE(form_of("sum([n1, n2]) > 3"));
  EXPECT_FALSE(form_of("string length(s1) > 3"));
  std::string deep = "n1";
  for (int level = 0; level < 300; ++level) deep = "(1 + " + deep + ")";
  EXPECT_FALSE(form_of(deep));
}

TEST(Branches, AskForEveryInputAndTheTestedValue) {
  const auto form = form_of("b2");
  ASSERT_TRUE(form.has_value());
  EXPECT_FALSE(follow(*form, {}, nullptr));
  CompileOptions options;
  options.form = Form::UnaryTests;
  const auto cell = compiled(R"("a")", true, options);
  ASSERT_TRUE(cell && cell->branches());
  const Value text = Value::string("a");
  EXPECT_FALSE(follow(*cell->branches(), {}, nullptr));
  EXPECT_TRUE(follow(*cell->branches(), {}, &text)->as_boolean());
}

}  // namespace
}  // namespace qingheng::feel::run
