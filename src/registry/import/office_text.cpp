// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_csv_test.cpp
#include "registry/import/office_text.hpp"

#include <array>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include "base/unicode.hpp"

namespace qingheng::registry {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

/// UTF-8 of bytes that ICU knows by `name`; stops at the first byte that is none.
std::expected<std::string, std::string> convert(std::string_view bytes, const char* name,
                                                std::string_view shown) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(name, &status), &ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), &ucnv_close);
  if (U_FAILURE(status)) return std::unexpected(fmt::format("no converter from {}", shown));
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out;
  std::array<UChar, 4096> pivot;
  std::array<char, 8192> target;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  bool first = true;
  do {
    status = U_ZERO_ERROR;
    char* written = target.data();
    ucnv_convertEx(to.get(), from.get(), &written, target.data() + target.size(), &source, end, pivot.data(),
                   &pivot_from, &pivot_to, pivot.data() + pivot.size(), static_cast<UBool>(first), true,
                   &status);
    out.append(target.data(), static_cast<std::size_t>(written - target.data()));
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status))
    return std::unexpected(fmt::format("the text is neither UTF-8 nor {}: it breaks off at byte {}", shown,
                                       source - bytes.data()));
  return out;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  static constexpr std::array<std::string_view, 5> kNames{
      "UTF-8", "UTF-8 with a byte order mark", "UTF-16 little-endian", "UTF-16 big-endian", "GB18030"};
  return kNames.at(static_cast<std::size_t>(encoding));
}

std::expected<OfficeText, std::string> decode_office_text(std::string_view bytes) {
  const auto converted = [&](std::size_t mark, const char* name,
                             Encoding encoding) -> std::expected<OfficeText, std::string> {
    auto text = convert(bytes.substr(mark), name, name_of(encoding));
    if (!text) return std::unexpected(std::move(text.error()));
    return OfficeText{*std::move(text), encoding};
  };
  if (bytes.starts_with(kUtf8Mark) && base::is_utf8(bytes.substr(kUtf8Mark.size())))
    return OfficeText{std::string(bytes.substr(kUtf8Mark.size())), Encoding::Utf8WithMark};
  if (bytes.starts_with(kLittleMark))
    return converted(kLittleMark.size(), "UTF-16LE", Encoding::Utf16LittleEndian);
  if (bytes.starts_with(kBigMark)) return converted(kBigMark.size(), "UTF-16BE", Encoding::Utf16BigEndian);
  if (base::is_utf8(bytes)) return OfficeText{std::string(bytes), Encoding::Utf8};
  return converted(0, "GB18030", Encoding::Gb18030);
}

}  // namespace qingheng::registry
