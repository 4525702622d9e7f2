// SPDX-License-Identifier: Apache-2.0
#include "decision/table/hit_policy.hpp"

#include <gtest/gtest.h>

namespace qingheng::decision::table {
namespace {

using feel::Value;
using model::Aggregation;
using model::HitPolicy;

Value number(std::int64_t value) { return Value::number(value); }
Value yes() { return Value::boolean(true); }
Value no() { return Value::boolean(false); }
Value may(std::string fact) { return Value::unknown({{std::move(fact)}}); }

/// A table of one test and a few outputs a row.
struct Small final : Cells {
  std::vector<Value> tests;
  std::vector<std::vector<Value>> outputs;
  std::optional<Value> otherwise;
  std::size_t asked = 0;

  Value passes(std::size_t row, std::size_t /*test*/) override {
    ++asked;
    return tests[row];
  }
  Value output(std::size_t row, std::size_t column) override { return outputs[row][column]; }
  std::optional<Value> fallback() override { return otherwise; }
};

Small small(std::vector<Value> tests, std::vector<std::vector<Value>> outputs) {
  Small made;
  made.tests = std::move(tests);
  made.outputs = std::move(outputs);
  return made;
}

Value run(Small& cells, HitPolicy hit, Aggregation aggregation = Aggregation::None,
          const std::vector<std::vector<Value>>& order = {}) {
  static const std::vector<std::string> kNames{"a", "b", "c"};
  Rules rules;
  rules.hit = hit;
  rules.aggregation = aggregation;
  rules.name = "t";
  const std::size_t columns = cells.outputs.empty() ? 1 : cells.outputs.front().size();
  rules.outputs = std::span(kNames).first(columns);
  rules.order = order;
  rules.rows = cells.tests.size();
  rules.tests = 1;
  return outcome(rules, cells);
}

std::string text(const Value& value) {
  if (value.null_reason() != nullptr) return "null: " + value.null_reason()->message;
  if (value.is_unknown()) {
    std::string facts = "unknown:";
    for (const std::string& fact : value.as_unknown().facts) facts += " " + fact;
    return facts;
  }
  return to_text(value);
}

TEST(HitPolicy, UniqueWantsOneRow) {
  Small one = small({no(), yes()}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(one, HitPolicy::Unique)), "2");
  Small two = small({yes(), yes()}, {{number(1)}, {number(1)}});
  EXPECT_EQ(text(run(two, HitPolicy::Unique)),
            "null: several rows of the table `t` fit, which wants only one");
  Small none = small({no(), Value{}}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(none, HitPolicy::Unique)), "null: no row of the table `t` fits");
}

TEST(HitPolicy, UniqueIsSettledByACertainRow) {
  Small settled = small({may("x"), yes()}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(settled, HitPolicy::Unique)), "2");
  Small open = small({may("x"), may("y")}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(open, HitPolicy::Unique)), "unknown: x y");
}

TEST(HitPolicy, FirstStopsAtTheFirstRow) {
  Small first = small({no(), yes(), yes()}, {{number(1)}, {number(2)}, {number(3)}});
  EXPECT_EQ(text(run(first, HitPolicy::First)), "2");
  EXPECT_EQ(first.asked, 2U);
  Small doubtful = small({may("x"), yes()}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(doubtful, HitPolicy::First)), "unknown: x");
  Small late = small({yes(), may("x")}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(late, HitPolicy::First)), "1");
  Small lonely = small({no(), may("x")}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(lonely, HitPolicy::First)), "unknown: x");
}

TEST(HitPolicy, AnyWantsAgreement) {
  Small same = small({yes(), yes()}, {{number(1)}, {number(1)}});
  EXPECT_EQ(text(run(same, HitPolicy::Any)), "1");
  Small other = small({yes(), yes()}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(other, HitPolicy::Any)), "null: rows of the table `t` that fit differ in their outcome");
  Small nulls = small({yes(), yes()}, {{Value{}}, {Value{}}});
  EXPECT_EQ(text(run(nulls, HitPolicy::Any)), "null");
}

TEST(HitPolicy, PriorityGoesColumnByColumn) {
  const std::vector<std::vector<Value>> order{{number(3), number(2), number(1)}, {number(8), number(9)}};
  Small rows =
      small({yes(), yes(), yes()}, {{number(1), number(8)}, {number(2), number(9)}, {number(2), number(8)}});
  EXPECT_EQ(text(run(rows, HitPolicy::Priority, Aggregation::None, order)), "{a: 2, b: 8}");
  EXPECT_EQ(text(run(rows, HitPolicy::OutputOrder, Aggregation::None, order)),
            "[{a: 2, b: 8}, {a: 2, b: 9}, {a: 1, b: 8}]");
  EXPECT_EQ(text(run(rows, HitPolicy::RuleOrder, Aggregation::None, order)),
            "[{a: 1, b: 8}, {a: 2, b: 9}, {a: 2, b: 8}]");
}

TEST(HitPolicy, CollectComputes) {
  Small rows = small({yes(), yes(), no()}, {{number(4)}, {number(3)}, {number(100)}});
  EXPECT_EQ(text(run(rows, HitPolicy::Collect)), "[4, 3]");
  EXPECT_EQ(text(run(rows, HitPolicy::Collect, Aggregation::Sum)), "7");
  EXPECT_EQ(text(run(rows, HitPolicy::Collect, Aggregation::Min)), "3");
  EXPECT_EQ(text(run(rows, HitPolicy::Collect, Aggregation::Max)), "4");
  EXPECT_EQ(text(run(rows, HitPolicy::Collect, Aggregation::Count)), "2");
  Small mixed = small({yes(), yes()}, {{number(4)}, {Value::string("x")}});
  EXPECT_EQ(text(run(mixed, HitPolicy::Collect, Aggregation::Sum)),
            "null: the table `t` sums outputs that are not all numbers");
  EXPECT_EQ(text(run(mixed, HitPolicy::Collect, Aggregation::Max)),
            "null: the table `t` compares outputs that have no order");
  Small wide = small({yes()}, {{number(1), number(2)}});
  EXPECT_EQ(text(run(wide, HitPolicy::Collect, Aggregation::Sum)),
            "null: the table `t` computes with outputs of several columns, which has no meaning");
}

TEST(HitPolicy, WithoutARowTheDefaultOrNothing) {
  Small none = small({no()}, {{number(1)}});
  EXPECT_EQ(text(run(none, HitPolicy::Collect)), "[]");
  EXPECT_EQ(text(run(none, HitPolicy::Collect, Aggregation::Count)), "0");
  EXPECT_EQ(text(run(none, HitPolicy::Collect, Aggregation::Sum)), "null: no row of the table `t` fits");
  EXPECT_EQ(text(run(none, HitPolicy::RuleOrder)), "null: no row of the table `t` fits");
  none.otherwise = number(7);
  EXPECT_EQ(text(run(none, HitPolicy::Unique)), "7");
  EXPECT_EQ(text(run(none, HitPolicy::RuleOrder)), "[7]");
}

TEST(HitPolicy, ADoubtfulRowCanChangeWhatManyGive) {
  Small rows = small({yes(), may("x")}, {{number(1)}, {number(2)}});
  EXPECT_EQ(text(run(rows, HitPolicy::Collect, Aggregation::Sum)), "unknown: x");
  EXPECT_EQ(text(run(rows, HitPolicy::RuleOrder)), "unknown: x");
  EXPECT_EQ(text(run(rows, HitPolicy::Any)), "1");
}

}  // namespace
}  // namespace qingheng::decision::table
