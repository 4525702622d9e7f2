// SPDX-License-Identifier: Apache-2.0
// One value of a tree → a date, a duration, a name, a choice. What does not fit is reported at its place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "policy/rules/common.hpp"

namespace qingheng::policy::rules {

/// Adds an error at one place.
void report(base::Diagnostics& found, std::string_view code, std::string message, std::string help,
            const base::SourceSpan& at);
/// P150: an end that comes before its beginning, each with a caption of its own.
void report_order(base::Diagnostics& found, std::string message, base::CaptionedSpan end,
                  base::CaptionedSpan beginning, base::Severity severity = base::Severity::Error);
/// "did you mean `x`?", or else the choices; empty for no candidates.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> candidates);

/// False, with P013, when the value is a list or mapping; `what` names what it should be.
[[nodiscard]] bool expect_scalar(const text::Node& node, std::string_view what, base::Diagnostics& found);
/// Any single value as text.
[[nodiscard]] Spanned read_text(const text::Node& node, base::Diagnostics& found);
/// A new id: lower-case words joined by `_` (P017 otherwise).
[[nodiscard]] Spanned read_id(const text::Node& node, base::Diagnostics& found);
/// True for lower-case letters, digits and `separator`, a letter first.
[[nodiscard]] bool is_id(std::string_view text, char separator);
/// `{zh: …, en: …}`, or plain text, which is Chinese.
[[nodiscard]] Text read_label(const text::Node& node, base::Diagnostics& found);
/// FEEL; empty, with a finding, when the value is no text or an empty one.
[[nodiscard]] std::optional<FeelText> read_feel(const text::Node& node, base::Diagnostics& found);
[[nodiscard]] std::optional<bool> read_flag(const text::Node& node, base::Diagnostics& found);
[[nodiscard]] std::optional<base::Decimal> read_number(const text::Node& node, base::Diagnostics& found);
/// A whole number from `least` to 100,000.
[[nodiscard]] std::optional<std::uint32_t> read_count(const text::Node& node, std::uint32_t least,
                                                      base::Diagnostics& found);
[[nodiscard]] std::optional<base::CivilDate> read_date(const text::Node& node, base::Diagnostics& found);
/// `2019-09-10`, `2019-09-10T09:00`, `2019-09-10T24:00`.
[[nodiscard]] std::optional<Moment> read_moment(const text::Node& node, base::Diagnostics& found);
/// `P3Y`, `P6M`, `P2W`, `P30D`.
[[nodiscard]] std::optional<Length> read_length(const text::Node& node, base::Diagnostics& found);
/// `industry@county`, `industry@340600`, `applicant` …; kind None when it cannot be read.
[[nodiscard]] Actor read_actor(const text::Node& node, base::Diagnostics& found);
/// Levels of the division tree; `ministry` is another word for `national`.
[[nodiscard]] std::optional<Level> read_level(const text::Node& node, base::Diagnostics& found);
/// A list of names, or a single one.
[[nodiscard]] std::vector<Spanned> read_names(const text::Node& node, base::Diagnostics& found);
/// P016 for every name that stands twice; `what` is what the names are of: `stage`.
void check_unique(std::span<const Spanned> names, std::string_view what, base::Diagnostics& found,
                  std::string_view help = "give one of them another id");

/// A word of the language and what it means.
template <typename T>
struct Choice {
  std::string_view word;
  T value;
};

/// The meaning of a word among the choices (P020 otherwise).
template <typename T>
[[nodiscard]] std::optional<T> choose(const Spanned& word, std::span<const Choice<T>> choices,
                                      base::Diagnostics& found) {
  std::vector<std::string> words;
  for (const Choice<T>& choice : choices) {
    if (choice.word == word.text) return choice.value;
    words.emplace_back(choice.word);
  }
  report(found, "P020", "`" + word.text + "` is none of the choices", suggestion(word.text, words),
         word.span);
  return std::nullopt;
}

/// The meaning of the value among the choices (P020 otherwise, P013 when it is no single word).
template <typename T>
[[nodiscard]] std::optional<T> read_choice(const text::Node& node, std::span<const Choice<T>> choices,
                                           base::Diagnostics& found) {
  if (!expect_scalar(node, "a single word", found)) return std::nullopt;
  return choose(Spanned{node.scalar, node.span}, choices, found);
}

}  // namespace qingheng::policy::rules
