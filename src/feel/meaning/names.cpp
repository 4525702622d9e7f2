// SPDX-License-Identifier: Apache-2.0
// Names of values and of types (DMN 1.5 §10.3.2.11), nearest first.
// tested by: src/feel/suite_test.cpp
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "feel/meaning/checker.hpp"
#include "feel/meaning/type_relations.hpp"

namespace qingheng::feel::meaning {

Checker::Frame& Checker::open_frame() {
  Frame frame;
  frame.functions = captures_.size();
  frames_.push_back(std::move(frame));
  return frames_.back();
}

std::uint32_t Checker::bind(std::string name, Type type, bool adapts) {
  const std::uint32_t slot = program_.slots++;
  frames_.back().bindings.push_back({std::move(name), std::move(type), slot, adapts});
  return slot;
}

void Checker::capture(const Frame& frame, std::uint32_t slot) {
  for (std::size_t function = frame.functions; function < captures_.size(); ++function) {
    std::vector<std::uint32_t>& captured = captures_[function];
    if (std::ranges::find(captured, slot) == captured.end()) captured.push_back(slot);
  }
}

Typed Checker::bound(const Syntax& node, const Frame& frame, const Binding& binding) {
  capture(frame, binding.slot);
  if (binding.name == "?") asked_ = true;
  if (binding.name == "partial") partial_ = true;
  return {emit(plan::Op::Local, node, {}, binding.slot), binding.type, binding.adapts};
}

Typed Checker::missing(const Syntax& node, std::string why) {
  return {emit(plan::Op::Missing, node, {}, text(std::move(why))), Type::any(), true};
}

Typed Checker::name(const Syntax& node) {
  Operands items;  // slots of items that may have an entry of that name, innermost first
  std::optional<Typed> found;
  bool open_item = false;
  for (std::size_t at = frames_.size(); at-- > 0 && !found;) {
    const Frame& frame = frames_[at];
    if (frame.item) {
      const Binding& item = frame.bindings.front();
      const Type type = item.type;
      if (const Type::Member* member = member_of(type, node.text)) {
        const Typed object = bound(node, frame, item);
        found = {emit(plan::Op::Member, node, {object.node}, text(member->name)), member->type,
                 member->type.neutral};
        break;
      }
      const bool closed = type.tag != Type::Tag::Any && type.tag != Type::Tag::Context;
      if (!closed) {
        capture(frame, item.slot);
        items.push_back(item.slot);
        open_item = open_item || !type.members;
      }
    }
    const auto binding = std::ranges::find(frame.bindings, node.text, &Binding::name);
    if (binding != frame.bindings.end()) found = bound(node, frame, *binding);
  }
  const auto entry = entries_.find(node.text);
  if (!found && entry != entries_.end()) {
    inputs_.push_back(entry->second);
    const Type& type = scope_.entries()[entry->second].type;
    found = {emit(plan::Op::Input, node, {}, static_cast<std::uint32_t>(entry->second)), type, type.neutral};
  }
  if (const Builtin* builtin = found ? nullptr : find_builtin(node.text)) {
    Function function;
    function.name = node.text;
    function.builtin = builtin;
    program_.constants.push_back(Value::function(std::move(function)));
    found = {emit(plan::Op::Constant, node, {}, static_cast<std::uint32_t>(program_.constants.size() - 1)),
             Type::of(Type::Tag::Function), false};
  }
  if (!found) found = unknown_name(node, open_item);
  if (items.empty()) return *found;
  const std::uint32_t member = text(node.text);
  for (std::size_t at = items.size(); at-- > 0;) {
    found->node = emit(plan::Op::ItemMember, node, {found->node}, items[at], member);
  }
  if (open_item) found->type = Type::any();
  return *found;
}

Typed Checker::unknown_name(const Syntax& node, bool may_be_member) {
  const std::string why =
      node.text == "?" ? "`?` stands only in unary tests" : fmt::format("unknown name `{}`", node.text);
  if (may_be_member && node.text != "?") return missing(node, why);
  std::vector<std::string> known;
  for (const auto& [name, entry] : entries_) known.emplace_back(name);
  for (const Frame& frame : frames_) {
    for (const Binding& binding : frame.bindings) {
      known.push_back(binding.name);
      if (!frame.item) continue;
      const std::vector<std::string> members = names_of_members(binding.type);
      known.insert(known.end(), members.begin(), members.end());
    }
  }
  std::ranges::sort(known);
  // A name of the author's world is meant before one of the language.
  const bool tested = node.text == "?";
  std::string other = base::did_you_mean(node.text, builtin_names());
  const bool in_item = !frames_.empty() && frames_.back().item;
  if (other.empty() && in_item) other = list_of_members(frames_.back().bindings.front().type);
  find(tested ? "F110" : "F101", node.span, why,
       tested ? std::string() : base::did_you_mean(node.text, known, std::move(other)));
  return missing(node, why);
}

Type Checker::type_of_text(const syntax::TypeText& written) {
  using Tag = Type::Tag;
  static constexpr std::array<std::pair<std::string_view, Tag>, 12> kNames{{
      {"Any", Tag::Any},
      {"Null", Tag::Null},
      {"boolean", Tag::Boolean},
      {"number", Tag::Number},
      {"string", Tag::String},
      {"date", Tag::Date},
      {"time", Tag::Time},
      {"date and time", Tag::DateTime},
      {"days and time duration", Tag::DaysDuration},
      {"day time duration", Tag::DaysDuration},
      {"years and months duration", Tag::MonthsDuration},
      {"year month duration", Tag::MonthsDuration},
  }};
  for (const auto& [name, tag] : kNames) {
    if (written.name == name) return Type::of(tag);
  }
  for (const Scope::NamedType& named : scope_.types()) {
    if (written.name == named.name) return named.type;
  }
  std::vector<Type> arguments;
  arguments.reserve(written.arguments.size());
  for (const syntax::TypeText& argument : written.arguments) arguments.push_back(type_of_text(argument));
  if (written.name == "list") return Type::list(arguments.empty() ? Type::any() : arguments.front());
  if (written.name == "range") return Type::range(arguments.empty() ? Type::any() : arguments.front());
  if (written.name == "context") {
    if (written.members.empty()) return Type::of(Tag::Context);
    std::vector<Type::Member> members;
    for (std::size_t at = 0; at < written.members.size() && at < arguments.size(); ++at) {
      members.push_back({written.members[at], arguments[at], {}});
    }
    return Type::context(std::move(members));
  }
  if (written.name == "function") {
    if (arguments.empty()) return Type::of(Tag::Function);
    Type result = std::move(arguments.back());
    arguments.pop_back();
    return Type::function(std::move(arguments), std::move(result));
  }
  std::vector<std::string> known{"list", "range", "context", "function"};
  for (const auto& [name, tag] : kNames) known.emplace_back(name);
  std::ranges::transform(scope_.types(), std::back_inserter(known), &Scope::NamedType::name);
  find("F111", written.span, fmt::format("unknown type `{}`", written.name),
       base::did_you_mean(written.name, known));
  return Type::any();
}

}  // namespace qingheng::feel::meaning
