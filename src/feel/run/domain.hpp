// SPDX-License-Identifier: Apache-2.0
// What an iterator of `for`, `some` and `every` runs over: the items of a list, or whole numbers or days from
// one bound to the other, made one at a time.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include "feel/value.hpp"

namespace qingheng::feel::run {

/// A finite sequence of values.
class Domain {
 public:
  /// The items of a list; any other value is a sequence of one.
  [[nodiscard]] static Domain of_items(Value list);
  /// `1..10` and `10..1`, numbers or dates; both bounds belong to it. Why not, otherwise.
  [[nodiscard]] static std::expected<Domain, std::string> between(const Value& from, const Value& to);
  /// The whole numbers or days of a closed range that goes upwards. Why not, otherwise.
  [[nodiscard]] static std::expected<Domain, std::string> of_range(const Range& range);

  [[nodiscard]] std::uint64_t size() const { return count_; }
  /// The item at `index`, from 0.
  [[nodiscard]] Value at(std::uint64_t index) const;

 private:
  enum class Form : std::uint8_t { Items, Single, Numbers, Days };
  Value items_;
  Form form_ = Form::Items;
  std::int64_t first_ = 0;
  std::int64_t step_ = 1;
  std::uint64_t count_ = 0;
};

}  // namespace qingheng::feel::run
