// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli
// The program: a file of cli/ for each subcommand. docs/main-path.md follows a call through the rooms.
#include <chrono>
#include <cstdlib>
#include <string_view>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/usage.hpp"

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

  CLI::App app{"清衡 Qingheng: regulation that runs / 可执行的政策文件", "qingheng"};
  qingheng::cli::speak(app, shell);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option_function<std::string>(
         "--lang",
         [&shell](const std::string& lang) {
           shell.language =
               lang == "en" ? qingheng::cli::Language::English : qingheng::cli::Language::Chinese;
         },
         "language of the output, zh or en / 输出语言")
      ->check(CLI::IsMember({"zh", "en"}))
      ->option_text("zh|en");
  qingheng::cli::add_commands(app, shell);
  if (asks_for_english(argc, argv)) shell.language = qingheng::cli::Language::English;
  qingheng::cli::describe(app, shell);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : static_cast<int>(qingheng::cli::Exit::Misused);
  }
  return static_cast<int>(shell.exit);
}
