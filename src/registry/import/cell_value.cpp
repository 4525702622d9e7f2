// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_csv_test.cpp
#include "registry/import/cell_value.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "feel/temporal.hpp"
#include "registry/import/quantity.hpp"

namespace qingheng::registry {

namespace {

using Tag = feel::Type::Tag;
using Cell = std::expected<feel::Value, CellError>;

const std::vector<Field> kNoFields;

Cell refused(std::string_view text, std::string_view what, std::string help = {}) {
  return std::unexpected(CellError{fmt::format("`{}` is not {}", text, what), std::move(help)});
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; });
}

Cell read_boolean(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kYes{"是", "有", "true", "1",   "yes",
                                                        "y",  "√",  "已",   "具备"};
  static constexpr std::array<std::string_view, 8> kNo{"否", "无", "false", "0", "no", "n", "×", "没有"};
  const std::string word = lower(text);
  if (std::ranges::find(kYes, word) != kYes.end()) return feel::Value::boolean(true);
  if (std::ranges::find(kNo, word) != kNo.end()) return feel::Value::boolean(false);
  return refused(text, "yes or no", "write `是` or `否`");
}

Cell read_number(std::string_view text, const CellShape& shape, const ImportTables& tables) {
  auto number = read_quantity(text, shape.unit.empty() ? std::string_view(shape.type.unit) : shape.unit,
                              shape.type.unit, tables.vocabulary);
  if (!number) return std::unexpected(std::move(number.error()));
  if (shape.min && *number < *shape.min)
    return std::unexpected(CellError{
        fmt::format("`{}` is below `{}`, the least that this can be", text, shape.min->to_string()), {}});
  return feel::Value::number(*number);
}

Cell read_code(std::string_view text, const std::vector<CodeLabel>& codes) {
  std::vector<std::string> names;
  const auto is_meant = [&](const std::string& word) { return tidy(word) == text; };
  for (const CodeLabel& code : codes) {
    if (is_meant(code.code) || is_meant(code.label.zh) || is_meant(code.label.en) ||
        std::ranges::any_of(code.also, is_meant))
      return feel::Value::string(code.code);
    for (const std::string& name : {code.code, code.label.zh, code.label.en}) {
      if (!name.empty()) names.push_back(name);
    }
  }
  if (std::string near = base::did_you_mean(text, names); !near.empty())
    return refused(text, "one of the codes", std::move(near));
  std::string listed;
  for (const CodeLabel& code : codes) {
    const bool labelled = !is_ascii(text) && !code.label.zh.empty();
    listed += fmt::format("{}`{}`", listed.empty() ? "" : ", ", labelled ? code.label.zh : code.code);
  }
  return refused(text, "one of the codes", "the codes are " + listed);
}

Cell read_string(std::string_view text, const CellShape& shape, const ImportTables& tables) {
  if (!shape.codes.empty()) return read_code(text, shape.codes);
  if (shape.meaning == Meaning::Division) {
    const auto division = tables.divisions.read(text);
    if (!division) return std::unexpected(CellError{division.error().message, division.error().help});
    return feel::Value::string((*division)->code);
  }
  if (shape.meaning == Meaning::Industry || shape.meaning == Meaning::Subject) {
    std::string code(text);
    std::erase(code, ' ');
    return feel::Value::string(std::move(code));
  }
  return feel::Value::string(std::string(text));
}

Cell read_temporal(std::string_view text, Tag tag) {
  if (tag == Tag::Time) {
    const auto time = feel::parse_time(text);
    return time ? Cell(feel::Value::time(*time)) : refused(text, "a time", "write `09:00:00`");
  }
  if (tag == Tag::DateTime) {
    const auto moment = feel::parse_date_and_time(text);
    return moment ? Cell(feel::Value::date_time(*moment))
                  : refused(text, "a date and time", "write `2019-09-01T09:00:00`");
  }
  const auto duration = feel::parse_duration(text);
  const feel::Kind wanted = tag == Tag::DaysDuration ? feel::Kind::DaysDuration : feel::Kind::MonthsDuration;
  if (duration && duration->kind() == wanted) return *duration;
  return refused(text, "a duration", tag == Tag::DaysDuration ? "write `P30D`" : "write `P1Y6M`");
}

/// The parts of `text` between any of the separators, without spaces at their ends.
std::vector<std::string> parts_of(std::string_view text, std::initializer_list<std::string_view> separators) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const auto hit =
        std::ranges::find_if(separators, [&](std::string_view s) { return text.substr(at).starts_with(s); });
    if (hit != separators.end()) {
      parts.emplace_back();
      at += hit->size();
    } else {
      parts.back() += text[at++];
    }
  }
  for (std::string& part : parts) part = tidy(part);
  return parts;
}

Cell read_record(const std::string& text, const std::vector<Field>& fields, const ImportTables& tables) {
  const auto parts = parts_of(text, {"|"});
  if (parts.size() > fields.size())
    return std::unexpected(CellError{
        fmt::format("the record `{}` has {} fields where {} are known", text, parts.size(), fields.size()),
        {}});
  feel::Context record;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (is_blank_cell(parts[i])) continue;
    auto value = read_cell(parts[i], shape_of(fields[i]), tables);
    if (!value) return value;
    record.emplace_back(fields[i].id, *std::move(value));
  }
  return feel::Value::context(std::move(record));
}

