// SPDX-License-Identifier: Apache-2.0
// One pass over the markup before anything is built from it. The parser behind takes what is no XML (names
// that nobody declared after `&`, two roots, an attribute twice) and knows no limits.
// tested by: src/decision/xml/refusals_test.cpp
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/xml/internal/admission.hpp"

namespace qingheng::decision::xml {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_space(char each) { return kSpace.contains(each); }

std::string quoted(std::string_view before, std::string_view name, std::string_view after) {
  constexpr std::size_t kShown = 60;
  std::string result = "`";
  result.append(before).append(name.substr(0, kShown)).append(name.size() > kShown ? "…" : "").append(after);
  return result + "`";
}

class Pass {
 public:
  Pass(std::shared_ptr<const base::SourceText> source, base::Diagnostics& found)
      : source_(std::move(source)), text_(source_->text), found_(found) {}

  bool run() {
    const auto control = std::ranges::find_if(
        text_, [](char each) { return static_cast<unsigned char>(each) < ' ' && !is_space(each); });
    if (control != text_.end()) {
      at_ = static_cast<std::size_t>(control - text_.begin());
      return refuse(at_, at_ + 1, "a control character has no place in XML");
    }
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size())
      if (!step()) return false;
    return finish();
  }

 private:
  struct Open {
    std::string_view name;
    std::size_t at;
  };

  bool refuse(std::size_t from, std::size_t to, std::string message, std::string_view code = "M003",
              std::string help = {}) {
    found_.push_back({.severity = base::Severity::Error,
                      .code = std::string(code),
                      .message = std::move(message),
                      .help = std::move(help),
                      .spans = {{place(from, to), {}}}});
    return false;
  }
  [[nodiscard]] base::SourceSpan place(std::size_t from, std::size_t to) const {
    return {source_,
            static_cast<std::uint32_t>(from),
            static_cast<std::uint32_t>(std::min(to, text_.size())),
            {}};
  }

  bool step() {
    const char here = text_[at_];
    if (here == '<') return markup();
    if (here == '&') return reference();
    const std::size_t next = std::min(text_.size(), text_.find_first_of("<&", at_));
    if (open_.empty()) {
      const std::size_t mark = text_.find_first_not_of(kSpace, at_);
      if (mark < next) return refuse(mark, mark + 1, "text outside of the root element");
    }
    at_ = next;
    return true;
  }

  bool finish() {
    if (!open_.empty()) {
      const Open& last = open_.back();
      return refuse(last.at, last.at + 1 + last.name.size(),
                    quoted("<", last.name, ">") + " is never closed");
    }
    if (!rooted_) return refuse(0, 0, "there is no element in the file");
    return true;
  }

  bool markup() {
    if (text_.substr(at_).starts_with("<!--")) return skip("<!--", "-->", "the comment is never closed");
    if (text_.substr(at_).starts_with("<![CDATA["))
      return skip("<![CDATA[", "]]>", "the CDATA section is never closed");
    if (text_.substr(at_).starts_with("<?"))
      return skip("<?", "?>", "the processing instruction is never closed");
    if (text_.substr(at_).starts_with("<!DOCTYPE"))
      return refuse(at_, at_ + std::string_view("<!DOCTYPE").size(), "a DOCTYPE is not accepted", "M004",
                    "remove it with the entities it declares; DMN needs none");
    if (text_.substr(at_).starts_with("<!"))
      return refuse(at_, at_ + 2, "`<!` begins neither a comment nor a CDATA section");
    if (text_.substr(at_).starts_with("</")) return end_tag();
    return start_tag();
  }

  bool skip(std::string_view begin, std::string_view end, std::string_view otherwise) {
    const std::size_t to = text_.find(end, at_ + begin.size());
    if (to == std::string_view::npos) return refuse(at_, at_ + begin.size(), std::string(otherwise));
    at_ = to + end.size();
    return true;
  }

  // The five names of XML and numbers; a name of its own would need a DOCTYPE.
  bool reference() {
    const std::size_t to = text_.find(';', at_);
    constexpr std::size_t kLongest = 12;
    if (to == std::string_view::npos || to - at_ > kLongest)
      return refuse(at_, at_ + 1, "`&` begins no reference", "M003", "write `&amp;`");
    const std::string_view name = text_.substr(at_ + 1, to - at_ - 1);
    static constexpr std::string_view kNames[] = {"amp", "lt", "gt", "quot", "apos"};
    if (std::ranges::find(kNames, name) == std::end(kNames) && !is_number(name))
      return refuse(at_, to + 1, quoted("&", name, ";") + " means nothing in XML", "M003",
                    "write the character itself, or `&amp;` for `&`");
    at_ = to + 1;
    return true;
  }

