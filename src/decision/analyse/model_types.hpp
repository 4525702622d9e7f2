// SPDX-License-Identifier: Apache-2.0
// Types of a model's names, as far as the analysis of its tables needs them.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decision/analyse/table.hpp"
#include "decision/model.hpp"

namespace qingheng::decision::analyse {

/// A type with the tests that its values pass.
struct ColumnType {
  feel::Type type;
  std::vector<Cell> allowed;
};

/// Types of the names of a model; names that cannot be resolved have any value.
class ModelTypes {
 public:
  /// The first model and those that it imports. They outlive this.
  explicit ModelTypes(std::span<const std::shared_ptr<const model::Model>> models);

  /// Of the first model; any value for a name that is not known, a structure or a list.
  [[nodiscard]] ColumnType named(const model::TypeRef& type) const;
  /// The type of `applicant.age` when `applicant` is an input or a decision of the first model.
  [[nodiscard]] ColumnType of_path(std::string_view text) const;
  /// Unary tests of such a type; null pointer inside when they are no FEEL.
  [[nodiscard]] Cell tests(const base::SourceSpan& text, const feel::Type& tested) const;
  /// The names of the first model, so that texts with spaces in names can be read.
  [[nodiscard]] const feel::Scope& scope() const { return scope_; }

 private:
  [[nodiscard]] ColumnType resolve(const model::Model& in, std::string_view name, int depth) const;
  [[nodiscard]] ColumnType of_item(const model::Model& in, const model::ItemDefinition& item,
                                   int depth) const;
  [[nodiscard]] const model::ItemDefinition* item_of(const model::Model& in, std::string_view name) const;
  void add_variable(const model::Variable& variable, const std::string& name);

  std::span<const std::shared_ptr<const model::Model>> models_;
  feel::Scope scope_;
  std::map<std::string, model::TypeRef, std::less<>> variables_;
};

/// The texts of the values that tests such as `"a", "b"` list, in their order; empty when they are more than
/// a list of literals.
[[nodiscard]] std::vector<base::SourceSpan> listed_texts(const Cell& tests);

}  // namespace qingheng::decision::analyse
