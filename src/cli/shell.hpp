// SPDX-License-Identifier: Apache-2.0
// What a subcommand may use of the world: the streams, the language, the clock. Nothing else of src/ prints.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/catalogue.hpp"
#include "base/civil_date.hpp"
#include "base/diagnostic.hpp"

namespace qingheng::cli {

enum class Language : std::uint8_t { Chinese, English };

/// Exit codes: 0 done; 1 the answer is no, or a check found errors; 2 the call or its input was wrong.
enum class Exit : std::uint8_t { Done = 0, Failed = 1, Misused = 2 };

/// The surroundings of one call of the program; made by `main`, by hand in tests.
struct Shell {
  std::FILE* out = stdout;
  std::FILE* err = stderr;
  base::Colour colour = base::Colour::Plain;  // ANSI on a terminal
  Language language = Language::Chinese;
  std::shared_ptr<const base::Catalogue> chinese;  // null pointer: sentences stay English
  std::function<base::CivilDate()> today;          // Asia/Shanghai
  std::function<std::int64_t()> now;               // seconds since 1970 in UTC
  std::string program = "qingheng";                // how the user calls it, for commands to try
  Exit exit = Exit::Done;                          // what the subcommand that ran has said
};

/// The catalogue of the shell's language; null pointer for English.
[[nodiscard]] const base::Catalogue* catalogue_of(const Shell& shell);
/// The sentence in the shell's language.
[[nodiscard]] std::string in_words(const Shell& shell, const std::string& sentence);
/// The finding as the shell shows it.
[[nodiscard]] std::string rendered(const Shell& shell, const base::Diagnostic& finding);
/// Says on the error stream why a command cannot be carried out, and that it was misused.
void refuse(Shell& shell, std::string_view command, const std::string& why);

/// A refusal of a name that nobody knows, with the candidate that is near: "no x `a`; did you mean `b`?".
[[nodiscard]] std::string unknown_name(std::string_view sentence, std::string_view name,
                                       std::span<const std::string> candidates);

/// The text of data/messages.zh.tsv, which is built in.
[[nodiscard]] std::string_view chinese_messages();

}  // namespace qingheng::cli
