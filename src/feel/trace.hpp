// SPDX-License-Identifier: Apache-2.0
// Why an evaluation came out as it did: the comparisons that decided, with the values they saw and, for a
// failed threshold, how far off it was.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "feel/expression.hpp"

namespace qingheng::feel {

/// One comparison, membership test or boolean fact that the outcome rests on.
struct Reason {
  base::SourceSpan span;   // the characters of the comparison
  std::string comparison;  // `>=`, `=`, `in`, `between`; empty for a bare boolean
  Value left;
  Value right;    // null for a bare boolean
  Value outcome;  // true, false, unknown, or null
  /// How much `left` lacks to `right`, for numbers, dates and durations that failed an ordering.
  std::optional<Value> gap;
  std::string unit;                 // of both sides, as the check found it; empty for none
  std::vector<std::size_t> inputs;  // scope entries that either side reads, sorted
  /// Of a side that is made from a filter, such as `count(accidents[…])`: the items that it keeps; of an
  /// unknown outcome, those of which it is not known.
  List items;
  /// What stood around it in a `some` or `every`: the items for which it was asked, outermost first.
  std::vector<Value> around;
  std::vector<base::SourceSpan> domains;  // where those items come from, as the author wrote it
  bool counts = false;                    // the left side is the number of items of a list
  bool ratio = false;  // the left side is a plain number got by dividing one measure by another
};

/// A value with what decided it.
struct Explanation {
  Value value;
  /// Only what the outcome rests on: of a false `and` the false sides, of a true one both.
  std::vector<Reason> reasons;
};

/// The same value as `evaluate` gives, with its reasons.
[[nodiscard]] Explanation explain(const Compiled& compiled, std::span<const Value> inputs, const Host& host,
                                  const Value* tested = nullptr);

}  // namespace qingheng::feel
