// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/compile/types_test.cpp
#include "decision/compile/internal/types.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::decision::compile {

using feel::Type;
using Tag = feel::Type::Tag;

namespace {

constexpr std::array<std::pair<std::string_view, Tag>, 21> kBuiltIn{{
    {"number", Tag::Number},
    {"string", Tag::String},
    {"boolean", Tag::Boolean},
    {"date", Tag::Date},
    {"time", Tag::Time},
    {"date and time", Tag::DateTime},
    {"dateTime", Tag::DateTime},
    {"days and time duration", Tag::DaysDuration},
    {"day time duration", Tag::DaysDuration},
    {"dayTimeDuration", Tag::DaysDuration},
    {"daysAndTimeDuration", Tag::DaysDuration},
    {"years and months duration", Tag::MonthsDuration},
    {"year month duration", Tag::MonthsDuration},
    {"yearMonthDuration", Tag::MonthsDuration},
    {"yearsAndMonthsDuration", Tag::MonthsDuration},
    {"list", Tag::List},
    {"context", Tag::Context},
    {"function", Tag::Function},
    {"range", Tag::Range},
    {"Null", Tag::Null},
    {"Any", Tag::Any},
}};
/// Those of XML Schema that files of DMN 1.1 name.
constexpr std::array<std::pair<std::string_view, Tag>, 6> kSchema{{
    {"decimal", Tag::Number},
    {"integer", Tag::Number},
    {"int", Tag::Number},
    {"long", Tag::Number},
    {"double", Tag::Number},  // confined: double
    {"float", Tag::Number},   // confined: double
}};

template <std::size_t N>
std::optional<Tag> tag_of(const std::array<std::pair<std::string_view, Tag>, N>& names,
                          std::string_view name) {
  const auto found = std::ranges::find(names, name, &std::pair<std::string_view, Tag>::first);
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// Null pointer for `Any`.
ShapePtr plain(std::string name, Tag tag) {
  if (tag == Tag::Any) return nullptr;
  Shape shape;
  shape.name = std::move(name);
  shape.type = Type::of(tag);
  return std::make_shared<const Shape>(std::move(shape));
}

bool constrained(const Shape& shape) {
  return !shape.constraints.empty() || shape.element != nullptr || !shape.parts.empty();
}

/// Imports within imports that names of types are followed through.
constexpr std::size_t kDeepestNames = 8;

}  // namespace

Type type_of(const ShapePtr& shape) { return shape ? shape->type : Type::any(); }

Types::Types(Draft& draft) : draft_(draft), known_(draft.models.size()) {
  for (std::uint32_t model = 0; model < draft.models.size(); ++model) {
    for (const model::ItemDefinition& definition : draft.models[model].file->items) {
      entries_.try_emplace({model, definition.name}, Entry{false, nullptr, &definition});
    }
  }
  for (std::uint32_t model = 0; model < draft.models.size(); ++model) {
    for (const model::ItemDefinition& definition : draft.models[model].file->items) {
      (void)item(model, definition);
    }
  }
  for (std::uint32_t model = 0; model < draft.models.size(); ++model) declare(model, "", model, 0);
}

void Types::declare(std::uint32_t model, const std::string& prefix, std::uint32_t from, std::size_t depth) {
  const ModelDraft& file = draft_.models[from];
  for (const model::ItemDefinition& definition : file.file->items) {
    const auto entry = entries_.find({from, definition.name});
    known_[model].push_back({prefix + definition.name, type_of(entry->second.shape)});
  }
  if (depth == kDeepestNames) return;
  for (std::size_t at = 0; at < file.imports.size(); ++at) {
    if (!file.imports[at]) continue;
    const std::string& name = file.file->imports[at].name;
    declare(model, name.empty() ? prefix : prefix + name + ".", *file.imports[at], depth + 1);
  }
}

ShapePtr Types::named(std::uint32_t model, const model::TypeRef& type) {
  if (type.name.empty()) return nullptr;
  if (const auto found = find(model, type.name)) return *found;
  if (!told_.emplace(model, type.name).second) return nullptr;
  std::vector<std::string> known;
  for (const auto& [name, tag] : kBuiltIn) known.emplace_back(name);
  for (const model::ItemDefinition& definition : draft_.models[model].file->items) {
    known.push_back(definition.name);
  }
  std::ranges::sort(known);
  draft_.warn("D027", type.span, fmt::format("unknown type `{}`, which is taken for any", type.name),
              base::did_you_mean(type.name, known));
  return nullptr;
}

std::optional<ShapePtr> Types::find(std::uint32_t model, const std::string& name) {
  const ModelDraft& here = draft_.models[model];
  if (const auto own = entries_.find({model, name}); own != entries_.end() && !tag_of(kBuiltIn, name)) {
    return item(model, *own->second.item);
  }
  if (const auto tag = tag_of(kBuiltIn, name)) return plain(name, *tag);
  if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
    const std::string prefix = name.substr(0, colon);
    const std::string rest = name.substr(colon + 1);
    const auto uri = std::ranges::find(here.file->prefixes, prefix, &model::Prefix::prefix);
    const std::string space = uri == here.file->prefixes.end() ? std::string() : uri->uri;
    const auto other = std::ranges::find_if(here.imports, [&](const auto& import) {
      return import && draft_.models[*import].file->name_space == space;
    });
    if (!space.empty() && other != here.imports.end()) return find(**other, rest);
    if (!space.empty() && space == here.file->name_space) return find(model, rest);
    if (const auto tag = tag_of(kBuiltIn, rest)) return plain(rest, *tag);
    if (const auto tag = tag_of(kSchema, rest)) return plain(rest, *tag);
    return std::nullopt;
  }
  for (std::size_t at = 0; at < here.imports.size(); ++at) {
    const std::string& import = here.file->imports[at].name;
    if (!here.imports[at] || (!import.empty() && !name.starts_with(import + "."))) continue;
    const std::string rest = import.empty() ? name : name.substr(import.size() + 1);
    if (auto found = find(*here.imports[at], rest)) return found;
  }
  return std::nullopt;
}

