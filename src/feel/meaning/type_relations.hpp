// SPDX-License-Identifier: Apache-2.0
// How static types stand to each other: what may be compared, given for one another, or met in a list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feel/type.hpp"

namespace qingheng::feel::meaning {

/// Nothing is known of its values before the evaluation.
[[nodiscard]] bool is_open(const Type& type);
/// A value of type `given` may stand where `wanted` is asked for; a lone value serves as a list and back.
[[nodiscard]] bool fits(const Type& given, const Type& wanted);
/// `=` has a meaning between them.
[[nodiscard]] bool comparable(const Type& a, const Type& b);
/// `<` has a meaning for values of the type.
[[nodiscard]] bool has_order(const Type& type);
/// The narrowest type that has the values of both.
[[nodiscard]] Type common(const Type& a, const Type& b);
/// What an iterator or a filter sees of a value of the type: the element of a list or range, else itself.
[[nodiscard]] Type element_of(const Type& type);
/// The member `name`, by its name or an alias; null pointer for none.
[[nodiscard]] const Type::Member* member_of(const Type& type, std::string_view name);

/// The unit of a product: `人` × `万元/人` is `万元`.
[[nodiscard]] std::string unit_of_product(const std::string& a, const std::string& b);
/// The unit of a quotient; empty for two of one unit.
[[nodiscard]] std::string unit_of_quotient(const std::string& a, const std::string& b);

/// The names of the entries of a context, with their other names.
[[nodiscard]] std::vector<std::string> names_of_members(const Type& type);
/// A help that lists the entries of a context; empty when there are none, or too many to read.
[[nodiscard]] std::string list_of_members(const Type& type);
/// The type in the words of a reader: `number in `人``, `list of date`, `function that gives number`.
[[nodiscard]] std::string in_words(const Type& type);

}  // namespace qingheng::feel::meaning
