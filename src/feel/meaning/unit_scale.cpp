// SPDX-License-Identifier: Apache-2.0
#include "feel/meaning/unit_scale.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace qingheng::feel::meaning {

namespace {

/// A unit in base units: those above and below the line, sorted, without what both sides have.
struct Measure {
  std::vector<std::string> above;
  std::vector<std::string> below;
  base::Decimal factor = 1;
};

void cancel(Measure& measure) {
  for (std::size_t at = measure.above.size(); at-- > 0;) {
    const auto same = std::ranges::find(measure.below, measure.above[at]);
    if (same == measure.below.end()) continue;
    measure.below.erase(same);
    measure.above.erase(measure.above.begin() + static_cast<std::ptrdiff_t>(at));
  }
  std::ranges::sort(measure.above);
  std::ranges::sort(measure.below);
}

Measure measure_of(std::string_view unit, std::span<const UnitScale> units) {
  constexpr std::string_view kDot = "·";
  Measure measure;
  bool below = false;
  while (!unit.empty()) {
    const std::size_t dot = unit.find(kDot);
    const std::size_t slash = unit.find('/');
    const std::size_t end = std::min({dot, slash, unit.size()});
    const std::string_view name = unit.substr(0, end);
    const auto known = std::ranges::find(units, name, &UnitScale::name);
    const std::string base = known == units.end() ? std::string(name) : known->base;
    const base::Decimal factor = known == units.end() ? base::Decimal(1) : known->factor;
    measure.factor = below ? measure.factor / factor : measure.factor * factor;
    if (base != "1" && !base.empty()) (below ? measure.below : measure.above).push_back(base);
    below = end == slash;
    unit.remove_prefix(end == unit.size() ? end : end + (below ? 1 : kDot.size()));
  }
  cancel(measure);
  return measure;
}

}  // namespace

std::optional<base::Decimal> scale_between(std::string_view from, std::string_view to,
                                           std::span<const UnitScale> units) {
  const Measure a = measure_of(from, units);
  const Measure b = measure_of(to, units);
  if (a.above != b.above || a.below != b.below) return std::nullopt;
  return a.factor / b.factor;
}

}  // namespace qingheng::feel::meaning
