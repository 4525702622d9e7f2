// SPDX-License-Identifier: Apache-2.0
// Any bytes: a document is loaded beside a small vocabulary without a crash, and every finding can be shown.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "policy/load.hpp"

namespace {

constexpr std::string_view kVocabulary = R"(# 词汇

```yaml
subjects: kinds
items:
  - {kind: enterprise}
  - kind: consortium
    parts: {lead: {kind: enterprise, count: 1}, members: {kind: enterprise, count: [1, null]}}
---
units: all
items: [{unit: 元}, {unit: 万元, as: 元, factor: 10000}, {unit: "%", as: "1", factor: 0.01}, {unit: 人}]
---
facts: enterprise
items:
  - {fact: founded, type: date}
  - {fact: exempt, type: boolean}
  - {fact: share, label: {zh: 占比}, type: number, unit: "%"}
  - {fact: staff, type: number, unit: 人}
  - {fact: revenue, type: number, unit: 万元, per: year}
  - {fact: grade, type: code, codes: {green: 绿, yellow: 黄, red: 红}}
  - fact: accidents
    type: list
    of: [{field: occurred, type: date}, {field: level, type: code, codes: {一般: ordinary, 较大: larger, 重大: major}}]
---
facts: consortium
items: [{fact: agreement, type: boolean}]
```
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qingheng;
  constexpr std::size_t kMost = 16 * 1024;
  if (size > kMost) return 0;
  const std::vector texts{
      base::make_source("vocabulary.md", std::string(kVocabulary)),
      base::make_source("fuzz.md", std::string(reinterpret_cast<const char*>(data), size))};
  const policy::LoadResult loaded = policy::load(texts);
  for (const base::Diagnostic& finding : loaded.diagnostics) {
    for (const base::CaptionedSpan& each : finding.spans)
      if (each.span.source == nullptr || each.span.end > each.span.source->text.size()) std::abort();
    (void)base::render(finding);
  }
  if ((loaded.library == nullptr) != base::has_errors(loaded.diagnostics)) std::abort();
  return 0;
}
