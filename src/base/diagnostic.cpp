// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/catalogue.hpp"
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

/// A line as it is shown, and where the carets stand under it, in columns.
struct Shown {
  std::string line;
  std::size_t lead = 0;
  std::size_t carets = 1;
};

constexpr std::size_t kWidest = 160;     // columns of a line that is shown
constexpr std::size_t kBeforeSpan = 60;  // of them before the span, when the line is cut

std::size_t width_of(std::u32string_view points) {
  std::size_t width = 0;
  for (const char32_t point : points) width += display_width(point);
  return width;
}

/// The part around the span of a line that is too long to be shown whole.
Shown cut(std::u32string_view line, std::size_t begin, std::size_t end) {
  std::size_t from = begin;
  for (std::size_t width = 0; from > 0 && width < kBeforeSpan; --from) width += display_width(line[from - 1]);
  const std::string_view before = from > 0 ? "…" : "";
  std::size_t to = from;
  for (std::size_t width = 0; to < line.size() && width < kWidest; ++to) width += display_width(line[to]);
  const std::string_view after = to < line.size() ? "…" : "";
  const std::size_t covered = std::min(std::max(end, begin), to);
  return {std::string(before) + encode_utf8(line.substr(from, to - from)) + std::string(after),
          width_of(line.substr(from, begin - from)) + (before.empty() ? 0 : 1),
          width_of(line.substr(begin, covered - begin)) + (end > to ? 1 : 0)};
}

/// `lead` and `covered` are bytes of the line before the span and in it.
Shown shown(std::string_view line, std::size_t lead, std::size_t covered) {
  Shown whole{std::string(line), display_width(line.substr(0, lead)),
              display_width(line.substr(lead, covered))};
  const auto points = decode_utf8(line);
  const auto before = decode_utf8(line.substr(0, lead));
  const auto inside = decode_utf8(line.substr(lead, covered));
  if (!points || !before || !inside || width_of(*points) <= kWidest) return whole;
  return cut(*points, before->size(), before->size() + inside->size());
}

std::string render_span(const CaptionedSpan& captioned, const std::string& caption, std::string_view accent,
                        const Palette& palette) {
  const SourceSpan& span = captioned.span;
  if (!span.source) return {};
  const LineColumn place = span.start();
  std::string out = fmt::format("  {}-->{} {}:{}:{}{}\n", palette.quiet, palette.off, span.source->name,
                                place.line, place.column, span.clause.empty() ? "" : " · " + span.clause);
  const auto [line, from] = line_at(span.source->text, span.begin);
  const std::size_t lead = std::min<std::size_t>(span.begin - from, line.size());
  const std::size_t covered =
      std::min<std::size_t>(std::max(span.end, span.begin) - span.begin, line.size() - lead);
  const Shown visible = shown(line, lead, covered);
  const std::string gutter = fmt::format("{:>4} | ", place.line);
  out += fmt::format("{}{}{}{}\n", palette.quiet, gutter, palette.off, visible.line);
  out += fmt::format("{}     | {}{}{}{}{}{}{}\n", palette.quiet, palette.off, std::string(visible.lead, ' '),
                     accent, std::string(std::max<std::size_t>(visible.carets, 1), '^'),
                     caption.empty() ? "" : " ", caption, palette.off);
  return out;
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

std::string render(const Diagnostic& diagnostic, Colour colour, const Catalogue* catalogue) {
  const auto said = [&](const std::string& sentence) {
    return catalogue == nullptr ? sentence : catalogue->translate(sentence);
  };
  const Palette& palette = colour == Colour::Ansi ? kAnsi : kPlain;
  const std::string_view accent = diagnostic.severity == Severity::Error     ? palette.error
                                  : diagnostic.severity == Severity::Warning ? palette.warning
                                                                             : palette.note;
  const std::string code = diagnostic.code.empty() ? "" : fmt::format("[{}]", diagnostic.code);
  std::string out = fmt::format("{}{}{}{}: {}\n", accent, said(std::string(name_of(diagnostic.severity))),
                                code, palette.off, said(diagnostic.message));
  for (const CaptionedSpan& span : diagnostic.spans)
    out += render_span(span, said(span.caption), accent, palette);
  if (!diagnostic.help.empty())
    out += fmt::format("  {}{}:{} {}\n", palette.note, said("help"), palette.off, said(diagnostic.help));
  return out;
}

}  // namespace qingheng::base
