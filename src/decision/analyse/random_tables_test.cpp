// SPDX-License-Identifier: Apache-2.0
// Random small tables against every input of a fine grid: whatever happens on the grid is reported, and what
// is reported happens.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "decision/analyse/internal/table_fixture.hpp"

namespace qingheng::decision::analyse {
namespace {

using feel::Value;
using model::HitPolicy;

constexpr int kGreatest = 5;  // constants are 0 to this

rc::Gen<std::string> number_test() {
  const auto constant = rc::gen::inRange(0, kGreatest + 1);
  const auto range = rc::gen::apply(
      [](int low, int high, bool open, bool close) {
        return fmt::format("{}{}..{}{}", open ? '(' : '[', low, high, close ? ')' : ']');
      },
      constant, constant, rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>());
  const auto comparison = rc::gen::apply(
      [](std::string_view sign, int bound) { return fmt::format("{} {}", sign, bound); },
      rc::gen::elementOf(std::vector<std::string_view>{"<", "<=", ">", ">=", "=", "!="}), constant);
  const auto list =
      rc::gen::apply([](int a, int b) { return fmt::format("{}, {}", a, b); }, constant, constant);
  const auto odd =
      rc::gen::elementOf(std::vector<std::string>{"-", "-", "null", "\"a\"", "not(null)", "not(\"a\")",
                                                  "? > 1 and ? < 4", "[3..1]", "? * 2 > 5", "< limit"});
  const auto simple = rc::gen::oneOf(range, comparison, list);
  return rc::gen::oneOf(
      simple, odd, rc::gen::map(simple, [](const std::string& test) { return fmt::format("not({})", test); }),
      rc::gen::apply([](const std::string& a, const std::string& b) { return a + ", " + b; }, range,
                     comparison));
}

rc::Gen<std::string> text_test() {
  return rc::gen::elementOf(std::vector<std::string>{"-", "-", "\"a\"", "\"b\"", "\"c\"", "\"a\", \"c\"",
                                                     "not(\"b\")", "< \"b\"", ">= \"b\"", "(\"a\"..\"c\")",
                                                     "5", "null", "string length(?) = 1"});
}

rc::Gen<std::string> flag_test() {
  return rc::gen::elementOf(std::vector<std::string>{"-", "true", "false", "not(true)", "true, false"});
}

std::vector<Value> numbers() {
  std::vector<Value> all{Value{}};
  for (int twice = -2; twice <= 2 * (kGreatest + 1); ++twice)
    all.push_back(Value::number(base::Decimal(twice) / 2));
  return all;
}
std::vector<Value> texts() {
  std::vector<Value> all{Value{}};
  for (const char* text : {"", "A", "a", "ab", "b", "bc", "c", "d", "…"}) all.push_back(Value::string(text));
  return all;
}
std::vector<Value> flags() { return {Value{}, Value::boolean(true), Value::boolean(false)}; }

const std::vector<Value> kLimits{Value::number(2)};

/// Whether the analysis can see through a test; the two that it cannot are in the lists above.
bool opaque(const Row& row) {
  return std::ranges::any_of(row.tests, [](const Cell& test) {
    const std::string_view text = test.span.text();
    return text == "? * 2 > 5" || text == "< limit" || text == "string length(?) = 1";
  });
}

/// A null input counts only where some row of the column asks for null.
bool asks_for_null(const Table& table, std::size_t column) {
  return std::ranges::any_of(table.rows, [&](const Row& row) {
    return row.tests[column].span.text().find("null") != std::string_view::npos;
  });
}

bool passes(const Cell& test, const Value& value) {
  const Value passed = feel::evaluate(*test.compiled, kLimits, feel::Host{}, &value);
  return passed.kind() == feel::Kind::Boolean && passed.as_boolean();
}

bool takes(const Row& row, const std::vector<Value>& inputs) {
  for (std::size_t at = 0; at < inputs.size(); ++at)
    if (!passes(row.tests[at], inputs[at])) return false;
  return true;
}

/// Which rows take which inputs of the grid.
class Grid {
 public:
  explicit Grid(const Table& table) : hits_(table.rows.size(), {true}) {
    const std::vector<std::vector<Value>> axes{numbers(), texts(), flags()};
    for (std::size_t column = 0; column < axes.size(); ++column) {
      std::vector<bool> likely;
      for (const Value& value : axes[column])
        likely.push_back(!value.is_null() || asks_for_null(table, column));
      likely_ = crossed(likely_, likely);
      for (std::size_t row = 0; row < hits_.size(); ++row) {
        std::vector<bool> passed;
        for (const Value& value : axes[column])
          passed.push_back(passes(table.rows[row].tests[column], value));
        hits_[row] = crossed(hits_[row], passed);
      }
    }
  }

