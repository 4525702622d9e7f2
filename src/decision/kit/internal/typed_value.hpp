// SPDX-License-Identifier: Apache-2.0
// One value of a test file: `value`, `component` and `list` elements with their types.
#pragma once

#include <expected>
#include <string>

#include <pugixml.hpp>

#include "feel/value.hpp"

namespace qingheng::decision::kit {

/// The value that stands in `node`, an `inputNode`, `expected`, `component` or `item`; null when nothing
/// does. The error says what is wrong with it.
[[nodiscard]] std::expected<feel::Value, std::string> typed_value(const pugi::xml_node& node);

/// The name without its prefix.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The attribute of that local name, with or without a prefix; empty when there is none.
[[nodiscard]] std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// All text that stands directly in the node, comments apart.
[[nodiscard]] std::string text_of(const pugi::xml_node& node);
/// The text without the white space around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace qingheng::decision::kit
