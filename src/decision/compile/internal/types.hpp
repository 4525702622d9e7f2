// SPDX-License-Identifier: Apache-2.0
// Names of types → shapes (DMN 1.5 §7.3.2, §7.3.3).
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "decision/compile/internal/draft.hpp"

namespace qingheng::decision::compile {

/// The types of all models, each made once.
class Types {
 public:
  /// Makes every item definition and reports what is wrong with it.
  explicit Types(Draft& draft);

  /// The shape of a named type as seen from a model; null pointer for any value, and for a name that is
  /// unknown, which is reported.
  [[nodiscard]] ShapePtr named(std::uint32_t model, const model::TypeRef& type);
  /// The types that the texts of a model may name.
  [[nodiscard]] const std::vector<feel::Scope::NamedType>& of(std::uint32_t model) const {
    return known_[model];
  }

 private:
  struct Entry {
    bool open = false;
    ShapePtr shape;
    const model::ItemDefinition* item = nullptr;
  };

  /// The shape; empty when the model and its imports have no such name.
  [[nodiscard]] std::optional<ShapePtr> find(std::uint32_t model, const std::string& name);
  [[nodiscard]] ShapePtr item(std::uint32_t model, const model::ItemDefinition& item);
  [[nodiscard]] Shape made(std::uint32_t model, const model::ItemDefinition& item, const std::string& name);
  [[nodiscard]] Shape structure(std::uint32_t model, const model::ItemDefinition& item,
                                const std::string& name);
  void constrain(Shape& shape, const base::SourceSpan& tests);
  void ring(const model::ItemDefinition& item);
  void declare(std::uint32_t model, const std::string& prefix, std::uint32_t from, std::size_t depth);

  Draft& draft_;
  std::map<std::pair<std::uint32_t, std::string>, Entry> entries_;
  std::vector<const model::ItemDefinition*> way_;
  std::set<std::pair<std::uint32_t, std::string>> told_;  // unknown names, by model
  std::vector<std::vector<feel::Scope::NamedType>> known_;
};

/// The type of a shape; any without one.
[[nodiscard]] feel::Type type_of(const ShapePtr& shape);

}  // namespace qingheng::decision::compile
