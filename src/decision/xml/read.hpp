// SPDX-License-Identifier: Apache-2.0
// DMN XML, editions 1.1 to 1.5 → a model.
#pragma once

#include <memory>
#include <optional>

#include "base/diagnostic.hpp"
#include "decision/model.hpp"

namespace qingheng::decision::xml {

/// Reads one file. Adds what it finds to `found`; empty when the text is no DMN model at all (not XML, a
/// DOCTYPE, larger or deeper than the limits, another root). What DMN does not know is a warning and left
/// out.
[[nodiscard]] std::optional<model::Model> read_model(std::shared_ptr<const base::SourceText> source,
                                                     base::Diagnostics& found);

}  // namespace qingheng::decision::xml
