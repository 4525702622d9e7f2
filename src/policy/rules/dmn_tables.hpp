// SPDX-License-Identifier: Apache-2.0
// `table` blocks with `from`: the decision table of a DMN file, read as if it stood in the block.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "policy/rules/blocks.hpp"

namespace qingheng::policy::rules {

/// Texts of DMN files by name, which is a path with `/`.
using DmnFiles = std::map<std::string, std::shared_ptr<const base::SourceText>, std::less<>>;

/// Fills hit policy, columns and rows of every table with `from` from the file that lies beside the document
/// called `document`, or in a folder below its own. A table that cannot be taken is reported, at the block or
/// in the file, and keeps no rows.
void fill_tables(DocumentBlocks& blocks, const std::string& document, const DmnFiles& files,
                 base::Diagnostics& found);

}  // namespace qingheng::policy::rules