  // The number of a character that XML allows.
  static bool is_number(std::string_view name) {
    if (!name.starts_with('#')) return false;
    const bool hex = name.starts_with("#x");
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t point = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), point, hex ? 16 : 10);
    if (failure != std::errc{} || end != digits.data() + digits.size()) return false;
    return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point < 0xD800) ||
           (point >= 0xE000 && point < 0xFFFE) || (point >= 0x10000 && point <= 0x10FFFF);
  }

  bool end_tag() {
    const std::size_t to = text_.find('>', at_);
    if (to == std::string_view::npos) return refuse(at_, at_ + 2, "the tag is never closed");
    std::string_view name = text_.substr(at_ + 2, to - at_ - 2);
    name = name.substr(0, name.find_last_not_of(kSpace) + 1);
    if (open_.empty()) return refuse(at_, to + 1, quoted("</", name, ">") + " closes nothing");
    const Open last = open_.back();
    if (last.name != name) {
      refuse(at_, to + 1,
             quoted("</", name, ">") + " stands where " + quoted("</", last.name, ">") + " must");
      found_.back().spans.push_back({place(last.at, last.at + 1 + last.name.size()), "opened here"});
      return false;
    }
    open_.pop_back();
    at_ = to + 1;
    return true;
  }

  bool start_tag() {
    const std::size_t begin = at_++;
    const std::size_t end = std::min(text_.size(), text_.find_first_of(" \t\r\n/><=\"'&", at_));
    const std::string_view name = text_.substr(at_, end - at_);
    if (name.empty()) return refuse(begin, begin + 1, "`<` begins no tag", "M003", "write `&lt;` in a text");
    if (open_.empty() && std::exchange(rooted_, true))
      return refuse(begin, end, "a second root element, " + quoted("<", name, ">"));
    at_ = end;
    if (!attributes(begin, end)) return false;
    const bool empty = text_[at_] == '/';
    at_ += empty ? 2 : 1;
    if (empty) return true;
    if (open_.size() == kDeepestNesting)
      return refuse(begin, end, "elements are nested more than " + std::to_string(kDeepestNesting) + " deep",
                    "M005", "no model needs this; the file is damaged or meant to do harm");
    open_.push_back({name, begin});
    return true;
  }

  // Up to the `>` or `/>` of the tag that begins at `begin`.
  bool attributes(std::size_t begin, std::size_t end) {
    std::set<std::string_view> names;
    while (true) {
      const std::size_t next = text_.find_first_not_of(kSpace, at_);
      if (next == std::string_view::npos) return refuse(begin, end, "the tag is never closed");
      const bool apart = next > at_;
      at_ = next;
      if (text_[at_] == '>' || text_.substr(at_).starts_with("/>")) return true;
      if (!apart) return refuse(at_, at_ + 1, "the tag cannot be read from here on");
      if (!attribute(names)) return false;
      if (names.size() > kMostAttributes)
        return refuse(begin, end,
                      "an element with more than " + std::to_string(kMostAttributes) + " attributes", "M005",
                      "no model needs this; the file is damaged or meant to do harm");
    }
  }

  bool attribute(std::set<std::string_view>& names) {
    const std::size_t from = at_;
    const std::size_t to = std::min(text_.size(), text_.find_first_of(" \t\r\n/><=\"'&", from));
    const std::string_view name = text_.substr(from, to - from);
    at_ = std::min(text_.size(), text_.find_first_not_of(kSpace, to));
    if (name.empty() || at_ == text_.size() || text_[at_] != '=')
      return refuse(from, std::max(to, from + 1), "the tag cannot be read from here on");
    at_ = std::min(text_.size(), text_.find_first_not_of(kSpace, at_ + 1));
    if (at_ == text_.size() || (text_[at_] != '"' && text_[at_] != '\''))
      return refuse(from, to, "the value of " + quoted("", name, "") + " does not stand in quotes");
    if (!names.insert(name).second)
      return refuse(from, to, "the attribute " + quoted("", name, "") + " stands twice");
    const char quote = text_[at_++];
    while (true) {
      at_ = std::min(text_.size(), text_.find_first_of(quote == '"' ? "\"<&" : "'<&", at_));
      if (at_ == text_.size() || text_[at_] == '<')
        return refuse(from, to, "the value of " + quoted("", name, "") + " is not closed before the next tag",
                      "M003", "write `&lt;` for `<`");
      if (text_[at_] == quote) break;
      if (!reference()) return false;
    }
    ++at_;
    return true;
  }

  std::shared_ptr<const base::SourceText> source_;
  std::string_view text_;
  base::Diagnostics& found_;
  std::size_t at_ = 0;
  bool rooted_ = false;
  std::vector<Open> open_;
};

}  // namespace

bool is_admissible_markup(const std::shared_ptr<const base::SourceText>& source, base::Diagnostics& found) {
  return Pass(source, found).run();
}

}  // namespace qingheng::decision::xml
