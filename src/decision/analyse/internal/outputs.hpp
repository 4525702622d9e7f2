// SPDX-License-Identifier: Apache-2.0
// What rows give, where it is constant.
#pragma once

#include <optional>
#include <vector>

#include "decision/analyse/internal/bits.hpp"
#include "decision/analyse/report.hpp"

namespace qingheng::decision::analyse {

class Outputs {
 public:
  explicit Outputs(const Table& table);

  /// True when two rows give different constants in some column.
  [[nodiscard]] bool differ(std::size_t a, std::size_t b) const;
  /// True when the first output of `a` stands before that of `b` in the list of values.
  [[nodiscard]] bool goes_before(std::size_t a, std::size_t b) const;
  /// Adds outputs that are not listed, and listed ones that none of the rows but the `dead` gives.
  void check(const Bits& dead, std::vector<Finding>& found) const;

 private:
  void check_listed(std::size_t column, std::vector<Finding>& found) const;
  void check_given(std::size_t column, const Bits& dead, std::vector<Finding>& found) const;
  [[nodiscard]] bool is_listed(std::size_t column, const feel::Value& value) const;
  [[nodiscard]] std::size_t rank(std::size_t row) const;

  const Table* table_;
  std::vector<std::vector<std::optional<feel::Value>>> constants_;  // by row and column
};

}  // namespace qingheng::decision::analyse
