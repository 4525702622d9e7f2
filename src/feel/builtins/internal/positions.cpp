// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/list_functions_test.cpp
#include "feel/builtins/internal/positions.hpp"

#include <fmt/format.h>

namespace qingheng::feel {

std::optional<std::size_t> index_of_position(const Value& position, std::size_t size) {
  const auto at = position.as_number().rounded(0, base::Rounding::Down).to_int64();
  const auto length = static_cast<std::int64_t>(size);
  if (!at || *at == 0 || *at > length || *at < -length) return std::nullopt;
  return static_cast<std::size_t>(*at > 0 ? *at - 1 : length + *at);
}

Value outside(const Call& call, const Value& position, std::size_t size) {
  return call.null(fmt::format("position {} is outside of a list of {} item{}",
                               position.as_number().to_string(), size, size == 1 ? "" : "s"));
}

}  // namespace qingheng::feel