Cell read_list(const std::string& text, const CellShape& shape, const ImportTables& tables) {
  feel::List items;
  if (says_none(text)) return feel::Value::list({});
  static const feel::Type any;
  const CellShape entry{shape.type.element ? *shape.type.element : any, shape.meaning, shape.codes,
                        kNoFields};
  const auto entries = shape.fields.empty() ? parts_of(text, {";", "、"}) : parts_of(text, {";"});
  for (const std::string& part : entries) {
    if (part.empty()) continue;
    auto value =
        shape.fields.empty() ? read_cell(part, entry, tables) : read_record(part, shape.fields, tables);
    if (!value) return value;
    items.push_back(*std::move(value));
  }
  return feel::Value::list(std::move(items));
}

/// Reads digits up to `most` of them from `at` on; empty when there are none.
std::optional<int> take_number(std::string_view text, std::size_t& at, std::size_t most) {
  int value = 0;
  const std::size_t from = at;
  while (at < text.size() && at - from < most && text[at] >= '0' && text[at] <= '9')
    value = value * 10 + (text[at++] - '0');
  if (at == from) return std::nullopt;
  return value;
}

/// The day that a spreadsheet means by a number of five digits: days since 1899-12-30.
std::optional<base::CivilDate> day_of_serial(std::string_view text) {
  std::size_t at = 0;
  const auto days = take_number(text, at, 5);
  if (text.size() != 5 || at != 5 || *days < 10000) return std::nullopt;
  const auto start = base::CivilDate::create(1899, 12, 30);
  return start ? std::optional(start->plus_days(*days)) : std::nullopt;
}

bool take(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

}  // namespace

CellShape shape_of(const Fact& fact) {
  return {fact.type, fact.meaning, fact.codes, fact.fields, {}, fact.min};
}
CellShape shape_of(const Field& field) {
  return {field.type, field.meaning, field.codes, kNoFields, {}, field.min};
}

std::string tidy(std::string_view text) {
  std::string half = base::to_half_width(text);
  for (std::size_t at = 0; (at = half.find("\xC2\xA0", at)) != std::string::npos;) half.replace(at, 2, " ");
  std::string out;
  for (const char c : half) {
    const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool says_none(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kNone{"无",   "没有", "无记录", "没有记录",
                                                         "暂无", "none", "[]"};
  return std::ranges::find(kNone, lower(tidy(text))) != kNone.end();
}

bool is_blank_cell(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kBlank{"",  "-",  "--",     "—",   "——",
                                                           "/", "\\", "无数据", "n/a", "暂无数据"};
  return std::ranges::find(kBlank, lower(tidy(text))) != kBlank.end();
}

std::expected<base::CivilDate, CellError> read_date(std::string_view written) {
  std::string text = tidy(written);
  std::erase(text, ' ');
  if (const auto day = day_of_serial(text))
    return std::unexpected(
        CellError{fmt::format("`{}` is not a date but the serial number that Excel keeps of {}", text,
                              day->to_string()),
                  fmt::format("if that day is meant, write `{}`", day->to_string())});
  const CellError wrong{fmt::format("`{}` is not a date", text), "write `2019-09-01`"};
  std::size_t at = 0;
  const auto year = take_number(text, at, 4);
  if (!year || at != 4) return std::unexpected(wrong);
  const bool packed = text.size() == 8 && text.find_first_not_of("0123456789") == std::string::npos;
  std::string_view separator;
  if (!packed) {
    static constexpr std::array<std::string_view, 4> kSeparators{"-", "/", ".", "年"};
    for (const std::string_view candidate : kSeparators) {
      if (separator.empty() && take(text, at, candidate)) separator = candidate;
    }
    if (separator.empty()) return std::unexpected(wrong);
  }
  const auto month = take_number(text, at, 2);
  if (!month || (!packed && !take(text, at, separator == "年" ? "月" : separator)))
    return std::unexpected(wrong);
  const auto day = take_number(text, at, 2);
  if (separator == "年" && !take(text, at, "日")) return std::unexpected(wrong);
  if (!day || at != text.size()) return std::unexpected(wrong);
  const auto date = base::CivilDate::create(*year, *month, *day);
  if (!date) return std::unexpected(CellError{fmt::format("there is no day `{}`", text), {}});
  return *date;
}

std::expected<feel::Value, CellError> read_cell(std::string_view written, const CellShape& shape,
                                                const ImportTables& tables) {
  const std::string text = tidy(written);
  switch (shape.type.tag) {
    case Tag::Boolean:
      return read_boolean(text);
    case Tag::Number:
      return read_number(text, shape, tables);
    case Tag::Date: {
      const auto date = read_date(text);
      if (!date) return std::unexpected(date.error());
      return feel::Value::date(*date);
    }
    case Tag::Time:
    case Tag::DateTime:
    case Tag::DaysDuration:
    case Tag::MonthsDuration:
      return read_temporal(text, shape.type.tag);
    case Tag::List:
      return read_list(text, shape, tables);
    default:
      return read_string(text, shape, tables);
  }
}

}  // namespace qingheng::registry
