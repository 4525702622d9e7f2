// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using feel::Type;
using registry::CodeLabel;
using registry::Meaning;
using text::Node;

namespace {

struct TypeName {
  Type::Tag tag = Type::Tag::Any;
  Meaning meaning = Meaning::Plain;
};

constexpr Choice<TypeName> kTypes[] = {
    {"boolean", {Type::Tag::Boolean}},
    {"number", {Type::Tag::Number}},
    {"string", {Type::Tag::String}},
    {"date", {Type::Tag::Date}},
    {"date and time", {Type::Tag::DateTime}},
    {"time", {Type::Tag::Time}},
    {"days and time duration", {Type::Tag::DaysDuration}},
    {"years and months duration", {Type::Tag::MonthsDuration}},
    {"code", {Type::Tag::String, Meaning::Code}},
    {"division", {Type::Tag::String, Meaning::Division}},
    {"industry", {Type::Tag::String, Meaning::Industry}},
    {"subject", {Type::Tag::String, Meaning::Subject}},
    {"list", {Type::Tag::List}},
};

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; });
}

/// A word that stands for two codes would be read as whichever comes first.
void check_words(std::span<const CodeLabel> codes, std::span<const Spanned> also, base::Diagnostics& found) {
  for (const Spanned& word : also) {
    std::ptrdiff_t times = 0;
    for (const CodeLabel& code : codes)
      times += std::ranges::count(code.also, word.text) +
               std::ranges::count(std::array{code.code, code.label.zh, code.label.en}, word.text);
    if (times > 1)
      report(found, "P016", fmt::format("the word `{}` of a code is there twice", word.text),
             "give each word to one code, once", word.span);
  }
}

/// `{code: label, …}`, or `{code: {zh: label, en: label, also: [words]}, …}`. A plain label is in the
/// language that the code is not in.
std::vector<CodeLabel> read_codes(const Node& node, base::Diagnostics& found) {
  std::vector<CodeLabel> codes;
  if (!node.is_mapping()) {
    report(found, "P013", "a mapping of codes to labels was wanted", "write `{code: label, …}`", node.span);
    return codes;
  }
  if (node.entries.empty()) report(found, "P028", "an enumeration needs at least one code", "", node.span);
  std::vector<Spanned> also;
  for (const text::Entry& entry : node.entries) {
    if (entry.value.is_scalar()) {
      const bool labelled = is_ascii(entry.key);
      codes.push_back(
          {entry.key, labelled ? Text{entry.value.scalar, ""} : Text{entry.key, entry.value.scalar}});
      continue;
    }
    const Fields fields(entry.value, mapping("code"), found);
    CodeLabel code{entry.key, {fields.string("zh"), fields.string("en")}};
    for (Spanned& word : fields.names("also")) {
      code.also.push_back(word.text);
      also.push_back(std::move(word));
    }
    codes.push_back(std::move(code));
  }
  check_words(codes, also, found);
  return codes;
}

/// The fields of a list's records, or the type of its elements.
void read_elements(const Fields& fields, ValueType& type) {
  const Node* of = fields.get("of");
  if (of == nullptr) {
    report(fields.found(), "P012", "the key `of` is missing", "a list says of what: fields, or a type",
           type.span);
    return;
  }
  if (of->is_scalar()) {
    const auto element =
        read_choice<TypeName>(*of, std::span<const Choice<TypeName>>(kTypes), fields.found());
    if (!element) return;
    type.type.element = std::make_shared<const Type>(Type::of(element->tag));
    type.meaning = element->meaning;
    return;
  }
  std::vector<Type::Member> members;
  std::vector<Spanned> ids;
  for (const Node& item : fields.items("of")) {
    const Fields inner(item, mapping("field"), fields.found());
    Field field{inner.id("field"), inner.label("label"), read_value_type(inner), inner.flag("optional")};
    Type::Member member{field.id.text, field.type.type, {}};
    for (const std::string& alias : {field.label.zh, field.label.en})
      if (!alias.empty() && alias != member.name) member.aliases.push_back(alias);
    members.push_back(std::move(member));
    ids.push_back(field.id);
    type.fields.push_back(std::move(field));
  }
  check_unique(ids, "field", fields.found());
  type.type.element = std::make_shared<const Type>(Type::context(std::move(members)));
}

/// `min`, of facts and fields alone.
void read_least(const Fields& fields, ValueType& type) {
  if (fields.get("min") == nullptr) return;
  type.min = fields.number("min");
  if (type.min && type.type.tag != Type::Tag::Number)
    report(fields.found(), "P014", "only a `number` has a `min`", "leave it out", fields.get("min")->span);
}

}  // namespace

ValueType read_value_type(const Fields& fields) {
  ValueType type;
  const Node* name = fields.get("type");
  if (name == nullptr) return type;
  type.span = name->span;
  const auto known = read_choice<TypeName>(*name, std::span<const Choice<TypeName>>(kTypes), fields.found());
  if (!known) return type;
  type.type = Type::of(known->tag);
  type.meaning = known->meaning;
  type.unit = fields.name("unit");
  if (!type.unit.empty() && known->tag != Type::Tag::Number)
    report(fields.found(), "P014", fmt::format("a `{}` has no unit", name->scalar), "leave `unit` out",
           type.unit.span);
  else
    type.type.unit = type.unit.text;
  if (const Node* codes = fields.get("codes")) {
    type.codes = read_codes(*codes, fields.found());
    std::vector<std::string> words;
    for (const CodeLabel& code : type.codes) words.push_back(code.code);
    type.type.codes = std::make_shared<const std::vector<std::string>>(std::move(words));
    if (known->meaning != Meaning::Code)
      report(fields.found(), "P014", fmt::format("a `{}` has no codes", name->scalar), "write `type: code`",
             codes->span);
  } else if (known->meaning == Meaning::Code) {
    report(fields.found(), "P012", "the key `codes` is missing", "write `codes: {code: label, …}`",
           name->span);
  }
  read_least(fields, type);
  if (known->tag == Type::Tag::List) read_elements(fields, type);
  return type;
}

}  // namespace qingheng::policy::rules
