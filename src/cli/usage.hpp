// SPDX-License-Identifier: Apache-2.0
// What the program says of how it is called, in the shell's language: `--help`, and why a call cannot be
// read.
#pragma once

#include "cli/shell.hpp"

namespace CLI {
class App;
}

namespace qingheng::cli {

/// Help and refusals of `app`, and of the subcommands that are added later, go through the catalogue.
/// `shell` must outlive it.
void speak(CLI::App& app, const Shell& shell);

/// Puts what help says of the commands and options into the shell's language: after the last is added, when
/// the language is known. A description in both languages has ` / ` between them.
void describe(CLI::App& app, const Shell& shell);

}  // namespace qingheng::cli
