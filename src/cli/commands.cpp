// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli
#include "cli/commands.hpp"

#include "cli/feel.hpp"

namespace qingheng::cli {

<<<<<<< HEAD
void add_commands(CLI::App& app, Shell& shell) { add_calendar(app, shell); }
=======
void add_commands(CLI::App& app, Shell& shell) { add_feel(app, shell); }
>>>>>>> feel-run

}  // namespace qingheng::cli
