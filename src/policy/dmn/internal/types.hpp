// SPDX-License-Identifier: Apache-2.0
// Types of facts and figures as item definitions.
#pragma once

#include <string>
#include <vector>

#include "decision/model.hpp"
#include "policy/model.hpp"

namespace qingheng::policy::dmn {

/// Names types, and defines those that DMN does not have by itself.
class ItemTypes {
 public:
  /// Of a value of the type; `name` names the definition when one is needed.
  std::string name_of(const feel::Type& type, const std::string& name);
  /// Of a fact; of each year a list of `{year, value}`.
  std::string name_of(const registry::Fact& fact);
  [[nodiscard]] std::vector<decision::model::ItemDefinition> take() { return std::move(items_); }

 private:
  decision::model::ItemDefinition define(const feel::Type& type, const std::string& name);

  std::vector<decision::model::ItemDefinition> items_;
};

}  // namespace qingheng::policy::dmn
