// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/unicode.hpp"
#include "feel/builtins/builtin.hpp"
#include "feel/temporal.hpp"

namespace qingheng::feel {

namespace {

constexpr int kDeepest = 2000;

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

// Keys that are plain names stand bare; others in quotes.
bool is_plain_name(std::string_view key) {
  const auto points = base::decode_utf8(key);
  if (!points || points->empty() || points->front() == U' ' || points->back() == U' ') return false;
  if (u_isdigit(static_cast<UChar32>(points->front())) != 0) return false;
  return std::ranges::all_of(
      *points, [](char32_t c) { return c == U'_' || c == U' ' || u_isalnum(static_cast<UChar32>(c)) != 0; });
}

void append(std::string& out, const Value& value, int depth);

void append_list(std::string& out, const List& items, int depth) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != 0) out += ", ";
    append(out, items[i], depth + 1);
  }
  out += ']';
}

void append_context(std::string& out, const Context& entries, int depth) {
  out += '{';
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i != 0) out += ", ";
    if (is_plain_name(entries[i].first)) {
      out += entries[i].first;
    } else {
      append_quoted(out, entries[i].first);
    }
    out += ": ";
    append(out, entries[i].second, depth + 1);
  }
  out += '}';
}

void append_range(std::string& out, const Range& range, int depth) {
  if (range.point && range.low) {
    out += "= ";
    return append(out, *range.low, depth + 1);
  }
  if (!range.low && range.high) {
    out += range.high_included ? "<= " : "< ";
    return append(out, *range.high, depth + 1);
  }
  if (range.low && !range.high) {
    out += range.low_included ? ">= " : "> ";
    return append(out, *range.low, depth + 1);
  }
  out += range.low_included ? '[' : '(';
  append(out, range.low.value_or(Value()), depth + 1);
  out += "..";
  append(out, range.high.value_or(Value()), depth + 1);
  out += range.high_included ? ']' : ')';
}

void append_function(std::string& out, const Function& function) {
  if (function.builtin != nullptr) {
    out += function.builtin->name;
  } else if (!function.name.empty()) {
    out += function.name;
  } else {
    out += fmt::format("function({})", fmt::join(function.parameters, ", "));
  }
}

void append(std::string& out, const Value& value, int depth) {
  if (depth > kDeepest) {
    out += "…";
    return;
  }
  switch (value.kind()) {
    case Kind::Null:
    case Kind::Unknown:
      out += name_of(value.kind());
      break;
    case Kind::Boolean:
      out += value.as_boolean() ? "true" : "false";
      break;
    case Kind::Number:
      out += value.as_number().to_string();
      break;
    case Kind::String:
      append_quoted(out, value.as_string());
      break;
    case Kind::Date:
      out += value.as_date().to_string();
      break;
    case Kind::Time:
      out += to_text(value.as_time());
      break;
    case Kind::DateTime:
      out += to_text(value.as_date_time());
      break;
    case Kind::DaysDuration:
      out += to_text(value.as_days_duration());
      break;
    case Kind::MonthsDuration:
      out += months_duration_text(value.as_months_duration());
      break;
    case Kind::List:
      append_list(out, value.as_list(), depth);
      break;
    case Kind::Context:
      append_context(out, value.as_context(), depth);
      break;
    case Kind::Range:
      append_range(out, value.as_range(), depth);
      break;
    case Kind::Function:
      append_function(out, value.as_function());
      break;
  }
}

}  // namespace

std::string to_text(const Value& value) {
  std::string out;
  append(out, value, 0);
  return out;
}

std::string to_bare_text(const Value& value) {
  return value.kind() == Kind::String ? value.as_string() : to_text(value);
}

}  // namespace qingheng::feel
