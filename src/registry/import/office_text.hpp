// SPDX-License-Identifier: Apache-2.0
// Bytes of a file as offices have it, made UTF-8.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace qingheng::registry {

/// How the bytes were taken.
enum class Encoding : std::uint8_t { Utf8, Utf8WithMark, Utf16LittleEndian, Utf16BigEndian, Gb18030 };
/// `UTF-8`, `GB18030`, …
[[nodiscard]] std::string_view name_of(Encoding encoding);

/// UTF-8 text without a byte order mark.
struct OfficeText {
  std::string text;
  Encoding encoding = Encoding::Utf8;
};

/// Takes a byte order mark at its word, then UTF-8 when the bytes are, then GB18030. The error is a
/// diagnostic's message that names the offending byte.
[[nodiscard]] std::expected<OfficeText, std::string> decode_office_text(std::string_view bytes);

}  // namespace qingheng::registry
