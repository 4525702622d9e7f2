// SPDX-License-Identifier: Apache-2.0
// The subcommand `feel`.
#pragma once

#include "cli/shell.hpp"

namespace CLI {
class App;
}

namespace qingheng::cli {

/// Adds `feel`: evaluates one expression. `shell` must outlive `app`.
void add_feel(CLI::App& app, Shell& shell);

}  // namespace qingheng::cli
