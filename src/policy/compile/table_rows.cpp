// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
// The tests of a column cut its values into stretches on which no test changes. One value of each stretch
// stands for all of it, so trying those decides every input.
#include "policy/compile/table_rows.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "feel/syntax/parse.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::Kind;
using feel::Type;
using feel::Value;
using feel::syntax::Node;
using feel::syntax::NodeKind;

/// The value of a literal, or of a constructor such as `date("2019-01-01")`; empty for anything else.
std::optional<Value> constant_of(const Node& node) {
  const bool call = node.kind == NodeKind::Call && node.names.empty();
  if (node.kind != NodeKind::Literal && node.kind != NodeKind::Negate && !call) return std::nullopt;
  const auto compiled = feel::compile(node.span, feel::Scope{}, {.checking = feel::Checking::Standard});
  if (!compiled) return std::nullopt;
  Value value = feel::evaluate(**compiled, {}, feel::Host{});
  if (value.is_null() || value.is_unknown()) return std::nullopt;
  return value;
}

/// Gathers the literals of a test; false when it is made of more than literals.
bool gather_literals(const Node& node, std::vector<Value>& literals) {
  switch (node.kind) {
    case NodeKind::UnaryTests:
    case NodeKind::Test:
    case NodeKind::Range:
    case NodeKind::List:
      return std::ranges::all_of(node.parts, [&](const feel::syntax::NodePtr& part) {
        return part == nullptr || gather_literals(*part, literals);
      });
    default: {
      auto value = constant_of(node);
      if (!value) return false;
      literals.push_back(std::move(*value));
      return true;
    }
  }
}

std::vector<Value> number_points(const std::vector<Value>& literals) {
  std::vector<base::Decimal> cuts;
  for (const Value& literal : literals) cuts.push_back(literal.as_number());
  std::sort(cuts.begin(), cuts.end(), [](base::Decimal a, base::Decimal b) { return a < b; });
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<Value> points;
  for (std::size_t at = 0; at < cuts.size(); ++at) {
    if (at == 0) points.push_back(Value::number(cuts[at] - 1));
    points.push_back(Value::number(cuts[at]));
    const bool last = at + 1 == cuts.size();
    points.push_back(Value::number(last ? cuts[at] + 1 : (cuts[at] + cuts[at + 1]) / 2));
  }
  if (points.empty()) points.push_back(Value::number(0));
  return points;
}

std::vector<Value> date_points(const std::vector<Value>& literals) {
  std::set<base::CivilDate> days;
  for (const Value& literal : literals) {
    const base::CivilDate day = literal.as_date();
    days.insert({day.plus_days(-1), day, day.plus_days(1)});
  }
  std::vector<Value> points;
  for (const base::CivilDate day : days) points.push_back(Value::date(day));
  if (points.empty()) points.push_back(Value::date({2019, 1, 1}));
  return points;
}

std::vector<Value> string_points(const Type& type, const std::vector<Value>& literals) {
  std::set<std::string> texts;
  if (type.codes) {
    texts.insert(type.codes->begin(), type.codes->end());
  } else {
    for (const Value& literal : literals) texts.insert(literal.as_string());
    std::string other = "…";
    while (texts.contains(other)) other += "…";
    texts.insert(other);
  }
  std::vector<Value> points;
  for (const std::string& text : texts) points.push_back(Value::string(text));
  return points;
}

/// Values of a column that stand for all others; empty when the type or the literals do not allow it.
std::vector<Value> points_of(const Type& type, const std::vector<Value>& literals) {
  const auto all_are = [&](Kind kind) {
    return std::ranges::all_of(literals, [&](const Value& literal) { return literal.kind() == kind; });
  };
  switch (type.tag) {
    case Type::Tag::Boolean:
      return {Value::boolean(true), Value::boolean(false)};
    case Type::Tag::Number:
      return all_are(Kind::Number) ? number_points(literals) : std::vector<Value>{};
    case Type::Tag::Date:
      return all_are(Kind::Date) ? date_points(literals) : std::vector<Value>{};
    case Type::Tag::String:
      return all_are(Kind::String) ? string_points(type, literals) : std::vector<Value>{};
    default:
      return {};
  }
}

/// Which rows a value of a column passes.
struct Stretch {
  Value example;
  std::vector<bool> rows;
};

/// Walks all inputs, one value for each stretch and column.
class Walk {
 public:
  Walk(Draft& draft, const Table& table)
      : draft_(&draft), table_(&table), literal_(table.rows.size(), true) {}

  void run() {
    for (std::size_t column = 0; column < table_->inputs.size(); ++column)
      if (!add_column(column)) return;
    std::vector<bool> rows = literal_;
    gaps_ = std::ranges::all_of(literal_, [](bool literal) { return literal; });
    descend(0, rows);
  }

