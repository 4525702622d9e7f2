// SPDX-License-Identifier: Apache-2.0
// A fixed set of strings, for `city in ("110000", "110100", …)`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qingheng::feel::plan {

/// Strings by hash in an open table; the table is at most half full. Meant for the constants of a text, which
/// nobody outside of it chooses.
class TextSet {
 public:
  explicit TextSet(const std::vector<std::string>& texts);

  [[nodiscard]] bool contains(std::string_view text) const noexcept {
    for (std::size_t at = hash(text) & mask_;; at = (at + 1) & mask_) {
      const Place& place = table_[at];
      if (place.size == kFree) return false;
      if (place.size == text.size() && std::string_view(texts_).substr(place.first, place.size) == text) {
        return true;
      }
    }
  }
  /// Of different strings.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  struct Place {
    std::uint32_t first = 0;
    std::uint32_t size = kFree;
  };
  [[nodiscard]] static std::size_t hash(std::string_view text) noexcept {
    constexpr std::uint64_t kBasis = 0xcbf29ce484222325ULL;
    constexpr std::uint64_t kPrime = 0x100000001b3ULL;
    std::uint64_t value = kBasis;
    for (const char byte : text) value = (value ^ static_cast<std::uint8_t>(byte)) * kPrime;
    return static_cast<std::size_t>(value ^ (value >> 32));
  }

  std::string texts_;  // one after the other
  std::vector<Place> table_;
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
};

}  // namespace qingheng::feel::plan
