// SPDX-License-Identifier: Apache-2.0
#include "registry/vocabulary.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qingheng::registry {

const SubjectKind* Vocabulary::kind(std::string_view id) const {
  const auto found = std::ranges::find(kinds, id, &SubjectKind::id);
  return found == kinds.end() ? nullptr : &*found;
}

const Fact* Vocabulary::fact(std::string_view kind, std::string_view name) const {
  const Fact* by_label = nullptr;
  for (const Fact& fact : facts) {
    if (fact.kind != kind) continue;
    if (fact.id == name) return &fact;
    if (by_label == nullptr && (fact.label.zh == name || fact.label.en == name)) by_label = &fact;
  }
  return name.empty() ? nullptr : by_label;
}

const Unit* Vocabulary::unit(std::string_view name) const {
  const auto found = std::ranges::find(units, name, &Unit::name);
  return found == units.end() ? nullptr : &*found;
}

std::string kinds_in_words(const Vocabulary& vocabulary) {
  std::string words;
  for (const SubjectKind& kind : vocabulary.kinds)
    words += fmt::format("{}`{}`{}", words.empty() ? "" : ", ", kind.id,
                         kind.label.zh.empty() ? "" : fmt::format(" `{}`", kind.label.zh));
  return words;
}

}  // namespace qingheng::registry
