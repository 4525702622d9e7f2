// SPDX-License-Identifier: Apache-2.0
// FEEL of a policy as FEEL of a DMN model: every name by id, facts of a year as entries of a list.
#pragma once

#include <expected>
#include <set>
#include <string>

#include "policy/model.hpp"

namespace qingheng::policy::dmn {

/// What texts read, by the id that the model knows it under.
struct Reads {
  std::set<std::string> facts, parameters, formulas, tables, criteria;
  bool legal_date = false;
  bool recommender = false;
  bool subject = false;
  bool window = false;
};

/// The text rewritten, with what it reads added to `reads`. The error says what in it only the platform
/// knows.
std::expected<std::string, std::string> rewritten(const Policy& policy, const Expression& expression,
                                                  feel::Form form, Reads& reads);

}  // namespace qingheng::policy::dmn
