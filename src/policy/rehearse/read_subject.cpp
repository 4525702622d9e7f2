// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rehearse/rehearse_test.cpp
#include <fmt/format.h>

#include "base/unicode.hpp"
#include "policy/rehearse/read_scenarios.hpp"
#include "policy/rehearse/scenario_names.hpp"
#include "registry/import/cell_value.hpp"

namespace qingheng::policy {

using registry::CellShape;
using registry::Fact;
using registry::FactRecord;
using registry::Provenance;
using text::Entry;
using text::Node;

namespace {

void report(base::Diagnostics& found, std::string code, std::string message, const base::SourceSpan& span,
            std::string help = {}) {
  found.push_back(
      {base::Severity::Error, std::move(code), std::move(message), std::move(help), {{span, ""}}});
}

/// Reads the parts of one subject.
class SubjectReader {
 public:
  SubjectReader(const ScenarioWorld& world, registry::Register& others, base::Diagnostics& found)
      : world_(world),
        vocabulary_(*world.library.vocabulary),
        tables_{vocabulary_, world.divisions},
        others_(others),
        found_(found) {}

  registry::Subject read(const Node& given) {
    if (const Entry* kind = given.find("kind")) subject_.kind = kind->value.scalar;
    if (subject_.kind.empty()) subject_.kind = "enterprise";
    if (vocabulary_.kind(subject_.kind) == nullptr)
      report(found_, "S012", "unknown kind of subject `" + subject_.kind + "`", given.span);
    if (const Entry* level = given.find("provenance")) default_ = provenance(level->value);
    for (const Entry& entry : given.entries) read_entry(entry);
    if (subject_.code.empty()) subject_.code = "subject";
    return std::move(subject_);
  }

 private:
  void read_entry(const Entry& entry) {
    const std::string& key = entry.key;
    const Node& value = entry.value;
    if (key == "kind" || key == "provenance") return;
    if (key == "code")
      subject_.code = value.scalar;
    else if (key == "name")
      subject_.name = value.scalar;
    else if (key == "division")
      read_division(value);
    else if (key == "facts")
      for (const Entry& fact : value.entries) read_fact(fact);
    else if (key == "parts")
      for (const Entry& part : value.entries) read_part(part);
    else if (key == "relations")
      for (const Entry& other : value.entries)
        subject_.relations[other.key] =
            other.value.is_null() ? std::nullopt : std::optional(other.value.scalar);
    else if (key == "holdings")
      for (const Node& holding : value.items) read_holding(holding);
    else if (key == "bans")
      for (const Node& ban : value.items) read_ban(ban);
    else
      report(found_, "S010", "unknown key `" + key + "` in a subject", entry.key_span,
             base::did_you_mean(key,
                                std::vector<std::string>{"kind", "code", "name", "division", "facts", "parts",
                                                         "relations", "holdings", "bans", "provenance"}));
  }

  void read_division(const Node& node) {
    check_scenario_division(world_.divisions, node, found_);
    subject_.division = node.scalar;
  }

  Provenance provenance(const Node& node) {
    if (node.scalar == "declared") return Provenance::Declared;
    if (node.scalar == "evidenced") return Provenance::Evidenced;
    if (node.scalar == "verified") return Provenance::Verified;
    report(found_, "S013", "`" + node.scalar + "` is no provenance", node.span,
           "declared, evidenced or verified");
    return Provenance::Declared;
  }

  std::optional<base::CivilDate> date(const Node& node) {
    if (node.is_null()) return {};
    const auto parsed = base::CivilDate::parse(node.scalar);
    if (!parsed)
      report(found_, "S013", "`" + node.scalar + "` is not a date", node.span, "write it as 2019-09-12");
    return parsed;
  }

