// SPDX-License-Identifier: Apache-2.0
// A policy document taken apart: front matter, clauses with their addresses, and the YAML blocks under them.
// Nothing is understood yet; every piece knows its bytes.
//
//   base::Diagnostics found;
//   Document document = read_document(base::make_source("policy.md", bytes), found);
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "policy/text/tree.hpp"

namespace qingheng::policy::text {

/// A heading and what stands under it up to the next one.
struct Clause {
  std::string address;     // `第五条（七）`; empty for a heading that is no clause, such as a chapter
  std::uint8_t depth = 1;  // of the heading, 1 to 6
  std::string heading;     // without `{#address}`
  std::string text;        // paragraphs and lists, apart by an empty line
  std::string english;     // the quoted line `EN:`
  std::size_t parent = 0;  // index of the clause above; its own index for one on top
  base::SourceSpan span;   // the heading's line
  /// The prose as the author wrote it: from the end of the heading's line to the next heading, blocks
  /// included.
  base::SourceSpan body;
};

/// One block: a mapping whose first key is its kind. `tree` may be any shape; the rules say what it has to
/// be.
struct Block {
  Node tree;
  /// Index of the clause that it stands under; absent for a block before the first heading.
  std::optional<std::size_t> clause;
  base::SourceSpan span;  // the block's text
};

/// The document, in the order of the text.
struct Document {
  std::shared_ptr<const base::SourceText> source;
  std::optional<Node> front;  // absent: a document of the vocabulary
  std::vector<Clause> clauses;
  std::vector<Block> blocks;
};

/// Takes a document apart. What cannot be read is reported and left out; the rest is read all the same.
/// Bounded: text of more than 4 MiB is refused, and so are trees deeper than 40 or with more than 200,000
/// nodes.
[[nodiscard]] Document read_document(std::shared_ptr<const base::SourceText> source,
                                     base::Diagnostics& found);

}  // namespace qingheng::policy::text
