// SPDX-License-Identifier: Apache-2.0
// The subcommands, one file each: a function adds the command with its options to the program, and its
// callback runs it.
#pragma once

#include "cli/shell.hpp"

namespace CLI {
class App;
}

namespace qingheng::cli {

/// Adds every subcommand to `app`. `shell` must outlive it.
void add_commands(CLI::App& app, Shell& shell);

/// `check PATH…`.
void add_check(CLI::App& app, Shell& shell);

/// `calendar add|count`.
void add_calendar(CLI::App& app, Shell& shell);
/// `evaluate`: one policy, one subject.
void add_evaluate(CLI::App& app, Shell& shell);
/// `match`: every policy for a subject or a register.
void add_match(CLI::App& app, Shell& shell);
/// `test`: the scenarios of policies.
void add_test(CLI::App& app, Shell& shell);
/// `dmn check|eval`: a DMN model.
void add_dmn(CLI::App& app, Shell& shell);
/// `tck`: conformance cases of DMN.
void add_tck(CLI::App& app, Shell& shell);
/// `report`: documents, scenarios and the demonstration register in one go.
void add_report(CLI::App& app, Shell& shell);

}  // namespace qingheng::cli
