// SPDX-License-Identifier: Apache-2.0
// Where something stands: a piece of a text, and the clause of the law that the piece belongs to.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace qingheng::base {

/// A text that was read, shared by everything that points into it.
struct SourceText {
  /// File path, or a caption such as `expression` for text that came in an argument.
  std::string name;
  std::string text;
};

/// One-based line and column; the column counts code points, as editors do.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// The half-open byte range [begin, end) of `source`, and the path of headings it stands under.
struct SourceSpan {
  std::shared_ptr<const SourceText> source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// Address of the clause, such as `第十三条（四）`; empty outside of a policy document.
  std::string clause;

  /// The text that the span covers.
  [[nodiscard]] std::string_view text() const;
  /// Line and column of `begin`.
  [[nodiscard]] LineColumn start() const;
  /// The same place cut to [from, to), offsets relative to this span's `begin`.
  [[nodiscard]] SourceSpan sub(std::uint32_t from, std::uint32_t to) const;
};

/// Wraps a text so that spans can point into it.
[[nodiscard]] std::shared_ptr<const SourceText> make_source(std::string name, std::string text);
/// The span of all of it.
[[nodiscard]] SourceSpan whole(std::shared_ptr<const SourceText> source);

}  // namespace qingheng::base
