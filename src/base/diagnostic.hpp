// SPDX-License-Identifier: Apache-2.0
// A finding about a text that somebody wrote: what is wrong, where, and what to do. Data, so that a terminal,
// an editor and a web page can each show it in their own way.
//
// Grammar of `message` and `help`: lower case, no full stop, the user's own text in backticks, no C++ names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.hpp"

namespace qingheng::base {

class Catalogue;

enum class Severity : std::uint8_t { Error, Warning, Note };

/// A place with its own sentence: "first named here".
struct CaptionedSpan {
  SourceSpan span;
  std::string caption;
};

/// One finding. `code` is stable (`P012`, `F003`) and empty for what is no finding about the text;
/// `spans.front()` is the place to look at first.
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string code;
  std::string message;
  std::string help;
  std::vector<CaptionedSpan> spans;
};

/// Collected by a stage, in the order of the text.
using Diagnostics = std::vector<Diagnostic>;

/// True when at least one finding is an error.
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

enum class Colour : std::uint8_t { Plain, Ansi };

/// The finding with the lines it points at, carets under the characters:
///
///   error[P012]: unknown name `revenu`
///     --> policy.md:14:10 · 第五条（七）
///   14 | require: revenu > 5
///      |          ^^^^^^
///   help: did you mean `revenue`?
///
/// Of a line wider than 160 columns the part around the span is shown, with `…` where it is cut. With a
/// catalogue the words and sentences are in the catalogue's language.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, Colour colour = Colour::Plain,
                                 const Catalogue* catalogue = nullptr);

}  // namespace qingheng::base
