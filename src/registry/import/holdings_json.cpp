// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_json_test.cpp
#include "registry/import/holdings_json.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::registry {

using base::Json;

namespace {

std::unexpected<MisreadEntry> refused(std::string member, CellError error, const Json::Place& place) {
  return std::unexpected(MisreadEntry{std::move(member), std::move(error), place});
}

/// Nothing when `json` is an object whose members are all known.
std::optional<MisreadEntry> misfit(const Json& json, const char* list,
                                   const std::vector<std::string>& known) {
  if (json.object() == nullptr) return MisreadEntry{list, {"an entry is not an object", {}}, json.place()};
  for (const auto& [name, value] : *json.object()) {
    if (std::ranges::find(known, name) == known.end())
      return MisreadEntry{list,
                          {fmt::format("an entry has no member `{}`", name), base::did_you_mean(name, known)},
                          name_place(value)};
  }
  return std::nullopt;
}

/// Sets each date that the entry has.
using NamedDate = std::pair<const char*, std::optional<base::CivilDate>*>;
std::optional<MisreadEntry> take_dates(const Json& json, std::initializer_list<NamedDate> dates) {
  for (const auto& [member, date] : dates) {
    auto read = date_of(json, member);
    if (!read) return MisreadEntry{member, std::move(read.error().error), read.error().place};
    *date = *read;
  }
  return std::nullopt;
}

}  // namespace

std::expected<Holding, MisreadEntry> read_json_holding(const Json& json) {
  if (auto wrong = misfit(json, "holdings",
                          {"policy", "grant", "number", "granted", "expires", "suspended", "revoked"}))
    return std::unexpected(*std::move(wrong));
  Holding holding{
      .policy = text_of(json, "policy"), .grant = text_of(json, "grant"), .number = text_of(json, "number")};
  std::optional<base::CivilDate> granted;
  if (auto wrong = take_dates(json, {{"granted", &granted},
                                     {"expires", &holding.expires},
                                     {"suspended", &holding.suspended},
                                     {"revoked", &holding.revoked}}))
    return std::unexpected(*std::move(wrong));
  if (!granted || holding.policy.empty())
    return refused("holdings", {"`policy` and `granted` are needed", {}}, json.place());
  holding.granted = *granted;
  return holding;
}

std::expected<Ban, MisreadEntry> read_json_ban(const Json& json) {
  if (auto wrong = misfit(json, "bans", {"policy", "acts", "from", "until", "ground", "sanction"}))
    return std::unexpected(*std::move(wrong));
  Ban ban{.policy = text_of(json, "policy"),
          .ground = text_of(json, "ground"),
          .sanction = text_of(json, "sanction")};
  if (const Json* acts = json.find("acts"); acts != nullptr && !acts->is_null()) {
    const base::JsonArray* items = acts->array();
    if (items == nullptr ||
        !std::ranges::all_of(*items, [](const Json& act) { return act.string() != nullptr; }))
      return refused("bans", {"`acts` is not an array of strings", {}}, acts->place());
    for (const Json& act : *items) ban.acts.push_back(tidy(*act.string()));
  }
  std::optional<base::CivilDate> from;
  if (auto wrong = take_dates(json, {{"from", &from}, {"until", &ban.until}}))
    return std::unexpected(*std::move(wrong));
  if (!from || ban.policy.empty())
    return refused("bans", {"`policy` and `from` are needed", {}}, json.place());
  ban.from = *from;
  return ban;
}

}  // namespace qingheng::registry
