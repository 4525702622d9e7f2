// SPDX-License-Identifier: Apache-2.0
// A policy as a DMN model that other tools read.
//
//   const dmn::Export made = dmn::to_model(policy);
//   const std::string text = decision::xml::write_model(made.model);
#pragma once

#include <string>
#include <vector>

#include "decision/model.hpp"
#include "policy/model.hpp"

namespace qingheng::policy::dmn {

/// A block of the policy that the model cannot say, and why; it is an input of the model, so that those who
/// evaluate the model give its value.
struct TakenAsInput {
  std::string id;
  std::string why;
};

/// The model and what it does not say by itself.
struct Export {
  decision::model::Model model;
  std::vector<TakenAsInput> inputs;
};

/// Tables are decisions with a decision table; formulas, criteria and set parameters are literal ones; facts
/// and unset parameters are input data, with types that list their codes and units in the description; the
/// clause of each block is a knowledge source. Everything is named by its id. A fact of each year is a list
/// of `{year, value}`. What only the platform knows (the register's relations, holdings and bans, judgements,
/// scores, parts of a composite subject) makes a block an input. A criterion that gives null is not met.
[[nodiscard]] Export to_model(const Policy& policy);

}  // namespace qingheng::policy::dmn
