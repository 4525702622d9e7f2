// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/values.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/unicode.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

constexpr std::uint32_t kMaxCount = 100'000;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t value = 0;
  if (text.empty() || text.size() > 6 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The id that an author may have meant: `No-Accident` → `no_accident`; empty when there is none.
std::string as_id(std::string_view text) {
  std::string id;
  for (const char byte : text)
    if (byte >= 'A' && byte <= 'Z')
      id += static_cast<char>(byte + ('a' - 'A'));
    else
      id += byte == '-' || byte == ' ' ? '_' : byte;
  return is_id(id, '_') ? id : "";
}

/// Seconds since midnight of `09:00` or `09:00:30`; 86400 for `24:00`.
std::optional<std::int32_t> second_of_day(std::string_view text) {
  if ((text.size() != 5 && text.size() != 8) || text[2] != ':') return std::nullopt;
  const auto hour = whole_number(text.substr(0, 2));
  const auto minute = whole_number(text.substr(3, 2));
  const auto second =
      text.size() == 8 && text[5] == ':' ? whole_number(text.substr(6, 2)) : std::optional(0U);
  if (!hour || !minute || !second || (text.size() == 8 && text[5] != ':')) return std::nullopt;
  const std::uint32_t total = *hour * 3600 + *minute * 60 + *second;
  if (*minute > 59 || *second > 59 || total > 86'400) return std::nullopt;
  return static_cast<std::int32_t>(total);
}

struct LengthUnit {
  char sign;
  std::int32_t months;
  std::int32_t days;
};
constexpr LengthUnit kLengthUnits[] = {{'Y', 12, 0}, {'M', 1, 0}, {'W', 0, 7}, {'D', 0, 1}};

std::optional<Length> parse_length(std::string_view text) {
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  text.remove_prefix(1);
  Length length;
  std::size_t next_unit = 0;
  while (!text.empty()) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto value = whole_number(text.substr(0, digits));
    if (!value || *value > kMaxCount || digits == text.size()) return std::nullopt;
    while (next_unit < std::size(kLengthUnits) && kLengthUnits[next_unit].sign != text[digits]) ++next_unit;
    if (next_unit == std::size(kLengthUnits)) return std::nullopt;
    const LengthUnit& unit = kLengthUnits[next_unit++];
    length.months += unit.months * static_cast<std::int32_t>(*value);
    length.days += unit.days * static_cast<std::int32_t>(*value);
    text.remove_prefix(digits + 1);
  }
  return length;
}

constexpr Choice<Level> kLevels[] = {{"county", Level::County},
                                     {"city", Level::City},
                                     {"province", Level::Province},
                                     {"national", Level::National},
                                     {"ministry", Level::National}};

constexpr Choice<Actor::Kind> kActors[] = {{"applicant", Actor::Kind::Applicant},
                                           {"recommender", Actor::Kind::Recommender},
                                           {"holder", Actor::Kind::Holder},
                                           {"panel", Actor::Kind::Panel},
                                           {"agency", Actor::Kind::Agency}};

}  // namespace

void report(base::Diagnostics& found, std::string_view code, std::string message, std::string help,
            const base::SourceSpan& at) {
  found.push_back(
      {base::Severity::Error, std::string(code), std::move(message), std::move(help), {{at, ""}}});
}

void report_order(base::Diagnostics& found, std::string message, base::CaptionedSpan end,
                  base::CaptionedSpan beginning, base::Severity severity) {
  found.push_back({severity,
                   "P150",
                   std::move(message),
                   "correct one of the dates",
                   {std::move(end), std::move(beginning)}});
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
  if (candidates.empty()) return {};
  return base::did_you_mean(word, candidates,
                            fmt::format("possible are `{}`", fmt::join(candidates, "`, `")));
}

bool expect_scalar(const Node& node, std::string_view what, base::Diagnostics& found) {
  if (node.is_scalar()) return true;
  report(found, "P013", fmt::format("{} was wanted, not a {}", what, node.is_mapping() ? "mapping" : "list"),
         "put a text that begins with `[` or `{` in quotes", node.span);
  return false;
}

Spanned read_text(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "a single text", found)) return {};
  return {node.scalar, node.span};
}

bool is_id(std::string_view text, char separator) {
  const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [&](char byte) {
    return is_letter(byte) || is_digit(byte) || byte == separator;
  });
}

Spanned read_id(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "an id", found)) return {};
  if (!is_id(node.scalar, '_')) {
    const std::string meant = as_id(node.scalar);
    report(found, "P017", fmt::format("`{}` is no id", node.scalar),
           meant.empty() ? "an id is lower-case letters, digits and `_`, a letter first"
                         : fmt::format("write `{}`", meant),
           node.span);
  }
  return {node.scalar, node.span};
}

std::optional<FeelText> read_feel(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "an expression", found)) return std::nullopt;
  if (node.scalar.find_first_not_of(" \t\r\n") == std::string::npos) {
    report(found, "P028", "an expression may not be empty", "", node.span);
    return std::nullopt;
  }
  if (node.verbatim) return FeelText{node.span};
  base::SourceSpan own = base::whole(base::make_source(
      fmt::format("{}, line {}", node.span.source->name, node.span.start().line), node.scalar));
  own.clause = node.span.clause;
  return FeelText{std::move(own)};
}

