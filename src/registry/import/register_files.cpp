// SPDX-License-Identifier: Apache-2.0
#include "registry/import/register_files.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "registry/import/identity.hpp"
#include "registry/import/records_csv.hpp"
#include "registry/import/subjects_csv.hpp"
#include "registry/import/subjects_json.hpp"

namespace qingheng::registry {

namespace {

/// `city` → `cities`, `person` → `people`, `consortium` → `consortia`, `park` → `parks`.
std::string plural(std::string_view id) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kEndings{
      {{"person", "people"}, {"um", "a"}, {"y", "ies"}}};
  for (const auto& [ending, many] : kEndings) {
    if (!id.ends_with(ending)) continue;
    return std::string(id.substr(0, id.size() - ending.size())) + std::string(many);
  }
  return std::string(id) + "s";
}

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

class Joining {
 public:
  Joining(const ImportTables& tables, const ImportLimits& limits) : tables_(tables), limits_(limits) {}

  RegisterRead run(std::span<const RegisterFile> files) {
    for (const RegisterFile& file : files) {
      result_.counts.push_back(read(file));
      result_.file_of.resize(subjects_.size(), result_.counts.size() - 1);
    }
    for (ImportedSubject& imported : subjects_) check_links(imported);
    for (CodedRecord<Holding>& coded : holdings_) {
      if (Subject* subject = owner(coded.code, "holding", coded.span))
        subject->holdings.push_back(std::move(coded.record));
    }
    for (CodedRecord<Ban>& coded : bans_) {
      if (Subject* subject = owner(coded.code, "ban", coded.span))
        subject->bans.push_back(std::move(coded.record));
    }
    for (ImportedSubject& imported : subjects_) result_.subjects.add(std::move(imported.subject));
    return std::move(result_);
  }

 private:
  void report(std::string code, std::string message, std::string help, base::SourceSpan span) {
    result_.diagnostics.push_back({base::Severity::Error,
                                   std::move(code),
                                   std::move(message),
                                   std::move(help),
                                   {{std::move(span), {}}}});
  }

  ImportCounts read(const RegisterFile& file) {
    const std::string_view name = base_name(file.name);
    const std::size_t dot = name.rfind('.');
    const std::string_view stem = name.substr(0, std::min(name.find_first_of(".-"), dot));
    const std::string_view ending = dot == std::string_view::npos ? std::string_view() : name.substr(dot);
    if (ending == ".json") return take(import_json(file.name, file.bytes, tables_, limits_));
    if (ending == ".jsonl") return take(import_json_lines(file.name, file.bytes, tables_, limits_));
    if (ending != ".csv") {
      report("R001", fmt::format("`{}` is no file of a register", name),
             "name it `.csv`, `.json` or `.jsonl`", base::whole(base::make_source(file.name, {})));
      return {};
    }
    if (stem == "holdings") return take_records(import_holdings(file.name, file.bytes, limits_), holdings_);
    if (stem == "bans") return take_records(import_bans(file.name, file.bytes, limits_), bans_);
    const SubjectKind* kind =
        file.kind.empty() ? kind_of_file(name.substr(0, dot), tables_.vocabulary) : kind_called(file.kind);
    if (kind != nullptr) return take(import_csv(file.name, file.bytes, kind->id, tables_, limits_));
    report_unknown_kind(file, name);
    return {};
  }

  [[nodiscard]] const SubjectKind* kind_called(std::string_view word) const {
    const auto found = std::ranges::find_if(tables_.vocabulary.kinds, [&](const SubjectKind& kind) {
      return kind.id == word || plural(kind.id) == word || kind.label.zh == word || kind.label.en == word;
    });
    return found == tables_.vocabulary.kinds.end() ? nullptr : &*found;
  }

  void report_unknown_kind(const RegisterFile& file, std::string_view name) {
    const std::string kinds = kinds_in_words(tables_.vocabulary);
    const base::SourceSpan whole = base::whole(base::make_source(file.name, {}));
    if (!file.kind.empty())
      return report("R001", fmt::format("`{}` is no kind of subject", file.kind), "the kinds are " + kinds,
                    whole);
    std::vector<std::string> known{"holdings", "bans"};
    for (const SubjectKind& kind : tables_.vocabulary.kinds) known.push_back(plural(kind.id));
    if (const auto near = base::nearest(name.substr(0, name.find_first_of(".-")), known))
      return report("R001",
                    fmt::format("the name `{}` does not say which kind of subject the table holds", name),
                    fmt::format("did you mean `{}.csv`?", *near), whole);
    report("R001", fmt::format("the name `{}` does not say which kind of subject the table holds", name),
           fmt::format("name the kind with `--kind`, or in the name, as `企业.csv`: {}", kinds), whole);
  }

  ImportCounts take(ImportResult imported) {
    std::ranges::move(imported.diagnostics, std::back_inserter(result_.diagnostics));
    for (ImportedSubject& subject : imported.subjects) {
      const auto [first, added] = by_code_.try_emplace(subject.subject.code, subjects_.size());
      if (added) {
        subjects_.push_back(std::move(subject));
        continue;
      }
      report("R012", fmt::format("code `{}` is given twice", subject.subject.code), {}, subject.span);
      result_.diagnostics.back().spans.push_back({subjects_[first->second].span, "first given here"});
      --imported.counts.imported;
      ++imported.counts.rejected;
    }
    return imported.counts;
  }

