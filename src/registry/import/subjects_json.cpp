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
#include "registry/import/json_value.hpp"
#include "registry/import/office_text.hpp"

namespace qingheng::registry {

namespace {

using base::Json;

/// One text of all subjects, or a text a line.
enum class Layout : std::uint8_t { Whole, Lines };

class Import {
 public:
  explicit Import(const ImportTables& tables) : tables_(tables) {}

  ImportResult run(std::string name, std::string_view bytes, Layout layout, const ImportLimits& limits) {
    source_ = base::make_source(std::move(name), {});
    place_ = base::whole(source_);
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
    place_ = base::whole(source_);
    if (layout == Layout::Lines) {
      read_lines(limits);
    } else {
      read_whole(limits);
    }
    return std::move(result_);
  }

 private:
  void report(std::string code, std::string message, std::string help = {}) {
    result_.diagnostics.push_back(
        {base::Severity::Error, std::move(code), std::move(message), std::move(help), {{place_, {}}}});
  }

  /// The value of the text at `place_`, or nothing, reported.
  std::optional<Json> parse() {
    auto json = base::parse_json(place_.text());
    if (json) return *std::move(json);
    const auto at = place_.begin + static_cast<std::uint32_t>(json.error().offset);
    result_.diagnostics.push_back(
        {base::Severity::Error, "R001", json.error().message, {}, {{{source_, at, at, {}}, {}}}});
    return std::nullopt;
  }

  /// False, reported, for more subjects than are read.
  bool is_within(std::size_t subjects, const ImportLimits& limits) {
    if (subjects <= limits.rows) return true;
    report("R001", fmt::format("the file has more than the {} subjects that are read", limits.rows));
    return false;
  }

  void read_whole(const ImportLimits& limits) {
    const std::optional<Json> json = parse();
    if (!json) return;
    const base::JsonArray* array = json->array();
    if (array == nullptr) {
      read_subject(*json);
    } else if (is_within(array->size(), limits)) {
      for (const Json& item : *array) read_subject(item);
    }
  }

  void read_lines(const ImportLimits& limits) {
    const std::string_view text = source_->text;
    std::vector<base::SourceSpan> lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (text.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos)
        lines.push_back({source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), {}});
      at = end + 1;
    }
    if (!is_within(lines.size(), limits)) return;
    for (base::SourceSpan& line : lines) {
      place_ = std::move(line);
      if (const std::optional<Json> json = parse()) {
        read_subject(*json);
      } else {
        ++result_.counts.read;
        ++result_.counts.rejected;
      }
    }
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
    if (const Json* facts = json.find("facts"); facts != nullptr && !facts->is_null()) {
      for (const auto& [name, value] : *facts->object()) read_fact(name, value, subject);
    }
    ++result_.counts.imported;
    result_.subjects.push_back({std::move(subject), place_});
  }

