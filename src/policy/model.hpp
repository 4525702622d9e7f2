// SPDX-License-Identifier: Apache-2.0
// A checked policy document as plain values: what `compile` makes of the text and everything else reads.
//
//   const Policy& policy = *library.policy("huaibei-green-factory");
//   for (const Criterion& criterion : policy.criteria) …
//
// Immutable once compiled and shared freely between threads. Indices into the vectors are stable; names in
// strings have been checked to exist.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "policy/model/common.hpp"
#include "policy/model/consequences.hpp"
#include "policy/model/criteria.hpp"
#include "policy/model/document.hpp"
#include "policy/model/figures.hpp"
#include "policy/model/filing.hpp"
#include "policy/model/layout.hpp"
#include "policy/model/procedure.hpp"
#include "registry/vocabulary.hpp"

namespace qingheng::policy {

using registry::Vocabulary;

/// One version of one document.
struct Policy {
  FrontMatter front;
  std::vector<Clause> clauses;
  std::vector<Criterion> criteria;
  /// At least one for each purpose that a criterion has; written by the author or, without that, all criteria
  /// of the purpose that no group uses.
  std::vector<Eligibility> eligibility;
  std::vector<Parameter> parameters;
  std::vector<Formula> formulas;  // each uses only formulas before it
  std::vector<Table> tables;
  std::vector<Material> materials;
  std::vector<Window> windows;
  std::vector<Quota> quotas;
  std::vector<Procedure> procedures;
  std::vector<Grant> grants;
  std::vector<Duty> duties;
  std::vector<Revocation> revocations;
  std::vector<Sanction> sanctions;
  /// Facts are those of this vocabulary; shared by the policies that were loaded together.
  std::shared_ptr<const Vocabulary> vocabulary;
  /// The names of each kind of subject: one layout shared by all of `front.subjects`, and one for each kind
  /// of their parts (used by `each`).
  std::map<std::string, std::shared_ptr<const Layout>, std::less<>> layouts;

  /// Null pointers when the document has none of that id.
  [[nodiscard]] const Clause* clause(std::string_view address) const;
  [[nodiscard]] const Criterion* criterion(std::string_view id) const;
  [[nodiscard]] const Eligibility* deciding(Purpose purpose) const;
  [[nodiscard]] const Parameter* parameter(std::string_view id) const;
  [[nodiscard]] const Material* material(std::string_view id) const;
  [[nodiscard]] const Window* window(std::string_view id) const;
  [[nodiscard]] const Grant* grant(std::string_view id) const;
  [[nodiscard]] const Layout* layout(std::string_view kind) const;
};

/// Everything that was loaded together.
struct Library {
  std::shared_ptr<const Vocabulary> vocabulary;
  std::vector<std::shared_ptr<const Policy>> policies;  // by id, then by effective date

  /// The version of the policy `id` in force on `date`; null pointer when there is none.
  [[nodiscard]] const Policy* policy(std::string_view id, base::CivilDate date) const;
  /// The latest version; null pointer for an unknown id.
  [[nodiscard]] const Policy* policy(std::string_view id) const;
};

}  // namespace qingheng::policy
