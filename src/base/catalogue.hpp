// SPDX-License-Identifier: Apache-2.0
// Sentences in another language, found by the English ones that the program makes.
//
//   auto catalogue = Catalogue::parse("unknown name `{}`\t没有名称 `{}`\n");
//   catalogue->translate("unknown name `revenu`");   // 没有名称 `revenu`
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qingheng::base {

/// Patterns of sentences with what they are in the other language. What stands for a `{}` is translated in
/// its turn when it is itself a sentence or a term of the catalogue, unless it is the user's text, which
/// stands between backticks.
class Catalogue {
 public:
  /// Reads lines of an English pattern and its translation, a tab between them; lines that begin with `#` and
  /// empty ones are skipped. In a pattern `{}` stands for any text, in a translation `{}` for the next and
  /// `{2}` for the second. The error names the line.
  [[nodiscard]] static std::expected<Catalogue, std::string> parse(std::string_view lines);

  /// The sentence in the other language; itself when no pattern fits. Of several that fit, the one that says
  /// most by itself counts.
  [[nodiscard]] std::string translate(std::string_view sentence) const;
  /// The same, empty when no pattern fits the whole sentence.
  [[nodiscard]] std::optional<std::string> find(std::string_view sentence) const;

 private:
  struct Pattern {
    std::vector<std::string> pieces;  // of the English sentence, what stands between placeholders
    std::string translation;
  };
  [[nodiscard]] std::optional<std::string> find(std::string_view sentence, int depth) const;
  [[nodiscard]] std::string filled(const Pattern& pattern, const std::vector<std::string_view>& parts,
                                   int depth) const;

  std::vector<Pattern> patterns_;  // those with most characters of their own first
};

}  // namespace qingheng::base
