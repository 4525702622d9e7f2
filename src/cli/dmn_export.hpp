// SPDX-License-Identifier: Apache-2.0
// The part of `qingheng dmn` that writes models.
#pragma once

#include "cli/shell.hpp"

namespace CLI {
class App;
}

namespace qingheng::cli {

/// `export`, a subcommand of `dmn`: a policy as a DMN file.
void add_dmn_export(CLI::App& dmn, Shell& shell);

}  // namespace qingheng::cli
