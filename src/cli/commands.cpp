// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli
#include "cli/commands.hpp"

namespace qingheng::cli {

void add_commands(CLI::App& app, Shell& shell) {
  add_feel(app, shell);
  add_calendar(app, shell);
}

}  // namespace qingheng::cli
