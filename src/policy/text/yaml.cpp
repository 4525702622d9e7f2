// SPDX-License-Identifier: Apache-2.0
#include "policy/text/yaml.hpp"

#include <algorithm>
#include <cctype>
#include <exception>
#include <istream>
#include <optional>
#include <streambuf>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "policy/text/scalar_place.hpp"

namespace qingheng::policy::text {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{512} * 1024;
constexpr std::size_t kMaxDepth = 40;
constexpr std::size_t kMaxNodes = 50'000;

/// A stream over bytes that stay where they are.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string& bytes) { setg(bytes.data(), bytes.data(), bytes.data() + bytes.size()); }
};

/// Builds trees from the events of the YAML reader.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const base::SourceSpan& span, base::Diagnostics& found) : span_(span), found_(found) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    stuck_ = last_start_ == mark.pos;
    last_start_ = mark.pos;
    open_.clear();
    root_.reset();
  }
  void OnDocumentEnd() override {
    if (root_) trees_.push_back(std::move(*root_));
    root_.reset();
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    const std::string_view rest = span_.text().substr(offset(mark));
    Node node;
    for (const std::string_view word : {"null", "Null", "NULL", "~"})
      if (rest.starts_with(word)) {
        node.scalar = "null";
        node.span = here(offset(mark), offset(mark) + word.size());
      }
    if (node.scalar.empty()) node.span = here(offset(mark), offset(mark));
    add(std::move(node), mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse(mark, "an alias stands for a text that is written elsewhere", "write the text out here");
    add(Node{.span = here(offset(mark), offset(mark) + 1)}, mark);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    const ScalarPlace place = place_scalar(span_.text(), offset(mark), value);
    add(Node{.quoted = place.quoted,
             .verbatim = place.verbatim,
             .scalar = value,
             .span = here(place.begin, place.end)},
        mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    begin(Node{.shape = Node::Shape::Sequence, .span = here(offset(mark), offset(mark))});
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    begin(Node{.shape = Node::Shape::Mapping, .span = here(offset(mark), offset(mark))});
  }
  void OnMapEnd() override { end(); }

  /// Where the reader takes the same characters for another document without end; empty otherwise.
  [[nodiscard]] std::optional<std::size_t> stuck() const {
    return stuck_ ? std::optional(static_cast<std::size_t>(last_start_)) : std::nullopt;
  }
  [[nodiscard]] std::vector<Node> take() { return std::move(trees_); }

 private:
  /// A sequence or mapping that is not yet at its end.
  struct Open {
    Node node;
    std::optional<Node> key;  // of a mapping: read, its value is still to come
  };

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return std::min<std::size_t>(mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos), span_.text().size());
  }
  [[nodiscard]] base::SourceSpan here(std::size_t from, std::size_t to) const {
    return span_.sub(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
  }
  void report(std::string code, std::string message, std::string help, base::SourceSpan at) {
    found_.push_back(
        {base::Severity::Error, std::move(code), std::move(message), std::move(help), {{std::move(at), ""}}});
  }
  void refuse(const YAML::Mark& mark, std::string message, std::string help) {
    report("P005", std::move(message), std::move(help), here(offset(mark), offset(mark) + 1));
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse(mark, "an anchor has no meaning in a policy document", "leave the `&name` out");
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.size() > 1)
      refuse(mark, "a tag has no meaning in a policy document",
             "leave it out, or put a text that begins with `!` in quotes");
  }

  void begin(Node node) {
    if (open_.size() + 1 == kMaxDepth)
      report("P006", fmt::format("lists and mappings are more than {} deep", kMaxDepth - 1), "", node.span);
    open_.push_back({std::move(node), std::nullopt});
  }
  void end() {
    if (open_.empty()) return;
    Open closed = std::move(open_.back());
    open_.pop_back();
    if (open_.size() + 1 >= kMaxDepth) {
      closed.node.items.clear();
      closed.node.entries.clear();
    }
    place(std::move(closed.node));
  }
  void add(Node node, const YAML::Mark& /*mark*/) {
    if (++nodes_ == kMaxNodes)
      report("P006", fmt::format("the text has more than {} values", kMaxNodes), "", node.span);
    if (nodes_ < kMaxNodes) place(std::move(node));
  }
  void place(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    parent.node.span.end = std::max(parent.node.span.end, node.span.end);
    if (parent.node.is_sequence())
      parent.node.items.push_back(std::move(node));
    else if (!parent.key)
      parent.key = std::move(node);
    else
      place_value(parent, std::move(node));
  }
  void place_value(Open& parent, Node value) {
    Node key = *std::exchange(parent.key, std::nullopt);
    if (!key.is_scalar()) {
      report("P003", "a list or mapping cannot be a key", "put a text with `[`, `{` or `?` in quotes",
             key.span);
      return;
    }
    if (const Entry* first = parent.node.find(key.scalar)) {
      found_.push_back({base::Severity::Error,
                        "P004",
                        fmt::format("the key `{}` stands twice", key.scalar),
                        "keep one of the two",
                        {{key.span, ""}, {first->key_span, "here first"}}});
      return;
    }
    parent.node.entries.push_back({std::move(key.scalar), std::move(key.span), std::move(value)});
  }

  const base::SourceSpan& span_;
  base::Diagnostics& found_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  std::vector<Node> trees_;
  std::size_t nodes_ = 0;
  int last_start_ = -1;
  bool stuck_ = false;
};