ShapePtr Types::item(std::uint32_t model, const model::ItemDefinition& definition) {
  Entry& entry = entries_.find({model, definition.name})->second;
  if (entry.shape || entry.item != &definition) return entry.shape;
  if (entry.open) {
    ring(definition);
    return nullptr;
  }
  entry.open = true;
  way_.push_back(&definition);
  Shape shape = made(model, definition, definition.name);
  way_.pop_back();
  entry.open = false;
  entry.shape = std::make_shared<const Shape>(std::move(shape));
  return entry.shape;
}

void Types::ring(const model::ItemDefinition& definition) {
  std::string names;
  std::vector<base::CaptionedSpan> spans;
  for (auto at = std::ranges::find(way_, &definition); at != way_.end(); ++at) {
    names += fmt::format("`{}` → ", (*at)->name);
    spans.push_back({(*at)->span, fmt::format("`{}`", (*at)->name)});
  }
  base::Diagnostic& finding = draft_.error(
      "D028", definition.span, fmt::format("types are made of each other: {}`{}`", names, definition.name),
      "a type cannot be a part of itself");
  finding.spans = std::move(spans);
}

Shape Types::structure(std::uint32_t model, const model::ItemDefinition& definition,
                       const std::string& name) {
  Shape shape;
  if (definition.function) {
    std::vector<Type> parameters;
    for (const model::Variable& parameter : definition.function->parameters) {
      parameters.push_back(type_of(named(model, parameter.type)));
    }
    shape.result = named(model, definition.function->result);
    shape.type = Type::function(std::move(parameters), type_of(shape.result));
  } else if (!definition.components.empty()) {
    std::vector<Type::Member> members;
    for (const model::ItemDefinition& component : definition.components) {
      Shape part = made(model, component, name + "." + component.name);
      members.push_back({component.name, part.type, {}});
      if (constrained(part)) {
        shape.parts.push_back({component.name, std::make_shared<const Shape>(std::move(part))});
      }
    }
    shape.type = Type::context(std::move(members));
  } else if (const ShapePtr base = named(model, definition.type)) {
    shape = *base;
  }
  shape.name = name;
  return shape;
}

void Types::constrain(Shape& shape, const base::SourceSpan& tests) {
  feel::CompileOptions options;
  options.form = feel::Form::UnaryTests;
  options.checking = feel::Checking::Standard;
  options.tested = shape.type;
  auto test = feel::compile(tests, {}, options);
  if (!test) {
    draft_.texts.insert(draft_.texts.end(), test.error().begin(), test.error().end());
    return;
  }
  shape.constraints.push_back({*std::move(test), tests});
}

// Allowed values are those of an item where there is a collection; a constraint is on the whole.
Shape Types::made(std::uint32_t model, const model::ItemDefinition& definition, const std::string& name) {
  Shape shape = structure(model, definition, name);
  if (definition.allowed_values && shape.type.tag == Tag::List && !definition.collection) {
    Shape element = shape.element ? *shape.element : Shape{};
    element.name = name;
    element.type = shape.type.element ? *shape.type.element : Type::any();
    constrain(element, *definition.allowed_values);
    shape.element = std::make_shared<const Shape>(std::move(element));
  } else if (definition.allowed_values) {
    constrain(shape, *definition.allowed_values);
  }
  if (definition.collection) {
    Shape list;
    list.name = name;
    list.type = Type::list(shape.type);
    if (constrained(shape)) list.element = std::make_shared<const Shape>(std::move(shape));
    shape = std::move(list);
  }
  if (definition.type_constraint) constrain(shape, *definition.type_constraint);
  return shape;
}

}  // namespace qingheng::decision::compile