 private:
  /// False when nothing can be said of the column.
  bool add_column(std::size_t column) {
    std::vector<Value> literals;
    for (std::size_t row = 0; row < table_->rows.size(); ++row) {
      const Expression& test = table_->rows[row].tests.at(column);
      if (test.compiled == nullptr) return false;
      const auto tree = feel::syntax::parse(test.span, draft_->base->scope, feel::Form::UnaryTests);
      std::vector<Value> own;
      const bool literal = feel::inputs_of(*test.compiled).empty() && tree && gather_literals(**tree, own);
      if (!literal) literal_[row] = false;
      if (literal) literals.insert(literals.end(), own.begin(), own.end());
    }
    std::vector<Stretch> stretches;
    for (const Value& point : points_of(table_->inputs[column].type, literals)) {
      Stretch stretch{point, passed_by(column, point)};
      const bool known =
          std::ranges::any_of(stretches, [&](const Stretch& other) { return other.rows == stretch.rows; });
      if (!known) stretches.push_back(std::move(stretch));
    }
    if (stretches.empty()) return false;
    columns_.push_back(std::move(stretches));
    return true;
  }

  [[nodiscard]] std::vector<bool> passed_by(std::size_t column, const Value& point) const {
    std::vector<bool> rows(table_->rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!literal_[row]) continue;
      const Value passed =
          feel::evaluate(*table_->rows[row].tests[column].compiled, {}, feel::Host{}, &point);
      rows[row] = passed.kind() == Kind::Boolean && passed.as_boolean();
    }
    return rows;
  }

  void descend(std::size_t column, const std::vector<bool>& rows) {
    constexpr std::size_t kMostSteps = 50'000;
    if (++steps_ > kMostSteps) return;
    const auto left = static_cast<std::size_t>(std::ranges::count(rows, true));
    if (left == 0 && !gaps_) return;
    if (left == 0 && gap_reported_) return;
    if (left == 1 && (!gaps_ || gap_reported_)) return;
    if (!seen_.insert({column, rows}).second) return;
    if (column == columns_.size()) {
      if (left == 0) report_gap();
      if (left > 1) report_overlap(rows);
      return;
    }
    for (const Stretch& stretch : columns_[column]) {
      std::vector<bool> both(rows.size());
      for (std::size_t row = 0; row < rows.size(); ++row) both[row] = rows[row] && stretch.rows[row];
      example_.push_back(&stretch.example);
      descend(column + 1, both);
      example_.pop_back();
    }
  }

  [[nodiscard]] std::string example() const {
    std::vector<std::string> inputs;
    for (std::size_t column = 0; column < example_.size(); ++column)
      inputs.push_back(fmt::format("{} = {}", table_->inputs[column].name, feel::to_text(*example_[column])));
    return fmt::format("{}", fmt::join(inputs, ", "));
  }

  void report_gap() {
    gap_reported_ = true;
    draft_->warn("P134", table_->head.span,
                 fmt::format("no row of `{}` takes {}", table_->head.id, example()),
                 "add a row for it; one with `-` in every test takes the rest when `hit` is `first`");
  }

  [[nodiscard]] bool outputs_agree(const TableRow& a, const TableRow& b) const {
    for (std::size_t at = 0; at < std::min(a.outputs.size(), b.outputs.size()); ++at)
      if (a.outputs[at].span.text() != b.outputs[at].span.text()) return false;
    return true;
  }

  void report_overlap(const std::vector<bool>& rows) {
    const bool any = table_->hit == HitPolicy::Any;
    if (table_->hit != HitPolicy::Unique && !any) return;
    const auto first = static_cast<std::size_t>(std::ranges::find(rows, true) - rows.begin());
    for (std::size_t second = first + 1; second < rows.size(); ++second) {
      if (!rows[second] || !pairs_.insert({first, second}).second) continue;
      const TableRow& a = table_->rows[first];
      const TableRow& b = table_->rows[second];
      if (any && outputs_agree(a, b)) continue;
      base::Diagnostic overlap{base::Severity::Error,
                               "P133",
                               fmt::format("two rows of `{}` take {}", table_->head.id, example()),
                               any ? "give both the same outputs, or narrow one of them"
                                   : "narrow one of them, or choose another `hit`",
                               {{b.span, {}}, {a.span, "the other row"}}};
      draft_->found.push_back(std::move(overlap));
    }
  }

  Draft* draft_;
  const Table* table_;
  std::vector<bool> literal_;  // by row: all tests are literals
  std::vector<std::vector<Stretch>> columns_;
  std::vector<const Value*> example_;
  std::set<std::pair<std::size_t, std::vector<bool>>> seen_;
  std::set<std::pair<std::size_t, std::size_t>> pairs_;
  std::size_t steps_ = 0;
  bool gaps_ = false;
  bool gap_reported_ = false;
};

}  // namespace

void check_rows(Draft& draft, const Table& table) {
  const bool whole = std::ranges::all_of(
      table.rows, [&](const TableRow& row) { return row.tests.size() == table.inputs.size(); });
  if (whole && !table.inputs.empty() && !table.rows.empty()) Walk(draft, table).run();
}

}  // namespace qingheng::policy::compile