/// What to do about a message of the YAML reader; `lines` are the one that it stopped at and the one before.
std::string help_for(const std::string& message, std::string_view lines) {
  if (message.find("control character") != std::string::npos)
    return "delete the invisible character, which copying from another program may have left there";
  if (lines.find("：") != std::string_view::npos)
    return "a key ends in a half-width `:` and a space; `：` is part of the text";
  if (message.find("map value") != std::string::npos) return "put a text that holds `: ` in quotes";
  if (message.find("flow") != std::string::npos)
    return "close every `[` and `{`, and put a text that holds one of them or a `,` in quotes";
  if (message.find("end of map") != std::string::npos)
    return "give all keys of a mapping the same indentation, and every key a `:` and a space";
  if (message.find("end of sequence") != std::string::npos)
    return "give all `-` of a list the same indentation";
  if (message.find("unknown token") != std::string::npos)
    return "put a text that begins with a mark such as `@`, `%` or a backtick in quotes";
  return "put a text with characters that have a meaning in YAML in quotes";
}

/// The line with byte `at`, and the one before.
std::string_view lines_around(std::string_view text, std::size_t at) {
  std::size_t from = std::min(at, text.size());
  for (int lines = 0; lines < 2 && from > 0; ++lines) {
    const std::size_t before = text.rfind('\n', from - 1);
    from = before == std::string_view::npos ? 0 : before;
  }
  return text.substr(from, std::min(text.find('\n', at), text.size()) - from);
}

void report_unreadable(const base::SourceSpan& span, std::string message, std::size_t at,
                       base::Diagnostics& found) {
  const std::string_view text = span.text();
  // At its end the reader stands behind the last line: show what it stumbled over.
  while (at > 0 && (at >= text.size() || text[at] == '\n' || text[at] == '\r' || text[at] == ' ')) --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  std::string help = help_for(message, lines_around(text, at));
  std::ranges::transform(message, message.begin(),
                         [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  const auto from = static_cast<std::uint32_t>(at);
  found.push_back({base::Severity::Error,
                   "P003",
                   fmt::format("the block cannot be read from here on ({})", message),
                   std::move(help),
                   {{span.sub(from, from + 1), ""}}});
}

/// The first character that YAML 1.2 §5.1 excludes; the reader takes some of them for its end and never gets
/// past.
std::size_t control_character(std::string_view text) {
  const auto* const found = std::ranges::find_if(text, [](unsigned char letter) {
    return (letter < 0x20U && letter != '\t' && letter != '\n' && letter != '\r') || letter == 0x7FU;
  });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

}  // namespace

std::vector<Node> read_yaml(const base::SourceSpan& span, base::Diagnostics& found) {
  if (span.text().size() > kMaxBytes) {
    found.push_back({base::Severity::Error,
                     "P006",
                     fmt::format("a block of more than {} KiB is not read", kMaxBytes / 1024),
                     "split it into several blocks",
                     {{span.sub(0, 1), ""}}});
    return {};
  }
  if (const std::size_t at = control_character(span.text()); at != std::string_view::npos) {
    report_unreadable(span, "a control character", at, found);
    return {};
  }
  TreeBuilder builder(span, found);
  std::string bytes(span.text());
  ViewBuffer buffer(bytes);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    while (!builder.stuck() && parser.HandleNextDocument(builder)) continue;
    if (const auto at = builder.stuck()) report_unreadable(span, "unknown token", *at, found);
  } catch (const YAML::Exception& error) {
    report_unreadable(span, error.msg, error.mark.pos < 0 ? 0 : static_cast<std::size_t>(error.mark.pos),
                      found);
  } catch (const std::exception& error) {
    report_unreadable(span, error.what(), 0, found);
  }
  return builder.take();
}

}  // namespace qingheng::policy::text
