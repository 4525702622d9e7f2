// SPDX-License-Identifier: Apache-2.0
#include "registry/import/subjects_json.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/json.hpp"
#include "base/unicode.hpp"
#include "registry/import/cell_value.hpp"
#include "registry/import/identity.hpp"
#include "registry/import/office_text.hpp"

namespace qingheng::registry {

namespace {

using base::Json;
using Read = std::expected<feel::Value, CellError>;

/// A scalar as the text that a cell would hold; empty for an array or an object.
std::optional<std::string> scalar_text(const Json& json) {
  if (const std::string* text = json.string()) return *text;
  if (const base::JsonNumber* number = json.number()) return number->text;
  if (const bool* truth = json.boolean()) return *truth ? "true" : "false";
  return std::nullopt;
}

Read read_value(const Json& json, const CellShape& shape, const ImportTables& tables);

Read read_record(const Json& json, const std::vector<Field>& fields, const ImportTables& tables) {
  const base::JsonObject* members = json.object();
  if (members == nullptr) return std::unexpected(CellError{"an entry of the list is not an object", {}});
  feel::Context record;
  for (const auto& [name, value] : *members) {
    const auto field = std::ranges::find_if(
        fields, [&](const Field& f) { return f.id == name || f.label.zh == name || f.label.en == name; });
    if (field == fields.end())
      return std::unexpected(CellError{fmt::format("a record has no field `{}`", name), {}});
    if (value.is_null()) continue;
    auto read = read_value(value, shape_of(*field), tables);
    if (!read) return read;
    record.emplace_back(field->id, *std::move(read));
  }
  return feel::Value::context(std::move(record));
}

Read read_value(const Json& json, const CellShape& shape, const ImportTables& tables) {
  if (const base::JsonArray* array = json.array();
      array != nullptr && shape.type.tag == feel::Type::Tag::List) {
    static const std::vector<Field> kNoFields;
    static const feel::Type kAny;
    const CellShape entry{shape.type.element ? *shape.type.element : kAny, shape.meaning, shape.codes,
                          kNoFields};
    feel::List items;
    for (const Json& item : *array) {
      auto read =
          shape.fields.empty() ? read_value(item, entry, tables) : read_record(item, shape.fields, tables);
      if (!read) return read;
      items.push_back(*std::move(read));
    }
    return feel::Value::list(std::move(items));
  }
  const auto text = scalar_text(json);
  if (!text) return std::unexpected(CellError{"an array or an object stands where one value belongs", {}});
  return read_cell(*text, shape, tables);
}

class Import {
 public:
  explicit Import(const ImportTables& tables) : tables_(tables) {}

  ImportResult run(std::string name, std::string_view bytes, const ImportLimits& limits) {
    source_ = base::make_source(std::move(name), {});
    if (bytes.size() > limits.bytes) {
      report("R001", fmt::format("the file has {} bytes, more than the {} that are read", bytes.size(),
                                 limits.bytes));
      return std::move(result_);
    }
    auto text = decode_office_text(bytes);
    if (!text) {
      report("R001", text.error());
      return std::move(result_);
    }
    source_ = base::make_source(source_->name, std::move(text->text));
    const auto json = base::parse_json(source_->text);
    if (!json) {
      const auto at = static_cast<std::uint32_t>(json.error().offset);
      result_.diagnostics.push_back(
          {base::Severity::Error, "R001", json.error().message, {}, {{{source_, at, at, {}}, {}}}});
      return std::move(result_);
    }
    if (const base::JsonArray* array = json->array()) {
      for (const Json& item : *array) read_subject(item);
    } else {
      read_subject(*json);
    }
    return std::move(result_);
  }

 private:
  void report(std::string code, std::string message, std::string help = {}) {
    result_.diagnostics.push_back({base::Severity::Error,
                                   std::move(code),
                                   std::move(message),
                                   std::move(help),
                                   {{base::whole(source_), {}}}});
  }

