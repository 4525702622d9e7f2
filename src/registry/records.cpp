// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_json_test.cpp
#include "registry/records.hpp"

#include <fmt/format.h>

namespace qingheng::registry {

std::vector<AbsentField> absent_fields(const Fact& fact, const feel::Value& value) {
  std::vector<AbsentField> absent;
  if (fact.fields.empty() || value.kind() != feel::Kind::List) return absent;
  const feel::List& records = value.as_list();
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].kind() != feel::Kind::Context) continue;
    for (const Field& field : fact.fields) {
      if (!field.optional && records[i].entry(field.id) == nullptr) absent.push_back({i, &field});
    }
  }
  return absent;
}

std::string id_of(const Fact& fact, std::optional<std::int32_t> year, const AbsentField& absent) {
  return fmt::format("{}{}[{}].{}", fact.id, year ? fmt::format("({})", *year) : std::string(),
                     absent.record + 1, absent.field->id);
}

std::optional<base::CivilDate> founded_after(const Fact& fact, const feel::Value& value,
                                             base::CivilDate date) {
  if (fact.id != "founded" || value.kind() != feel::Kind::Date || value.as_date() <= date)
    return std::nullopt;
  return value.as_date();
}

std::string words_of_absent(std::string_view id) {
  return fmt::format("`{}` is not given and stays unknown", id);
}

std::string words_of_founding(base::CivilDate founded, base::CivilDate legal_date) {
  return fmt::format("`{}` is after the legal date {}, on which it stays unknown", founded.to_string(),
                     legal_date.to_string());
}

}  // namespace qingheng::registry