  void read_fact(const Entry& entry) {
    const Fact* fact = vocabulary_.fact(subject_.kind, entry.key);
    if (fact == nullptr) {
      std::vector<std::string> names;
      for (const Fact& other : vocabulary_.facts)
        if (other.kind == subject_.kind) names.push_back(other.id);
      report(found_, "S012", fmt::format("unknown fact `{}` of kind `{}`", entry.key, subject_.kind),
             entry.key_span, base::did_you_mean(entry.key, names));
      return;
    }
    if (entry.value.is_null()) return;
    if (!fact->per_year) return read_record(*fact, {}, entry.value);
    if (!entry.value.is_mapping()) {
      report(found_, "S013", "`" + entry.key + "` has a value for each year", entry.value.span,
             "write it as {2018: 100}");
      return;
    }
    for (const Entry& year : entry.value.entries) {
      const auto number = base::Decimal::parse(year.key);
      const auto whole = number ? number->to_int64() : std::nullopt;
      if (!whole || *whole < 1 || *whole > 9999) {
        report(found_, "S013", "`" + year.key + "` is no year", year.key_span);
      } else if (!year.value.is_null()) {
        read_record(*fact, static_cast<std::int32_t>(*whole), year.value);
      }
    }
  }

  void read_record(const Fact& fact, std::optional<std::int32_t> year, const Node& node) {
    FactRecord record;
    record.year = year;
    record.provenance = default_;
    const Node* value = &node;
    if (node.is_mapping()) {
      const Entry* stated = node.find("value");
      if (stated == nullptr)
        return report(found_, "S011", "a fact written as a mapping needs the key `value`", node.span);
      value = &stated->value;
      for (const Entry& entry : node.entries) {
        if (entry.key == "provenance")
          record.provenance = provenance(entry.value);
        else if (entry.key == "source")
          record.source = entry.value.scalar;
        else if (entry.key == "from")
          record.from = date(entry.value);
        else if (entry.key == "until")
          record.until = date(entry.value);
        else if (entry.key != "value")
          report(found_, "S010", "unknown key `" + entry.key + "` in a fact", entry.key_span);
      }
    }
    auto read = read_value(*value, registry::shape_of(fact), fact.type);
    if (!read) return;
    record.value = std::move(*read);
    subject_.facts[fact.id].push_back(std::move(record));
  }

  std::optional<feel::Value> read_scalar(const Node& node, const CellShape& shape) {
    auto read = registry::read_cell(node.scalar, shape, tables_);
    if (read) return *read;
    report(found_, "S013", read.error().message, node.span, read.error().help);
    return {};
  }

  std::optional<feel::Value> read_value(const Node& node, const CellShape& shape, const feel::Type& type) {
    if (node.is_scalar()) return read_scalar(node, shape);
    if (!node.is_sequence() || type.tag != feel::Type::Tag::List) {
      report(found_, "S013", "a single value was wanted", node.span);
      return {};
    }
    feel::List items;
    for (const Node& item : node.items) {
      const CellShape plain{*type.element, shape.meaning, shape.codes, shape.fields};
      auto read = item.is_mapping() ? read_fields(item, shape.fields) : read_scalar(item, plain);
      if (read) items.push_back(std::move(*read));
    }
    return feel::Value::list(std::move(items));
  }

  std::optional<feel::Value> read_fields(const Node& node, const std::vector<registry::Field>& fields) {
    feel::Context context;
    for (const Entry& entry : node.entries) {
      const auto is_named = [&](const registry::Field& field) {
        return field.id == entry.key || field.label.zh == entry.key || field.label.en == entry.key;
      };
      const auto field = std::ranges::find_if(fields, is_named);
      if (field == fields.end()) {
        std::vector<std::string> names;
        for (const registry::Field& other : fields) names.push_back(other.id);
        report(found_, "S012", "unknown field `" + entry.key + "`", entry.key_span,
               base::did_you_mean(entry.key, names));
      } else if (!entry.value.is_null()) {
        if (auto read = read_value(entry.value, registry::shape_of(*field), field->type))
          context.emplace_back(field->id, std::move(*read));
      }
    }
    return feel::Value::context(std::move(context));
  }

  void read_part(const Entry& part) {
    std::vector<const Node*> nodes{&part.value};
    if (part.value.is_sequence()) {
      nodes.clear();
      for (const Node& item : part.value.items) nodes.push_back(&item);
    }
    for (const Node* node : nodes) {
      if (node->is_scalar()) {
        subject_.parts[part.key].push_back(node->scalar);
        continue;
      }
      registry::Subject inner = read_subject(*node, world_, others_, found_);
      if (inner.code == "subject")
        inner.code = fmt::format("{}-{}", part.key, subject_.parts[part.key].size() + 1);
      subject_.parts[part.key].push_back(inner.code);
      if (!others_.add(std::move(inner)))
        report(found_, "S014", "the code of this subject is taken", node->span);
    }
  }

