// SPDX-License-Identifier: Apache-2.0
// Numbers as people write them, brought to the unit that is wanted.
#pragma once

#include <expected>
#include <string_view>

#include "base/decimal.hpp"
#include "registry/vocabulary.hpp"

namespace qingheng::registry {

struct CellError;

/// Reads `1,200.5`, `１２００`, `35%`, `1200万元`. A number without a unit of its own is in `given`; the
/// result is in `wanted` (either is empty for a plain number). Units of different measures are an error.
[[nodiscard]] std::expected<base::Decimal, CellError> read_quantity(std::string_view text,
                                                                    std::string_view given,
                                                                    std::string_view wanted,
                                                                    const Vocabulary& vocabulary);

}  // namespace qingheng::registry
