// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/fields.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace qingheng::policy::rules {

using text::Entry;
using text::Node;

namespace {

constexpr Choice<DayKind> kDayKinds[] = {{"natural", DayKind::Natural}, {"working", DayKind::Working}};
constexpr Choice<Counting> kCountings[] = {{"exclusive", Counting::Exclusive},
                                           {"inclusive", Counting::Inclusive}};

std::vector<std::string> names_of(const Mapping& mapping) {
  std::vector<std::string> names;
  if (mapping.block) names.emplace_back(mapping.name);
  for (const Key& key : mapping.keys) names.emplace_back(key.name);
  if (mapping.block)
    for (const Key& key : kCommonKeys) names.emplace_back(key.name);
  return names;
}

/// How findings speak of a mapping: by its key where an author writes that, in words where none stands for
/// it.
std::string called(const Mapping& mapping) {
  static constexpr std::string_view kWords[] = {"front matter",    "kind of subject", "part of a subject",
                                                "part of a score", "item of a score", "reason",
                                                "group",           "input",           "output",
                                                "option"};
  if (mapping.name == "text") return "a text in two languages";
  const bool words = !mapping.block && std::ranges::find(kWords, mapping.name) != std::end(kWords);
  return words ? fmt::format("the {}", mapping.name) : fmt::format("`{}`", mapping.name);
}

}  // namespace

Fields::Fields(const Node& node, const Mapping& mapping, base::Diagnostics& found)
    : node_(&node), mapping_(&mapping), found_(&found) {
  if (node.is_mapping())
    check_keys();
  else
    report(found, "P013",
           fmt::format("a mapping was wanted, not a {}", node.is_scalar() ? "single value" : "list"),
           fmt::format("its keys are `{}`", fmt::join(names_of(mapping), "`, `")), node.span);
}

void Fields::check_keys() const {
  const std::vector<std::string> known = names_of(*mapping_);
  for (const Entry& entry : node_->entries)
    if (std::ranges::find(known, entry.key) == known.end())
      report(*found_, "P011", fmt::format("{} has no key `{}`", called(*mapping_), entry.key),
             entry.value.is_null() && entry.value.span.text().empty()
                 ? "inside of `{…}` a text that holds a `,` stands in quotes"
                 : suggestion(entry.key, known),
             entry.key_span);
  for (const Key& key : mapping_->keys) {
    if (!key.required) continue;
    const Entry* entry = node_->find(key.name);
    if (entry == nullptr)
      report(*found_, "P012", fmt::format("the key `{}` is missing", key.name),
             fmt::format("{} needs it", called(*mapping_)), head());
    else if (entry->value.is_null())
      report(*found_, "P012", fmt::format("the key `{}` has no value", key.name),
             fmt::format("{} needs it", called(*mapping_)), entry->key_span);
  }
}

base::SourceSpan Fields::head() const {
  if (node_->entries.empty()) return node_->span;
  base::SourceSpan span = node_->entries.front().key_span;
  const Node& value = node_->entries.front().value;
  if (value.is_scalar()) span.end = std::max(span.end, value.span.end);
  return span;
}

const Node* Fields::get(std::string_view key) const {
  const Entry* entry = node_->find(key);
  return entry == nullptr || entry->value.is_null() ? nullptr : &entry->value;
}

Spanned Fields::id(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? Spanned{} : read_id(*node, found());
}

Spanned Fields::name(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? Spanned{} : read_text(*node, found());
}

Text Fields::label(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? Text{} : read_label(*node, found());
}

std::vector<Spanned> Fields::names(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? std::vector<Spanned>{} : read_names(*node, found());
}

std::optional<FeelText> Fields::feel(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? std::nullopt : read_feel(*node, found());
}

std::optional<Condition> Fields::condition(std::string_view key) const {
  const Node* node = get(key);
  if (node == nullptr) return std::nullopt;
  auto feel = read_feel(*node, found());
  if (!feel) return std::nullopt;
  Condition condition{*std::move(feel), {}};
  if (is_id(node->scalar, '_')) condition.word = {node->scalar, node->span};
  return condition;
}

