// SPDX-License-Identifier: Apache-2.0
#include "policy/text/document.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <cmark-gfm.h>
#include <fmt/format.h>

#include "base/unicode.hpp"
#include "policy/text/address.hpp"
#include "policy/text/lines.hpp"
#include "policy/text/yaml.hpp"

namespace qingheng::policy::text {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{4} * 1024 * 1024;
constexpr std::size_t kHeadingLevels = 7;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

/// Joins the lines of a paragraph: without a space where Chinese meets Chinese.
void join_line(std::string& out, std::string_view line) {
  line = trimmed(line);
  if (line.empty()) return;
  const auto is_wide = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80U; };
  if (!out.empty() && !(is_wide(out.back()) && is_wide(line.front()))) out += ' ';
  out += line;
}

/// Goes through the top of a Markdown text and keeps what it finds.
class DocumentReader {
 public:
  DocumentReader(std::shared_ptr<const base::SourceText> source, base::Diagnostics& found)
      : text_(source->text), found_(found) {
    document_.source = std::move(source);
  }

  Document read() {
    std::size_t from = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    from = read_front(from);
    lines_ = lines_of(text_, from);
    using Root = std::unique_ptr<cmark_node, void (*)(cmark_node*)>;
    const std::string_view rest = text_.substr(from);
    const Root root(cmark_parse_document(rest.data(), rest.size(), CMARK_OPT_DEFAULT), cmark_node_free);
    for (cmark_node* node = cmark_node_first_child(root.get()); node != nullptr; node = cmark_node_next(node))
      read_node(node);
    close_clause(text_.size());
    return std::move(document_);
  }

 private:
  /// The address that a heading leaves to those below it.
  struct Above {
    std::size_t clause = 0;
    std::string address;
    std::string attachment;
  };

