// SPDX-License-Identifier: Apache-2.0
// The lines of a text by number, each with its bytes. Lines end in LF, CR or both, as CommonMark has it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace qingheng::policy::text {

/// Where a line begins, where its characters end, and where the next line begins.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;
};

/// All lines from byte `from` on.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text, std::size_t from);

}  // namespace qingheng::policy::text
