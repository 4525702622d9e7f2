// SPDX-License-Identifier: Apache-2.0
// Codes that the state gives, as literals in expressions are held against them: divisions (GB/T 2260) and
// industries (GB/T 4754).
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "feel/type.hpp"
#include "policy/rules/vocabulary.hpp"
#include "registry/divisions.hpp"

namespace qingheng::policy::compile {

/// What is asked of literals that meet a fact of such a type; null pointers: nothing.
struct CodeSystems {
  std::shared_ptr<const feel::LiteralCheck> division;
  std::shared_ptr<const feel::LiteralCheck> industry;
};

/// The systems that are known; without a table of divisions these are not checked.
[[nodiscard]] CodeSystems code_systems(std::shared_ptr<const registry::Divisions> divisions);

/// Why a text is no code of a division: not six digits, abolished (with the code that came after), unknown,
/// or a name in place of the code; empty when it is one.
[[nodiscard]] std::optional<feel::LiteralFault> division_fault(const registry::Divisions& divisions,
                                                               std::string_view code);
/// Why a text is no code of an industry: a section `A` to `T`, with or without the two to four digits of a
/// division, group or class, of which the first two run from 01 to 97. Empty when it is one.
[[nodiscard]] std::optional<feel::LiteralFault> industry_fault(std::string_view code);

/// The type as expressions see it, with the system that its codes belong to.
[[nodiscard]] feel::Type checked_type(const rules::ValueType& type, const CodeSystems& systems);

}  // namespace qingheng::policy::compile
