// SPDX-License-Identifier: Apache-2.0
// A decision table as its analysis sees it: of a DMN model and of a policy document alike.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "decision/model.hpp"
#include "feel/expression.hpp"
#include "feel/type.hpp"
#include "feel/value.hpp"

namespace qingheng::decision::analyse {

/// A compiled text. Null pointer: it could not be compiled, and nothing is said of what depends on it.
struct Cell {
  std::shared_ptr<const feel::Compiled> compiled;
  base::SourceSpan span;
};

/// A column that is tested.
struct InputColumn {
  std::string name;        // as examples call it
  std::string expression;  // text; columns of one text have one value. Empty: of no other column
  feel::Type type;
  std::vector<Cell> allowed;  // unary tests; its values pass each of them
  base::SourceSpan span;
};

/// A column that gives a value.
struct OutputColumn {
  std::string name;
  std::optional<Cell> allowed;  // unary tests that its values are to pass
  /// The values it may have one by one, first the one that goes before all others under `priority`; empty
  /// when they are not listed.
  std::vector<feel::Value> values;
  std::optional<Cell> fallback;  // what it gives when no row hits
  base::SourceSpan span;         // of the list of values, or of the column
};

/// A rule: a unary test for each input, an expression for each output.
struct Row {
  std::vector<Cell> tests;
  std::vector<Cell> outputs;
  base::SourceSpan span;
};

/// A decision table. Every row has as many tests as there are inputs.
struct Table {
  std::string name;
  model::HitPolicy hit = model::HitPolicy::Unique;
  model::Aggregation aggregation = model::Aggregation::None;
  std::vector<InputColumn> inputs;
  std::vector<OutputColumn> outputs;
  std::vector<Row> rows;
  base::SourceSpan span;
};

}  // namespace qingheng::decision::analyse
