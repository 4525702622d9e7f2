// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/syntax/names_test.cpp
#include "feel/syntax/internal/known_names.hpp"

#include <algorithm>
#include <array>

namespace qingheng::feel::syntax {
namespace {

// Those of DMN 1.5 table 65 that are more than one word; single words need no knowledge.
constexpr std::array<std::string_view, 3> kProperties = {"start included", "end included", "time offset"};

}  // namespace

KnownNames::KnownNames(const Scope& scope, std::span<const std::string> functions) {
  for (const std::string_view property : kProperties) add(property, NameUse::Member);
  for (const std::string& function : functions) add(function, NameUse::Variable);
  std::vector<const void*> seen;
  for (const Scope::Entry& entry : scope.entries()) {
    add(entry.name, NameUse::Variable);
    for (const std::string& alias : entry.aliases) add(alias, NameUse::Variable);
    add_members(entry.type, seen);
  }
}

void KnownNames::add_members(const Type& type, std::vector<const void*>& seen) {
  std::vector<const Type*> waiting = {&type};
  const auto enter = [&](const void* shared) {
    if (shared == nullptr || std::ranges::find(seen, shared) != seen.end()) return false;
    seen.push_back(shared);
    return true;
  };
  while (!waiting.empty()) {
    const Type* const current = waiting.back();
    waiting.pop_back();
    if (enter(current->element.get())) waiting.push_back(current->element.get());
    if (enter(current->result.get())) waiting.push_back(current->result.get());
    if (!enter(current->members.get())) continue;
    for (const Type::Member& member : *current->members) {
      add(member.name, NameUse::Member);
      for (const std::string& alias : member.aliases) add(alias, NameUse::Member);
      waiting.push_back(&member.type);
    }
  }
}

std::uint32_t KnownNames::place_of(std::string_view name) {
  std::uint32_t at = 0;
  for (const Token& token : tokens_of(name)) {
    if (token.kind == TokenKind::End) break;
    auto& ways = token.spaced && at != 0 ? places_[at].apart : places_[at].joined;
    const auto [way, fresh] = ways.try_emplace(std::string(token.text), 0);
    if (fresh) {
      way->second = static_cast<std::uint32_t>(places_.size());
      at = way->second;
      places_.emplace_back();
    } else {
      at = way->second;
    }
  }
  return at;
}

void KnownNames::add(std::string_view name, NameUse use) {
  const std::uint32_t at = place_of(name);
  if (at == 0) return;
  Place& place = places_[at];
  ++(use == NameUse::Variable ? place.variables : place.members);
  if (place.name.empty()) place.name = name;
}

void KnownNames::forget(std::string_view name, NameUse use) {
  Place& place = places_[place_of(name)];
  std::uint32_t& count = use == NameUse::Variable ? place.variables : place.members;
  if (count > 0) --count;
}

KnownNames::Match KnownNames::longest(std::span<const Token> tokens, bool members) const {
  Match best;
  const Place* place = places_.data();
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    const Token& token = tokens[index];
    const auto& ways = token.spaced && index != 0 ? place->apart : place->joined;
    const auto way = ways.find(token.text);
    if (way == ways.end() || token.kind == TokenKind::End) break;
    place = &places_[way->second];
    if (place->variables > 0 || (members && place->members > 0)) best = {index + 1, place->name};
  }
  return best;
}

}  // namespace qingheng::feel::syntax
