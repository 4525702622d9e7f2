// SPDX-License-Identifier: Apache-2.0
// An argument that is a JSON object, or the file that holds it.
#pragma once

#include <expected>
#include <string>

#include "feel/value.hpp"

namespace qingheng::cli {

/// The object as FEEL reads JSON; no entries for an empty text. An argument that does not begin with `{` is
/// the path of a file. The error says what is wrong; `what` names the thing: `context`, `input`.
[[nodiscard]] std::expected<feel::Context, std::string> read_json_argument(const std::string& argument,
                                                                           const std::string& what);

}  // namespace qingheng::cli
