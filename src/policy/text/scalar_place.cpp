// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/text/yaml_test.cpp
#include "policy/text/scalar_place.hpp"

#include <algorithm>

namespace qingheng::policy::text {

namespace {

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

/// How far `text` from `at` spells `value`, when folding of lines is undone.
struct Walk {
  std::size_t end = 0;
  bool whole = false;  // all of the value was found
  bool exact = true;   // no white space differed inside of a FEEL string
};

Walk walk(std::string_view text, std::size_t at, std::string_view value) {
  Walk result;
  bool in_string = false;
  std::size_t spelt = 0;
  while (spelt < value.size()) {
    if (at < text.size() && text[at] == value[spelt]) {
      if (text[at] == '"') in_string = !in_string;
      ++at;
      ++spelt;
      continue;
    }
    const bool here = at < text.size() && is_space(text[at]);
    const bool there = is_space(value[spelt]);
    if (!here && !there) break;
    if (in_string) result.exact = false;
    if (here) ++at;
    if (there) ++spelt;
  }
  result.end = std::min(at, text.size());
  result.whole = spelt == value.size();
  return result;
}

std::size_t closing_quote(std::string_view text, std::size_t at, char quote) {
  while (at < text.size()) {
    const char byte = text[at];
    if (byte == '\\' && quote == '"') {
      at += 2;
      continue;
    }
    if (byte != quote) {
      ++at;
      continue;
    }
    if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return at;
    at += 2;
  }
  return text.size();
}

ScalarPlace place_quoted(std::string_view text, std::size_t at, std::string_view value) {
  ScalarPlace place{.begin = at + 1, .end = closing_quote(text, at + 1, text[at]), .quoted = true};
  const std::string_view inside = text.substr(0, place.end);
  const Walk found = walk(inside, place.begin, value);
  place.verbatim = found.whole && found.exact && found.end == place.end;
  return place;
}

std::string_view without_trailing_space(std::string_view value) {
  while (!value.empty() && is_space(value.back())) value.remove_suffix(1);
  return value;
}

}  // namespace

ScalarPlace place_scalar(std::string_view text, std::size_t at, std::string_view value) {
  if (at >= text.size()) return {.begin = text.size(), .end = text.size()};
  if (text[at] == '\'' || text[at] == '"') return place_quoted(text, at, value);
  ScalarPlace place{.begin = at};
  if (text[at] == '|' || text[at] == '>') {
    place.quoted = true;
    place.begin = std::min(text.find('\n', at), text.size());
    while (place.begin < text.size() && is_space(text[place.begin])) ++place.begin;
    while (!value.empty() && is_space(value.front())) value.remove_prefix(1);
  }
  const Walk found = walk(text, place.begin, without_trailing_space(value));
  place.end = std::max(found.end, place.begin);
  place.verbatim = found.whole && found.exact;
  return place;
}

}  // namespace qingheng::policy::text
