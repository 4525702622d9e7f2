// SPDX-License-Identifier: Apache-2.0
#include "decision/xml/read.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "decision/xml/internal/admission.hpp"
#include "decision/xml/internal/document.hpp"
#include "decision/xml/internal/reading.hpp"

namespace qingheng::decision::xml {
namespace {

// FEEL by any edition's name of it, or by its word alone.
bool is_feel(std::string_view language) {
  std::string lower(language);
  std::ranges::transform(lower, lower.begin(), [](char each) {
    return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
  });
  return lower == "feel" || (lower.contains("://www.omg.org/spec/") && lower.contains("/feel"));
}

// The edition when the root is the one of a model.
std::optional<model::Edition> check_root(const Document::Root& root, const base::SourceSpan& place,
                                         Reading& reading) {
  if (root.element.name != "definitions") {
    reading.error("M006", place, "the root is `" + std::string(root.element.name) + "`, no DMN model",
                  "the root of a model is `definitions`");
    return std::nullopt;
  }
  const std::optional<model::Edition> edition = edition_of(root.name_space);
  if (!edition)
    reading.error(
        "M007", place,
        root.name_space.empty() ? std::string("the root is in no namespace")
                                : "`" + root.name_space + "` is the namespace of no DMN edition",
        "DMN 1.5 has `" + std::string(namespace_of(model::Edition::Dmn15)) + "`; 1.1 to 1.5 are read");
  return edition;
}

void read_definitions(const Element& root, Reading& reading) {
  model::Model& model = reading.model;
  model.id = reading.id_of(root, {});
  model.name = normal_name(Document::value(root, "name"));
  model.name_space = Document::value(root, "namespace");
  if (std::string language = Document::value(root, "expressionLanguage"); !is_feel(language))
    model.expression_language = std::move(language);
  if (model.name.empty())
    reading.warn("M009", reading.document.place(root, std::string{}), "`definitions` has no `name`");
  if (model.name_space.empty())
    reading.warn("M009", reading.document.place(root, std::string{}), "`definitions` has no `namespace`",
                 "without one no other model can import it");
  reading.document.each_child(root, [&](const Element& child) {
    if (!read_graph_element(reading, child)) reading.leave_out(root, child, {});
  });
}

}  // namespace

std::optional<model::Model> read_model(std::shared_ptr<const base::SourceText> source,
                                       base::Diagnostics& found) {
  model::Model model;
  model.source = admit(std::move(source), found);
  if (!model.source) return std::nullopt;
  std::string failure;
  std::size_t at = 0;
  const std::unique_ptr<Document> document = Document::parse(model.source, failure, at);
  if (!document) {
    found.push_back(
        {.severity = base::Severity::Error,
         .code = "M003",
         .message = "the file cannot be read as XML from here on: " + failure,
         .spans = {
             {{model.source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), {}}, {}}}});
    return std::nullopt;
  }
  Reading reading(*document, model, found);
  const Document::Root root = document->root();
  const std::optional<model::Edition> edition =
      check_root(root, document->place(root.element, std::string{}), reading);
  if (!edition) return std::nullopt;
  model.edition = *edition;
  read_definitions(root.element, reading);
  model.prefixes = document->prefixes();
  return model;
}

}  // namespace qingheng::decision::xml
