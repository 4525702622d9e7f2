// SPDX-License-Identifier: Apache-2.0
// What unchecked blocks are made of. They mirror `policy/model`, but names are still text with a place, and
// FEEL is still text: `compile` resolves both. Dates, numbers, durations and choices are read already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/civil_date.hpp"
#include "base/decimal.hpp"
#include "base/source.hpp"
#include "policy/model/common.hpp"
#include "policy/text/tree.hpp"

namespace qingheng::policy::rules {

using base::Length;
using base::Text;

/// A name or a text of the author's with its place. Empty text: not given.
struct Spanned {
  std::string text;
  base::SourceSpan span;
  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// A FEEL text to be compiled. `code` can be handed to `feel::compile` as it is: it lies in the document, or,
/// when the author's quotes hold escapes, in a text of its own.
struct FeelText {
  base::SourceSpan code;
};

/// What the blocks of all kinds begin with.
struct Head {
  Spanned id;
  Text label;
  std::string note;
  /// Index into `Document::clauses` of the clause that the block stands under.
  std::optional<std::size_t> clause;
  std::vector<Spanned> also;  // addresses of further clauses (`clause:`)
  base::SourceSpan span;      // the block's first key and its value
};

/// A period: `{days: 30, kind: working, counting: exclusive, from: renamed}`.
struct Period {
  Length length;
  DayKind kind = DayKind::Natural;
  Counting counting = Counting::Exclusive;
  bool counting_written = false;
  Spanned from;
  base::SourceSpan span;
};

/// A criterion's id or a FEEL condition: which of the two only names can tell. A text that is one word and a
/// criterion's id is that criterion.
struct Condition {
  FeelText feel;
  Spanned word;  // empty unless the text has the form of an id
};

}  // namespace qingheng::policy::rules
