// SPDX-License-Identifier: Apache-2.0
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "feel/builtins/families.hpp"
#include "feel/builtins/internal/patterns.hpp"

namespace qingheng::feel {

namespace {

using base::Decimal;

// UTF-8 bytes that continue a code point.
bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::int64_t length_of(std::string_view text) {
  return std::ranges::count_if(text, [](char byte) { return !continues(byte); });
}

// The bytes that hold the first `count` code points.
std::size_t bytes_of(std::string_view text, std::int64_t count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
    --count;
  }
  return at;
}

Value substring(Call& call) {
  const std::string_view text = call[0].as_string();
  const std::int64_t length = length_of(text);
  const auto start = call[1].as_number().rounded(0, base::Rounding::Down).to_int64();
  if (!start || *start == 0 || *start > length || *start < -length) {
    return call.null(fmt::format("a text of {} characters has no start position {}", length,
                                 call[1].as_number().to_string()));
  }
  const std::string_view rest = text.substr(bytes_of(text, *start > 0 ? *start - 1 : length + *start));
  if (call.size() < 3 || call[2].is_null()) return Value::string(std::string(rest));
  const Decimal wanted = call[2].as_number().rounded(0, base::Rounding::Down);
  if (wanted.is_negative()) return call.null("the length is below zero");
  return Value::string(std::string(rest.substr(0, bytes_of(rest, wanted.to_int64().value_or(INT64_MAX)))));
}

Value string_length(Call& call) { return Value::number(Decimal(length_of(call[0].as_string()))); }

// Cases of the root locale: what a text means must not depend on where the machine stands.
template <icu::UnicodeString& (icu::UnicodeString::*kFold)(const icu::Locale&)>
Value in_case(Call& call) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(call[0].as_string());
  (text.*kFold)(icu::Locale::getRoot());
  std::string folded;
  text.toUTF8String(folded);
  return Value::string(std::move(folded));
}

Value substring_before(Call& call) {
  const std::string& text = call[0].as_string();
  const std::size_t at = text.find(call[1].as_string());
  return Value::string(at == std::string::npos ? std::string() : text.substr(0, at));
}

Value substring_after(Call& call) {
  const std::string& text = call[0].as_string();
  const std::size_t at = text.find(call[1].as_string());
  return Value::string(at == std::string::npos ? std::string()
                                               : text.substr(at + call[1].as_string().size()));
}

Value contains(Call& call) {
  return Value::boolean(call[0].as_string().find(call[1].as_string()) != std::string::npos);
}

Value starts_with(Call& call) { return Value::boolean(call[0].as_string().starts_with(call[1].as_string())); }

Value ends_with(Call& call) { return Value::boolean(call[0].as_string().ends_with(call[1].as_string())); }

std::string text_or_empty(const Call& call, std::size_t at) {
  return at < call.size() && !call[at].is_null() ? call[at].as_string() : std::string();
}

Value string_join(Call& call) {
  const std::string delimiter = text_or_empty(call, 1);
  std::string joined;
  bool first = true;
  for (const Value& item : call[0].as_list()) {
    if (item.is_null()) continue;
    if (item.kind() != Kind::String) {
      return call.null(fmt::format("`string join` takes strings, but an item is {}", name_of(item.kind())));
    }
    const std::string& text = item.as_string();
    if (!call.site.caller.spend(1 + (delimiter.size() + text.size()) / 8)) {
      return call.null("the evaluation takes too many steps");
    }
    if (!first) joined += delimiter;
    joined += text;
    first = false;
  }
  return Value::string(std::move(joined));
}

}  // namespace

void add_strings(std::vector<Builtin>& table) {
  const Parameter string{"string", Shape::String};
  const Parameter match{"match", Shape::String};
  const Parameter list{"list", Shape::StringList};
  const Parameter delimiter{"delimiter", Shape::String};
  table.push_back({"substring",
                   {{{string, {"start position", Shape::Number}, {"length", Shape::Number}},
                     2,
                     Result::String,
                     substring}}});
  table.push_back({"string length", {{{string}, 1, Result::Number, string_length}}});
  table.push_back({"upper case", {{{string}, 1, Result::String, in_case<&icu::UnicodeString::toUpper>}}});
  table.push_back({"lower case", {{{string}, 1, Result::String, in_case<&icu::UnicodeString::toLower>}}});
  table.push_back({"substring before", {{{string, match}, 2, Result::String, substring_before}}});
  table.push_back({"substring after", {{{string, match}, 2, Result::String, substring_after}}});
  table.push_back({"contains", {{{string, match}, 2, Result::Boolean, contains}}});
  table.push_back({"starts with", {{{string, match}, 2, Result::Boolean, starts_with}}});
  table.push_back({"ends with", {{{string, match}, 2, Result::Boolean, ends_with}}});
  table.push_back({"string join", {{{list, delimiter}, 1, Result::String, string_join}}});
  add_patterns(table);
}

}  // namespace qingheng::feel
