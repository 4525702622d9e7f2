// SPDX-License-Identifier: Apache-2.0
// The names that a text may use, and the longest of them that stands at a place.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feel/expression.hpp"
#include "feel/syntax/internal/token.hpp"

namespace qingheng::feel::syntax {

/// Where a name may stand.
enum class NameUse : std::uint8_t {
  Variable,  // by itself
  Member,    // after a dot, or by itself inside of a filter
};

/// A set of names by their tokens. `a-b` and `a - b` are two names; any white space is as good as one space.
class KnownNames {
 public:
  /// The names of `scope`, the members of its types, the properties of the standard, and `functions`.
  KnownNames(const Scope& scope, std::span<const std::string> functions);

  /// Makes a name known until it is forgotten as often as it was added.
  void add(std::string_view name, NameUse use);
  void forget(std::string_view name, NameUse use);

  struct Match {
    std::size_t tokens = 0;  // 0: nothing known stands here
    std::string_view name;   // as it was declared; until the next `add`
  };
  /// The longest known name at the front of `tokens`; `members` lets members count as well.
  [[nodiscard]] Match longest(std::span<const Token> tokens, bool members) const;

 private:
  struct Place {
    std::map<std::string, std::uint32_t, std::less<>> joined;  // by the next token, without space before it
    std::map<std::string, std::uint32_t, std::less<>> apart;   // with space before it
    std::uint32_t variables = 0;
    std::uint32_t members = 0;
    std::string name;
  };

  [[nodiscard]] std::uint32_t place_of(std::string_view name);
  void add_members(const Type& type, std::vector<const void*>& seen);

  std::vector<Place> places_{1};
};

}  // namespace qingheng::feel::syntax
