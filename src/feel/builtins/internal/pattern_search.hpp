// SPDX-License-Identifier: Apache-2.0
// Searches a text for a pattern, within the steps of the evaluation.
//
//   auto search = PatternSearch::create("b+", {}, caller);
//   search->begin("abba");
//   while (search->next()) { … search->group(0) … }
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "feel/builtins/builtin.hpp"
#include "feel/builtins/internal/pattern_syntax.hpp"

namespace qingheng::feel {

/// A pattern at work on one text after the other. Bounded in time and memory: a search that would take too
/// long ends, and `failure` says so.
class PatternSearch {
 public:
  /// The error is the reason of a null.
  [[nodiscard]] static std::expected<PatternSearch, std::string> create(std::string_view pattern,
                                                                        const PatternFlags& flags,
                                                                        FunctionCaller& caller);
  PatternSearch(PatternSearch&&) noexcept;
  PatternSearch& operator=(PatternSearch&&) noexcept;
  ~PatternSearch();

  /// Takes up a text at its beginning.
  void begin(std::string_view text);
  /// Goes to the next match; false when there is none, or on failure.
  [[nodiscard]] bool next();
  /// Why the search gave up; empty when it did not.
  [[nodiscard]] const std::optional<std::string>& failure() const { return failure_; }

  /// How many groups the pattern captures.
  [[nodiscard]] int groups() const;
  /// What group `number` of the match captured, 0 for all of the match; empty when it took no part.
  [[nodiscard]] std::string group(int number) const;
  /// What lies between the match before, or the beginning, and this match.
  [[nodiscard]] std::string between() const;
  /// What lies after the last match: all of the text when there was none.
  [[nodiscard]] std::string rest() const;

 private:
  struct Engine;
  explicit PatternSearch(std::unique_ptr<Engine> engine);

  std::unique_ptr<Engine> engine_;
  std::optional<std::string> failure_;
};

}  // namespace qingheng::feel
