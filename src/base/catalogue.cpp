// SPDX-License-Identifier: Apache-2.0
#include "base/catalogue.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace qingheng::base {

namespace {

constexpr int kDeepest = 4;

/// Cuts a pattern at its placeholders.
std::vector<std::string> pieces_of(std::string_view pattern) {
  std::vector<std::string> pieces;
  for (std::size_t at = pattern.find("{}"); at != std::string_view::npos; at = pattern.find("{}")) {
    pieces.emplace_back(pattern.substr(0, at));
    pattern.remove_prefix(at + 2);
  }
  pieces.emplace_back(pattern);
  return pieces;
}

std::size_t length_of(const std::vector<std::string>& pieces) {
  std::size_t length = 0;
  for (const std::string& piece : pieces) length += piece.size();
  return length;
}

/// The user's text stands between one pair of backticks, or several in a list: "a`, `b", "a` nor `b".
bool is_quoted(std::string_view part) {
  for (std::size_t at = part.find('`'); at != std::string_view::npos; at = part.find('`')) {
    part.remove_prefix(at);
    constexpr std::array<std::string_view, 3> kBetween = {"`, `", "` nor `", "` `"};
    const auto* const between =
        std::ranges::find_if(kBetween, [&](std::string_view one) { return part.starts_with(one); });
    if (between == kBetween.end()) return false;
    part.remove_prefix(between->size());
  }
  return true;
}

/// What stands between the pieces, which must all be there, the last one at the end. Each part is as short as
/// it can be.
bool parts_between(const std::vector<std::string>& pieces, std::string_view sentence,
                   std::vector<std::string_view>& parts) {
  if (!sentence.starts_with(pieces.front())) return false;
  if (pieces.size() == 1) return sentence.size() == pieces.front().size();
  std::size_t at = pieces.front().size();
  for (std::size_t next = 1; next < pieces.size(); ++next) {
    const std::string& piece = pieces[next];
    const bool last = next + 1 == pieces.size();
    if (last && (sentence.size() < at + piece.size() || !sentence.ends_with(piece))) return false;
    const std::size_t found = last ? sentence.size() - piece.size() : sentence.find(piece, at);
    if (found == std::string_view::npos) return false;
    const std::string_view part = sentence.substr(at, found - at);
    const bool quoted = pieces[next - 1].ends_with('`') && piece.starts_with('`');
    if (quoted && !is_quoted(part)) return false;
    parts.push_back(part);
    at = found + piece.size();
  }
  return true;
}

}  // namespace

std::expected<Catalogue, std::string> Catalogue::parse(std::string_view lines) {
  Catalogue catalogue;
  for (int number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0 || tab + 1 == line.size())
      return std::unexpected(
          fmt::format("line {}: a sentence, a tab and its translation are wanted", number));
    catalogue.patterns_.push_back({pieces_of(line.substr(0, tab)), std::string(line.substr(tab + 1))});
  }
  std::ranges::stable_sort(catalogue.patterns_, std::greater{},
                           [](const Pattern& pattern) { return length_of(pattern.pieces); });
  return catalogue;
}

std::string Catalogue::translate(std::string_view sentence) const {
  return find(sentence).value_or(std::string(sentence));
}

std::optional<std::string> Catalogue::find(std::string_view sentence) const { return find(sentence, 0); }

std::optional<std::string> Catalogue::find(std::string_view sentence, int depth) const {
  if (sentence.find('\n') != std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> parts;
  for (const Pattern& pattern : patterns_) {
    parts.clear();
    if (parts_between(pattern.pieces, sentence, parts)) return filled(pattern, parts, depth);
  }
  return std::nullopt;
}

std::string Catalogue::filled(const Pattern& pattern, const std::vector<std::string_view>& parts,
                              int depth) const {
  const auto part = [&](std::size_t index) {
    const bool quoted = index < parts.size() && pattern.pieces[index].ends_with('`');
    if (index >= parts.size()) return std::string();
    if (quoted || depth == kDeepest) return std::string(parts[index]);
    return find(parts[index], depth + 1).value_or(std::string(parts[index]));
  };
  std::string out;
  std::size_t next = 0;
  std::string_view rest = pattern.translation;
  for (std::size_t at = rest.find('{'); at != std::string_view::npos; at = rest.find('{')) {
    out += rest.substr(0, at);
    rest.remove_prefix(at);
    const std::size_t close = rest.find('}');
    std::size_t number = 0;
    const char* const end = rest.data() + std::min(close, rest.size());
    const bool numbered = close != std::string_view::npos &&
                          std::from_chars(rest.data() + 1, end, number).ptr == end && number > 0;
    if (close == 1 || numbered) {
      out += part(numbered ? number - 1 : next++);
      rest.remove_prefix(close + 1);
    } else {
      out += '{';
      rest.remove_prefix(1);
    }
  }
  return out.append(rest);
}

}  // namespace qingheng::base