  [[nodiscard]] base::SourceSpan span(std::size_t from, std::size_t to) const {
    return {document_.source, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), address_};
  }
  void report(std::string code, std::string message, std::string help, base::SourceSpan at) {
    found_.push_back(
        {base::Severity::Error, std::move(code), std::move(message), std::move(help), {{std::move(at), ""}}});
  }
  [[nodiscard]] Line line(int number) const {
    const auto index = static_cast<std::size_t>(std::max(number, 1) - 1);
    return index < lines_.size() ? lines_[index] : Line{text_.size(), text_.size(), text_.size()};
  }
  [[nodiscard]] std::string_view characters(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }

  /// Reads the front matter, if there is one; returns where the rest begins.
  std::size_t read_front(std::size_t from) {
    const std::vector<Line> lines = lines_of(text_, from);
    if (lines.empty() || trimmed(characters(lines.front())) != "---") return from;
    const auto last = std::find_if(lines.begin() + 1, lines.end(),
                                   [this](const Line& line) { return trimmed(characters(line)) == "---"; });
    if (last == lines.end()) {
      report("P002", "the front matter has no end", "close it with a line `---`",
             span(lines.front().begin, lines.front().end));
      return text_.size();
    }
    std::vector<Node> trees = read_yaml(span(lines.front().next, last->begin), found_);
    if (!trees.empty()) document_.front = std::move(trees.front());
    if (!document_.front)
      document_.front =
          Node{.shape = Node::Shape::Mapping, .span = span(lines.front().begin, lines.front().end)};
    return last->next;
  }

  /// Blocks belong to a clause, not to what is said in a list or a quotation.
  void refuse_blocks_inside(cmark_node* node) {
    using Walk = std::unique_ptr<cmark_iter, void (*)(cmark_iter*)>;
    const Walk walk(cmark_iter_new(node), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
      cmark_node* inner = cmark_iter_get_node(walk.get());
      if (cmark_node_get_type(inner) != CMARK_NODE_CODE_BLOCK || !is_yaml(inner)) continue;
      const Line place = line(cmark_node_get_start_line(inner));
      report("P009", "a block cannot stand inside a list or a quotation",
             "write its fence at the beginning of the line", span(place.begin, place.end));
    }
  }

  void read_node(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    const int first = cmark_node_get_start_line(node);
    const int last = std::max(cmark_node_get_end_line(node), first);
    if (type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE) refuse_blocks_inside(node);
    if (type == CMARK_NODE_HEADING)
      read_clause(line(first), static_cast<std::uint8_t>(cmark_node_get_heading_level(node)));
    else if (type == CMARK_NODE_CODE_BLOCK && is_yaml(node))
      read_fence(node, first);
    else if (type == CMARK_NODE_BLOCK_QUOTE)
      read_quote(first, last);
    else if (type == CMARK_NODE_PARAGRAPH)
      read_paragraph(first, last);
    else if (type != CMARK_NODE_THEMATIC_BREAK && type != CMARK_NODE_HTML_BLOCK)
      add_text(trimmed(text_.substr(line(first).begin, line(last).end - line(first).begin)));
  }

  void read_clause(const Line& place, std::uint8_t depth) {
    close_clause(place.begin);
    std::string_view heading = trimmed(characters(place));
    if (heading.starts_with('#')) {
      heading = trimmed(heading.substr(std::min(heading.find_first_not_of('#'), heading.size())));
      const std::size_t closing = heading.find_last_not_of('#');
      if (closing != std::string_view::npos && closing + 1 < heading.size() && heading[closing] == ' ')
        heading = trimmed(heading.substr(0, closing));
    }
    const HeadingNumber number = read_heading(heading);
    const std::size_t index = document_.clauses.size();
    const Above* above = nullptr;
    for (std::size_t level = depth; level-- > 1 && above == nullptr;)
      if (above_[level]) above = &*above_[level];
    Above own = address_below(above, number);
    own.clause = index;
    for (std::size_t level = depth; level < kHeadingLevels; ++level) above_[level].reset();
    address_ = own.address;
    Clause clause{.address = number.kind == HeadingNumber::Kind::None ? "" : own.address,
                  .depth = depth,
                  .heading = std::string(number.heading),
                  .parent = above == nullptr ? index : above->clause,
                  .span = span(place.begin, place.end),
                  .body = span(place.next, place.next)};
    check_address(clause);
    document_.clauses.push_back(std::move(clause));
    above_[depth] = std::move(own);
  }

  static Above address_below(const Above* above, const HeadingNumber& number) {
    Above own = above == nullptr ? Above{} : *above;
    switch (number.kind) {
      case HeadingNumber::Kind::None:
        break;
      case HeadingNumber::Kind::Article:
        own.address = own.attachment + number.part;
        break;
      case HeadingNumber::Kind::Attachment:
        own.address = own.attachment = number.part;
        break;
      case HeadingNumber::Kind::Below:
        own.address += number.part;
        break;
      case HeadingNumber::Kind::ByHand:
        own.address = number.part;
        break;
    }
    return own;
  }

  void check_address(const Clause& clause) {
    if (clause.address.empty()) return;
    const auto [first, added] = addresses_.try_emplace(clause.address, document_.clauses.size());
    if (added) return;
    found_.push_back({base::Severity::Error,
                      "P007",
                      fmt::format("two clauses have the address `{}`", clause.address),
                      "correct the number, or give an address of its own with `{#address}`",
                      {{clause.span, ""}, {document_.clauses[first->second].span, "the first"}}});
  }

  void close_clause(std::size_t end) {
    if (!document_.clauses.empty()) document_.clauses.back().body.end = static_cast<std::uint32_t>(end);
  }

  static bool is_yaml(cmark_node* node) {
    std::string info(trimmed(cmark_node_get_fence_info(node)));
    info.resize(std::min(info.find_first_of(" \t{"), info.size()));
    std::ranges::transform(info, info.begin(), [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? char(letter + 32) : letter;
    });
    return info == "yaml" || info == "yml";
  }

  /// The lines between the fences; each run between lines `---` is one block.
  void read_fence(cmark_node* node, int opening) {
    const std::string_view literal = cmark_node_get_literal(node);
    const auto count = static_cast<int>(std::ranges::count(literal, '\n'));
    const Line closing = line(opening + count + 1);
    if (!is_fence(trimmed(characters(closing)))) {
      const Line place = line(opening);
      report("P008", "the fence has no end", "close it with a line of three backticks",
             span(place.begin, place.end));
      return;
    }
    std::size_t from = line(opening).next;
    for (int number = opening + 1; number <= opening + count; ++number) {
      const Line place = line(number);
      if (trimmed(characters(place)) != "---" || text_[place.begin] != '-') continue;
      read_block(from, place.begin);
      from = place.next;
    }
    read_block(from, std::max(closing.begin, from));
  }

  static bool is_fence(std::string_view line) {
    return line.size() >= 3 && (line.find_first_not_of('`') == std::string_view::npos ||
                                line.find_first_not_of('~') == std::string_view::npos);
  }

  void read_block(std::size_t from, std::size_t to) {
    const base::SourceSpan place = span(from, to);
    for (Node& tree : read_yaml(place, found_)) {
      if (tree.is_null()) continue;
      const auto clause =
          document_.clauses.empty() ? std::nullopt : std::optional(document_.clauses.size() - 1);
      document_.blocks.push_back({std::move(tree), clause, place});
    }
  }

  void read_paragraph(int first, int last) {
    std::string joined;
    for (int number = first; number <= last; ++number) join_line(joined, characters(line(number)));
    add_text(joined);
  }

  void read_quote(int first, int last) {
    std::string joined;
    for (int number = first; number <= last; ++number) {
      std::string_view characters_here = trimmed(characters(line(number)));
      if (characters_here.starts_with('>')) characters_here.remove_prefix(1);
      join_line(joined, characters_here);
    }
    for (const std::string_view mark : {"EN:", "EN："})
      if (joined.starts_with(mark) && !document_.clauses.empty()) {
        join_line(document_.clauses.back().english, std::string_view(joined).substr(mark.size()));
        return;
      }
    add_text(joined);
  }

  void add_text(std::string_view text) {
    if (document_.clauses.empty() || text.empty()) return;
    std::string& out = document_.clauses.back().text;
    if (!out.empty()) out += "\n\n";
    out += text;
  }

  std::string_view text_;
  base::Diagnostics& found_;
  Document document_;
  std::vector<Line> lines_;
  std::string address_;  // of the clause at hand
  std::array<std::optional<Above>, kHeadingLevels> above_;
  std::map<std::string, std::size_t, std::less<>> addresses_;
};

}  // namespace

Document read_document(std::shared_ptr<const base::SourceText> source, base::Diagnostics& found) {
  const auto refuse = [&](std::string message, std::string help) {
    base::SourceSpan place{source, 0, 0, {}};
    found.push_back({base::Severity::Error, "P001", std::move(message), std::move(help), {{place, ""}}});
    Document document;
    document.source = source;
    return document;
  };
  if (source->text.size() > kMaxBytes)
    return refuse(fmt::format("a document of more than {} MiB is not read", kMaxBytes / 1024 / 1024),
                  "split it into several");
  if (!base::is_utf8(source->text))
    return refuse("the text is not UTF-8", "save the file in the encoding UTF-8");
  return DocumentReader(std::move(source), found).read();
}

}  // namespace qingheng::policy::text
