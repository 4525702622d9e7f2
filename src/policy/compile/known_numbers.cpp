// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/compile/known_numbers.hpp"

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
  const auto place = layout.scope.find(node->text);
  const auto* input = place ? std::get_if<ParameterInput>(&layout.sources[*place]) : nullptr;
  if (input == nullptr) return std::nullopt;
  const Parameter& parameter = draft.policy.parameters[input->parameter];
  return parameter.status == Parameter::Status::Set ? number_of(parameter.value) : std::nullopt;
}

}  // namespace qingheng::policy::compile
