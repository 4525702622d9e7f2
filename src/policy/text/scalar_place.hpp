// SPDX-License-Identifier: Apache-2.0
// Where the characters of a YAML scalar stand, which the YAML reader tells only for its beginning.
#pragma once

#include <cstddef>
#include <string_view>

namespace qingheng::policy::text {

/// The bytes [begin, end) that hold a scalar's characters, without quotes or block header.
struct ScalarPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool quoted = false;    // in quotes, or a block
  bool verbatim = false;  // the bytes are the value, layout apart
};

/// The place of the scalar with `value` that begins at byte `at` of `text`.
[[nodiscard]] ScalarPlace place_scalar(std::string_view text, std::size_t at, std::string_view value);

}  // namespace qingheng::policy::text
