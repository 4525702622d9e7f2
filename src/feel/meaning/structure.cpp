// SPDX-License-Identifier: Apache-2.0
// Lists, contexts, paths, filters, `if` and `instance of`.
// tested by: src/feel/suite_test.cpp
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "feel/meaning/checker.hpp"
#include "feel/meaning/type_relations.hpp"

namespace qingheng::feel::meaning {

using Tag = Type::Tag;

const Checker::Binding* Checker::local(const std::string& name, const Frame*& frame) const {
  for (std::size_t at = frames_.size(); at-- > 0;) {
    const auto found = std::ranges::find(frames_[at].bindings, name, &Binding::name);
    if (found != frames_[at].bindings.end()) {
      frame = &frames_[at];
      return &*found;
    }
  }
  return nullptr;
}

Typed Checker::list(const Syntax& node) {
  Operands operands;
  Type element = Type::of(Tag::Null);
  bool adapts = true;
  for (const syntax::NodePtr& part : node.parts) {
    const Typed item = expression(*part);
    operands.push_back(item.node);
    element = common(element, item.type);
    adapts = adapts && item.adapts;
  }
  if (element.tag == Tag::Null) element = Type::any();
  return {emit(plan::Op::List, node, operands), Type::list(std::move(element)), adapts};
}

Typed Checker::context(const Syntax& node) {
  open_frame();
  const std::uint32_t first = program_.slots;
  program_.slots += static_cast<std::uint32_t>(node.parts.size());
  Operands operands;
  std::vector<Type::Member> members;
  std::optional<std::string> twice;
  for (std::size_t entry = 0; entry < node.parts.size(); ++entry) {
    const std::string& key = node.names[entry];
    if (std::ranges::find(members, key, &Type::Member::name) != members.end()) {
      twice = fmt::format("the entry `{}` is named twice", key);
      find("F114", node.name_spans[entry], *twice);
    }
    const std::uint32_t slot = first + static_cast<std::uint32_t>(entry);
    const bool is_function = node.parts[entry]->kind == syntax::NodeKind::Function;
    if (is_function) {
      frames_.back().bindings.push_back({key, Type::of(Tag::Function), slot, false});
      self_ = slot;
    }
    const Typed value = expression(*node.parts[entry]);
    if (is_function) frames_.back().bindings.pop_back();
    operands.push_back(value.node);
    members.push_back({key, value.type, {}});
    frames_.back().bindings.push_back({key, value.type, slot, value.adapts});
  }
  close_frame();
  // §10.3.2.6: the keys of a context are distinct.
  if (twice) return missing(node, *std::move(twice));
  program_.names.push_back(node.names);
  const auto names = static_cast<std::uint32_t>(program_.names.size() - 1);
  return {emit(plan::Op::Context, node, operands, names, first), Type::context(std::move(members)), false};
}

namespace {

/// The types of the properties of §10.3.2.15 table 65; empty when the type has no such property.
std::optional<Type> property_type(const Type& type, std::string_view name) {
  const bool date = type.tag == Tag::Date || type.tag == Tag::DateTime;
  const bool time = type.tag == Tag::Time || type.tag == Tag::DateTime;
  if (date && (name == "year" || name == "month" || name == "day" || name == "weekday"))
    return Type::number();
  if (time && (name == "hour" || name == "minute" || name == "second")) return Type::number();
  if (time && name == "time offset") return Type::of(Tag::DaysDuration);
  if (time && name == "timezone") return Type::string();
  if (type.tag == Tag::MonthsDuration && (name == "years" || name == "months")) return Type::number();
  if (type.tag == Tag::DaysDuration &&
      (name == "days" || name == "hours" || name == "minutes" || name == "seconds")) {
    return Type::number();
  }
  if (type.tag == Tag::Range) {
    if (name == "start" || name == "end") return element_of(type);
    if (name == "start included" || name == "end included") return Type::boolean();
  }
  return std::nullopt;
}

}  // namespace

Typed Checker::path(const Syntax& node) {
  const Typed object = expression(*node.parts[0]);
  const bool over_list = object.type.tag == Tag::List;
  const Type holder = over_list ? element_of(object.type) : object.type;
  std::string name = node.text;
  Type type = Type::any();
  bool adapts = true;
  if (const Type::Member* member = member_of(holder, name)) {
    name = member->name;
    type = member->type;
    adapts = false;
  } else if (const auto property = property_type(holder, name)) {
    type = *property;
  } else if (!is_open(holder) && (holder.tag != Tag::Context || holder.members)) {
    const std::vector<std::string> known = names_of_members(holder);
    find("F102", node.name_spans.empty() ? node.span : node.name_spans.front(),
         fmt::format("{} has no `{}`", holder.tag == Tag::Context ? "the context" : in_words(holder), name),
         base::did_you_mean(name, known, list_of_members(holder)));
  }
  return {emit(plan::Op::Member, node, {object.node}, text(std::move(name))),
          over_list ? Type::list(std::move(type)) : std::move(type), adapts};
}

Typed Checker::filter(const Syntax& node) {
  const Typed list = expression(*node.parts[0]);
  const Type element = list.type.tag == Tag::List ? element_of(list.type) : list.type;
  open_frame().item = true;
  const std::uint32_t slot = bind("item", element, list.adapts);
  const std::size_t before = program_.nodes.size();
  const Typed condition = expression(*node.parts[1]);
  close_frame();
  bool reads_item = false;
  for (std::size_t at = before; at < program_.nodes.size(); ++at) {
    const plan::Node& made = program_.nodes[at];
    const bool reads = made.op == plan::Op::Local || made.op == plan::Op::ItemMember;
    reads_item = reads_item || (reads && made.at == slot);
  }
  if (condition.type.tag == Tag::Number && !reads_item) {
    return {emit(plan::Op::Index, node, {list.node, condition.node}), element, list.adapts};
  }
  const bool boolean = condition.type.tag == Tag::Boolean;
  if (!boolean && condition.type.tag != Tag::Number && !is_open(condition.type)) {
    find("F106", node.parts[1]->span,
         fmt::format("a filter takes a boolean or a number, not {}", in_words(condition.type)));
  }
  return {emit(plan::Op::Filter, node, {list.node, condition.node}, slot),
          boolean ? Type::list(element) : Type::any(), list.adapts};
}

Typed Checker::choice(const Syntax& node) {
  const Typed condition = expression(*node.parts[0]);
  check_condition(condition, *node.parts[0], "if");
  const Typed then = expression(*node.parts[1]);
  const Typed otherwise = expression(*node.parts[2]);
  Type type = common(then.type, otherwise.type);
  if (type.tag == Tag::Number && then.adapts != otherwise.adapts) {
    type.unit = then.adapts ? otherwise.type.unit : then.type.unit;
  } else if (type.tag == Tag::Number) {
    meet_units(node, then, otherwise);
  }
  return {emit(plan::Op::If, node, {condition.node, then.node, otherwise.node}), std::move(type),
          then.adapts && otherwise.adapts};
}

Typed Checker::instance_of(const Syntax& node) {
  const Typed value = expression(*node.parts[0]);
  const std::size_t before = findings_.size();
  program_.types.push_back(node.type ? type_of_text(*node.type) : Type::any());
  if (findings_.size() != before) return missing(node, findings_.back().message);
  const auto at = static_cast<std::uint32_t>(program_.types.size() - 1);
  return {emit(plan::Op::InstanceOf, node, {value.node}, at), Type::boolean(), false};
}

}  // namespace qingheng::feel::meaning
