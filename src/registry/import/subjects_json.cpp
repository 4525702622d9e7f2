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
#include "registry/import/holdings_json.hpp"
#include "registry/import/identity.hpp"
#include "registry/import/json_value.hpp"
#include "registry/import/office_text.hpp"
#include "registry/records.hpp"

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

  [[nodiscard]] base::SourceSpan span_of(const Json::Place& place) const {
    return {source_, place_.begin + place.begin, place_.begin + place.end, {}};
  }
  [[nodiscard]] base::SourceSpan name_of(const Json& member) const { return span_of(name_place(member)); }

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

  bool refuse(std::string code, std::string_view member, const CellError& error, base::SourceSpan span) {
    result_.diagnostics.push_back({base::Severity::Error,
                                   std::move(code),
                                   about(member, error.message),
                                   error.help,
                                   {{std::move(span), {}}}});
    return false;
  }

  /// About the member of that name, or about all of the object when it has none.
  bool refuse(std::string code, const Json& object, std::string_view member, const CellError& error) {
    const Json* found = object.find(member);
    return refuse(std::move(code), member, error, span_of((found == nullptr ? object : *found).place()));
  }

  [[nodiscard]] std::string about(std::string_view member, std::string_view message) const {
    if (member.empty()) return fmt::format("subject {}: {}", result_.counts.read, message);
    return fmt::format("subject {} `{}`: {}", result_.counts.read, member, message);
  }

  bool refuse_kind(const Json& json, const std::string& kind) {
    const std::string kinds = "the kinds are " + kinds_in_words(tables_.vocabulary);
    if (kind.empty()) return refuse("R011", json, "kind", {"it is missing", kinds});
    std::vector<std::string> ids;
    for (const SubjectKind& each : tables_.vocabulary.kinds) ids.push_back(each.id);
    return refuse("R011", json, "kind",
                  {fmt::format("`{}` is no kind of subject", kind), base::did_you_mean(kind, ids, kinds)});
  }

  void read_subject(const Json& json) {
    ++result_.counts.read;
    Subject subject;
    if (!read_names(json, subject) || !read_links(json, subject)) {
      ++result_.counts.rejected;
      return;
    }
    if (!codes_.insert({subject.code, result_.counts.read}).second) {
      refuse("R012", json, "code",
             {fmt::format("`{}` is that of subject {} already", subject.code, codes_[subject.code]), {}});
      ++result_.counts.rejected;
      return;
    }
    if (const Json* facts = json.find("facts"); facts != nullptr && !facts->is_null()) {
      for (const auto& [name, value] : *facts->object()) read_fact(name, value, subject);
    }
    ++result_.counts.imported;
    ImportedSubject imported{std::move(subject), span_of(json.place()), {}};
    for (const char* list : {"parts", "relations"}) {
      const Json* links = json.find(list);
      if (links == nullptr || links->is_null()) continue;
      for (const auto& [id, link] : *links->object()) imported.links.emplace(id, span_of(link.place()));
    }
    result_.subjects.push_back(std::move(imported));
  }

  bool read_names(const Json& json, Subject& subject) {
    if (json.object() == nullptr) return refuse("R010", json, "", {"it is not an object", {}});
    static constexpr std::array<std::string_view, 9> kMembers{
        "kind", "name", "code", "division", "facts", "parts", "relations", "holdings", "bans"};
    for (const auto& [name, value] : *json.object()) {
      if (std::ranges::find(kMembers, name) == kMembers.end())
        return refuse("R010", name,
                      {"there is no such member",
                       base::did_you_mean(name, std::vector<std::string>{kMembers.begin(), kMembers.end()})},
                      name_of(value));
    }
    for (const std::string_view member : {"facts", "parts", "relations"}) {
      const Json* found = json.find(member);
      if (found != nullptr && !found->is_null() && found->object() == nullptr)
        return refuse("R010", json, member, {"it is not an object", {}});
    }
    for (const std::string_view member : {"holdings", "bans"}) {
      const Json* found = json.find(member);
      if (found != nullptr && !found->is_null() && found->array() == nullptr)
        return refuse("R010", json, member, {"it is not an array", {}});
    }
    subject.kind = text_of(json, "kind");
    subject.name = text_of(json, "name");
    if (tables_.vocabulary.kind(subject.kind) == nullptr) return refuse_kind(json, subject.kind);
    if (subject.name.empty()) return refuse("R011", json, "name", {"it is missing", {}});
    auto identity = read_identity(text_of(json, "code"), subject.kind, tables_);
    if (!identity) return refuse("R011", json, "code", identity.error());
    if (identity->code.empty()) return refuse("R011", json, "code", {"it is missing", {}});
    subject.code = std::move(identity->code);
    if (const std::string division = text_of(json, "division"); !division.empty()) {
      const auto found = tables_.divisions.read(division);
      if (!found) return refuse("R011", json, "division", {found.error().message, found.error().help});
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
    for (const Json& item : items_of(json, "holdings"))
      good = take(read_json_holding(item), subject.holdings) && good;
    for (const Json& item : items_of(json, "bans")) good = take(read_json_ban(item), subject.bans) && good;
    return good;
  }

  /// A part or relation that is wrong is reported and left out, which leaves it unknown.
  void read_part(const std::string& id, const Json& codes, Subject& subject) {
    std::vector<std::string> known;
    for (const Part& part : tables_.vocabulary.kind(subject.kind)->parts) known.push_back(part.id);
    if (std::ranges::find(known, id) == known.end()) {
      refuse("R030", id, {fmt::format("`{}` has no such part", subject.kind), base::did_you_mean(id, known)},
             name_of(codes));
      return;
    }
    std::vector<std::string> read;
    for (const Json& code : codes.array() == nullptr ? base::JsonArray{codes} : *codes.array()) {
      if (code.string() == nullptr || tidy(*code.string()).empty()) {
        refuse("R030", id, {"a code in it is not a string", {}}, span_of(code.place()));
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
      refuse("R030", id,
             {fmt::format("`{}` has no such relation", subject.kind), base::did_you_mean(id, known)},
             name_of(code));
    } else if (code.is_null()) {
      subject.relations[id] = std::nullopt;
    } else if (code.string() == nullptr || tidy(*code.string()).empty()) {
      refuse("R030", id, {"the code is not a string", {}}, span_of(code.place()));
    } else {
      subject.relations[id] = code_or_none(*code.string());
    }
  }

  template <typename Entry>
  bool take(std::expected<Entry, MisreadEntry> read, std::vector<Entry>& entries) {
    if (!read) return refuse("R030", read.error().member, read.error().error, span_of(read.error().place));
    entries.push_back(*std::move(read));
    return true;
  }

  static base::JsonArray items_of(const Json& json, std::string_view member) {
    const Json* found = json.find(member);
    return found == nullptr || found->array() == nullptr ? base::JsonArray() : *found->array();
  }

  void read_fact(const std::string& name, const Json& json, Subject& subject) {
    const Fact* fact = tables_.vocabulary.fact(subject.kind, name);
    if (fact == nullptr) {
      refuse_fact(name, {"there is no such fact", base::did_you_mean(name, fact_ids(subject.kind))},
                  name_of(json));
    } else if (!fact->per_year) {
      add_record(*fact, std::nullopt, name, json, subject);
    } else if (json.object() == nullptr) {
      refuse_fact(name, {"it has a value for each year", "write `{\"2018\": …}`"}, span_of(json.place()));
    } else {
      for (const auto& [year, value] : *json.object()) {
        const auto number = base::Decimal::parse(year);
        const auto whole = number ? number->to_int64() : std::nullopt;
        if (!whole || *whole < 1900 || *whole > 2100)
          refuse_fact(name, {fmt::format("`{}` is not a year", year), {}}, name_of(value));
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

  void refuse_fact(std::string_view name, const CellError& error, base::SourceSpan span) {
    ++result_.counts.cells_rejected;
    refuse("R020", name, error, std::move(span));
  }

  void add_record(const Fact& fact, std::optional<std::int32_t> year, std::string_view name, const Json& json,
                  Subject& subject) {
    FactRecord record{.year = year};
    const Json* value = json.find("value");
    if (value == nullptr) {
      value = &json;
    } else if (!read_origin(name, json, record)) {
      return;
    }
    if (value->is_null()) return;
    auto read = read_json_value(*value, shape_of(fact), tables_);
    if (!read) return refuse_fact(name, read.error().error, span_of(read.error().place));
    record.value = *std::move(read);
    warn_of_open(fact, name, *value, record);
    subject.facts[fact.id].push_back(std::move(record));
  }

  /// Reads what stands beside the value of a fact; false, reported, when it is wrong.
  bool read_origin(std::string_view name, const Json& json, FactRecord& record) {
    static const std::vector<std::string> known{"value", "provenance", "source", "from", "until"};
    const auto wrong = [&](const CellError& error, base::SourceSpan span) {
      refuse_fact(name, error, std::move(span));
      return false;
    };
    for (const auto& [member, value] : *json.object()) {
      if (std::ranges::find(known, member) == known.end())
        return wrong({fmt::format("a record has no member `{}`", member), base::did_you_mean(member, known)},
                     name_of(value));
    }
    record.source = text_of(json, "source");
    for (const auto& [member, date] : {std::pair{"from", &record.from}, {"until", &record.until}}) {
      auto read = date_of(json, member);
      if (!read) return wrong(read.error().error, span_of(read.error().place));
      *date = *read;
    }
    if (record.from && record.until && *record.until < *record.from)
      return wrong({"`until` is before `from`", "a record holds from its first day to its last"},
                   span_of(json.find("until")->place()));
    const std::string provenance = text_of(json, "provenance");
    if (provenance.empty()) return true;
    const auto read = read_provenance(provenance);
    if (!read) return wrong(read.error(), span_of(json.find("provenance")->place()));
    record.provenance = *read;
    return true;
  }

  /// Reports what a value leaves unknown: fields of its records, a founding after the legal date.
  void warn_of_open(const Fact& fact, std::string_view name, const Json& json, const FactRecord& record) {
    const auto warn = [&](const std::string& what, const Json& at) {
      result_.diagnostics.push_back(
          {base::Severity::Warning, "R020", about(name, what), {}, {{span_of(at.place()), {}}}});
    };
    const base::JsonArray* items = json.array();
    for (const AbsentField& absent : absent_fields(fact, record.value))
      warn(words_of_absent(id_of(fact, record.year, absent)),
           items == nullptr ? json : (*items)[absent.record]);
    if (!tables_.legal_date) return;
    if (const auto founded = founded_after(fact, record.value, *tables_.legal_date))
      warn(words_of_founding(*founded, *tables_.legal_date), json);
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
