// SPDX-License-Identifier: Apache-2.0
#include "registry/divisions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::registry {

namespace {

constexpr std::size_t kCodeLength = 6;
constexpr std::array<std::string_view, 3> kLevels{"province", "city", "county"};
constexpr std::array<std::string_view, 15> kClasses{"province",
                                                    "autonomous region",
                                                    "municipality",
                                                    "special administrative region",
                                                    "corps",
                                                    "sub-provincial",
                                                    "separately planned",
                                                    "prefecture",
                                                    "autonomous prefecture",
                                                    "layer",
                                                    "district",
                                                    "county-level city",
                                                    "county",
                                                    "autonomous county",
                                                    "zone"};

bool is_code(std::string_view text) {
  return text.size() == kCodeLength && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

template <typename Enum, std::size_t N>
std::optional<Enum> enumerator(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string without_spaces(std::string_view text) {
  std::string out = base::to_half_width(text);
  std::erase(out, ' ');
  return out;
}

}  // namespace

std::string_view name_of(DivisionLevel level) { return kLevels.at(static_cast<std::size_t>(level)); }
std::string_view name_of(DivisionClass division_class) {
  return kClasses.at(static_cast<std::size_t>(division_class));
}

std::expected<Divisions, std::string> Divisions::parse(std::string_view table) {
  Divisions out;
  std::size_t number = 0;
  for (std::string_view line : split(table, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || number == 1) continue;
    const auto cells = split(line, '\t');
    if (cells.size() != 4 || !is_code(cells[0]) || cells[1].empty())
      return std::unexpected(
          fmt::format("line {}: not a code of six digits, a name, a level and a class", number));
    if (cells[2] == "abolished") {
      out.abolished_.emplace(cells[0], cells[3]);
      out.abolished_names_.emplace(cells[0], cells[1]);
      continue;
    }
    const auto level = enumerator<DivisionLevel>(kLevels, cells[2]);
    const auto division_class = enumerator<DivisionClass>(kClasses, cells[3]);
    if (!level || !division_class)
      return std::unexpected(
          fmt::format("line {}: unknown level `{}` or class `{}`", number, cells[2], cells[3]));
    if (!out.all_.empty() && out.all_.back().code >= cells[0])
      return std::unexpected(fmt::format("line {}: `{}` is not in the order of the codes", number, cells[0]));
    out.all_.push_back({std::string(cells[0]), std::string(cells[1]), *level, *division_class});
  }
  for (const Division& division : out.all_) {
    if (division.level != DivisionLevel::Province && out.above(division) == nullptr)
      return std::unexpected(fmt::format("`{}` {} has no division above it", division.code, division.name));
  }
  out.index_names();
  return out;
}

void Divisions::index_names() {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].division_class == DivisionClass::Layer) continue;
    by_name_.emplace(all_[i].name, i);
    std::string longer = all_[i].name;
    for (const Division* up = parent(all_[i].code); up != nullptr; up = parent(up->code)) {
      longer.insert(0, up->name);
      by_name_.emplace(longer, i);
    }
  }
}

const Division* Divisions::find(std::string_view code) const {
  const auto at =
      std::ranges::lower_bound(all_, code, {}, [](const Division& d) -> std::string_view { return d.code; });
  return at == all_.end() || at->code != code ? nullptr : &*at;
}

std::expected<const Division*, DivisionError> Divisions::resolve(std::string_view code) const {
  if (const Division* found = find(code)) return found;
  if (!is_code(code))
    return std::unexpected(
        DivisionError{fmt::format("`{}` is no division code: six digits are needed", code), {}});
  if (const auto gone = abolished_.find(code); gone != abolished_.end()) {
    const Division* after = find(gone->second);
    return std::unexpected(DivisionError{
        fmt::format("division code `{}` ({}) was abolished", code, abolished_names_.find(code)->second),
        after == nullptr ? std::string()
                         : fmt::format("its place is now `{}` ({})", after->code, after->name)});
  }
  DivisionError error{fmt::format("no division has the code `{}`", code), {}};
  for (const std::string& shorter :
       {std::string(code.substr(0, 4)) + "00", std::string(code.substr(0, 2)) + "0000"}) {
    const Division* nearest = find(shorter);
    if (nearest == nullptr) continue;
    error.help = fmt::format("`{}` is {}", shorter, full_name(shorter));
    break;
  }
  return std::unexpected(std::move(error));
}

std::expected<const Division*, DivisionError> Divisions::read(std::string_view text) const {
  const std::string name = without_spaces(text);
  const bool number = !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
  // The statistical code adds the township and the village to the county.
  constexpr std::size_t kStatistical = 12;
  if (number) return resolve(name.size() == kStatistical ? std::string_view(name).substr(0, 6) : name);
  const auto [from, to] = by_name_.equal_range(name);
  if (from != to && std::next(from) == to) return &all_[from->second];
  if (from != to) {
    std::string choices;
    for (auto at = from; at != to && std::distance(from, at) < 4; ++at)
      choices += fmt::format("{}`{}` {}", choices.empty() ? "" : ", ", all_[at->second].code,
                             full_name(all_[at->second].code));
    return std::unexpected(DivisionError{fmt::format("several divisions are named `{}`", name),
                                         fmt::format("give the code: {}", choices)});
  }
  return std::unexpected(DivisionError{fmt::format("no division is named `{}`", name), {}});
}

const Division* Divisions::above(const Division& division) const {
  if (division.level == DivisionLevel::Province) return nullptr;
  const std::string_view code = division.code;
  if (division.level == DivisionLevel::County) {
    if (const Division* city = find(std::string(code.substr(0, 4)) + "00")) return city;
  }
  return find(std::string(code.substr(0, 2)) + "0000");  // of 香港, whose districts stand right below it
}

const Division* Divisions::parent(std::string_view code) const {
  const Division* division = find(code);
  if (division == nullptr) return nullptr;
  const Division* up = above(*division);
  while (up != nullptr && up->division_class == DivisionClass::Layer) up = above(*up);
  return up;
}

bool Divisions::within(std::string_view inner, std::string_view outer) const {
  if (find(outer) == nullptr) return false;
  for (const Division* at = find(inner); at != nullptr; at = above(*at)) {
    if (at->code == outer) return true;
  }
  return false;
}

std::string Divisions::full_name(std::string_view code) const {
  const Division* division = find(code);
  if (division == nullptr) return {};
  const Division* up = parent(code);
  return up == nullptr ? division->name : full_name(up->code) + division->name;
}

}  // namespace qingheng::registry
