// SPDX-License-Identifier: Apache-2.0
// Any bytes: the reader refuses them or gives a value that it reads back from its own text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto value = qingheng::base::parse_json(text);
  if (value && qingheng::base::parse_json(value->to_text()) != value) std::abort();
  return 0;
}
