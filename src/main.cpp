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
      ->transform(CLI::CheckedTransformer(languages, CLI::ignore_case));
  qingheng::cli::add_commands(app, shell);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : static_cast<int>(qingheng::cli::Exit::Misused);
  }
  return static_cast<int>(shell.exit);
}
