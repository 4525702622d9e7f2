// SPDX-License-Identifier: Apache-2.0
// A set of small numbers, of a size fixed when it is made: the rows, or the stretches, that something holds
// of.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace qingheng::decision::analyse {

class Bits {
 public:
  explicit Bits(std::size_t size = 0, bool all = false)
      : words_((size + 63) / 64, all ? ~std::uint64_t{0} : 0) {
    if (all && size % 64 != 0) words_.back() = (std::uint64_t{1} << (size % 64)) - 1;
  }

  void set(std::size_t at) { words_[at / 64] |= std::uint64_t{1} << (at % 64); }
  void reset(std::size_t at) { words_[at / 64] &= ~(std::uint64_t{1} << (at % 64)); }
  [[nodiscard]] bool test(std::size_t at) const { return ((words_[at / 64] >> (at % 64)) & 1U) != 0; }
  [[nodiscard]] std::size_t words() const { return words_.size(); }

  [[nodiscard]] bool none() const {
    for (const std::uint64_t word : words_)
      if (word != 0) return false;
    return true;
  }
  [[nodiscard]] std::size_t count() const {
    std::size_t sum = 0;
    for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
  }
  [[nodiscard]] bool meets(const Bits& other) const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      if ((words_[at] & other.words_[at]) != 0) return true;
    return false;
  }
  [[nodiscard]] bool within(const Bits& other) const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      if ((words_[at] & ~other.words_[at]) != 0) return false;
    return true;
  }
  /// The least member; the size, rounded up, when there is none.
  [[nodiscard]] std::size_t first() const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      if (words_[at] != 0) return at * 64 + static_cast<std::size_t>(std::countr_zero(words_[at]));
    return words_.size() * 64;
  }

  /// Calls `visit` with each member, rising.
  void each(auto visit) const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      for (std::uint64_t word = words_[at]; word != 0; word &= word - 1)
        visit(at * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }

  Bits& operator&=(const Bits& other) {
    for (std::size_t at = 0; at < words_.size(); ++at) words_[at] &= other.words_[at];
    return *this;
  }
  friend Bits operator&(Bits a, const Bits& b) { return a &= b; }
  friend bool operator==(const Bits&, const Bits&) = default;
  friend auto operator<=>(const Bits&, const Bits&) = default;

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace qingheng::decision::analyse