  bool refuse(std::string code, std::string_view member, const CellError& error) {
    report(std::move(code), fmt::format("subject {} `{}`: {}", result_.counts.read, member, error.message),
           error.help);
    return false;
  }

  static std::string text_of(const Json& json, std::string_view member) {
    const Json* found = json.find(member);
    return found == nullptr ? std::string() : tidy(scalar_text(*found).value_or(""));
  }

  void read_subject(const Json& json) {
    ++result_.counts.read;
    Subject subject;
    if (!read_names(json, subject) || !read_links(json, subject)) {
      ++result_.counts.rejected;
      return;
    }
    if (!codes_.insert({subject.code, result_.counts.read}).second) {
      refuse("R012", "code",
             {fmt::format("`{}` is that of subject {} already", subject.code, codes_[subject.code]), {}});
      ++result_.counts.rejected;
      return;
    }
    if (const Json* facts = json.find("facts"); facts != nullptr && facts->object() != nullptr) {
      for (const auto& [name, value] : *facts->object()) read_fact(name, value, subject);
    }
    ++result_.counts.imported;
    result_.subjects.push_back({std::move(subject), base::whole(source_)});
  }

  bool read_names(const Json& json, Subject& subject) {
    if (json.object() == nullptr) return refuse("R010", "", {"it is not an object", {}});
    static constexpr std::array<std::string_view, 9> kMembers{
        "kind", "name", "code", "division", "facts", "parts", "relations", "holdings", "bans"};
    for (const auto& [name, value] : *json.object()) {
      if (std::ranges::find(kMembers, name) == kMembers.end())
        return refuse("R010", name, {"there is no such member", {}});
    }
    subject.kind = text_of(json, "kind");
    subject.name = text_of(json, "name");
    if (tables_.vocabulary.kind(subject.kind) == nullptr)
      return refuse("R011", "kind", {fmt::format("`{}` is no kind of subject", subject.kind), {}});
    if (subject.name.empty()) return refuse("R011", "name", {"it is missing", {}});
    auto identity = read_identity(text_of(json, "code"), subject.kind, tables_);
    if (!identity) return refuse("R011", "code", identity.error());
    if (identity->code.empty()) return refuse("R011", "code", {"it is missing", {}});
    subject.code = std::move(identity->code);
    if (const std::string division = text_of(json, "division"); !division.empty()) {
      const auto found = tables_.divisions.read(division);
      if (!found) return refuse("R011", "division", {found.error().message, found.error().help});
      subject.division = (*found)->code;
    }
    return true;
  }

  bool read_links(const Json& json, Subject& subject) {
    if (const Json* parts = json.find("parts"); parts != nullptr && parts->object() != nullptr) {
      for (const auto& [id, codes] : *parts->object()) {
        if (const base::JsonArray* array = codes.array()) {
          for (const Json& code : *array) subject.parts[id].push_back(scalar_text(code).value_or(""));
        } else {
          subject.parts[id] = {scalar_text(codes).value_or("")};
        }
      }
    }
    if (const Json* relations = json.find("relations");
        relations != nullptr && relations->object() != nullptr) {
      for (const auto& [id, code] : *relations->object())
        subject.relations[id] = scalar_text(code).value_or("");
    }
    bool good = true;
    for (const Json& item : items_of(json, "holdings")) good = read_holding(item, subject) && good;
    for (const Json& item : items_of(json, "bans")) good = read_ban(item, subject) && good;
    return good;
  }

  static base::JsonArray items_of(const Json& json, std::string_view member) {
    const Json* found = json.find(member);
    return found == nullptr || found->array() == nullptr ? base::JsonArray() : *found->array();
  }

  /// Sets `date` from a member that is there; false, reported, when it is no date.
  bool take_date(const Json& json, std::string_view member, std::optional<base::CivilDate>& date) {
    const std::string text = text_of(json, member);
    if (text.empty()) return true;
    const auto read = read_date(text);
    if (!read) return refuse("R030", member, read.error());
    date = *read;
    return true;
  }

