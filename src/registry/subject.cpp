// SPDX-License-Identifier: Apache-2.0
#include "registry/subject.hpp"

#include <algorithm>

namespace qingheng::registry {

std::optional<base::CivilDate> last_day(const FactRecord& record, const std::optional<base::Length>& valid) {
  if (record.until || !record.from || !valid) return record.until;
  return record.from->plus_months(valid->months).plus_days(valid->days);
}

const FactRecord* Subject::fact(std::string_view id, std::optional<std::int32_t> year, base::CivilDate date,
                                const std::optional<base::Length>& valid) const {
  const auto found = facts.find(id);
  if (found == facts.end()) return nullptr;
  const FactRecord* latest = nullptr;
  for (const FactRecord& record : found->second) {
    const auto until = last_day(record, valid);
    const bool good = (!record.from || *record.from <= date) && (!until || date <= *until);
    if (record.year == year && good) latest = &record;
  }
  return latest;
}

bool Register::add(Subject subject) {
  const bool added = by_code_.try_emplace(subject.code, subjects_.size()).second;
  if (added) subjects_.push_back(std::move(subject));
  return added;
}

const Subject* Register::find(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &subjects_[found->second];
}

Standing standing(const Holding& holding, base::CivilDate date) {
  if (date < holding.granted) return Standing::NotYet;
  if (holding.revoked && *holding.revoked <= date) return Standing::Revoked;
  if (holding.expires && *holding.expires < date) return Standing::Expired;
  if (holding.suspended && *holding.suspended <= date) return Standing::Suspended;
  return Standing::Valid;
}

bool in_force(const Ban& ban, std::string_view act, base::CivilDate date) {
  const bool named = ban.acts.empty() || act.empty() || std::ranges::find(ban.acts, act) != ban.acts.end();
  return named && ban.from <= date && (!ban.until || date <= *ban.until);
}

}  // namespace qingheng::registry
