// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/program.txt
#include "cli/usage.hpp"

#include <algorithm>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/unicode.hpp"

namespace qingheng::cli {

namespace {

/// A description in the shell's language; one in both has ` / ` between them.
std::string described(const Shell& shell, const std::string& text) {
  const std::size_t both = text.find(" / ");
  if (both == std::string::npos) return in_words(shell, text);
  return shell.language == Language::Chinese ? text.substr(both + 3) : text.substr(0, both);
}

/// CLI11's formatter with columns as wide as they look, and its words from the catalogue.
class Formatter : public CLI::Formatter {
 public:
  explicit Formatter(const Shell& shell) : shell_(&shell) {}

  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string text = CLI::Formatter::make_usage(app, std::move(name));
    for (const auto* word : {"Usage:", "[OPTIONS]", "SUBCOMMAND"}) {
      const std::size_t at = text.find(word);
      if (at != std::string::npos) text.replace(at, std::string_view(word).size(), in_words(*shell_, word));
    }
    return text;
  }
  std::string make_positionals(const CLI::App* app) const override {
    const auto options = app->get_options(
        [](const CLI::Option* option) { return !option->get_group().empty() && option->get_positional(); });
    return options.empty() ? std::string() : make_group(in_words(*shell_, "Positionals"), true, options);
  }
  std::string make_option(const CLI::Option* option, bool positional) const override {
    std::string left = "  " + make_option_name(option, positional) + words_of(option);
    const std::size_t width = base::display_width(left);
    const std::string text = make_option_desc(option);
    if (text.empty()) return left + "\n";
    left += width < get_column_width() ? std::string(get_column_width() - width, ' ')
                                       : "\n" + std::string(get_column_width(), ' ');
    return left + text + "\n";
  }

 private:
  /// What stands behind the name of an option: what kind of value, how many, whether it is needed.
  [[nodiscard]] std::string words_of(const CLI::Option* option) const {
    if (!option->get_option_text().empty()) return " " + option->get_option_text();
    if (option->get_type_size() == 0) return {};
    std::string words = " " + option->get_type_name();
    if (const std::size_t text = words.find("TEXT"); text != std::string::npos)
      words.replace(text, 4, in_words(*shell_, "TEXT"));
    if (option->get_expected_max() == CLI::detail::expected_max_vector_size) words += " ...";
    if (option->get_required()) words += " " + in_words(*shell_, "REQUIRED");
    return words;
  }

  const Shell* shell_;
};

std::string unknown_subcommand(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return unknown_name("there is no subcommand", word, names);
}

/// The words of a message of CLI11, which end with `ending`; empty when it does not.
std::string before(const std::string& text, std::string_view ending) {
  return text.ends_with(ending) ? text.substr(0, text.size() - ending.size()) : std::string();
}

/// `--lang: fr not in {zh,en}`.
std::string none_of_choices(const std::string& text, std::size_t at) {
  const std::size_t colon = text.find(": ");
  std::string choices;
  for (const char letter : text.substr(at + 9, text.size() - at - 10))
    choices += letter == ',' ? std::string("`, `") : std::string(1, letter);
  return fmt::format("`{}` cannot be `{}`; there are `{}`", text.substr(0, colon),
                     text.substr(colon + 2, at - colon - 2), choices);
}

/// What is wrong with the call, as a sentence of the catalogue.
std::string sentence_of(const CLI::App& app, const CLI::Error& error) {
  const std::string text = error.what();
  const auto words = app.remaining();
  if (const std::string needed = before(text, " is required"); !needed.empty()) {
    if (needed != "A subcommand") return fmt::format("`{}` is needed", needed);
    return words.empty() ? "a subcommand is needed" : unknown_subcommand(app, words.front());
  }
  if (text.starts_with("The following argument"))
    return fmt::format("`{}` was not expected", app.remaining(true).front());
  if (const std::size_t at = text.find(" not in {"); at != std::string::npos && text.ends_with('}'))
    return none_of_choices(text, at);
  if (const std::size_t at = text.find(" excludes "); at != std::string::npos)
    return fmt::format("`{}` and `{}` exclude each other", text.substr(0, at), text.substr(at + 10));
  if (error.get_name() == "ArgumentMismatch") {
    const std::size_t colon = text.find(": ");
    const std::string name = text.substr(0, colon);
    if (colon != std::string::npos && text.ends_with(" missing"))
      return fmt::format("`{}` lacks its value", name);
    if (colon != std::string::npos && text.find("At Most") != std::string::npos)
      return fmt::format("`{}` is given too often", name);
  }
  return fmt::format("the call cannot be read (`{}`)", text);
}

}  // namespace

void speak(CLI::App& app, const Shell& shell) {
  app.formatter(std::make_shared<Formatter>(shell));
  app.failure_message([&shell](const CLI::App* refusing, const CLI::Error& error) {
    return in_words(shell, sentence_of(*refusing, error)) + "\n" +
           in_words(shell, "--help says what can be written") + "\n";
  });
}

void describe(CLI::App& app, const Shell& shell) {
  app.description(described(shell, app.get_description()));
  for (CLI::Option* option : app.get_options()) {
    option->description(described(shell, option->get_description()));
    option->group(in_words(shell, option->get_group()));
  }
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(in_words(shell, command->get_group()));
    describe(*command, shell);
  }
}

}  // namespace qingheng::cli
