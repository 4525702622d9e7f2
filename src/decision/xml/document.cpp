// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/xml/read_test.cpp
#include "decision/xml/internal/document.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace qingheng::decision::xml {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

struct EditionName {
  model::Edition edition;
  std::string_view name_space;
};
constexpr std::array<EditionName, 5> kEditions{{
    {model::Edition::Dmn11, "http://www.omg.org/spec/DMN/20151101/dmn.xsd"},
    {model::Edition::Dmn12, "http://www.omg.org/spec/DMN/20180521/MODEL/"},
    {model::Edition::Dmn13, "https://www.omg.org/spec/DMN/20191111/MODEL/"},
    {model::Edition::Dmn14, "https://www.omg.org/spec/DMN/20211108/MODEL/"},
    {model::Edition::Dmn15, "https://www.omg.org/spec/DMN/20230324/MODEL/"},
}};

std::pair<std::string_view, std::string_view> split(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  if (colon == std::string_view::npos) return {{}, qualified};
  return {qualified.substr(0, colon), qualified.substr(colon + 1)};
}

// The prefix that the attribute declares, empty for the default namespace.
std::optional<std::string_view> declared_prefix(std::string_view attribute) {
  constexpr std::string_view kWord = "xmlns";
  if (attribute == kWord) return std::string_view{};
  if (attribute.starts_with("xmlns:")) return attribute.substr(kWord.size() + 1);
  return std::nullopt;
}

}  // namespace

std::optional<model::Edition> edition_of(std::string_view name_space) {
  const auto* const found = std::ranges::find(kEditions, name_space, &EditionName::name_space);
  if (found == kEditions.end()) return std::nullopt;
  return found->edition;
}

std::string_view namespace_of(model::Edition edition) {
  return std::ranges::find(kEditions, edition, &EditionName::edition)->name_space;
}

std::string normal_name(std::string_view written) {
  std::string result;
  for (const char each : written) {
    if (!kSpace.contains(each)) {
      result += each;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

base::SourceSpan trimmed(const base::SourceSpan& span) {
  const std::string_view text = span.text();
  const std::size_t from = std::min(text.size(), text.find_first_not_of(kSpace));
  const std::size_t to = std::max(from, text.find_last_not_of(kSpace) + 1);
  return span.sub(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
}

std::unique_ptr<Document> Document::parse(std::shared_ptr<const base::SourceText> source,
                                          std::string& failure, std::size_t& at) {
  auto document = std::make_unique<Document>(Key{});
  document->source_ = std::move(source);
  const std::string& text = document->source_->text;
  const pugi::xml_parse_result result =
      document->parsed_.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    failure = result.description();
    at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    return nullptr;
  }
  document->line_starts_.push_back(0);
  for (std::size_t next = text.find('\n'); next != std::string::npos; next = text.find('\n', next + 1))
    document->line_starts_.push_back(next + 1);
  const pugi::xml_node root = document->parsed_.document_element();
  document->enter(root);
  const auto [prefix, name] = split(root.name());
  document->root_ = {{root, name}, std::string(document->namespace_by(prefix))};
  return document;
}

void Document::each_child(const Element& parent, const std::function<void(const Element&)>& visit) {
  for (const pugi::xml_node child : parent.node.children()) {
    if (child.type() != pugi::node_element) continue;
    enter(child);
    const auto [prefix, name] = split(child.name());
    if (edition_of(namespace_by(prefix))) visit({child, name});
    leave(child);
  }
}

void Document::enter(pugi::xml_node node) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const auto prefix = declared_prefix(attribute.name());
    if (!prefix) continue;
    const auto [scope, is_new] = scopes_.try_emplace(std::string(*prefix));
    scope->second.emplace_back(attribute.value());
    if (is_new) prefixes_.push_back({scope->first, attribute.value()});
  }
}

void Document::leave(pugi::xml_node node) {
  for (const pugi::xml_attribute attribute : node.attributes())
    if (const auto prefix = declared_prefix(attribute.name()))
      if (const auto scope = scopes_.find(*prefix); scope != scopes_.end()) scope->second.pop_back();
}

std::string_view Document::namespace_by(std::string_view prefix) const {
  const auto scope = scopes_.find(prefix);
  return scope == scopes_.end() || scope->second.empty() ? std::string_view{} : scope->second.back();
}

bool Document::has(const Element& element, const char* attribute) {
  return !element.node.attribute(attribute).empty();
}

std::string Document::value(const Element& element, const char* attribute) {
  return element.node.attribute(attribute).value();
}

std::optional<std::size_t> Document::offset_of(pugi::xml_node node, const char* inside) const {
  const std::ptrdiff_t name = node.offset_debug();
  if (name < 0) return std::nullopt;
  // Names and values stay in the one buffer that the file was copied to.
  const std::ptrdiff_t offset = name + (inside - node.name());
  if (offset < 0 || static_cast<std::size_t>(offset) > source_->text.size()) return std::nullopt;
  return static_cast<std::size_t>(offset);
}

base::SourceSpan Document::place(const Element& element, const std::string& address) const {
  const auto name = offset_of(element.node, element.node.name());
  if (!name || *name == 0) return {source_, 0, 0, address};
  const std::size_t end = *name + std::string_view(element.node.name()).size();
  return {source_, static_cast<std::uint32_t>(*name - 1), static_cast<std::uint32_t>(end), address};
}

base::SourceSpan Document::place(const Element& element, const char* attribute,
                                 const std::string& address) const {
  const pugi::xml_attribute found = element.node.attribute(attribute);
  if (found.empty() || *found.value() == '\0') return place(element, address);
  const auto from = offset_of(element.node, found.value());
  const std::string_view text = source_->text;
  if (!from || *from == 0) return place(element, address);
  const char quote = text[*from - 1];
  if (quote != '"' && quote != '\'') return place(element, address);
  const std::size_t to = std::min(text.size(), text.find(quote, *from));
  return {source_, static_cast<std::uint32_t>(*from), static_cast<std::uint32_t>(to), address};
}

base::SourceSpan Document::text(const Element& element, const std::string& address) const {
  std::string all;
  std::optional<std::size_t> first;
  bool is_data = false;
  for (const pugi::xml_node child : element.node.children()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    const std::string_view piece = child.value();
    if (!first) {
      if (piece.find_first_not_of(kSpace) == std::string_view::npos) continue;
      first = static_cast<std::size_t>(std::max<std::ptrdiff_t>(child.offset_debug(), 0));
      is_data = child.type() == pugi::node_cdata;
    }
    all += piece;
  }
  if (!first) {
    base::SourceSpan empty = place(element, address);
    empty.begin = empty.end;
    return empty;
  }
  // The characters are the file's own when nothing was decoded before the markup that ends them.
  const std::string_view there = std::string_view(source_->text).substr(*first);
  if (!there.starts_with(all) || !there.substr(all.size()).starts_with(is_data ? "]]>" : "<"))
    return own_source(std::move(all), *first, address);
  const auto from = static_cast<std::uint32_t>(*first);
  return trimmed({source_, from, from + static_cast<std::uint32_t>(all.size()), address});
}

std::size_t Document::line_of(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  return static_cast<std::size_t>(after - line_starts_.begin());
}

base::SourceSpan Document::own_source(std::string text, std::size_t offset,
                                      const std::string& address) const {
  auto source = base::make_source(source_->name + ":" + std::to_string(line_of(offset)), std::move(text));
  const auto size = static_cast<std::uint32_t>(source->text.size());
  return trimmed({std::move(source), 0, size, address});
}

}  // namespace qingheng::decision::xml
