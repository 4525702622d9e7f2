// SPDX-License-Identifier: Apache-2.0
// A YAML text as a tree that knows where every key and value stands. Types are not guessed: a scalar is its
// characters, and whoever reads it says what they have to be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace qingheng::policy::text {

struct Entry;

/// A scalar, a sequence or a mapping.
struct Node {
  enum class Shape : std::uint8_t { Scalar, Sequence, Mapping };
  Shape shape = Shape::Scalar;
  /// Scalar: written in quotes, or as a block (`|`, `>`).
  bool quoted = false;
  /// Scalar: its characters stand in the document exactly so, layout apart. False when escapes had to be
  /// replaced.
  bool verbatim = true;
  std::string scalar;
  std::vector<Node> items;     // of a sequence
  std::vector<Entry> entries;  // of a mapping, in the order of the text; no key twice
  /// Scalar: the characters without quotes. Others: from the first character to the last of their contents.
  base::SourceSpan span;

  [[nodiscard]] bool is_scalar() const { return shape == Shape::Scalar; }
  [[nodiscard]] bool is_sequence() const { return shape == Shape::Sequence; }
  [[nodiscard]] bool is_mapping() const { return shape == Shape::Mapping; }
  /// `null`, `~` or nothing at all.
  [[nodiscard]] bool is_null() const;
  /// The entry of a mapping; null pointer when there is none, or when this is no mapping.
  [[nodiscard]] const Entry* find(std::string_view key) const;
};

/// One key of a mapping with its value.
struct Entry {
  std::string key;
  base::SourceSpan key_span;
  Node value;
};

}  // namespace qingheng::policy::text
