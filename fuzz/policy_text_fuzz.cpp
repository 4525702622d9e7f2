// SPDX-License-Identifier: Apache-2.0
// Any bytes: a document and its blocks are read without a crash, and every finding can be shown.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/diagnostic.hpp"
#include "policy/rules/blocks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qingheng;
  constexpr std::size_t kMost = 16 * 1024;
  if (size > kMost) return 0;
  base::Diagnostics found;
  const auto document = policy::text::read_document(
      base::make_source("fuzz.md", std::string(reinterpret_cast<const char*>(data), size)), found);
  (void)policy::rules::read_blocks(document, found);
  for (const base::Diagnostic& finding : found) {
    if (finding.spans.empty() || finding.spans.front().span.end > size) std::abort();
    (void)base::render(finding);
  }
  return 0;
}
