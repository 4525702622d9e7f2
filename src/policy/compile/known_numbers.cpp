// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/compile/known_numbers.hpp"

#include <algorithm>

namespace qingheng::policy::compile {

using feel::syntax::NodeKind;

namespace {

std::optional<base::Decimal> number_of(const feel::Value& value) {
  return value.kind() == feel::Kind::Number ? std::optional(value.as_number()) : std::nullopt;
}

}  // namespace

std::optional<base::Decimal> known_number(const Draft& draft, const Layout& layout,
                                          const feel::syntax::Node* node) {
  if (node == nullptr) return std::nullopt;
  if (node->kind == NodeKind::Literal) return number_of(node->value);
  if (node->kind != NodeKind::Name) return std::nullopt;
  const auto& entries = layout.scope.entries();
  const auto entry = std::ranges::find_if(entries, [&](const feel::Scope::Entry& each) {
    return each.name == node->text || std::ranges::find(each.aliases, node->text) != each.aliases.end();
  });
  if (entry == entries.end()) return std::nullopt;
  const auto* input =
      std::get_if<ParameterInput>(&layout.sources[static_cast<std::size_t>(entry - entries.begin())]);
  if (input == nullptr) return std::nullopt;
  const Parameter& parameter = draft.policy.parameters[input->parameter];
  return parameter.status == Parameter::Status::Set ? number_of(parameter.value) : std::nullopt;
}

}  // namespace qingheng::policy::compile