  bool read_holding(const Json& json, Subject& subject) {
    Holding holding{.policy = text_of(json, "policy"),
                    .grant = text_of(json, "grant"),
                    .number = text_of(json, "number")};
    std::optional<base::CivilDate> granted;
    if (!take_date(json, "granted", granted) || !take_date(json, "expires", holding.expires) ||
        !take_date(json, "suspended", holding.suspended) || !take_date(json, "revoked", holding.revoked))
      return false;
    if (!granted || holding.policy.empty())
      return refuse("R030", "holdings", {"`policy` and `granted` are needed", {}});
    holding.granted = *granted;
    subject.holdings.push_back(std::move(holding));
    return true;
  }

  bool read_ban(const Json& json, Subject& subject) {
    Ban ban{.policy = text_of(json, "policy"), .ground = text_of(json, "ground")};
    for (const Json& act : items_of(json, "acts")) ban.acts.push_back(scalar_text(act).value_or(""));
    std::optional<base::CivilDate> from;
    if (!take_date(json, "from", from) || !take_date(json, "until", ban.until)) return false;
    if (!from || ban.policy.empty()) return refuse("R030", "bans", {"`policy` and `from` are needed", {}});
    ban.from = *from;
    subject.bans.push_back(std::move(ban));
    return true;
  }

  void read_fact(const std::string& name, const Json& json, Subject& subject) {
    const Fact* fact = tables_.vocabulary.fact(subject.kind, name);
    if (fact == nullptr) {
      refuse_fact(name, {"there is no such fact", {}});
    } else if (!fact->per_year) {
      add_record(*fact, std::nullopt, name, json, subject);
    } else if (json.object() == nullptr) {
      refuse_fact(name, {"it has a value for each year", "write `{\"2018\": …}`"});
    } else {
      for (const auto& [year, value] : *json.object()) {
        const auto number = base::Decimal::parse(year);
        const auto whole = number ? number->to_int64() : std::nullopt;
        if (!whole || *whole < 1900 || *whole > 2100)
          refuse_fact(name, {fmt::format("`{}` is not a year", year), {}});
        else
          add_record(*fact, static_cast<std::int32_t>(*whole), name, value, subject);
      }
    }
  }

  void refuse_fact(std::string_view name, const CellError& error) {
    ++result_.counts.cells_rejected;
    refuse("R020", name, error);
  }

  void add_record(const Fact& fact, std::optional<std::int32_t> year, std::string_view name, const Json& json,
                  Subject& subject) {
    FactRecord record{.year = year};
    const Json* value = json.find("value");
    if (value == nullptr) {
      value = &json;
    } else {
      record.source = text_of(json, "source");
      if (!take_date(json, "from", record.from) || !take_date(json, "until", record.until)) {
        ++result_.counts.cells_rejected;
        return;
      }
      if (const std::string provenance = text_of(json, "provenance"); !provenance.empty()) {
        const auto read = read_provenance(provenance);
        if (!read) return refuse_fact(name, read.error());
        record.provenance = *read;
      }
    }
    if (value->is_null()) return;
    auto read = read_value(*value, shape_of(fact), tables_);
    if (!read) return refuse_fact(name, read.error());
    record.value = *std::move(read);
    subject.facts[fact.id].push_back(std::move(record));
  }

  const ImportTables& tables_;
  std::shared_ptr<const base::SourceText> source_;
  std::map<std::string, std::size_t, std::less<>> codes_;
  ImportResult result_;
};

}  // namespace

ImportResult import_json(std::string name, std::string_view bytes, const ImportTables& tables,
                         const ImportLimits& limits) {
  return Import(tables).run(std::move(name), bytes, limits);
}

}  // namespace qingheng::registry
