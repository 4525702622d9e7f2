// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/analyse_test.cpp
#include "decision/analyse/model_types.hpp"

#include <algorithm>

#include "decision/analyse/internal/literals.hpp"

namespace qingheng::decision::analyse {

namespace {

using feel::Type;

constexpr int kDeepest = 32;

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::optional<Type> built_in(std::string_view name) {
  if (name.starts_with("feel:")) name.remove_prefix(5);
  constexpr std::pair<std::string_view, Type::Tag> kTypes[] = {
      {"boolean", Type::Tag::Boolean},
      {"number", Type::Tag::Number},
      {"string", Type::Tag::String},
      {"date", Type::Tag::Date},
      {"time", Type::Tag::Time},
      {"date and time", Type::Tag::DateTime},
      {"dateTime", Type::Tag::DateTime},
      {"days and time duration", Type::Tag::DaysDuration},
      {"dayTimeDuration", Type::Tag::DaysDuration},
      {"years and months duration", Type::Tag::MonthsDuration},
      {"yearMonthDuration", Type::Tag::MonthsDuration},
  };
  for (const auto& [known, tag] : kTypes)
    if (known == name) return Type::of(tag);
  return std::nullopt;
}

ColumnType anything() { return {Type::any(), {}}; }

/// What cannot be told apart by comparing: a list, a structure.
ColumnType opaque() { return {Type::context({}), {}}; }

}  // namespace

ModelTypes::ModelTypes(std::span<const std::shared_ptr<const model::Model>> models) : models_(models) {
  const model::Model& main = *models.front();
  for (const model::InputData& input : main.inputs) add_variable(input.variable, input.head.name);
  for (const model::Decision& decision : main.decisions) add_variable(decision.variable, decision.head.name);
  for (const model::Knowledge& knowledge : main.knowledge) scope_.declare(knowledge.head.name, Type::any());
  for (const model::Service& service : main.services) scope_.declare(service.head.name, Type::any());
}

void ModelTypes::add_variable(const model::Variable& variable, const std::string& name) {
  scope_.declare(name, Type::any());
  variables_.try_emplace(name, variable.type);
}

Cell ModelTypes::tests(const base::SourceSpan& text, const Type& tested) const {
  auto compiled = feel::compile(
      text, scope_, {.form = feel::Form::UnaryTests, .checking = feel::Checking::Standard, .tested = tested});
  return {compiled ? *std::move(compiled) : nullptr, text};
}

const model::ItemDefinition* ModelTypes::item_of(const model::Model& in, std::string_view name) const {
  const auto item = std::ranges::find(in.items, name, &model::ItemDefinition::name);
  return item == in.items.end() ? nullptr : &*item;
}

ColumnType ModelTypes::named(const model::TypeRef& type) const {
  return resolve(*models_.front(), type.name, 0);
}

ColumnType ModelTypes::resolve(const model::Model& in, std::string_view name, int depth) const {
  if (name.empty() || depth > kDeepest) return anything();
  if (const model::ItemDefinition* item = item_of(in, name)) return of_item(in, *item, depth);
  if (const auto type = built_in(name)) return {*type, {}};
  for (const model::Import& import : in.imports) {
    std::string_view rest = name;
    if (!import.name.empty()) {
      if (!name.starts_with(import.name) || name.substr(import.name.size()).find('.') != 0) continue;
      rest.remove_prefix(import.name.size() + 1);
    }
    for (const auto& other : models_)
      if (other->name_space == import.model)
        if (const model::ItemDefinition* item = item_of(*other, rest)) return of_item(*other, *item, depth);
  }
  return anything();
}

ColumnType ModelTypes::of_item(const model::Model& in, const model::ItemDefinition& item, int depth) const {
  if (item.collection || !item.components.empty() || item.function) return opaque();
  ColumnType type = resolve(in, item.type.name, depth + 1);
  for (const auto& values : {item.allowed_values, item.type_constraint})
    if (values) type.allowed.push_back(tests(*values, type.type));
  return type;
}

ColumnType ModelTypes::of_path(std::string_view text) const {
  text = trimmed(text);
  const auto whole = variables_.find(text);
  if (whole != variables_.end()) return named(whole->second);
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return anything();
  const auto variable = variables_.find(trimmed(text.substr(0, dot)));
  if (variable == variables_.end()) return anything();
  const model::ItemDefinition* item = item_of(*models_.front(), variable->second.name);
  text.remove_prefix(dot + 1);
  for (int depth = 0; item != nullptr && !item->collection && depth < kDeepest; ++depth) {
    const std::size_t end = text.find('.');
    const std::string_view step = trimmed(text.substr(0, end));
    const auto part = std::ranges::find(item->components, step, &model::ItemDefinition::name);
    if (part == item->components.end()) return anything();
    if (end == std::string_view::npos) return of_item(*models_.front(), *part, 0);
    text.remove_prefix(end + 1);
    item = part->components.empty() ? item_of(*models_.front(), part->type.name) : &*part;
  }
  return anything();
}

std::vector<base::SourceSpan> listed_texts(const Cell& tests) {
  const std::vector<feel::Value> values = listed_by(tests);
  if (values.size() == 1) return {tests.span};
  return values.empty() ? std::vector<base::SourceSpan>{} : alternatives_of(tests);
}

}  // namespace qingheng::decision::analyse
