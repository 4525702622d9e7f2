// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "decision/kit/internal/typed_value.hpp"
#include "decision/kit/suite.hpp"
#include "decision/xml/internal/admission.hpp"

namespace qingheng::decision::kit {

namespace {

constexpr std::string_view kNamespace = "http://www.omg.org/spec/DMN/20160719/testcase";

/// Finds of one file.
class SuiteReader {
 public:
  SuiteReader(std::shared_ptr<const base::SourceText> source, base::Diagnostics& found)
      : source_(std::move(source)), found_(found) {}

  std::optional<Suite> read() {
    source_ = xml::admit(source_, found_);
    if (!source_) return std::nullopt;
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(source_->text.data(), source_->text.size(),
                             pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
    if (!parsed) return refuse(fmt::format("the file is no XML: {}", parsed.description()), parsed.offset);
    const pugi::xml_node root = document.document_element();
    if (local_name(root) != "testCases")
      return refuse(fmt::format("the root is `{}`, not `testCases`", root.name()), root.offset_debug());
    if (const auto name_space = root.attribute("xmlns"); name_space && name_space.value() != kNamespace)
      return refuse(fmt::format("the namespace is `{}`, not `{}`", name_space.value(), kNamespace),
                    root.offset_debug());
    return suite(root);
  }

 private:
  std::nullopt_t refuse(std::string why, std::ptrdiff_t at) {
    find(std::move(why), at);
    return std::nullopt;
  }

  void find(std::string message, std::ptrdiff_t at) {
    base::Diagnostic finding;
    finding.code = "M070";
    finding.message = std::move(message);
    finding.spans.push_back({span(at), {}});
    found_.push_back(std::move(finding));
  }

  [[nodiscard]] base::SourceSpan span(std::ptrdiff_t at) const {
    const auto begin = static_cast<std::uint32_t>(
        std::min(at < 0 ? std::size_t{0} : static_cast<std::size_t>(at), source_->text.size()));
    const std::size_t end = source_->text.find_first_of(" \t\r\n/>", begin);
    return {source_, begin, static_cast<std::uint32_t>(std::min(end, source_->text.size())), {}};
  }

  Suite suite(const pugi::xml_node& root) {
    Suite result;
    for (const pugi::xml_node node : root.children()) {
      if (local_name(node) == "modelName") result.model = trimmed(text_of(node));
      if (local_name(node) == "testCase") result.cases.push_back(read_case(node));
    }
    return result;
  }

  Case read_case(const pugi::xml_node& node) {
    Case one;
    one.id = attribute(node, "id");
    one.invocable = attribute(node, "invocableName");
    const std::string_view type = attribute(node, "type");
    if (type == "bkm") {
      one.kind = ElementKind::Knowledge;
    } else if (type == "decisionService") {
      one.kind = ElementKind::Service;
    } else if (!type.empty() && type != "decision") {
      spoil(one, fmt::format("unknown type of case `{}`", type), node);
    }
    for (const pugi::xml_node part : node.children()) {
      if (local_name(part) == "description") one.description = trimmed(text_of(part));
      if (local_name(part) == "inputNode") add_input(one, part);
      if (local_name(part) == "resultNode") add_result(one, part);
    }
    return one;
  }

  void spoil(Case& one, const std::string& why, const pugi::xml_node& node) {
    find(fmt::format("case `{}`: {}", one.id, why), node.offset_debug());
    if (one.unreadable.empty()) one.unreadable = why;
  }

  void add_input(Case& one, const pugi::xml_node& node) {
    auto value = typed_value(node);
    if (!value) return spoil(one, value.error(), node);
    one.inputs.push_back({.name = std::string(attribute(node, "name")),
                          .name_space = std::string(attribute(node, "namespace")),
                          .value = *std::move(value)});
  }

  void add_result(Case& one, const pugi::xml_node& node) {
    ResultNode result;
    result.name = attribute(node, "name");
    const std::string_view error = attribute(node, "errorResult");
    result.error = error == "true" || error == "1";
    result.span = span(node.offset_debug());
    for (const pugi::xml_node part : node.children()) {
      if (local_name(part) != "expected") continue;
      auto value = typed_value(part);
      if (!value) return spoil(one, value.error(), part);
      result.expected = *std::move(value);
    }
    one.results.push_back(std::move(result));
  }

  std::shared_ptr<const base::SourceText> source_;
  base::Diagnostics& found_;
};

}  // namespace

std::optional<Suite> read_suite(std::shared_ptr<const base::SourceText> source, base::Diagnostics& found) {
  return SuiteReader(std::move(source), found).read();
}

}  // namespace qingheng::decision::kit
