// SPDX-License-Identifier: Apache-2.0
// Where documents act: the divisions that they name, and the lines of authority.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Reports a line of authority that does not exist.
void check_line(const std::string& line, const base::SourceSpan& span, base::Diagnostics& found);
/// Reports divisions and lines of the front matter and of every block that do not exist.
void check_places(const Draft& draft);

}  // namespace qingheng::policy::compile
