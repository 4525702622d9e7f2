// SPDX-License-Identifier: Apache-2.0
// Addresses of clauses, read from the numbers that headings begin with (docs/policy-language.md §1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qingheng::policy::text {

/// The value of `十三`, `二百零五`, `一千`, or of digits of either width; empty when it is no number from 1
/// to 9999.
[[nodiscard]] std::optional<std::uint32_t> read_numeral(std::string_view text);

/// What the number at the beginning of a heading means.
struct HeadingNumber {
  enum class Kind : std::uint8_t {
    None,        // no number, or one that is no part of an address: `第二章`
    Article,     // 第五条, 一、: starts anew, below the attachment if there is one
    Attachment,  // 附件1: starts anew
    Below,       // 第二款, （四）, 1.: adds to the address above
    ByHand,      // {#address}
  };
  Kind kind = Kind::None;
  std::string part;          // `第五条`, `（四）`, `1`: brackets full width, digits half width
  std::string_view heading;  // the heading without `{#address}`
};

/// Reads the heading's text, without the `#` in front.
[[nodiscard]] HeadingNumber read_heading(std::string_view heading);

}  // namespace qingheng::policy::text
