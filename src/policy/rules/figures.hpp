// SPDX-License-Identifier: Apache-2.0
// Blocks `parameter`, `formula` and `table` (docs/policy-language.md §4).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/model/figures.hpp"
#include "policy/rules/common.hpp"
#include "policy/rules/vocabulary.hpp"

namespace qingheng::policy::rules {

/// `parameter: id`. `value` is a FEEL literal, absent when null.
struct Parameter {
  Head head;
  ValueType type;
  policy::Parameter::Status status = policy::Parameter::Status::Unset;
  /// FEEL for the value. Of a string, date or duration it is the bare text as written: see `bare`.
  std::optional<FeelText> value;
  /// The value as written, without quotes; empty when null.
  Spanned bare;
  Actor set_by;
  std::string set_where;
};

/// `formula: id`.
struct Formula {
  Head head;
  std::optional<ValueType> type;  // absent: the expression's own
  FeelText value;
};

/// A column that is tested.
struct TableInputColumn {
  Spanned name;
  FeelText expression;
  std::optional<ValueType> type;  // absent: the expression's own
};
/// A column that gives a value.
struct TableOutputColumn {
  Spanned name;
  ValueType type;
  std::vector<FeelText> values;  // in order of priority; empty: not listed
};
/// One row; as many cells as there are inputs and outputs.
struct TableRow {
  std::vector<FeelText> tests;
  std::vector<FeelText> outputs;
  base::SourceSpan span;
};

/// `table: id`, written in place or taken from a DMN file.
struct Table {
  Head head;
  HitPolicy hit = HitPolicy::Unique;
  Aggregation aggregation = Aggregation::None;
  std::vector<TableInputColumn> inputs;
  std::vector<TableOutputColumn> outputs;
  std::vector<TableRow> rows;
  Spanned from;      // DMN file beside the document; empty: written in place
  Spanned decision;  // its decision; empty: the only one
};

}  // namespace qingheng::policy::rules
