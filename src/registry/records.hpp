// SPDX-License-Identifier: Apache-2.0
// What a value of a fact leaves open: fields that its records lack, and a founding that is yet to come.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.hpp"
#include "feel/value.hpp"
#include "registry/vocabulary.hpp"

namespace qingheng::registry {

/// A field that a record of a list does not have although its absence says nothing, so that it is unknown.
struct AbsentField {
  std::size_t record = 0;  // from 0
  const Field* field = nullptr;
};

/// Such fields of all records of `value`, in their order; empty for a fact without fields.
[[nodiscard]] std::vector<AbsentField> absent_fields(const Fact& fact, const feel::Value& value);

/// `accidents[1].occurred`, `plans(2018)[2].title`: the name under which the field is unknown.
[[nodiscard]] std::string id_of(const Fact& fact, std::optional<std::int32_t> year,
                                const AbsentField& absent);

/// The day on which the subject was founded, when `value` of `fact` says so and that day is after `date`; on
/// `date` it is then not known.
[[nodiscard]] std::optional<base::CivilDate> founded_after(const Fact& fact, const feel::Value& value,
                                                           base::CivilDate date);

/// The messages of the findings about both; `id` as `id_of` gives it.
[[nodiscard]] std::string words_of_absent(std::string_view id);
[[nodiscard]] std::string words_of_founding(base::CivilDate founded, base::CivilDate legal_date);

}  // namespace qingheng::registry
