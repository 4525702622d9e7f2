// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::base {

namespace {

struct Palette {
  std::string_view error, warning, note, quiet, off;
};
constexpr Palette kPlain{"", "", "", "", ""};
constexpr Palette kAnsi{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[2m", "\x1b[0m"};

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "error";
}

/// The line of the text that holds byte `at`, and where that line begins.
std::pair<std::string_view, std::size_t> line_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t to = std::min(text.find('\n', at), text.size());
  return {text.substr(from, to - from), from};
}

/// What is shown of a line, and how many bytes stand in front of the place: a file may be one line of
/// megabytes.
struct Excerpt {
  std::string text;
  std::size_t lead = 0;
};

Excerpt excerpt_of(std::string_view line, std::size_t lead) {
  constexpr std::size_t kLongest = 400;
  constexpr std::size_t kBefore = 80;
  constexpr std::string_view kMore = "…";
  if (line.size() <= kLongest) return {std::string(line), lead};
  const auto is_inside = [&](std::size_t at) {
    return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
  };
  std::size_t from = lead > kBefore ? lead - kBefore : 0;
  while (from > 0 && is_inside(from)) --from;
  std::size_t to = std::min(line.size(), from + kLongest);
  while (is_inside(to)) ++to;
  const std::string_view before = from > 0 ? kMore : "";
  return {fmt::format("{}{}{}", before, line.substr(from, to - from), to < line.size() ? kMore : ""),
          lead - from + before.size()};
}

std::string render_span(const CaptionedSpan& captioned, std::string_view accent, const Palette& palette) {
  const SourceSpan& span = captioned.span;
  if (!span.source) return {};
  const LineColumn place = span.start();
  std::string out = fmt::format("  {}-->{} {}:{}:{}{}\n", palette.quiet, palette.off, span.source->name,
                                place.line, place.column, span.clause.empty() ? "" : " · " + span.clause);
  const auto [whole_line, from] = line_at(span.source->text, span.begin);
  const auto [line, lead] =
      excerpt_of(whole_line, std::min<std::size_t>(span.begin - from, whole_line.size()));
  const std::size_t covered =
      std::min<std::size_t>(std::max(span.end, span.begin) - span.begin, line.size() - lead);
  const std::string gutter = fmt::format("{:>4} | ", place.line);
  const std::size_t carets =
      std::max<std::size_t>(display_width(std::string_view(line).substr(lead, covered)), 1);
  out += fmt::format("{}{}{}{}\n", palette.quiet, gutter, palette.off, line);
  out += fmt::format("{}     | {}{}{}{}{}{}{}\n", palette.quiet, palette.off,
                     std::string(display_width(std::string_view(line).substr(0, lead)), ' '), accent,
                     std::string(carets, '^'), captioned.caption.empty() ? "" : " ", captioned.caption,
                     palette.off);
  return out;
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

std::string render(const Diagnostic& diagnostic, Colour colour) {
  const Palette& palette = colour == Colour::Ansi ? kAnsi : kPlain;
  const std::string_view accent = diagnostic.severity == Severity::Error     ? palette.error
                                  : diagnostic.severity == Severity::Warning ? palette.warning
                                                                             : palette.note;
  const std::string code = diagnostic.code.empty() ? "" : fmt::format("[{}]", diagnostic.code);
  std::string out = fmt::format("{}{}{}{}: {}\n", accent, name_of(diagnostic.severity), code, palette.off,
                                diagnostic.message);
  for (const CaptionedSpan& span : diagnostic.spans) out += render_span(span, accent, palette);
  if (!diagnostic.help.empty())
    out += fmt::format("  {}help:{} {}\n", palette.note, palette.off, diagnostic.help);
  return out;
}

}  // namespace qingheng::base
