// SPDX-License-Identifier: Apache-2.0
// The elements of DMN in a parsed file, with the place of every name and text; what belongs to other
// namespaces is not there.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "base/source.hpp"
#include "decision/model.hpp"

namespace qingheng::decision::xml {

// An element of DMN and its name without prefix.
struct Element {
  pugi::xml_node node;
  std::string_view name;
};

// The edition with this namespace.
std::optional<model::Edition> edition_of(std::string_view name_space);
// The namespace that an edition goes by.
std::string_view namespace_of(model::Edition edition);
// Without white space at its ends, and one space for any inside (DMN 1.5 §10.3.1.4).
std::string normal_name(std::string_view written);
// Cut at white space on both sides.
base::SourceSpan trimmed(const base::SourceSpan& span);

class Document {
 public:
  // Only `parse` makes one.
  class Key {
    friend class Document;
    Key() = default;
  };
  explicit Document(Key) {}

  // The source must be admissible; empty with what the parser says when it still fails.
  static std::unique_ptr<Document> parse(std::shared_ptr<const base::SourceText> source, std::string& failure,
                                         std::size_t& at);

  [[nodiscard]] const std::shared_ptr<const base::SourceText>& source() const { return source_; }

  // The root whatever its namespace, and that namespace.
  struct Root {
    Element element;
    std::string name_space;
  };
  [[nodiscard]] Root root() const { return root_; }

  // Calls `visit` for each child that is an element of DMN, in order.
  void each_child(const Element& parent, const std::function<void(const Element&)>& visit);

  // Prefixes met so far, with the first namespace of each.
  [[nodiscard]] const std::vector<model::Prefix>& prefixes() const { return prefixes_; }

  [[nodiscard]] static bool has(const Element& element, const char* attribute);
  // As written, references resolved; empty when it is missing.
  [[nodiscard]] static std::string value(const Element& element, const char* attribute);
  // The characters of the attribute's value, otherwise of the element's opening tag.
  [[nodiscard]] base::SourceSpan place(const Element& element, const char* attribute,
                                       const std::string& address) const;
  // `<name` of the opening tag.
  [[nodiscard]] base::SourceSpan place(const Element& element, const std::string& address) const;
  // The characters inside of the element, without white space at the ends: in the file when they stand there
  // as they are, otherwise in a source of their own.
  [[nodiscard]] base::SourceSpan text(const Element& element, const std::string& address) const;

 private:
  void enter(pugi::xml_node node);
  void leave(pugi::xml_node node);
  [[nodiscard]] std::string_view namespace_by(std::string_view prefix) const;
  [[nodiscard]] std::optional<std::size_t> offset_of(pugi::xml_node node, const char* inside) const;
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;
  [[nodiscard]] base::SourceSpan own_source(std::string text, std::size_t offset,
                                            const std::string& address) const;

  std::shared_ptr<const base::SourceText> source_;
  pugi::xml_document parsed_;
  Root root_;
  std::vector<std::size_t> line_starts_;
  std::map<std::string, std::vector<std::string>, std::less<>> scopes_;
  std::vector<model::Prefix> prefixes_;
};

}  // namespace qingheng::decision::xml
