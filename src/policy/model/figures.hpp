// SPDX-License-Identifier: Apache-2.0
// Figures of a document: numbers that the issuer sets, formulas over facts, and decision tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "decision/model.hpp"
#include "policy/model/common.hpp"

namespace qingheng::policy {

/// A value that the issuer sets apart from the text.
struct Parameter {
  enum class Status : std::uint8_t { Unset, Set, Proposed };
  Head head;
  feel::Type type;
  Status status = Status::Unset;
  feel::Value value;      // null while unset; `unknown` reaches expressions then
  Actor set_by;           // who has to set it
  std::string set_where;  // the attachment or paper that holds it
};

/// A named expression; its inputs are in `value.layout`.
struct Formula {
  Head head;
  feel::Type type;
  Expression value;
};

/// Tables of a policy are those of DMN.
using decision::model::Aggregation;
using decision::model::HitPolicy;

/// A column that is tested.
struct TableInputColumn {
  std::string name;
  Expression expression;
  feel::Type type;
};
/// A column that gives a value; `values`, in order of priority, when the author lists them.
struct TableOutputColumn {
  std::string name;
  feel::Type type;
  std::vector<feel::Value> values;
};
/// One row: a unary test for each input (in the table's layout, tested value the input's), an expression for
/// each output.
struct TableRow {
  std::vector<Expression> tests;
  std::vector<Expression> outputs;
  base::SourceSpan span;
};

/// A decision table written in the document, or taken from a DMN file.
struct Table {
  Head head;
  HitPolicy hit = HitPolicy::Unique;
  Aggregation aggregation = Aggregation::None;
  std::vector<TableInputColumn> inputs;
  std::vector<TableOutputColumn> outputs;
  std::vector<TableRow> rows;
  /// Type of the outcome as expressions see it: the single output's, a context of several, a list of either
  /// when several rows may hit.
  feel::Type type;
};

}  // namespace qingheng::policy
