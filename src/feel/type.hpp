// SPDX-License-Identifier: Apache-2.0
// Static FEEL types (DMN 1.5 §10.3.2.9), with the unit of a quantity beside the number.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/value.hpp"

namespace qingheng::feel {

/// What is wrong with a literal, as a diagnostic says it.
struct LiteralFault {
  std::string message;
  std::string help;  // empty for none
};
/// Says what is wrong with a literal that meets a string type; empty: nothing.
using LiteralCheck = std::function<std::optional<LiteralFault>(std::string_view)>;

/// The shape of values. Copies share their parts.
struct Type {
  enum class Tag : std::uint8_t {
    Any,
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    DaysDuration,
    MonthsDuration,
    List,      // element
    Range,     // element
    Context,   // members
    Function,  // parameters, result
  };
  struct Member;
  Tag tag = Tag::Any;
  /// Unit of a number (`万元`, `t`, `%`); empty for a plain number.
  std::string unit;
  /// Codes that a string may have, when it is an enumeration; checked against literals.
  std::shared_ptr<const std::vector<std::string>> codes;
  /// Of a string whose values belong to a code system too large to be listed; null pointer: any text.
  std::shared_ptr<const LiteralCheck> literals;
  /// A number that takes the unit of what it meets, as a literal does.
  bool neutral = false;
  std::shared_ptr<const Type> element;                 // of a list or a range
  std::shared_ptr<const std::vector<Member>> members;  // of a context; null pointer: any members
  std::shared_ptr<const std::vector<Type>> parameters;
  std::shared_ptr<const Type> result;

  [[nodiscard]] static Type any() { return {}; }
  [[nodiscard]] static Type of(Tag tag) {
    Type type;
    type.tag = tag;
    return type;
  }
  [[nodiscard]] static Type boolean() { return of(Tag::Boolean); }
  [[nodiscard]] static Type number(std::string unit = {});
  [[nodiscard]] static Type string() { return of(Tag::String); }
  [[nodiscard]] static Type date() { return of(Tag::Date); }
  [[nodiscard]] static Type list(Type element);
  [[nodiscard]] static Type range(Type element);
  [[nodiscard]] static Type context(std::vector<Member> members);
  [[nodiscard]] static Type function(std::vector<Type> parameters, Type result);
};

/// One entry of a context type; `aliases` are other names of it, such as its Chinese label.
struct Type::Member {
  std::string name;
  Type type;
  std::vector<std::string> aliases;
};

/// `list<number>`, `context<a: string>` as the standard writes types; a unit follows in brackets.
[[nodiscard]] std::string to_text(const Type& type);

}  // namespace qingheng::feel
