// SPDX-License-Identifier: Apache-2.0
// The codes of what can be wrong with a policy document: P0xx in its text and blocks, P1xx in what it says.
// Each has an example in tests/policy/bad/ that shows the finding.
#pragma once

#include <array>
#include <string_view>

namespace qingheng::policy {

/// A stable code and, in a few words, what it is about.
struct Finding {
  std::string_view code;
  std::string_view title;
};

/// Codes of text and blocks.
inline constexpr std::array kTextFindings = {
    Finding{"P001", "text that is not UTF-8, or too long"},
    Finding{"P002", "front matter without an end"},
    Finding{"P003", "YAML that cannot be read"},
    Finding{"P004", "a key twice in one mapping"},
    Finding{"P005", "YAML anchors, aliases and tags"},
    Finding{"P006", "YAML too deep or too large"},
    Finding{"P007", "an address given to two clauses"},
    Finding{"P008", "a fence without an end"},
    Finding{"P009", "a block inside a list or a quotation"},
    Finding{"P010", "a block of an unknown kind"},
    Finding{"P011", "an unknown key"},
    Finding{"P012", "a missing key"},
    Finding{"P013", "the wrong shape: a list, a mapping or a single value was wanted"},
    Finding{"P014", "keys that exclude each other"},
    Finding{"P015", "none of several keys of which one is needed"},
    Finding{"P016", "an id given twice"},
    Finding{"P017", "an id that is not lower-case words"},
    Finding{"P020", "a value that is none of the choices"},
    Finding{"P021", "a date that is not one"},
    Finding{"P022", "a duration that is not one"},
    Finding{"P023", "a number that is not one, or out of its range"},
    Finding{"P024", "neither true nor false"},
    Finding{"P025", "an authority that cannot be read"},
    Finding{"P026", "a row of a table with the wrong number of cells"},
    Finding{"P027", "a block that needs a front matter"},
    Finding{"P028", "a list or text that may not be empty"},
};

}  // namespace qingheng::policy
