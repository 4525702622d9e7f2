// SPDX-License-Identifier: Apache-2.0
// The administrative divisions of China (GB/T 2260): a tree of provinces, cities and counties.
//
//   auto divisions = Divisions::parse(text_of("data/divisions.tsv"));
//   divisions->within("340602", "340600");       // true: 杜集区 lies in 淮北市
//   divisions->find("370200")->division_class;   // SeparatelyPlanned: 青岛市
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qingheng::registry {

/// Height in the tree. Counties are 县, 区, 县级市 and 旗.
enum class DivisionLevel : std::uint8_t { Province, City, County };

/// What the division is beyond its level.
enum class DivisionClass : std::uint8_t {
  Province,
  AutonomousRegion,
  Municipality,  // 直辖市
  SpecialAdministrativeRegion,
  Corps,              // 新疆生产建设兵团, which recommends as a province does
  SubProvincial,      // 副省级城市 that are not separately planned
  SeparatelyPlanned,  // 计划单列市
  Prefecture,         // 地级市, 地区, 盟
  AutonomousPrefecture,
  Layer,  // 市辖区, 县, 省直辖县级行政区划: a rung of the code without an authority
  District,
  CountyLevelCity,
  County,            // 县, 旗
  AutonomousCounty,  // 自治县, 自治旗
  Zone,              // development zone that statistics count as a county; not in GB/T 2260
};

/// `province`, `city`, `county`.
[[nodiscard]] std::string_view name_of(DivisionLevel level);
/// As policies write it: `separately planned`, `county-level city`.
[[nodiscard]] std::string_view name_of(DivisionClass division_class);

/// One division of the table.
struct Division {
  std::string code;  // six digits
  std::string name;
  DivisionLevel level = DivisionLevel::Province;
  DivisionClass division_class = DivisionClass::Province;
};

/// Why a code names no division: what is wrong, and what may be meant.
struct DivisionError {
  std::string message;  // as a diagnostic's
  std::string help;     // empty for none
};

/// The whole table, found by code or name.
class Divisions {
 public:
  /// Reads lines of `code`, `name`, `level`, `class`, separated by tabs, after a line of headings; further
  /// lines of level `abolished` have the code that came after as `class`. The error names the line.
  [[nodiscard]] static std::expected<Divisions, std::string> parse(std::string_view table);

  /// Null pointer for a code that is not in the table.
  [[nodiscard]] const Division* find(std::string_view code) const;
  /// The division of a code, or why there is none: not six digits, abolished, or unknown.
  [[nodiscard]] std::expected<const Division*, DivisionError> resolve(std::string_view code) const;
  /// Reads a code, or a name that only one division has (`淮北市`, `相山区`, `安徽省淮北市相山区`).
  [[nodiscard]] std::expected<const Division*, DivisionError> read(std::string_view text) const;
  /// The next division above that is an authority, so that rungs of class `Layer` are passed over; null
  /// pointer above a province and for an unknown code.
  [[nodiscard]] const Division* parent(std::string_view code) const;
  /// True when `inner` is `outer` or lies below it. False when either is not in the table.
  [[nodiscard]] bool within(std::string_view inner, std::string_view outer) const;
  /// Names from the province down: `安徽省淮北市相山区`; empty for an unknown code.
  [[nodiscard]] std::string full_name(std::string_view code) const;
  /// In the order of the codes.
  [[nodiscard]] const std::vector<Division>& all() const { return all_; }

 private:
  /// The division right above in the code, layers included.
  [[nodiscard]] const Division* above(const Division& division) const;
  void index_names();

  std::vector<Division> all_;                                  // sorted by code
  std::map<std::string, std::string, std::less<>> abolished_;  // code → successor; empty when none
  std::map<std::string, std::string, std::less<>> abolished_names_;
  std::multimap<std::string, std::size_t, std::less<>> by_name_;  // short and full names → place in all_
};

}  // namespace qingheng::registry
