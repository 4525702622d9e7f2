// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/range_functions_test.cpp
#include "feel/builtins/internal/range_text.hpp"

#include <array>

#include <fmt/format.h>

#include "feel/syntax/parse.hpp"

namespace qingheng::feel {

namespace {

using syntax::Node;
using syntax::NodeKind;

constexpr std::array<std::string_view, 4> kConstructors{"date", "time", "date and time", "duration"};
constexpr std::uint64_t kStepsOfByte = 4;

std::unexpected<std::string> not_a_range(std::string_view text) {
  return std::unexpected(fmt::format("`{}` is not a range such as `[18..21)`", text));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t from = text.find_first_not_of(kSpaces);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kSpaces) - from + 1);
}

// Where the two points stand, outside of quotes.
std::size_t find_points(std::string_view text) {
  bool quoted = false;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (quoted && text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[at] == '.' && text[at + 1] == '.') {
      return at;
    }
  }
  return std::string_view::npos;
}

bool is_end(const Value& value) {
  return value.kind() >= Kind::Number && value.kind() <= Kind::MonthsDuration;
}

// The value of a literal, or of a constructor called with one; null for everything else.
Value value_of(const Node& node, const CallSite& site) {
  if (node.kind == NodeKind::Literal) return node.value;
  if (node.kind == NodeKind::Negate && node.parts[0]->kind == NodeKind::Literal &&
      node.parts[0]->value.kind() == Kind::Number) {
    return Value::number(-node.parts[0]->value.as_number());
  }
  if (node.kind != NodeKind::Call || node.parts.size() != 2 || !node.names.empty()) return {};
  const Node& function = *node.parts[0];
  const Node& argument = *node.parts[1];
  if (function.kind != NodeKind::Name || argument.kind != NodeKind::Literal) return {};
  if (std::ranges::find(kConstructors, function.text) == kConstructors.end()) return {};
  const Builtin* constructor = find_builtin(function.text);
  return constructor == nullptr ? Value() : call_builtin(*constructor, {&argument.value, 1}, site);
}

// Empty for an end that is left out.
std::expected<std::optional<Value>, std::string> read_end(std::string_view text, const CallSite& site) {
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  const auto tree =
      syntax::parse(base::whole(base::make_source("range", std::string(text))), Scope(), Form::Expression);
  Value value = tree ? value_of(**tree, site) : Value();
  if (is_end(value)) return value;
  return std::unexpected(fmt::format("`{}` is not a literal that a range may end with", text));
}

}  // namespace

std::expected<Range, std::string> read_range(std::string_view text, const CallSite& site) {
  if (!site.caller.spend(text.size() * kStepsOfByte)) {
    return std::unexpected(std::string("the evaluation takes too many steps"));
  }
  const std::string_view whole = trimmed(text);
  if (whole.size() < 2) return not_a_range(text);
  const char open = whole.front();
  const char close = whole.back();
  const std::string_view inside = whole.substr(1, whole.size() - 2);
  const std::size_t points = find_points(inside);
  const bool bracketed =
      (open == '[' || open == '(' || open == ']') && (close == ']' || close == ')' || close == '[');
  if (!bracketed || points == std::string_view::npos) return not_a_range(text);
  auto low = read_end(inside.substr(0, points), site);
  if (!low) return std::unexpected(std::move(low.error()));
  auto high = read_end(inside.substr(points + 2), site);
  if (!high) return std::unexpected(std::move(high.error()));
  Range range{*std::move(low), *std::move(high), open == '[', close == ']'};
  if (!range.low && !range.high)
    return std::unexpected(fmt::format("the range `{}` has no end at all", text));
  if ((!range.low && range.low_included) || (!range.high && range.high_included)) {
    return std::unexpected(fmt::format("the range `{}` includes an end that it leaves out", text));
  }
  if (range.low && range.high && !order(*range.low, *range.high)) {
    return std::unexpected(fmt::format("the ends of the range `{}` cannot be ordered", text));
  }
  return range;
}

}  // namespace qingheng::feel
