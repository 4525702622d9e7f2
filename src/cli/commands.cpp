// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli
#include "cli/commands.hpp"

#include "cli/feel.hpp"

namespace qingheng::cli {

void add_commands(CLI::App& app, Shell& shell) {
  add_check(app, shell);
  add_feel(app, shell);
  add_calendar(app, shell);
  add_evaluate(app, shell);
  add_match(app, shell);
  add_test(app, shell);
  add_report(app, shell);
  add_dmn(app, shell);
  add_tck(app, shell);
}

}  // namespace qingheng::cli
