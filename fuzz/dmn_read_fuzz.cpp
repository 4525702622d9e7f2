// SPDX-License-Identifier: Apache-2.0
// Any bytes: read as a DMN file without a crash, every finding and place lies in its text, and what was read
// is written and read again as the same model.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "decision/xml/internal/outline.hpp"
#include "decision/xml/read.hpp"
#include "decision/xml/write.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qingheng;
  constexpr std::size_t kMost = 64 * 1024;
  if (size > kMost) return 0;
  base::Diagnostics found;
  const auto model = decision::xml::read_model(
      base::make_source("fuzz.dmn", std::string(reinterpret_cast<const char*>(data), size)), found);
  for (const base::Diagnostic& finding : found) {
    for (const base::CaptionedSpan& each : finding.spans)
      if (each.span.source == nullptr || each.span.end > each.span.source->text.size()) std::abort();
    (void)base::render(finding);
  }
  if (!model) {
    if (!base::has_errors(found)) std::abort();
    return 0;
  }
  // A model with findings may lack parts; one without must come back whole.
  const std::string written = decision::xml::write_model(*model);
  if (!found.empty()) return 0;
  base::Diagnostics again;
  const auto copy = decision::xml::read_model(base::make_source("copy.dmn", written), again);
  if (!copy || !again.empty()) std::abort();
  if (decision::xml::Outline(*copy).text() != decision::xml::Outline(*model).text()) std::abort();
  return 0;
}