  bool read_names(const Json& json, Subject& subject) {
    if (json.object() == nullptr) return refuse("R010", "", {"it is not an object", {}});
    static constexpr std::array<std::string_view, 9> kMembers{
        "kind", "name", "code", "division", "facts", "parts", "relations", "holdings", "bans"};
    for (const auto& [name, value] : *json.object()) {
      if (std::ranges::find(kMembers, name) == kMembers.end())
        return refuse("R010", name,
                      {"there is no such member", near({kMembers.begin(), kMembers.end()}, name)});
    }
    for (const std::string_view member : {"facts", "parts", "relations"}) {
      const Json* found = json.find(member);
      if (found != nullptr && !found->is_null() && found->object() == nullptr)
        return refuse("R010", member, {"it is not an object", {}});
    }
    for (const std::string_view member : {"holdings", "bans"}) {
      const Json* found = json.find(member);
      if (found != nullptr && !found->is_null() && found->array() == nullptr)
        return refuse("R010", member, {"it is not an array", {}});
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
    if (const Json* parts = json.find("parts"); parts != nullptr && !parts->is_null()) {
      for (const auto& [id, codes] : *parts->object()) read_part(id, codes, subject);
    }
    if (const Json* relations = json.find("relations"); relations != nullptr && !relations->is_null()) {
      for (const auto& [id, code] : *relations->object()) read_relation(id, code, subject);
    }
    bool good = true;
    for (const Json& item : items_of(json, "holdings")) good = read_holding(item, subject) && good;
    for (const Json& item : items_of(json, "bans")) good = read_ban(item, subject) && good;
    return good;
  }

  /// A part or relation that is wrong is reported and left out, which leaves it unknown.
  void read_part(const std::string& id, const Json& codes, Subject& subject) {
    std::vector<std::string> known;
    for (const Part& part : tables_.vocabulary.kind(subject.kind)->parts) known.push_back(part.id);
    if (std::ranges::find(known, id) == known.end()) {
      refuse("R030", id, {fmt::format("`{}` has no such part", subject.kind), near(known, id)});
      return;
    }
    std::vector<std::string> read;
    for (const Json& code : codes.array() == nullptr ? base::JsonArray{codes} : *codes.array()) {
      if (code.string() == nullptr || tidy(*code.string()).empty()) {
        refuse("R030", id, {"a code in it is not a string", {}});
        return;
      }
      read.push_back(tidy(*code.string()));
    }
    subject.parts[id] = std::move(read);
  }

  void read_relation(const std::string& id, const Json& code, Subject& subject) {
    std::vector<std::string> known;
    for (const Relation& relation : tables_.vocabulary.relations) {
      if (relation.of == subject.kind) known.push_back(relation.id);
    }
    if (std::ranges::find(known, id) == known.end()) {
      refuse("R030", id, {fmt::format("`{}` has no such relation", subject.kind), near(known, id)});
    } else if (code.is_null()) {
      return;
    } else if (code.string() == nullptr || tidy(*code.string()).empty()) {
      refuse("R030", id, {"the code is not a string", {}});
    } else {
      subject.relations[id] = tidy(*code.string());
    }
  }

  /// The help of a message about an unknown name.
  static std::string near(const std::vector<std::string>& known, std::string_view name) {
    const auto found = base::nearest(name, known);
    return found ? fmt::format("did you mean `{}`?", *found) : std::string();
  }

  /// False, reported, when the object of a list has a member that is not one of `known`.
  bool has_only(const Json& json, std::string_view list, const std::vector<std::string>& known) {
    if (json.object() == nullptr) return refuse("R030", list, {"an entry is not an object", {}});
    for (const auto& [name, value] : *json.object()) {
      if (std::ranges::find(known, name) == known.end())
        return refuse("R030", list, {fmt::format("an entry has no member `{}`", name), near(known, name)});
    }
    return true;
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
    if (!has_only(json, "holdings",
                  {"policy", "grant", "number", "granted", "expires", "suspended", "revoked"}))
      return false;
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
    if (!has_only(json, "bans", {"policy", "acts", "from", "until", "ground"})) return false;
    const Json* acts = json.find("acts");
    const bool listed = acts == nullptr || acts->is_null() || acts->array() != nullptr;
    const base::JsonArray items = items_of(json, "acts");
    if (!listed || !std::ranges::all_of(items, [](const Json& act) { return act.string() != nullptr; }))
      return refuse("R030", "bans", {"`acts` is not an array of strings", {}});
    Ban ban{.policy = text_of(json, "policy"), .ground = text_of(json, "ground")};
    for (const Json& act : items) ban.acts.push_back(tidy(*act.string()));
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
      refuse_fact(name, {"there is no such fact", near(fact_ids(subject.kind), name)});
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

  [[nodiscard]] std::vector<std::string> fact_ids(std::string_view kind) const {
    std::vector<std::string> ids;
    for (const Fact& fact : tables_.vocabulary.facts) {
      if (fact.kind == kind) ids.push_back(fact.id);
    }
    return ids;
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
      static const std::vector<std::string> known{"value", "provenance", "source", "from", "until"};
      for (const auto& [member, ignored] : *json.object()) {
        if (std::ranges::find(known, member) != known.end()) continue;
        return refuse_fact(name, {fmt::format("a record has no member `{}`", member), near(known, member)});
      }
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
    auto read = read_json_value(*value, shape_of(fact), tables_);
    if (!read) return refuse_fact(name, read.error());
    record.value = *std::move(read);
    subject.facts[fact.id].push_back(std::move(record));
  }

  const ImportTables& tables_;
  std::shared_ptr<const base::SourceText> source_;
  base::SourceSpan place_;  // of the text that findings are about: all of it, or one line
  std::map<std::string, std::size_t, std::less<>> codes_;
  ImportResult result_;
};

}  // namespace

ImportResult import_json(std::string name, std::string_view bytes, const ImportTables& tables,
                         const ImportLimits& limits) {
  return Import(tables).run(std::move(name), bytes, Layout::Whole, limits);
}

ImportResult import_json_lines(std::string name, std::string_view bytes, const ImportTables& tables,
                               const ImportLimits& limits) {
  return Import(tables).run(std::move(name), bytes, Layout::Lines, limits);
}

}  // namespace qingheng::registry