  template <typename Record>
  ImportCounts take_records(RecordTable<Record> table, std::vector<CodedRecord<Record>>& records) {
    std::ranges::move(table.diagnostics, std::back_inserter(result_.diagnostics));
    std::ranges::move(table.records, std::back_inserter(records));
    return table.counts;
  }

  /// The subject that a code names, as it is kept or as people write it; `kind` may be empty for any.
  [[nodiscard]] ImportedSubject* resolve(std::string_view written, std::string_view kind) {
    if (const auto found = by_code_.find(written); found != by_code_.end()) return &subjects_[found->second];
    for (const std::string_view tried : {std::string_view("enterprise"), std::string_view("city")}) {
      if (!kind.empty() && kind != tried && (kind != "agency" || tried != "enterprise")) continue;
      const auto identity = read_identity(written, tried, tables_);
      if (!identity) continue;
      if (const auto found = by_code_.find(identity->code); found != by_code_.end())
        return &subjects_[found->second];
    }
    return nullptr;
  }

  [[nodiscard]] Subject* owner(const std::string& code, std::string_view what, const base::SourceSpan& span) {
    if (ImportedSubject* found = resolve(code, {})) return &found->subject;
    report("R030", fmt::format("the {} is of `{}`, which is not in the register", what, code), {}, span);
    return nullptr;
  }

  void check_links(ImportedSubject& imported) {
    Subject& subject = imported.subject;
    const SubjectKind* kind = tables_.vocabulary.kind(subject.kind);
    for (auto& [id, codes] : subject.parts) {
      if (kind == nullptr) break;
      const auto part = std::ranges::find(kind->parts, id, &Part::id);
      if (part == kind->parts.end()) continue;
      for (std::string& code : codes) check_link(imported, id, part->kind, code);
      check_count(imported, *part, codes.size());
    }
    for (auto& [id, code] : subject.relations) {
      const auto relation = std::ranges::find_if(tables_.vocabulary.relations, [&](const Relation& r) {
        return r.id == id && r.of == subject.kind;
      });
      if (code && relation != tables_.vocabulary.relations.end())
        check_link(imported, id, relation->to, *code);
    }
  }

  static base::SourceSpan place_of(const ImportedSubject& from, std::string_view link) {
    const auto found = from.links.find(link);
    return found == from.links.end() ? from.span : found->second;
  }

  /// Puts the code as the register keeps it.
  void check_link(const ImportedSubject& from, std::string_view id, std::string_view kind,
                  std::string& code) {
    const ImportedSubject* to = resolve(code, kind);
    if (to == nullptr) {
      report("R030",
             fmt::format("`{}` of `{}` is `{}`, which is not in the register", id, from.subject.code, code),
             {}, place_of(from, id));
      return;
    }
    code = to->subject.code;
    if (to->subject.kind == kind) return;
    report("R030",
           fmt::format("`{}` of `{}` is `{}`, whose kind is `{}`, not `{}`", id, from.subject.code, code,
                       to->subject.kind, kind),
           {}, place_of(from, id));
    result_.diagnostics.back().spans.push_back({to->span, "named here"});
  }

  void check_count(const ImportedSubject& from, const Part& part, std::size_t count) {
    if (count >= part.at_least && count <= part.at_most.value_or(UINT32_MAX)) return;
    const bool few = count < part.at_least;
    report("R030",
           few ? fmt::format("`{}` of `{}` names too few subjects, {} instead of at least {}", part.id,
                             from.subject.code, count, part.at_least)
               : fmt::format("`{}` of `{}` names too many subjects, {} instead of at most {}", part.id,
                             from.subject.code, count, *part.at_most),
           {}, place_of(from, part.id));
  }

  const ImportTables& tables_;
  const ImportLimits& limits_;
  std::vector<ImportedSubject> subjects_;
  std::map<std::string, std::size_t, std::less<>> by_code_;
  std::vector<CodedRecord<Holding>> holdings_;
  std::vector<CodedRecord<Ban>> bans_;
  RegisterRead result_;
};

}  // namespace

RegisterRead read_register(std::span<const RegisterFile> files, const ImportTables& tables,
                           const ImportLimits& limits) {
  return Joining(tables, limits).run(files);
}

const SubjectKind* kind_of_file(std::string_view name, const Vocabulary& vocabulary) {
  const std::string_view stem = name.substr(0, name.find_first_of(".-"));
  for (const SubjectKind& kind : vocabulary.kinds) {
    if (stem == kind.id || stem == plural(kind.id) || (!stem.empty() && stem == kind.label.zh)) return &kind;
  }
  const SubjectKind* found = nullptr;
  bool several = false;
  for (const SubjectKind& kind : vocabulary.kinds) {
    const std::string& label = kind.label.zh;
    if (label.empty() || name.find(label) == std::string_view::npos) continue;
    // 企业联合体 says 企业 only by the way.
    const bool within = found != nullptr && found->label.zh.find(label) != std::string::npos;
    if (within) continue;
    several = found != nullptr && label.find(found->label.zh) == std::string::npos;
    if (several) break;
    found = &kind;
  }
  return several ? nullptr : found;
}

}  // namespace qingheng::registry