  void read_holding(const Node& node) {
    registry::Holding holding;
    for (const Entry& entry : node.entries) {
      if (entry.key == "policy")
        holding.policy = entry.value.scalar;
      else if (entry.key == "grant")
        holding.grant = entry.value.scalar;
      else if (entry.key == "number")
        holding.number = entry.value.scalar;
      else if (entry.key == "granted")
        holding.granted = date(entry.value).value_or(base::CivilDate{});
      else if (entry.key == "expires")
        holding.expires = date(entry.value);
      else if (entry.key == "suspended")
        holding.suspended = date(entry.value);
      else if (entry.key == "revoked")
        holding.revoked = date(entry.value);
      else
        report(found_, "S010", "unknown key `" + entry.key + "` in a holding", entry.key_span);
    }
    subject_.holdings.push_back(std::move(holding));
  }

  void read_ban(const Node& node) {
    registry::Ban ban;
    for (const Entry& entry : node.entries) {
      if (entry.key == "policy")
        ban.policy = entry.value.scalar;
      else if (entry.key == "acts")
        for (const Node& act : entry.value.items) ban.acts.push_back(act.scalar);
      else if (entry.key == "from")
        ban.from = date(entry.value).value_or(base::CivilDate{});
      else if (entry.key == "until")
        ban.until = date(entry.value);
      else if (entry.key == "ground")
        ban.ground = entry.value.scalar;
      else if (entry.key == "sanction")
        ban.sanction = entry.value.scalar;
      else
        report(found_, "S010", "unknown key `" + entry.key + "` in a ban", entry.key_span);
    }
    subject_.bans.push_back(std::move(ban));
  }

  const ScenarioWorld& world_;
  const registry::Vocabulary& vocabulary_;
  registry::ImportTables tables_;
  registry::Register& others_;
  base::Diagnostics& found_;
  registry::Subject subject_;
  Provenance default_ = Provenance::Declared;
};

}  // namespace

registry::Subject read_subject(const Node& given, const ScenarioWorld& world, registry::Register& others,
                               base::Diagnostics& found) {
  return SubjectReader(world, others, found).read(given);
}

std::expected<std::pair<std::string, feel::Value>, base::Diagnostic> read_parameter(
    const Policy& policy, std::string_view name, std::string_view value,
    const registry::Divisions& divisions) {
  std::vector<std::string> names;
  for (const Parameter& parameter : policy.parameters) {
    const Head& head = parameter.head;
    names.push_back(head.id);
    if (head.id != name && head.label.zh != name && head.label.en != name) continue;
    static const std::vector<registry::CodeLabel> kNoCodes;
    static const std::vector<registry::Field> kNoFields;
    const CellShape shape{parameter.type, registry::Meaning::Plain, kNoCodes, kNoFields};
    const registry::ImportTables tables{*policy.vocabulary, divisions};
    auto read = registry::read_cell(value, shape, tables);
    if (read && parameter.type.codes && read->kind() == feel::Kind::String &&
        std::ranges::find(*parameter.type.codes, read->as_string()) == parameter.type.codes->end())
      return std::unexpected(
          base::Diagnostic{base::Severity::Error,
                           "S013",
                           fmt::format("`{}` is none of the codes of `{}`", value, head.id),
                           base::did_you_mean(value, *parameter.type.codes),
                           {}});
    if (read) return std::pair(head.id, std::move(*read));
    return std::unexpected(
        base::Diagnostic{base::Severity::Error, "S013", read.error().message, read.error().help, {}});
  }
  return std::unexpected(base::Diagnostic{base::Severity::Error,
                                          "S012",
                                          fmt::format("`{}` has no parameter `{}`", policy.front.id, name),
                                          base::did_you_mean(name, names),
                                          {}});
}

}  // namespace qingheng::policy
