// SPDX-License-Identifier: Apache-2.0
// A mapping read by its keys. Making one reports the keys that do not belong and those that are missing.
//
//   const Fields fields(node, mapping("quota"), found);
//   quota.limit = fields.feel("limit").value_or(FeelText{});
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "policy/rules/common.hpp"
#include "policy/rules/keys.hpp"
#include "policy/rules/values.hpp"

namespace qingheng::policy::rules {

/// The values of one mapping, each read as what its key wants; an absent or null key gives the empty value.
class Fields {
 public:
  /// `node` must outlive this; a list or single value is reported and has no keys.
  Fields(const text::Node& node, const Mapping& mapping, base::Diagnostics& found);

  /// The value of a key; null pointer when it is absent or null.
  [[nodiscard]] const text::Node* get(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return get(key) != nullptr; }
  [[nodiscard]] base::Diagnostics& found() const { return *found_; }
  [[nodiscard]] const base::SourceSpan& span() const { return node_->span; }
  /// The first key and its value: what a finding about the whole mapping points at.
  [[nodiscard]] base::SourceSpan head() const;

  [[nodiscard]] Spanned id(std::string_view key) const;
  [[nodiscard]] Spanned name(std::string_view key) const;
  [[nodiscard]] std::string string(std::string_view key) const { return name(key).text; }
  [[nodiscard]] Text label(std::string_view key) const;
  [[nodiscard]] std::vector<Spanned> names(std::string_view key) const;
  [[nodiscard]] std::optional<FeelText> feel(std::string_view key) const;
  [[nodiscard]] std::optional<Condition> condition(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] std::optional<base::Decimal> number(std::string_view key) const;
  [[nodiscard]] std::optional<std::uint32_t> count(std::string_view key, std::uint32_t least) const;
  [[nodiscard]] std::optional<base::CivilDate> date(std::string_view key) const;
  [[nodiscard]] std::optional<Moment> moment(std::string_view key) const;
  [[nodiscard]] std::optional<Length> length(std::string_view key) const;
  [[nodiscard]] std::optional<Period> period(std::string_view key) const;
  [[nodiscard]] Actor actor(std::string_view key) const;
  /// The items of a list; P013 when the value is none, P028 when it has none.
  [[nodiscard]] std::span<const text::Node> items(std::string_view key) const;
  /// What the word means; `otherwise` when it is absent or none of the choices.
  template <typename T, std::size_t N>
  [[nodiscard]] T choice(std::string_view key, const Choice<T> (&choices)[N], T otherwise) const {
    const text::Node* node = get(key);
    return node == nullptr
               ? otherwise
               : read_choice<T>(*node, std::span<const Choice<T>>(choices), found()).value_or(otherwise);
  }
  /// The only one of `keys` that the mapping has. P015 when it has none, P014 when it has several (the first
  /// counts); empty for none.
  [[nodiscard]] std::string_view only_one(std::span<const std::string_view> keys) const;

 private:
  void check_keys() const;

  const text::Node* node_;
  const Mapping* mapping_;
  base::Diagnostics* found_;
};

/// What a block says before its own keys.
[[nodiscard]] Head read_head(const Fields& fields, const Mapping& mapping, std::optional<std::size_t> clause,
                             bool with_id);

}  // namespace qingheng::policy::rules