  [[nodiscard]] std::size_t size() const { return likely_.size(); }
  [[nodiscard]] bool likely(std::size_t at) const { return likely_[at]; }
  [[nodiscard]] bool hits(std::size_t row, std::size_t at) const { return hits_[row][at]; }

 private:
  static std::vector<bool> crossed(const std::vector<bool>& all, const std::vector<bool>& column) {
    std::vector<bool> made;
    for (const bool before : all)
      for (const bool one : column) made.push_back(before && one);
    return made;
  }

  std::vector<bool> likely_{true};
  std::vector<std::vector<bool>> hits_;
};

std::vector<Value> inputs_of(const Finding& finding) {
  std::vector<Value> inputs;
  const std::vector<Value> any{Value::number(1), Value::string("a"), Value::boolean(true)};
  for (std::size_t at = 0; at < finding.example.size(); ++at)
    inputs.push_back(finding.example[at].value_or(any[at]));
  return inputs;
}

bool reported(const std::vector<Finding>& findings, FindingKind kind, const std::vector<std::size_t>& rows) {
  return std::ranges::any_of(findings, [&](const Finding& finding) {
    return finding.kind == kind && std::equal(rows.begin(), rows.end(), finding.rows.begin(),
                                              finding.rows.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                         rows.size(), finding.rows.size())));
  });
}

Table random_table(HitPolicy hit) {
  TableText text{
      hit,
      {input("x", feel::Type::number()), input("s", feel::Type::string()), input("b", feel::Type::boolean())},
      {output("y")},
      {}};
  const int rows = *rc::gen::inRange(1, 6);
  for (int row = 0; row < rows; ++row)
    text.rows.push_back(
        {*number_test(), *text_test(), *flag_test(), std::to_string(*rc::gen::inRange(0, 2))});
  return table_of(std::move(text));
}

RC_GTEST_PROP(RandomTables, OverlapsAreThoseOfTheGrid, ()) {
  const Table table = random_table(HitPolicy::Unique);
  const Grid grid(table);
  const auto findings = analyse(table);
  for (std::size_t later = 1; later < table.rows.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (opaque(table.rows[earlier]) || opaque(table.rows[later])) continue;
      bool together = false;
      for (std::size_t at = 0; at < grid.size(); ++at)
        together = together || (grid.likely(at) && grid.hits(earlier, at) && grid.hits(later, at));
      RC_ASSERT(reported(findings, FindingKind::Overlap, {earlier, later}) == together);
    }
  for (const Finding& finding : findings) {
    if (finding.kind != FindingKind::Overlap) continue;
    RC_ASSERT(takes(table.rows[finding.rows[0]], inputs_of(finding)));
    RC_ASSERT(takes(table.rows[finding.rows[1]], inputs_of(finding)));
  }
}

RC_GTEST_PROP(RandomTables, GapsAreThoseOfTheGrid, ()) {
  const Table table = random_table(HitPolicy::First);
  const Grid grid(table);
  const auto findings = analyse(table);
  const auto gap = std::ranges::find(findings, FindingKind::Gap, &Finding::kind);
  if (gap != findings.end())
    for (const Row& row : table.rows) RC_ASSERT(!takes(row, inputs_of(*gap)));
  if (std::ranges::any_of(table.rows, opaque)) return;
  bool open = false;
  for (std::size_t at = 0; at < grid.size(); ++at) {
    bool taken = !grid.likely(at);
    for (std::size_t row = 0; row < table.rows.size(); ++row) taken = taken || grid.hits(row, at);
    open = open || !taken;
  }
  RC_ASSERT((gap != findings.end()) == open);
}

RC_GTEST_PROP(RandomTables, RowsOutOfReachAreThoseOfTheGrid, ()) {
  const Table table = random_table(HitPolicy::First);
  const Grid grid(table);
  const auto findings = analyse(table);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    bool hit = false;
    bool reached = false;
    for (std::size_t at = 0; at < grid.size(); ++at) {
      if (!grid.hits(row, at)) continue;
      hit = true;
      bool before = false;
      for (std::size_t other = 0; other < row; ++other) before = before || grid.hits(other, at);
      reached = reached || !before;
    }
    const bool dead = reported(findings, FindingKind::NeverHits, {row});
    const bool masked = reported(findings, FindingKind::Masked, {row});
    if (dead) RC_ASSERT(!hit);
    if (masked) RC_ASSERT(!reached);
    if (std::any_of(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(row) + 1, opaque))
      continue;
    RC_ASSERT(dead == !hit);
    RC_ASSERT((dead || masked) == !reached);
  }
}

}  // namespace
}  // namespace qingheng::decision::analyse
