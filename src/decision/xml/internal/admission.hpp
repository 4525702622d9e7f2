// SPDX-License-Identifier: Apache-2.0
// What bytes may reach the XML parser: as UTF-8, within the limits, well-formed, without a DOCTYPE.
#pragma once

#include <cstddef>
#include <memory>

#include "base/diagnostic.hpp"

namespace qingheng::decision::xml {

constexpr std::size_t kLargestFile = std::size_t{20} * 1024 * 1024;
constexpr std::size_t kDeepestNesting = 256;
constexpr std::size_t kMostAttributes = 256;

// The text itself, or the same as UTF-8 when it came in another encoding; null pointer when it is refused.
std::shared_ptr<const base::SourceText> admit(std::shared_ptr<const base::SourceText> source,
                                              base::Diagnostics& found);

// Reports the first place where the text is no well-formed XML, has a DOCTYPE or exceeds a limit.
bool is_admissible_markup(const std::shared_ptr<const base::SourceText>& source, base::Diagnostics& found);

}  // namespace qingheng::decision::xml
