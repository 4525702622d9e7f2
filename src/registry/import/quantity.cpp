// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_csv_test.cpp
#include "registry/import/quantity.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "registry/import/cell_value.hpp"

namespace qingheng::registry {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number without its thousands separators; empty when they do not stand between groups of three.
std::optional<std::string> without_groups(std::string_view number) {
  if (number.find(',') == std::string_view::npos) return std::string(number);
  const std::size_t whole_end = std::min(number.find_first_of(".eE"), number.size());
  std::string out;
  std::size_t since = 0;  // digits since the last separator
  bool grouped = false;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const bool whole = i < whole_end;
    if (number[i] == ',') {
      if (!whole || since == 0 || since > 3 || (grouped && since != 3)) return std::nullopt;
      grouped = true;
      since = 0;
      continue;
    }
    if (whole && is_digit(number[i])) ++since;
    out += number[i];
  }
  if (since != 3) return std::nullopt;
  return out;
}

/// The unit as a multiple of its base; a plain number is a multiple of one.
std::optional<Unit> measured(std::string_view name, const Vocabulary& vocabulary) {
  if (name.empty() || name == "1") return Unit{std::string(name), "1", 1};
  if (const Unit* unit = vocabulary.unit(name)) return *unit;
  return std::nullopt;
}

std::string shown(std::string_view unit) {
  return unit.empty() ? "plain numbers" : fmt::format("`{}`", unit);
}

}  // namespace

std::expected<base::Decimal, CellError> read_quantity(std::string_view written, std::string_view given,
                                                      std::string_view wanted, const Vocabulary& vocabulary) {
  std::string text = tidy(written);
  std::erase(text, ' ');
  const CellError no_number{fmt::format("`{}` is not a number", text), {}};
  const std::size_t number_end = std::min(text.find_first_not_of("+-0123456789.,"), text.size());
  std::size_t end = number_end;
  // An exponent (`1.2E+05`, as spreadsheets abbreviate) rather than a unit that begins with E.
  if (end > 0 && end + 1 < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    const std::size_t digits = text.find_first_not_of("+-0123456789", end + 1);
    if (is_digit(text[std::min(digits, text.size()) - 1])) end = std::min(digits, text.size());
  }
  const auto digits = without_groups(std::string_view(text).substr(0, end));
  if (!digits)
    return std::unexpected(
        CellError{fmt::format("the thousands separators of `{}` are misplaced", text), {}});
  std::string_view plain = *digits;
  if (plain.starts_with('+')) plain.remove_prefix(1);
  const auto number = base::Decimal::parse(plain);
  if (!number) return std::unexpected(no_number);

  const std::string own(std::string_view(text).substr(end));
  const std::string_view from_name = own.empty() ? given : std::string_view(own);
  if (from_name == wanted) return *number;
  const auto from = measured(from_name, vocabulary);
  const auto to = measured(wanted, vocabulary);
  if (!from)
    return std::unexpected(CellError{fmt::format("`{}` has the unknown unit `{}`", text, from_name),
                                     fmt::format("the value is wanted in {}", shown(wanted))});
  if (!to || from->as != to->as)
    return std::unexpected(CellError{
        fmt::format("`{}` is in {}, which cannot become {}", text, shown(from_name), shown(wanted)), {}});
  return *number * from->factor / to->factor;
}

}  // namespace qingheng::registry
