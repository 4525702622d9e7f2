// SPDX-License-Identifier: Apache-2.0
#include "base/source.hpp"

#include <algorithm>
#include <utility>

namespace qingheng::base {

std::string_view SourceSpan::text() const {
  if (!source) return {};
  const std::string_view all = source->text;
  const std::size_t from = std::min<std::size_t>(begin, all.size());
  return all.substr(from, std::max<std::size_t>(end, from) - from);
}

LineColumn SourceSpan::start() const {
  LineColumn place;
  if (!source) return place;
  const std::size_t stop = std::min<std::size_t>(begin, source->text.size());
  for (std::size_t at = 0; at < stop; ++at) {
    const auto byte = static_cast<unsigned char>(source->text[at]);
    if (byte == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

SourceSpan SourceSpan::sub(std::uint32_t from, std::uint32_t to) const {
  SourceSpan part = *this;
  part.begin = std::min(begin + from, end);
  part.end = std::min(begin + to, end);
  return part;
}

std::shared_ptr<const SourceText> make_source(std::string name, std::string text) {
  return std::make_shared<const SourceText>(SourceText{std::move(name), std::move(text)});
}

SourceSpan whole(std::shared_ptr<const SourceText> source) {
  const auto size = static_cast<std::uint32_t>(source->text.size());
  return {std::move(source), 0, size, {}};
}

}  // namespace qingheng::base
