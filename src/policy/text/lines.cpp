// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/text/document_test.cpp
#include "policy/text/lines.hpp"

#include <algorithm>

namespace qingheng::policy::text {

std::vector<Line> lines_of(std::string_view text, std::size_t from) {
  std::vector<Line> lines;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", from), text.size());
    std::size_t next = std::min(end + 1, text.size());
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') next = end + 2;
    lines.push_back({from, end, next});
    from = next;
  }
  return lines;
}

}  // namespace qingheng::policy::text
