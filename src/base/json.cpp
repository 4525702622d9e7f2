// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include <algorithm>
#include <unordered_set>

#include <boost/json/basic_parser_impl.hpp>
#include <fmt/format.h>

namespace qingheng::base {

namespace {

namespace bj = boost::json;

constexpr std::size_t kMaxDepth = 128;

/// Builds a Json from the events of Boost's parser, which hands over each number as text.
struct Builder {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  struct Open {
    Json value;
    std::string key;
    std::unordered_set<std::string> keys;
  };
  std::vector<Open> open;
  Json root;
  std::string text;
  std::string duplicate;

  bool put(Json value) {
    if (open.empty()) {
      root = std::move(value);
    } else if (JsonArray* array = open.back().value.array()) {
      array->push_back(std::move(value));
    } else {
      open.back().value.object()->emplace_back(std::move(open.back().key), std::move(value));
    }
    return true;
  }
  bool close() {
    Json value = std::move(open.back().value);
    open.pop_back();
    return put(std::move(value));
  }
  std::string take(bj::string_view last) {
    text.append(last.data(), last.size());
    return std::exchange(text, {});
  }
  bool append(bj::string_view part) {
    text.append(part.data(), part.size());
    return true;
  }

  bool on_document_begin(bj::error_code&) { return true; }
  bool on_document_end(bj::error_code&) { return true; }
  bool on_object_begin(bj::error_code&) { return open.push_back({JsonObject{}, {}, {}}), true; }
  bool on_object_end(std::size_t, bj::error_code&) { return close(); }
  bool on_array_begin(bj::error_code&) { return open.push_back({JsonArray{}, {}, {}}), true; }
  bool on_array_end(std::size_t, bj::error_code&) { return close(); }
  bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
  bool on_key(bj::string_view last, std::size_t, bj::error_code& error) {
    open.back().key = take(last);
    if (open.back().keys.insert(open.back().key).second) return true;
    duplicate = open.back().key;
    error = bj::error::syntax;
    return false;
  }
  bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
  bool on_string(bj::string_view last, std::size_t, bj::error_code&) { return put(Json(take(last))); }
  bool on_number_part(bj::string_view part, bj::error_code&) { return append(part); }
  bool on_number(bj::string_view last) { return put(Json(JsonNumber{take(last)})); }
  bool on_int64(std::int64_t, bj::string_view last, bj::error_code&) { return on_number(last); }
  bool on_uint64(std::uint64_t, bj::string_view last, bj::error_code&) { return on_number(last); }
  // Boost's callback signature names the type; the value is not used.
  bool on_double(double, bj::string_view last, bj::error_code&) { return on_number(last); }
  bool on_bool(bool value, bj::error_code&) { return put(Json(value)); }
  bool on_null(bj::error_code&) { return put(Json(nullptr)); }
  bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
  bool on_comment(bj::string_view, bj::error_code&) { return true; }
};

/// Gives each value its place: a second walk over a text that is known to be good, since Boost's events have
/// no positions.
class Locator {
 public:
  explicit Locator(std::string_view text) : text_(text) {}

  void locate(Json& value) {
    skip_space();
    Json::Place place = value.place();
    place.begin = at_;
    if (JsonObject* members = value.object()) {
      each(*members, [this](auto& member) { locate_member(member.second); });
    } else if (JsonArray* items = value.array()) {
      each(*items, [this](Json& item) { locate(item); });
    } else if (value.string() != nullptr) {
      skip_string();
    } else {
      at_ = static_cast<std::uint32_t>(std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size()));
    }
    place.end = at_;
    value.set_place(place);
  }

 private:
  void skip_space() {
    at_ = static_cast<std::uint32_t>(std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()));
  }
  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
      if (text_[at_] == '\\') ++at_;
    ++at_;
  }
  void locate_member(Json& value) {
    skip_space();
    Json::Place place;
    place.name_begin = at_;
    skip_string();
    place.name_end = at_;
    skip_space();
    ++at_;  // the colon
    value.set_place(place);
    locate(value);
  }
  /// From the opening bracket to behind the closing one; each item is followed by a comma or the latter.
  template <typename Items, typename Each>
  void each(Items& items, Each locate_one) {
    ++at_;
    for (auto& item : items) {
      locate_one(item);
      skip_space();
      ++at_;
    }
    if (!items.empty()) return;
    skip_space();
    ++at_;
  }

  std::string_view text_;
  std::uint32_t at_ = 0;
};

void write_string(std::string& out, std::string_view text) {
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
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

/// Writes values one below the other, or all on one line.
struct Writer {
  std::string out;
  Json::Layout layout;

  void line(std::size_t depth) {
    if (layout == Json::Layout::Compact) return;
    out += '\n';
    out.append(depth * 2, ' ');
  }
  template <typename Items, typename Each>
  void sequence(char opening, char closing, const Items& items, std::size_t depth, Each each) {
    out += opening;
    bool first = true;
    for (const auto& item : items) {
      if (!std::exchange(first, false)) out += ',';
      line(depth + 1);
      each(item);
    }
    if (!items.empty()) line(depth);
    out += closing;
  }
  void write(const Json& value, std::size_t depth) {
    if (const auto* boolean = value.boolean()) {
      out += *boolean ? "true" : "false";
    } else if (const auto* number = value.number()) {
      out += number->text;
    } else if (const auto* string = value.string()) {
      write_string(out, *string);
    } else if (const auto* array = value.array()) {
      sequence('[', ']', *array, depth, [&](const Json& item) { write(item, depth + 1); });
    } else if (const auto* object = value.object()) {
      sequence('{', '}', *object, depth, [&](const auto& member) {
        write_string(out, member.first);
        out += layout == Json::Layout::Compact ? ":" : ": ";
        write(member.second, depth + 1);
      });
    } else {
      out += "null";
    }
  }
};

}  // namespace

const Json* Json::find(std::string_view name) const noexcept {
  const JsonObject* members = object();
  if (members == nullptr) return nullptr;
  const auto at = std::ranges::find_if(*members, [&](const auto& member) { return member.first == name; });
  return at == members->end() ? nullptr : &at->second;
}

std::string Json::to_text(Layout layout) const {
  Writer writer{{}, layout};
  writer.write(*this, 0);
  return std::move(writer.out);
}

std::expected<Json, JsonError> parse_json(std::string_view text) {
  bj::parse_options options;
  options.max_depth = kMaxDepth;
  bj::basic_parser<Builder> parser(options);
  bj::error_code error;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
  if (!error && read < text.size()) error = bj::error::extra_data;
  if (!error) {
    Locator(text).locate(parser.handler().root);
    return std::move(parser.handler().root);
  }
  const std::string& duplicate = parser.handler().duplicate;
  return std::unexpected(JsonError{
      duplicate.empty() ? error.message() : fmt::format("the name `{}` stands twice", duplicate), read});
}

}  // namespace qingheng::base
