// SPDX-License-Identifier: Apache-2.0
#include "policy/compile/code_systems.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "policy/compile/vocabulary.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::LiteralCheck;
using feel::LiteralFault;
using registry::Meaning;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// The last two-digit division of each section of GB/T 4754-2017, from A to T.
constexpr std::array<int, 20> kLastOfSection = {5,  12, 43, 46, 50, 52, 60, 62, 65, 69,
                                                70, 72, 75, 79, 82, 83, 85, 90, 96, 97};

char section_of(int division) {
  const auto at = std::ranges::lower_bound(kLastOfSection, division);
  return static_cast<char>('A' + (at - kLastOfSection.begin()));
}

std::shared_ptr<const LiteralCheck> system_of(Meaning meaning, const CodeSystems& systems) {
  if (meaning == Meaning::Division) return systems.division;
  return meaning == Meaning::Industry ? systems.industry : nullptr;
}

}  // namespace

std::optional<LiteralFault> division_fault(const registry::Divisions& divisions, std::string_view code) {
  if (divisions.find(code) != nullptr) return std::nullopt;
  const auto read = divisions.read(code);
  if (read)
    return LiteralFault{fmt::format("`{}` is the name of a division, not its code", code),
                        fmt::format("write `{}`", (*read)->code)};
  return LiteralFault{read.error().message, read.error().help};
}

std::optional<LiteralFault> industry_fault(std::string_view code) {
  const bool lettered = !code.empty() && code.front() >= 'A' && code.front() <= 'T';
  const std::string_view digits = code.substr(lettered ? 1 : 0);
  const bool sized = (lettered && digits.empty()) || (digits.size() >= 2 && digits.size() <= 4);
  if (!sized || !std::ranges::all_of(digits, is_digit))
    return LiteralFault{
        fmt::format("`{}` is no code of an industry", code),
        "GB/T 4754 has a letter from `A` to `T`, two to four digits, or both: `C`, `39`, `C3911`"};
  if (digits.empty()) return std::nullopt;
  const int division = (digits[0] - '0') * 10 + (digits[1] - '0');
  if (division < 1 || division > kLastOfSection.back())
    return LiteralFault{fmt::format("no industry has the code `{}`", code),
                        "the first two digits of GB/T 4754 run from 01 to 97"};
  const char section = section_of(division);
  if (!lettered || code.front() == section) return std::nullopt;
  return LiteralFault{fmt::format("`{}` is not in section `{}`", digits, code.front()),
                      fmt::format("write `{}{}`", section, digits)};
}

CodeSystems code_systems(std::shared_ptr<const registry::Divisions> divisions) {
  CodeSystems systems;
  systems.industry = std::make_shared<const LiteralCheck>(industry_fault);
  if (divisions != nullptr)
    systems.division = std::make_shared<const LiteralCheck>(
        [table = std::move(divisions)](std::string_view code) { return division_fault(*table, code); });
  return systems;
}

feel::Type checked_type(const rules::ValueType& written, const CodeSystems& systems) {
  feel::Type type = readable_type(written.type);
  const auto system = system_of(written.meaning, systems);
  if (type.tag == feel::Type::Tag::String) type.literals = system;
  if (!type.element) return type;
  feel::Type element = *type.element;
  if (element.tag == feel::Type::Tag::String) element.literals = system;
  if (element.members) {
    std::vector<feel::Type::Member> members = *element.members;
    for (const rules::Field& field : written.fields)
      for (feel::Type::Member& member : members)
        if (member.name == field.id.text) member.type = checked_type(field.type, systems);
    element.members = std::make_shared<const std::vector<feel::Type::Member>>(std::move(members));
  }
  type.element = std::make_shared<const feel::Type>(std::move(element));
  return type;
}

}  // namespace qingheng::policy::compile
