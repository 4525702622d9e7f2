// SPDX-License-Identifier: Apache-2.0
// JSON with numbers kept as written, so that no digit is lost on the way in or out (RFC 8259).
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.hpp"

namespace qingheng::base {

class Json;
using JsonArray = std::vector<Json>;
/// Members in the order in which they were written; names are unique.
using JsonObject = std::vector<std::pair<std::string, Json>>;

/// A number as the text that stood in the document.
struct JsonNumber {
  std::string text;
  friend bool operator==(const JsonNumber&, const JsonNumber&) = default;
};

/// One JSON value.
class Json {
 public:
  using Data = std::variant<std::nullptr_t, bool, JsonNumber, std::string, JsonArray, JsonObject>;

  Json() noexcept : data_(nullptr) {}
  Json(std::nullptr_t) noexcept : data_(nullptr) {}            // NOLINT(google-explicit-constructor)
  Json(bool value) noexcept : data_(value) {}                  // NOLINT(google-explicit-constructor)
  Json(std::string value) : data_(std::move(value)) {}         // NOLINT(google-explicit-constructor)
  Json(std::string_view value) : data_(std::string(value)) {}  // NOLINT(google-explicit-constructor)
  Json(const char* value) : data_(std::string(value)) {}       // NOLINT(google-explicit-constructor)
  Json(std::int64_t value)
      : data_(JsonNumber{std::to_string(value)}) {}              // NOLINT(google-explicit-constructor)
  Json(int value) : data_(JsonNumber{std::to_string(value)}) {}  // NOLINT(google-explicit-constructor)
  Json(std::size_t value)
      : data_(JsonNumber{std::to_string(value)}) {}              // NOLINT(google-explicit-constructor)
  Json(Decimal value) : data_(JsonNumber{value.to_string()}) {}  // NOLINT(google-explicit-constructor)
  Json(JsonNumber value) : data_(std::move(value)) {}            // NOLINT(google-explicit-constructor)
  Json(JsonArray value) : data_(std::move(value)) {}             // NOLINT(google-explicit-constructor)
  Json(JsonObject value) : data_(std::move(value)) {}            // NOLINT(google-explicit-constructor)

  /// Where a value stood in the text that it was read from: bytes [begin, end), and [name begin, name end) of
  /// the name in quotes that a member of an object has. All 0 for a value that was not read.
  struct Place {
    std::uint32_t name_begin = 0;
    std::uint32_t name_end = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] const Place& place() const noexcept { return place_; }
  void set_place(const Place& place) noexcept { place_ = place; }

  [[nodiscard]] const Data& data() const noexcept { return data_; }
  [[nodiscard]] bool is_null() const noexcept { return std::holds_alternative<std::nullptr_t>(data_); }
  /// Null when the value is of another type.
  [[nodiscard]] const bool* boolean() const noexcept { return std::get_if<bool>(&data_); }
  [[nodiscard]] const JsonNumber* number() const noexcept { return std::get_if<JsonNumber>(&data_); }
  [[nodiscard]] const std::string* string() const noexcept { return std::get_if<std::string>(&data_); }
  [[nodiscard]] const JsonArray* array() const noexcept { return std::get_if<JsonArray>(&data_); }
  [[nodiscard]] const JsonObject* object() const noexcept { return std::get_if<JsonObject>(&data_); }
  [[nodiscard]] JsonArray* array() noexcept { return std::get_if<JsonArray>(&data_); }
  [[nodiscard]] JsonObject* object() noexcept { return std::get_if<JsonObject>(&data_); }
  /// The member `name` of an object; null when this is no object or has no such member.
  [[nodiscard]] const Json* find(std::string_view name) const noexcept;

  /// Compact text, or indented by two spaces.
  enum class Layout : std::uint8_t { Compact, Indented };
  [[nodiscard]] std::string to_text(Layout layout = Layout::Compact) const;

  /// Places do not matter.
  friend bool operator==(const Json& a, const Json& b) { return a.data_ == b.data_; }

 private:
  Data data_;
  Place place_;
};

/// What is wrong with a JSON text, and the byte at which it was seen.
struct JsonError {
  std::string message;
  std::size_t offset = 0;
  friend bool operator==(const JsonError&, const JsonError&) = default;
};

/// Reads one JSON text, wholly, with the place of each value. Refuses names given twice, nesting past 128
/// levels, and text that is not UTF-8.
[[nodiscard]] std::expected<Json, JsonError> parse_json(std::string_view text);

}  // namespace qingheng::base
