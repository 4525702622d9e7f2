// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/xml/refusals_test.cpp
#include "decision/xml/internal/admission.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.hpp"

namespace qingheng::decision::xml {
namespace {

using SourcePtr = std::shared_ptr<const base::SourceText>;

void refuse(base::Diagnostics& found, std::string_view code, base::SourceSpan span, std::string message,
            std::string help) {
  found.push_back({.severity = base::Severity::Error,
                   .code = std::string(code),
                   .message = std::move(message),
                   .help = std::move(help),
                   .spans = {{std::move(span), {}}}});
}

base::SourceSpan place(const SourcePtr& source, std::size_t from, std::size_t to) {
  return {source, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), {}};
}

// Where the encoding stands in `<?xml … encoding="…"?>`.
std::optional<base::SourceSpan> declared_encoding(const SourcePtr& source) {
  const std::string_view text = source->text;
  if (!text.starts_with("<?xml")) return std::nullopt;
  const std::string_view head = text.substr(0, std::min(text.size(), text.find("?>")));
  const std::size_t word = head.find("encoding");
  if (word == std::string_view::npos) return std::nullopt;
  const std::size_t from = head.find_first_of("\"'", word);
  if (from == std::string_view::npos) return std::nullopt;
  const std::size_t to = head.find(head[from], from + 1);
  if (to == std::string_view::npos) return std::nullopt;
  return place(source, from + 1, to);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char each) {
    return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
  });
  return result;
}

// UTF-16 without its byte order mark; a lone surrogate becomes U+FFFD.
std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  constexpr char32_t kHigh = 0xD800;
  constexpr char32_t kLow = 0xDC00;
  constexpr char32_t kAfter = 0xE000;
  std::u32string points;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t point = unit_at(at);
    if (point >= kHigh && point < kLow && at + 3 < bytes.size()) {
      const char32_t next = unit_at(at + 2);
      if (next >= kLow && next < kAfter) {
        point = 0x10000 + ((point - kHigh) << 10U) + (next - kLow);
        at += 2;
      }
    }
    points.push_back(point);
  }
  return base::encode_utf8(points);
}

std::string from_latin1(std::string_view bytes) {
  std::u32string points;
  for (const char each : bytes) points.push_back(static_cast<unsigned char>(each));
  return base::encode_utf8(points);
}

// The text of a file in UTF-16, which its first bytes give away.
std::optional<std::string> as_utf16(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::string_view kLittle = "\xFF\xFE"sv;
  constexpr std::string_view kBig = "\xFE\xFF"sv;
  if (bytes.starts_with(kLittle)) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with(kBig)) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("<\0"sv)) return from_utf16(bytes, false);
  if (bytes.starts_with("\0<"sv)) return from_utf16(bytes, true);
  return std::nullopt;
}

// The first line that is no UTF-8: no sequence crosses the end of a line.
base::SourceSpan first_bad_line(const SourcePtr& source) {
  const std::string_view text = source->text;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t to = std::min(text.size(), text.find('\n', from));
    if (!base::is_utf8(text.substr(from, to - from))) return place(source, from, from);
    from = to + 1;
  }
  return place(source, 0, 0);
}

SourcePtr as_utf8(SourcePtr source, base::Diagnostics& found) {
  constexpr std::string_view kHelp = "save the file as UTF-8";
  if (std::optional<std::string> text = as_utf16(source->text))
    return base::make_source(source->name, *std::move(text));
  const std::optional<base::SourceSpan> declared = declared_encoding(source);
  const std::string name = declared ? lower(declared->text()) : "utf-8";
  if (name == "iso-8859-1" || name == "latin1")
    return base::make_source(source->name, from_latin1(source->text));
  if (name != "utf-8" && name != "utf8" && name != "us-ascii" && name != "utf-16") {
    refuse(found, "M002", *declared, "the encoding `" + std::string(declared->text()) + "` is not read",
           std::string(kHelp));
    return nullptr;
  }
  if (!base::is_utf8(source->text)) {
    refuse(found, "M002", first_bad_line(source), "this line is not UTF-8", std::string(kHelp));
    return nullptr;
  }
  return source;
}

}  // namespace

std::shared_ptr<const base::SourceText> admit(std::shared_ptr<const base::SourceText> source,
                                              base::Diagnostics& found) {
  if (source->text.size() > kLargestFile) {
    refuse(found, "M001", base::whole(base::make_source(source->name, {})),
           "the file has " + std::to_string(source->text.size()) + " bytes, more than the " +
               std::to_string(kLargestFile) + " that are read",
           "split the model and import its parts");
    return nullptr;
  }
  source = as_utf8(std::move(source), found);
  if (!source || !is_admissible_markup(source, found)) return nullptr;
  return source;
}

}  // namespace qingheng::decision::xml
