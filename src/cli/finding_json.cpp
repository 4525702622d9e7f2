// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/check.txt
#include "cli/finding_json.hpp"

namespace qingheng::cli {

namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

std::string_view name_of(base::Severity severity) {
  switch (severity) {
    case base::Severity::Error:
      return "error";
    case base::Severity::Warning:
      return "warning";
    case base::Severity::Note:
      return "note";
  }
  return "error";
}

Json span_json(const base::CaptionedSpan& captioned) {
  const base::SourceSpan& span = captioned.span;
  const base::LineColumn start = span.start();
  base::SourceSpan behind = span;
  behind.begin = span.end;
  const base::LineColumn end = behind.start();
  return JsonObject{{"file", span.source ? span.source->name : std::string()},
                    {"line", static_cast<std::int64_t>(start.line)},
                    {"column", static_cast<std::int64_t>(start.column)},
                    {"end", JsonObject{{"line", static_cast<std::int64_t>(end.line)},
                                       {"column", static_cast<std::int64_t>(end.column)}}},
                    {"clause", span.clause},
                    {"caption", captioned.caption}};
}

}  // namespace

Json to_json(const base::Diagnostic& finding) {
  JsonArray spans;
  for (const base::CaptionedSpan& span : finding.spans) spans.push_back(span_json(span));
  return JsonObject{{"severity", name_of(finding.severity)},
                    {"code", finding.code},
                    {"message", finding.message},
                    {"help", finding.help},
                    {"spans", std::move(spans)}};
}

}  // namespace qingheng::cli
