// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/wording_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "policy/explain/wording.hpp"

namespace qingheng::policy {

namespace {

using registry::CodeLabel;

Text same(const std::string& text) { return {text, text}; }

Text words_of(const feel::Value& value, const std::vector<CodeLabel>& codes, std::string_view unit) {
  if (value.kind() == feel::Kind::Boolean) return value.as_boolean() ? Text{"是", "yes"} : Text{"否", "no"};
  if (value.kind() == feel::Kind::String) {
    const auto code = std::ranges::find(codes, value.as_string(), &CodeLabel::code);
    return code == codes.end() ? same(value.as_string()) : named(code->label, code->code);
  }
  if (value.is_null()) return {"空", "empty"};
  return same(value_text(value, unit));
}

/// `发生日期 2019-01-05，事故等级 一般`.
Text record_words(const feel::Value& record, const std::vector<registry::Field>& fields) {
  Text all;
  for (const registry::Field& field : fields) {
    const feel::Value* value = record.entry(field.id);
    if (value == nullptr || value->is_null()) continue;
    const Text label = named(field.label, field.id);
    const Text said = words_of(*value, field.codes, field.type.unit);
    all.zh += (all.zh.empty() ? "" : "，") + label.zh + " " + said.zh;
    all.en += (all.en.empty() ? "" : ", ") + label.en + " " + said.en;
  }
  return all;
}

}  // namespace

Text value_words(const feel::Value& value, const registry::Fact& fact, const feel::List& counted) {
  if (value.kind() != feel::Kind::List) return words_of(value, fact.codes, fact.type.unit);
  const std::size_t all = value.as_list().size();
  if (all == 0) return {"无", "none"};
  const feel::List& items = counted.empty() ? value.as_list() : counted;
  constexpr std::size_t kNamed = 3;
  Text named_ones;
  for (std::size_t i = 0; i < std::min(items.size(), kNamed); ++i) {
    const feel::Value& item = items[i];
    const Text one =
        item.kind() == feel::Kind::Context ? record_words(item, fact.fields) : words_of(item, fact.codes, {});
    named_ones.zh += (i == 0 ? "" : "；") + one.zh;
    named_ones.en += (i == 0 ? "" : "; ") + one.en;
  }
  if (items.size() > kNamed) named_ones = {named_ones.zh + "；……", named_ones.en + "; …"};
  if (items.size() < all)
    return {fmt::format("{} 条中的 {} 条：{}", all, items.size(), named_ones.zh),
            fmt::format("{} of {}: {}", items.size(), all, named_ones.en)};
  if (items.size() > kNamed)
    return {fmt::format("{} 条：{}", all, named_ones.zh), fmt::format("{}: {}", all, named_ones.en)};
  return named_ones;
}

}  // namespace qingheng::policy