bool Fields::flag(std::string_view key) const {
  const Node* node = get(key);
  return node != nullptr && read_flag(*node, found()).value_or(false);
}

std::optional<base::Decimal> Fields::number(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? std::nullopt : read_number(*node, found());
}

std::optional<std::uint32_t> Fields::count(std::string_view key, std::uint32_t least) const {
  const Node* node = get(key);
  return node == nullptr ? std::nullopt : read_count(*node, least, found());
}

std::optional<base::CivilDate> Fields::date(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? std::nullopt : read_date(*node, found());
}

std::optional<Moment> Fields::moment(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? std::nullopt : read_moment(*node, found());
}

std::optional<Length> Fields::length(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? std::nullopt : read_length(*node, found());
}

std::optional<Period> Fields::period(std::string_view key) const {
  const Node* node = get(key);
  if (node == nullptr) return std::nullopt;
  const Fields fields(*node, mapping("period"), found());
  Period period{.span = node->span};
  constexpr std::string_view kUnits[] = {"days", "months", "years"};
  const std::string_view unit = node->is_mapping() ? fields.only_one(kUnits) : std::string_view{};
  if (!unit.empty()) {
    const auto count = static_cast<std::int32_t>(fields.count(unit, 1).value_or(0));
    if (unit == "days")
      period.length.days = count;
    else
      period.length.months = unit == "years" ? count * 12 : count;
  }
  period.kind = fields.choice("kind", kDayKinds, DayKind::Natural);
  period.counting = fields.choice("counting", kCountings, Counting::Exclusive);
  period.counting_written = fields.has("counting");
  period.from = fields.name("from");
  return period;
}

Actor Fields::actor(std::string_view key) const {
  const Node* node = get(key);
  return node == nullptr ? Actor{} : read_actor(*node, found());
}

std::span<const Node> Fields::items(std::string_view key) const {
  const Node* node = get(key);
  if (node == nullptr) return {};
  if (!node->is_sequence())
    report(found(), "P013",
           fmt::format("a list was wanted for `{}`, not a {}", key,
                       node->is_scalar() ? "single value" : "mapping"),
           "write `[…]`, or one line with `- ` for each", node->span);
  else if (node->items.empty())
    report(found(), "P028", fmt::format("the list `{}` may not be empty", key), "", node->span);
  return node->items;
}

std::string_view Fields::only_one(std::span<const std::string_view> keys) const {
  std::vector<std::string_view> present;
  for (const std::string_view key : keys)
    if (has(key)) present.push_back(key);
  if (present.empty()) {
    report(found(), "P015",
           fmt::format("{} has none of the keys `{}`", called(*mapping_), fmt::join(keys, "`, `")),
           "give one of them", head());
    return {};
  }
  if (present.size() > 1)
    found().push_back(
        {base::Severity::Error,
         "P014",
         fmt::format("`{}` and `{}` exclude each other", present[0], present[1]),
         "keep one of them",
         {{node_->find(present[1])->key_span, ""}, {node_->find(present[0])->key_span, "the other"}}});
  return present.front();
}

Text read_label(const Node& node, base::Diagnostics& found) {
  if (node.is_scalar()) return {node.scalar, ""};
  const Fields fields(node, mapping("text"), found);
  return {fields.string("zh"), fields.string("en")};
}

Head read_head(const Fields& fields, const Mapping& mapping, std::optional<std::size_t> clause,
               bool with_id) {
  Head head{.label = fields.label("label"),
            .note = fields.string("note"),
            .clause = clause,
            .also = fields.names("clause"),
            .span = fields.head()};
  if (with_id) head.id = fields.id(mapping.name);
  if (with_id && !fields.has(mapping.name))
    report(fields.found(), "P012", "the block has no id", "write a word behind its kind", fields.head());
  return head;
}

}  // namespace qingheng::policy::rules
