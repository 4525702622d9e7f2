// SPDX-License-Identifier: Apache-2.0
// What comes of a decision table whose rows hit, do not, or may (DMN 1.5 §8.2.8 to §8.2.11): the same for a
// table of a DMN file and for one of a policy document.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "decision/model.hpp"
#include "feel/value.hpp"

namespace qingheng::decision::table {

/// What a table wants of its rows. Views: what they point at outlives the call.
struct Rules {
  model::HitPolicy hit = model::HitPolicy::Unique;
  model::Aggregation aggregation = model::Aggregation::None;
  std::string_view name;                            // of the table, for reasons
  base::SourceSpan span;                            // where a null of the table itself points; may be empty
  std::span<const std::string> outputs;             // names of the output columns
  std::span<const std::vector<feel::Value>> order;  // by column: its values, the first goes first
  std::size_t rows = 0;
  std::size_t tests = 0;  // in a row
};

/// Gives what stands in the cells, each asked for only when it matters.
class Cells {
 public:
  virtual ~Cells() = default;
  /// Whether the input passes the test: true, unknown, or anything else for no.
  [[nodiscard]] virtual feel::Value passes(std::size_t row, std::size_t test) = 0;
  /// The value of an output cell.
  [[nodiscard]] virtual feel::Value output(std::size_t row, std::size_t column) = 0;
  /// The outcome when no row hits; empty when the table says none.
  [[nodiscard]] virtual std::optional<feel::Value> fallback() { return std::nullopt; }
};

/// The outcome: a value for one output, a context for several, a list of those where several rows may hit.
/// Null with a reason when no row hits and there is no default, or the rows that hit break the hit policy;
/// unknown when a row that may hit could change it.
[[nodiscard]] feel::Value outcome(const Rules& rules, Cells& cells);

}  // namespace qingheng::decision::table
