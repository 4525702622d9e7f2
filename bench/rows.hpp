// SPDX-License-Identifier: Apache-2.0
// The synthetic enterprises of the evaluation workload: what bench/peers/rows.mjs writes, for the same seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace qingheng::bench {

/// `count` JSON objects, each a line's text without its end.
[[nodiscard]] std::vector<std::string> generated_rows(std::size_t count, std::uint64_t seed);
/// City `index` of 300, a six-digit code; the first twenty hold 70 % of the rows.
[[nodiscard]] std::string city(std::uint64_t index);

}  // namespace qingheng::bench
