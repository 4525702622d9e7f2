// SPDX-License-Identifier: Apache-2.0
#include "feel/meaning/type_relations.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qingheng::feel::meaning {

using Tag = Type::Tag;

bool is_open(const Type& type) { return type.tag == Tag::Any || type.tag == Tag::Null; }

bool fits(const Type& given, const Type& wanted) {
  if (is_open(given) || wanted.tag == Tag::Any) return true;
  if (wanted.tag == Tag::List) {
    if (given.tag != Tag::List) return !wanted.element || fits(given, *wanted.element);
    return !wanted.element || !given.element || fits(*given.element, *wanted.element);
  }
  if (given.tag == Tag::List) return !given.element || fits(*given.element, wanted);
  if (wanted.tag == Tag::DateTime && given.tag == Tag::Date) return true;
  return given.tag == wanted.tag;
}

bool comparable(const Type& a, const Type& b) { return is_open(a) || is_open(b) || a.tag == b.tag; }

bool has_order(const Type& type) {
  switch (type.tag) {
    case Tag::Boolean:
    case Tag::List:
    case Tag::Range:
    case Tag::Context:
    case Tag::Function:
      return false;
    default:
      return true;
  }
}

namespace {

Type common_context(const Type& a, const Type& b) {
  if (a.members == b.members) return a;
  Type type = Type::of(Tag::Context);
  if (!a.members || !b.members) return type;
  std::vector<Type::Member> members;
  for (const Type::Member& member : *a.members) {
    const Type::Member* other = member_of(b, member.name);
    if (other != nullptr) members.push_back({member.name, common(member.type, other->type), member.aliases});
  }
  return members.size() == a.members->size() && members.size() == b.members->size()
             ? Type::context(std::move(members))
             : type;
}

}  // namespace

Type common(const Type& a, const Type& b) {
  if (a.tag == Tag::Null) return b;
  if (b.tag == Tag::Null) return a;
  if (a.tag != b.tag) return Type::any();
  Type type = a;
  switch (a.tag) {
    case Tag::Number:
      if (a.unit != b.unit) type.unit.clear();
      type.neutral = a.neutral && b.neutral;
      return type;
    case Tag::String:
      if (a.codes != b.codes) type.codes = nullptr;
      if (a.literals != b.literals) type.literals = nullptr;
      return type;
    case Tag::List:
      return Type::list(common(a.element ? *a.element : Type::any(), b.element ? *b.element : Type::any()));
    case Tag::Context:
      return common_context(a, b);
    case Tag::Range:
      return Type::range(common(element_of(a), element_of(b)));
    case Tag::Function:
      return Type::of(Tag::Function);
    default:
      return type;
  }
}

Type element_of(const Type& type) {
  if (type.tag != Tag::List && type.tag != Tag::Range) return type;
  return type.element ? *type.element : Type::any();
}

const Type::Member* member_of(const Type& type, std::string_view name) {
  if (!type.members) return nullptr;
  for (const Type::Member& member : *type.members) {
    if (member.name == name || std::ranges::find(member.aliases, name) != member.aliases.end())
      return &member;
  }
  return nullptr;
}

std::string unit_of_product(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a + b;
  if (a.ends_with("/" + b)) return a.substr(0, a.size() - b.size() - 1);
  if (b.ends_with("/" + a)) return b.substr(0, b.size() - a.size() - 1);
  return a + "·" + b;
}

std::string unit_of_quotient(const std::string& a, const std::string& b) {
  if (a == b) return {};
  if (b.empty()) return a;
  if (a.ends_with("·" + b)) return a.substr(0, a.size() - b.size() - std::string("·").size());
  if (a.starts_with(b + "·")) return a.substr(b.size() + std::string("·").size());
  return (a.empty() ? "1" : a) + "/" + b;
}

std::vector<std::string> names_of_members(const Type& type) {
  std::vector<std::string> names;
  if (!type.members) return names;
  for (const Type::Member& member : *type.members) {
    names.push_back(member.name);
    names.insert(names.end(), member.aliases.begin(), member.aliases.end());
  }
  return names;
}

std::string list_of_members(const Type& type) {
  constexpr std::size_t kFew = 12;
  if (!type.members || type.members->empty() || type.members->size() > kFew) return {};
  std::string list;
  for (const Type::Member& member : *type.members)
    list += fmt::format("{}`{}`", list.empty() ? "it has " : ", ", member.name);
  return list;
}

std::string in_words(const Type& type) {
  const auto of = [](std::string_view what, const std::shared_ptr<const Type>& part) {
    return part && !is_open(*part) ? fmt::format("{} {}", what, in_words(*part)) : std::string();
  };
  std::string words;
  switch (type.tag) {
    case Tag::Any:
      return "anything";
    case Tag::Null:
      return "null";
    case Tag::Number:
      return type.unit.empty() ? "number" : fmt::format("number in `{}`", type.unit);
    case Tag::List:
      words = of("list of", type.element);
      return words.empty() ? "list" : words;
    case Tag::Range:
      words = of("range of", type.element);
      return words.empty() ? "range" : words;
    case Tag::Function:
      words = of("function that gives", type.result);
      return words.empty() ? "function" : words;
    case Tag::Context:
      break;
    default:
      return to_text(type);
  }
  if (!type.members || type.members->empty()) return "context";
  for (const Type::Member& member : *type.members)
    words += fmt::format("{}`{}`", words.empty() ? "context with " : ", ", member.name);
  return words;
}

}  // namespace qingheng::feel::meaning
