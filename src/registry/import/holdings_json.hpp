// SPDX-License-Identifier: Apache-2.0
// A holding or a ban as a JSON object.
#pragma once

#include <expected>
#include <string>

#include "registry/import/json_value.hpp"
#include "registry/subject.hpp"

namespace qingheng::registry {

/// What is wrong with an entry: the list or the member that it is about, why, and where it stands.
struct MisreadEntry {
  std::string member;
  CellError error;
  base::Json::Place place;
};

/// Reads one entry of `holdings`: `policy` and `granted` are needed, and an unknown member refuses it.
[[nodiscard]] std::expected<Holding, MisreadEntry> read_json_holding(const base::Json& json);

/// Reads one entry of `bans`: `policy` and `from` are needed, and an unknown member refuses it.
[[nodiscard]] std::expected<Ban, MisreadEntry> read_json_ban(const base::Json& json);

}  // namespace qingheng::registry
