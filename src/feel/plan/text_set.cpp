// SPDX-License-Identifier: Apache-2.0
#include "feel/plan/text_set.hpp"

#include <bit>

namespace qingheng::feel::plan {

TextSet::TextSet(const std::vector<std::string>& texts) {
  table_.resize(std::bit_ceil(2 * texts.size() + 1));
  mask_ = table_.size() - 1;
  for (const std::string& text : texts) {
    if (contains(text)) continue;
    std::size_t at = hash(text) & mask_;
    while (table_[at].size != kFree) at = (at + 1) & mask_;
    table_[at] = {static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size())};
    texts_ += text;
    ++size_;
  }
}

}  // namespace qingheng::feel::plan
