// SPDX-License-Identifier: Apache-2.0
// UTF-8 text by code point: FEEL counts characters so, tables line up by it, and suggestions compare by it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qingheng::base {

/// The code points of well-formed UTF-8; empty when the bytes are not.
[[nodiscard]] std::optional<std::u32string> decode_utf8(std::string_view text);
/// UTF-8 of the code points; one that is no Unicode scalar value becomes U+FFFD.
[[nodiscard]] std::string encode_utf8(std::u32string_view text);
[[nodiscard]] bool is_utf8(std::string_view text);
/// Columns that a terminal gives a character: two for wide East Asian ones, none for combining ones.
[[nodiscard]] std::size_t display_width(char32_t point);
/// Columns that a terminal gives the text.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// Full-width letters, digits and punctuation as their half-width forms; the ideographic space as a space.
[[nodiscard]] std::string to_half_width(std::string_view text);
/// The candidate closest to `word` by edits, when it is close enough to be what was meant: one edit in four
/// characters of the shorter one, or one the beginning of the other. Of several as close, the one that begins
/// alike the longest.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);
/// The help for a name that nobody knows: "did you mean `revenue`?", or `otherwise` when no candidate is
/// near.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                                       std::string otherwise = {});

}  // namespace qingheng::base
