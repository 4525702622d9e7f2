// SPDX-License-Identifier: Apache-2.0
// Positions in lists as the functions of DMN 1.5 table 75 count them: from 1, or from −1 backwards.
#pragma once

#include <cstddef>
#include <optional>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {

/// The index from zero of a position, whose fraction does not count; empty outside of a list of `size` items.
[[nodiscard]] std::optional<std::size_t> index_of_position(const Value& position, std::size_t size);
/// The null for a position outside of a list of `size` items.
[[nodiscard]] Value outside(const Call& call, const Value& position, std::size_t size);

}  // namespace qingheng::feel
