// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"
#include "feel/builtins/families.hpp"
#include "feel/builtins/internal/pattern_search.hpp"
#include "feel/builtins/internal/patterns.hpp"

namespace qingheng::feel {

namespace {

constexpr std::size_t kBytesAStep = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The flags are the argument at `at`, where it is given.
std::expected<PatternSearch, std::string> search_for(const Call& call, const std::string& pattern,
                                                     std::size_t at) {
  PatternFlags flags;
  if (at < call.size() && !call[at].is_null()) {
    auto read = read_flags(call[at].as_string());
    if (!read) return std::unexpected(std::move(read.error()));
    flags = *read;
  }
  return PatternSearch::create(pattern, flags, call.site.caller);
}

// A pattern that takes nothing to match has no places to break or to replace at (F&O 3.1 §5.6.4).
std::optional<std::string> matches_nothing(PatternSearch& search, const std::string& pattern) {
  search.begin("");
  if (search.next()) return fmt::format("the pattern `{}` matches the empty text", pattern);
  return search.failure();
}

Value matches(Call& call) {
  auto search = search_for(call, call[1].as_string(), 2);
  if (!search) return call.null(search.error());
  search->begin(call[0].as_string());
  const bool found = search->next();
  return search->failure() ? call.null(*search->failure()) : Value::boolean(found);
}

Value split(Call& call) {
  auto search = search_for(call, call[1].as_string(), 2);
  if (!search) return call.null(search.error());
  if (auto failure = matches_nothing(*search, call[1].as_string())) return call.null(*std::move(failure));
  List parts;
  search->begin(call[0].as_string());
  while (search->next()) {
    if (!call.site.caller.spend(1)) return call.null("the evaluation takes too many steps");
    parts.push_back(Value::string(search->between()));
  }
  if (search->failure()) return call.null(*search->failure());
  parts.push_back(Value::string(search->rest()));
  return Value::list(std::move(parts));
}

// -- replacements -------------------------------------------------------------------------------------------

// A stretch of the replacement: a text, or what a group captured.
struct Stretch {
  std::string text;
  int group = -1;
};

// The longest number that the pattern has a group for; digits beyond it are text. A single digit beyond them
// stands for a group that captured nothing.
int read_group(std::string_view digits, std::size_t& at, int groups) {
  int number = digits[at++] - '0';
  while (at < digits.size() && is_digit(digits[at]) && number * 10 + (digits[at] - '0') <= groups) {
    number = number * 10 + (digits[at++] - '0');
  }
  return number;
}

std::expected<std::vector<Stretch>, std::string> read_replacement(std::string_view text, int groups) {
  std::vector<Stretch> stretches(1);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at++];
    if (c == '\\') {
      if (at == text.size() || (text[at] != '\\' && text[at] != '$')) {
        return std::unexpected(std::string("`\\` in a replacement is written `\\\\`"));
      }
      stretches.back().text += text[at++];
    } else if (c == '$') {
      if (at == text.size() || !is_digit(text[at])) {
        return std::unexpected(
            std::string("`$` in a replacement is followed by the number of a group, or written `\\$`"));
      }
      stretches.push_back({{}, read_group(text, at, groups)});
      stretches.emplace_back();
    } else {
      stretches.back().text += c;
    }
  }
  return stretches;
}

void append_replacement(std::string& out, const PatternSearch& search, std::span<const Stretch> stretches) {
  for (const Stretch& stretch : stretches) {
    out += stretch.text;
    if (stretch.group >= 0 && stretch.group <= search.groups()) out += search.group(stretch.group);
  }
}

Value replace(Call& call) {
  auto search = search_for(call, call[1].as_string(), 3);
  if (!search) return call.null(search.error());
  if (auto failure = matches_nothing(*search, call[1].as_string())) return call.null(*std::move(failure));
  const auto stretches = read_replacement(call[2].as_string(), search->groups());
  if (!stretches) return call.null(stretches.error());
  std::string out;
  search->begin(call[0].as_string());
  while (search->next()) {
    const std::size_t size = out.size();
    out += search->between();
    append_replacement(out, *search, *stretches);
    if (!call.site.caller.spend(stretches->size() + (out.size() - size) / kBytesAStep)) {
      return call.null("the evaluation takes too many steps");
    }
  }
  return search->failure() ? call.null(*search->failure()) : Value::string(out + search->rest());
}

}  // namespace

void add_patterns(std::vector<Builtin>& table) {
  const Parameter input{"input", Shape::String};
  const Parameter pattern{"pattern", Shape::String};
  const Parameter flags{"flags", Shape::String};
  table.push_back({"matches", {{{input, pattern, flags}, 2, Result::Boolean, matches}}});
  table.push_back(
      {"replace", {{{input, pattern, {"replacement", Shape::String}, flags}, 3, Result::String, replace}}});
  table.push_back(
      {"split", {{{{"string", Shape::String}, {"delimiter", Shape::String}}, 2, Result::StringList, split}}});
}

}  // namespace qingheng::feel
