// SPDX-License-Identifier: Apache-2.0
#include "rows.hpp"

#include <fmt/format.h>

namespace qingheng::bench {

namespace {

/// splitmix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  bool chance(std::uint64_t percent) { return below(100) < percent; }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

std::string scaled(std::uint64_t number, std::uint64_t unit) {
  std::string text = fmt::format("{}", number / unit);
  std::string fraction;
  for (std::uint64_t left = unit / 10, rest = number % unit; left > 0 && rest > 0; left /= 10) {
    fraction += static_cast<char>('0' + rest / left);
    rest %= left;
  }
  return fraction.empty() ? text : text + "." + fraction;
}

std::string row(Random& random) {
  std::string text = "{";
  const auto add = [&](std::string_view name, const std::string& value) {
    text += fmt::format("{}\"{}\":{}", text.size() == 1 ? "" : ",", name, value);
  };
  const auto flag = [](bool value) { return std::string(value ? "true" : "false"); };
  const std::uint64_t grade = random.below(100);
  add("independent_legal_person", flag(random.chance(97)));
  for (const char* certificate :
       {"certified_quality", "certified_ohs", "certified_environment", "certified_energy"}) {
    add(certificate, random.chance(5) ? "null" : flag(random.chance(75)));
  }
  add("energy_audit_passed", flag(random.chance(40)));
  add("blacklisted", flag(random.chance(3)));
  add("has_permit", flag(random.chance(85)));
  add("years_operating", scaled(random.below(300), 10));
  add("revenue", scaled(1 + random.below(300'000'000), 1));
  add("rd_spend", scaled(random.below(9'000'000), 1));
  add("equipment_value", scaled(random.below(20'000'000), 1));
  add("revenue_share_consumer", scaled(random.below(1001), 1000));
  add("water_reuse_rate", scaled(random.below(101), 100));
  add("pollutant_load", scaled(random.below(10'000), 10));
  add("distance_to_protected_area", scaled(random.below(1000), 100));
  add("solar_capacity", scaled(random.below(2000), 1));
  add("accidents_last_3y", random.chance(92) ? "0" : scaled(1 + random.below(3), 1));
  add("invention_patents", scaled(random.below(10), 1));
  add("ip_count", scaled(random.below(40), 1));
  add("rd_staff", scaled(random.below(100), 1));
  add("complaints", random.chance(60) ? "0" : scaled(random.below(10), 1));
  add("violations", random.chance(75) ? "0" : scaled(random.below(4), 1));
  add("city_code", fmt::format("\"{}\"", city(random.chance(70) ? random.below(20) : random.below(300))));
  add("industry_code", fmt::format("\"{}\"", 1000 + random.below(400)));
  add("credit_grade", grade < 55   ? "\"green\""
                      : grade < 80 ? "\"blue\""
                      : grade < 93 ? "\"yellow\""
                                   : "\"red\"");
  const std::uint64_t year = 2018 + random.below(7);
  const std::uint64_t month = 1 + random.below(12);
  add("permit_expiry", fmt::format("\"{}-{:02}-{:02}\"", year, month, 1 + random.below(28)));
  return text + "}";
}

}  // namespace

std::string city(std::uint64_t index) { return fmt::format("{}", 110'000 + index * 100); }

std::vector<std::string> generated_rows(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::string> rows;
  rows.reserve(count);
  for (std::size_t at = 0; at < count; ++at) rows.push_back(row(random));
  return rows;
}

}  // namespace qingheng::bench
