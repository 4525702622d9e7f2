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

/// English that has to be translated, rather than a number or a date.
bool has_words(std::string_view part) {
  return std::ranges::any_of(part, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

using Parts = std::vector<std::string_view>;

/// The ways to read a sentence as the pieces of a pattern: what stands between them, which must all be there,
/// the last one at the end. Parts are as short as they can be in the first way, and grow from the back.
class Ways {
 public:
  Ways(const std::vector<std::string>& pieces, std::string_view sentence)
      : pieces_(&pieces), sentence_(sentence) {
    if (!sentence.starts_with(pieces.front())) return;
    if (pieces.size() > 1)
      split(1, pieces.front().size());
    else if (sentence.size() == pieces.front().size())
      ways_.emplace_back();
  }
  [[nodiscard]] const std::vector<Parts>& all() const { return ways_; }

 private:
  static constexpr std::size_t kMost = 32;

  void split(std::size_t next, std::size_t at) {
    const std::string& piece = (*pieces_)[next];
    if (next + 1 == pieces_->size()) {
      if (sentence_.size() < at + piece.size() || !sentence_.ends_with(piece)) return;
      if (!take(next, at, sentence_.size() - piece.size())) return;
      ways_.push_back(parts_);
      parts_.pop_back();
      return;
    }
    for (std::size_t found = sentence_.find(piece, at);
         found != std::string_view::npos && ways_.size() < kMost && tries_++ < kMost * kMost;
         found = sentence_.find(piece, found + 1)) {
      if (!take(next, at, found)) continue;
      split(next + 1, found + piece.size());
      parts_.pop_back();
    }
  }

  bool take(std::size_t next, std::size_t at, std::size_t end) {
    const std::string_view part = sentence_.substr(at, end - at);
    const bool quoted = (*pieces_)[next - 1].ends_with('`') && (*pieces_)[next].starts_with('`');
    if (quoted && !is_quoted(part)) return false;
    parts_.push_back(part);
    return true;
  }

  const std::vector<std::string>* pieces_;
  std::string_view sentence_;
  std::size_t tries_ = 0;
  Parts parts_;
  std::vector<Parts> ways_;
};

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
  for (const Pattern& pattern : patterns_) {
    const Ways ways(pattern.pieces, sentence);
    if (ways.all().empty()) continue;
    // "cannot add a date and time and a number": the way whose parts are all terms is the one that is meant.
    const auto known = [&](const std::vector<std::string_view>& parts) {
      for (std::size_t at = 0; at < parts.size(); ++at)
        if (!pattern.pieces[at].ends_with('`') && has_words(parts[at]) && !find(parts[at], depth + 1))
          return false;
      return true;
    };
    auto way = ways.all().begin();
    if (ways.all().size() > 1 && depth < kDeepest) way = std::ranges::find_if(ways.all(), known);
    return filled(pattern, way == ways.all().end() ? ways.all().front() : *way, depth);
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
