// SPDX-License-Identifier: Apache-2.0
// Subjects from JSON: one object, or an array of them.
//
//   {"kind": "enterprise", "name": "…", "code": "…", "division": "340600",
//    "facts": {"founded": "2015-03-01",
//              "legal": {"value": true, "provenance": "verified", "source": "…", "from": "…", "until": "…"},
//              "revenue": {"2017": 900, "2018": {"value": 1200, "provenance": "evidenced"}},
//              "accidents": [{"occurred": "2019-01-05", "level": "ordinary"}]},
//    "parts": {"members": ["…"]}, "relations": {"parent": "…"},
//    "holdings": [{"policy": "…", "grant": "…", "number": "…", "granted": "…", "expires": "…"}],
//    "bans": [{"policy": "…", "acts": ["application"], "from": "…", "until": "…", "ground": "…"}]}
#pragma once

#include <string>
#include <string_view>

#include "registry/import/import_result.hpp"

namespace qingheng::registry {

/// Reads such a text. Facts and fields are named by id or label; a null value is not supplied. A subject that
/// is not named or whose holdings or bans are wrong is left out; a fact, part or relation that is wrong stays
/// unsupplied. Findings point at the whole text and name the subject and the member.
[[nodiscard]] ImportResult import_json(std::string name, std::string_view bytes, const ImportTables& tables,
                                       const ImportLimits& limits = {});

/// Reads a text of one such object a line; blank lines are passed over. Findings point at the line.
[[nodiscard]] ImportResult import_json_lines(std::string name, std::string_view bytes,
                                             const ImportTables& tables, const ImportLimits& limits = {});

}  // namespace qingheng::registry
