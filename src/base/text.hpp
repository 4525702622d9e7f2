// SPDX-License-Identifier: Apache-2.0
// Words in both languages of the interface.
#pragma once

#include <string>

namespace qingheng::base {

/// A sentence or a name in both languages; a side that the author left out is empty.
struct Text {
  std::string zh;
  std::string en;

  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace qingheng::base
