// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/language.txt
#include "cli/shell.hpp"

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::cli {

const base::Catalogue* catalogue_of(const Shell& shell) {
  return shell.language == Language::Chinese ? shell.chinese.get() : nullptr;
}

std::string in_words(const Shell& shell, const std::string& sentence) {
  const base::Catalogue* catalogue = catalogue_of(shell);
  return catalogue == nullptr ? sentence : catalogue->translate(sentence);
}

std::string rendered(const Shell& shell, const base::Diagnostic& finding) {
  return base::render(finding, shell.colour, catalogue_of(shell));
}

void refuse(Shell& shell, std::string_view command, const std::string& why) {
  fmt::print(shell.err, "{}: {}\n", command, in_words(shell, why));
  shell.exit = Exit::Misused;
}

std::string unknown_name(std::string_view sentence, std::string_view name,
                         std::span<const std::string> candidates) {
  const std::string help = base::did_you_mean(name, candidates);
  return fmt::format("{} `{}`{}{}", sentence, name, help.empty() ? "" : "; ", help);
}

}  // namespace qingheng::cli
