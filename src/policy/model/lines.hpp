// SPDX-License-Identifier: Apache-2.0
// The lines of authority that documents may name before the `@`: `industry@county`.
#pragma once

#include <span>
#include <string_view>

namespace qingheng::policy {

/// A line of authority and what its authorities are called.
struct AuthorityLine {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};

/// Every line, by id; docs/policy-language.md lists them.
[[nodiscard]] std::span<const AuthorityLine> authority_lines();
/// Null pointer for none of that id.
[[nodiscard]] const AuthorityLine* authority_line(std::string_view id);

}  // namespace qingheng::policy
