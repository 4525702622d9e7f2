// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/kit/read_suite_test.cpp
#include "decision/kit/internal/typed_value.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "feel/temporal.hpp"

namespace qingheng::decision::kit {

namespace {

using Result = std::expected<feel::Value, std::string>;

template <typename T>
Result made(std::expected<T, std::string> read, feel::Value (*make)(T)) {
  if (!read) return std::unexpected(std::move(read).error());
  return make(*std::move(read));
}

Result number(std::string_view text) {
  if (const auto value = base::Decimal::parse(text)) return feel::Value::number(*value);
  return std::unexpected(fmt::format("`{}` is not a number", text));
}

Result boolean(std::string_view text) {
  if (text == "true" || text == "1") return feel::Value::boolean(true);
  if (text == "false" || text == "0") return feel::Value::boolean(false);
  return std::unexpected(fmt::format("`{}` is neither true nor false", text));
}

Result simple(std::string_view type, const std::string& text) {
  // Text without a type is a string, white space and all.
  if (type.empty() || type == "string") return feel::Value::string(text);
  const std::string_view bare = trimmed(text);
  constexpr std::array kNumbers{"decimal", "double", "float", "integer", "int", "long", "short"};
  for (const std::string_view one : kNumbers)
    if (type == one) return number(bare);
  if (type == "boolean") return boolean(bare);
  if (type == "date") return made<base::CivilDate>(feel::parse_date(bare), feel::Value::date);
  if (type == "time") return made<feel::TimeOfDay>(feel::parse_time(bare), feel::Value::time);
  if (type == "dateTime")
    return made<feel::DateAndTime>(feel::parse_date_and_time(bare), feel::Value::date_time);
  if (type == "duration" || type == "dayTimeDuration" || type == "yearMonthDuration")
    return feel::parse_duration(bare);
  return std::unexpected(fmt::format("unknown type `{}`", type));
}

bool is_nil(const pugi::xml_node& node) {
  const std::string_view nil = trimmed(attribute(node, "nil"));
  return nil == "true" || nil == "1";
}

Result list_value(const pugi::xml_node& node) {
  if (is_nil(node)) return feel::Value{};
  feel::List items;
  for (const pugi::xml_node item : node.children()) {
    if (local_name(item) != "item") continue;
    auto value = typed_value(item);
    if (!value) return value;
    items.push_back(*std::move(value));
  }
  return feel::Value::list(std::move(items));
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute one : node.attributes()) {
    const std::string_view full = one.name();
    if (full.substr(full.find(':') + 1) == name && !full.starts_with("xmlns")) return one.value();
  }
  return {};
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node part : node.children())
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWhite = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the file, which its reader bounds
Result typed_value(const pugi::xml_node& node) {
  feel::Context entries;
  bool is_context = false;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "value") {
      if (is_nil(part)) return feel::Value{};
      const std::string_view type = attribute(part, "type");
      return simple(type.substr(type.find(':') + 1), text_of(part));
    }
    if (name == "list") return list_value(part);
    if (name != "component") continue;
    is_context = true;
    auto value = is_nil(part) ? Result(feel::Value{}) : typed_value(part);
    if (!value) return value;
    entries.emplace_back(attribute(part, "name"), *std::move(value));
  }
  return is_context ? feel::Value::context(std::move(entries)) : feel::Value{};
}

}  // namespace qingheng::decision::kit