std::optional<bool> read_flag(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "`true` or `false`", found)) return std::nullopt;
  if (node.scalar == "true") return true;
  if (node.scalar == "false") return false;
  report(found, "P024", fmt::format("`{}` is neither `true` nor `false`", node.scalar),
         "write `true` or `false`", node.span);
  return std::nullopt;
}

std::optional<base::Decimal> read_number(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "a number", found)) return std::nullopt;
  const auto number = base::Decimal::parse(node.scalar);
  if (!number || !number->is_finite())
    report(found, "P023", fmt::format("`{}` is no number", node.scalar),
           "write digits with a point, such as `0.35`", node.span);
  return number;
}

std::optional<std::uint32_t> read_count(const Node& node, std::uint32_t least, base::Diagnostics& found) {
  if (!expect_scalar(node, "a whole number", found)) return std::nullopt;
  const auto count = whole_number(node.scalar);
  if (count && *count >= least && *count <= kMaxCount) return count;
  report(found, "P023", fmt::format("`{}` is no whole number of at least {}", node.scalar, least), "",
         node.span);
  return std::nullopt;
}

std::optional<base::CivilDate> read_date(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "a date", found)) return std::nullopt;
  const auto date = base::CivilDate::parse(node.scalar);
  if (!date)
    report(found, "P021", fmt::format("`{}` is no date of the calendar", node.scalar),
           "write year, month and day, such as `2019-09-12`", node.span);
  return date;
}

std::optional<Moment> read_moment(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "a date, or a date with a time", found)) return std::nullopt;
  const std::string_view written = node.scalar;
  const std::size_t mark = written.find('T');
  const auto date = base::CivilDate::parse(written.substr(0, mark));
  if (date && mark == std::string_view::npos) return Moment{*date, std::nullopt};
  if (date) {
    const auto second = second_of_day(written.substr(mark + 1));
    if (second == 86'400) return Moment{date->plus_days(1), 0};
    if (second) return Moment{*date, second};
  }
  report(found, "P021", fmt::format("`{}` is no date, or date with a time", node.scalar),
         "write `2019-09-12` or `2019-09-12T09:00`", node.span);
  return std::nullopt;
}

std::optional<Length> read_length(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "a duration", found)) return std::nullopt;
  const auto length = parse_length(node.scalar);
  if (!length)
    report(found, "P022", fmt::format("`{}` is no duration", node.scalar),
           "write `P3Y`, `P6M`, `P2W` or `P30D` for years, months, weeks or days", node.span);
  else if (length->months == 0 && length->days == 0)
    report(found, "P022", fmt::format("`{}` lasts no time at all", node.scalar),
           "write how long it is, or `null` or nothing where there is no limit", node.span);
  return length;
}

std::optional<Level> read_level(const Node& node, base::Diagnostics& found) {
  return read_choice<Level>(node, kLevels, found);
}

Actor read_actor(const Node& node, base::Diagnostics& found) {
  if (!expect_scalar(node, "an authority such as `industry@county`", found)) return {};
  Actor actor{.span = node.span};
  const std::string_view written = node.scalar;
  const std::size_t at = written.find('@');
  if (at == std::string_view::npos) {
    std::vector<std::string> words;
    for (const Choice<Actor::Kind>& choice : kActors) {
      if (choice.word == written) actor.kind = choice.value;
      words.emplace_back(choice.word);
    }
    if (actor.kind != Actor::Kind::None) return actor;
    report(
        found, "P025", fmt::format("`{}` names nobody who could act", written),
        base::did_you_mean(
            written, words,
            "write a line and a level, such as `industry@county`, or `applicant`, `recommender`, `holder`, "
            "`panel`, `agency`"),
        node.span);
    return actor;
  }
  actor.kind = Actor::Kind::Authority;
  actor.line = written.substr(0, at);
  const std::string_view place = written.substr(at + 1);
  if (place.size() == 6 && std::ranges::all_of(place, is_digit)) actor.division = place;
  for (const Choice<Level>& choice : kLevels)
    if (choice.word == place) actor.level = choice.value;
  if (is_id(actor.line, '_') && (actor.level || !actor.division.empty())) return actor;
  report(found, "P025", fmt::format("`{}` is no authority", written),
         "write a line, `@`, and `county`, `city`, `province`, `national` or a division code of six digits",
         node.span);
  return {.span = node.span};
}

std::vector<Spanned> read_names(const Node& node, base::Diagnostics& found) {
  if (node.is_scalar()) return {{node.scalar, node.span}};
  std::vector<Spanned> names;
  if (node.is_mapping()) {
    report(found, "P013", "a list of names was wanted, not a mapping", "write `[first, second]`", node.span);
    return names;
  }
  for (const Node& item : node.items)
    if (Spanned name = read_text(item, found); !name.empty()) names.push_back(std::move(name));
  return names;
}

void check_unique(std::span<const Spanned> names, std::string_view what, base::Diagnostics& found,
                  std::string_view help) {
  std::map<std::string_view, const Spanned*> first;
  for (const Spanned& name : names) {
    if (name.empty()) continue;
    const auto [at, added] = first.try_emplace(name.text, &name);
    if (added) continue;
    found.push_back({base::Severity::Error,
                     "P016",
                     fmt::format("the {} `{}` is given twice", what, name.text),
                     std::string(help),
                     {{name.span, ""}, {at->second->span, "here first"}}});
  }
}

}  // namespace qingheng::policy::rules
