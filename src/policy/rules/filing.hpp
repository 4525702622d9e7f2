// SPDX-License-Identifier: Apache-2.0
// Blocks `material`, `window` and `quota` (docs/policy-language.md §5).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/model/filing.hpp"
#include "policy/rules/common.hpp"

namespace qingheng::policy::rules {

/// `material: id`.
struct Material {
  Head head;
  std::string form;
  std::uint32_t copies = 1;
  std::vector<Actor> sealed_by;
  std::vector<Spanned> proves;
  std::optional<Condition> when;
};

/// `window: id`.
struct Window {
  Head head;
  std::optional<policy::Window::For> purpose;  // absent: as the procedure uses it
  std::optional<Moment> opens;
  std::optional<Moment> closes;
  bool opens_unannounced = false;
  bool closes_unannounced = false;
  base::SourceSpan opens_span;   // of the key's value; empty when absent
  base::SourceSpan closes_span;  // the same
  Spanned reopens;
  std::optional<Condition> group;
  std::vector<Spanned> defects;
  std::string channel;
};

/// `quota: id`.
struct Quota {
  Head head;
  Spanned counts;
  Spanned by;
  FeelText limit;
  policy::Quota::Overflow overflow = policy::Quota::Overflow::ExcessVoid;
  std::optional<policy::Quota::Order> order;
};

}  // namespace qingheng::policy::rules
