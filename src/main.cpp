// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli
// The program: a file of cli/ for each subcommand. docs/main-path.md follows a call through the rooms.
#include <chrono>
#include <cstdlib>
#include <string_view>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "cli/commands.hpp"

namespace {

std::int64_t now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())
      .time_since_epoch()
      .count();
}

/// Today in China, which keeps one offset all year.
qingheng::base::CivilDate today_in_china() {
  const auto now = std::chrono::system_clock::now() + std::chrono::hours(8);
  return qingheng::base::CivilDate::from_days(
      std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
}

/// A description in the shell's language; one in both has ` / ` between them.
std::string described(const qingheng::cli::Shell& shell, const std::string& text) {
  const std::size_t both = text.find(" / ");
  if (both == std::string::npos) return qingheng::cli::in_words(shell, text);
  return shell.language == qingheng::cli::Language::Chinese ? text.substr(both + 3) : text.substr(0, both);
}

/// Puts what `--help` says of the commands and options into the shell's language.
void describe(CLI::App& app, const qingheng::cli::Shell& shell) {
  app.description(described(shell, app.get_description()));
  for (CLI::Option* option : app.get_options())
    option->description(described(shell, option->get_description()));
  for (CLI::App* command : app.get_subcommands({})) describe(*command, shell);
}

/// `--lang`, which help needs before anything is parsed.
bool asks_for_english(int argc, char** argv) {
  for (int at = 1; at < argc; ++at) {
    const std::string_view word = argv[at];
    if (word == "--lang=en" || (word == "--lang" && at + 1 < argc && std::string_view(argv[at + 1]) == "en"))
      return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  qingheng::cli::Shell shell;
  shell.today = today_in_china;
  shell.now = now;
  // A script that stands for the program hands on its own name.
  const std::string_view called = argc > 0 ? argv[0] : "";
  if (!called.empty() && !called.ends_with("qingheng")) shell.program = called;
  const bool terminal = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  shell.colour = terminal ? qingheng::base::Colour::Ansi : qingheng::base::Colour::Plain;

  if (auto chinese = qingheng::base::Catalogue::parse(qingheng::cli::chinese_messages()))
    shell.chinese = std::make_shared<const qingheng::base::Catalogue>(std::move(*chinese));

  CLI::App app{"清衡 Qingheng: regulation that runs / 可执行的政策文件"};
  app.require_subcommand(1);
  app.fallthrough();
  std::map<std::string, qingheng::cli::Language> languages{{"zh", qingheng::cli::Language::Chinese},
                                                           {"en", qingheng::cli::Language::English}};
  app.add_option("--lang", shell.language, "language of the output, zh or en / 输出语言")
      ->transform(CLI::CheckedTransformer(languages, CLI::ignore_case))
      ->option_text("zh|en");
  qingheng::cli::add_commands(app, shell);
  if (asks_for_english(argc, argv)) shell.language = qingheng::cli::Language::English;
  describe(app, shell);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : static_cast<int>(qingheng::cli::Exit::Misused);
  }
  return static_cast<int>(shell.exit);
}
