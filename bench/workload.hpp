// SPDX-License-Identifier: Apache-2.0
// The evaluation workload (bench/workload.json), compiled and run on one row of facts.
#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "feel/trace.hpp"

namespace qingheng::bench {

/// The facts of one row, in the order of the workload's scope.
struct Row {
  std::vector<feel::Value> facts;   // what nobody supplied is unknown
  std::vector<feel::Value> scored;  // the same as a score takes it: null
};

/// What the parts give for one row.
struct Results {
  std::vector<feel::Value> verdicts;  // A
  feel::Value inspections;            // B
  feel::Value total;                  // C
  feel::Value grade;
  std::size_t reasons = 0;
};

enum class Reasons : std::uint8_t { Off, On };

/// One compiled copy of the workload.
class Workload {
 public:
  /// Reads and compiles the file; what is wrong, otherwise.
  [[nodiscard]] static std::expected<Workload, std::string> read(const std::string& path);
  /// A row's JSON object as values.
  [[nodiscard]] std::expected<Row, std::string> row(const std::string& text) const;

  /// Part A: twelve criteria.
  void criteria(const Row& row, Reasons reasons, Results& results) const;
  /// Part B: the first row of a decision table whose cells all hold.
  void table(const Row& row, Reasons reasons, Results& results) const;
  /// Part C: a sum of fifteen terms, and the grade that it makes.
  void score(const Row& row, Reasons reasons, Results& results) const;

 private:
  using Expression = std::shared_ptr<const feel::Compiled>;
  struct Cell {
    std::size_t fact = 0;
    Expression test;
  };
  struct Rule {
    std::vector<Cell> cells;
    feel::Value output;
  };
  struct Fact {
    std::string name;
    feel::Type type;
  };
  [[nodiscard]] std::expected<Expression, std::string> compiled(
      const std::string& text, const feel::Scope& scope, const feel::CompileOptions& options = {}) const;
  [[nodiscard]] std::string read_criteria(const base::Json& list);
  [[nodiscard]] std::string read_table(const base::Json& table);
  [[nodiscard]] std::string read_score(const base::Json& score);
  [[nodiscard]] feel::Value value(const Expression& expression, std::span<const feel::Value> inputs,
                                  Reasons reasons, Results& results) const;

  std::vector<Fact> facts_;
  feel::Scope scope_;
  std::vector<Expression> criteria_;
  std::vector<Rule> rules_;
  Expression total_;
  Expression grade_;
  feel::Host host_;
};

}  // namespace qingheng::bench
