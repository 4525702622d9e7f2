// SPDX-License-Identifier: Apache-2.0
#include "registry/import/subjects_csv.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "registry/import/cell_value.hpp"
#include "registry/import/columns.hpp"
#include "registry/import/identity.hpp"
#include "registry/import/table_file.hpp"
#include "registry/records.hpp"

namespace qingheng::registry {

namespace {

using base::Severity;

class Import {
 public:
  Import(std::string_view kind, const ImportTables& tables) : kind_(kind), tables_(tables) {}

  ImportResult run(std::string name, std::string_view bytes, const ImportLimits& limits) {
    TableFile file = read_table_file(std::move(name), bytes, limits);
    source_ = std::move(file.source);
    result_.diagnostics = std::move(file.diagnostics);
    result_.counts.read = result_.counts.rejected = file.table.errors.size();
    if (!file.table.rows.empty() && bind(file.table.rows.front())) {
      for (std::size_t i = 1; i < file.table.rows.size(); ++i) read_row(file.table.rows[i]);
    }
    return std::move(result_);
  }

 private:
  void report(Severity severity, std::string code, std::string message, std::string help, std::uint32_t begin,
              std::uint32_t end) {
    result_.diagnostics.push_back(
        {severity, std::move(code), std::move(message), std::move(help), {{{source_, begin, end, {}}, {}}}});
  }

  /// `column 3 `营业收入`` for the messages about a cell.
  [[nodiscard]] std::string column_text(std::size_t index) const {
    return fmt::format("column {} `{}`", index + 1, headings_[index]);
  }

  bool bind(const CsvRow& header) {
    bool good = true;
    for (const CsvCell& cell : header.cells) {
      headings_.push_back(tidy(cell.text));
      Column column = read_heading(cell.text, kind_, tables_.vocabulary);
      if (column.use == ColumnUse::Unknown) report_unknown(cell);
      if (column.use != ColumnUse::Unknown && is_taken(column)) {
        report(Severity::Error, "R003",
               fmt::format("column {} gives `{}` once more", headings_.size(), headings_.back()), {},
               cell.begin, cell.end);
        good = false;
      }
      columns_.push_back(std::move(column));
    }
    for (const auto& [use, wanted] : {std::pair{ColumnUse::Code, "`code` (`统一社会信用代码`)"},
                                      std::pair{ColumnUse::Name, "`name` (`名称`)"}}) {
      if (std::ranges::find(columns_, use, &Column::use) != columns_.end()) continue;
      report(Severity::Error, "R003", fmt::format("there is no column {}", wanted), {}, header.begin,
             header.end);
      good = false;
    }
    return good;
  }

  [[nodiscard]] bool is_taken(const Column& column) const {
    return std::ranges::any_of(columns_, [&](const Column& other) {
      return other.use == column.use && other.id == column.id && other.fact == column.fact &&
             other.year == column.year;
    });
  }

  void report_unknown(const CsvCell& cell) {
    const std::string& heading = headings_.back();
    const Fact* fact = tables_.vocabulary.fact(kind_, heading);
    std::string help =
        base::did_you_mean(heading.substr(0, heading.find('(')), known_headings(kind_, tables_.vocabulary));
    if (fact != nullptr && fact->per_year)
      help = fmt::format("it has a value for each year: write `{}(2018)`", heading);
    report(Severity::Warning, "R003",
           fmt::format("column {} `{}` is unknown and was left out", headings_.size(), heading),
           std::move(help), cell.begin, cell.end);
  }

  void read_row(const CsvRow& row) {
    ++result_.counts.read;
    if (row.cells.size() != columns_.size()) {
      report(Severity::Error, "R010",
             fmt::format("the row has {} cells where the headings are {}", row.cells.size(), columns_.size()),
             {}, row.begin, row.end);
      ++result_.counts.rejected;
      return;
    }
    Subject subject;
    subject.kind = kind_;
    Provenance provenance = Provenance::Declared;
    std::string source;
    bool good = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const CsvCell& cell = row.cells[i];
      if (is_blank_cell(cell.text)) continue;
      if (columns_[i].use == ColumnUse::Source) source = tidy(cell.text);
      if (columns_[i].use == ColumnUse::Provenance) {
        const auto read = read_provenance(cell.text);
        if (read) provenance = *read;
        if (!read) good = refuse(i, cell, read.error());
      }
      good = take_identity(subject, i, cell) && good;
    }
    good = good && is_named(subject, row) && is_new(subject, row);
    if (!good) {
      ++result_.counts.rejected;
      return;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) take_fact(subject, i, row.cells[i], provenance, source);
    ++result_.counts.imported;
    ImportedSubject imported{std::move(subject), {source_, row.begin, row.end, {}}, {}};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].use == ColumnUse::Part || columns_[i].use == ColumnUse::Relation)
        imported.links.emplace(columns_[i].id,
                               base::SourceSpan{source_, row.cells[i].begin, row.cells[i].end, {}});
    }
    result_.subjects.push_back(std::move(imported));
  }

  bool refuse(std::size_t index, const CsvCell& cell, const CellError& error) {
    report(Severity::Error, "R011", column_text(index) + ": " + error.message, error.help, cell.begin,
           cell.end);
    return false;
  }

  bool take_identity(Subject& subject, std::size_t index, const CsvCell& cell) {
    const Column& column = columns_[index];
    switch (column.use) {
      case ColumnUse::Name:
        subject.name = tidy(cell.text);
        return true;
      case ColumnUse::Kind:
        return tidy(cell.text) == kind_ || is_label_of_kind(cell.text) ||
               refuse(index, cell,
                      {fmt::format("`{}` is not `{}`", tidy(cell.text), kind_),
                       "a file holds subjects of one kind"});
      case ColumnUse::Code: {
        auto identity = read_identity(cell.text, kind_, tables_);
        if (!identity) return refuse(index, cell, identity.error());
        for (const std::string& note : identity->notes)
          report(Severity::Note, "R021",
                 fmt::format("{}: `{}` is {}", column_text(index), tidy(cell.text), note), {}, cell.begin,
                 cell.end);
        subject.code = std::move(identity->code);
        return true;
      }
      case ColumnUse::Division: {
        const auto division = tables_.divisions.read(cell.text);
        if (!division) return refuse(index, cell, {division.error().message, division.error().help});
        subject.division = (*division)->code;
        return true;
      }
      default:
        return true;
    }
  }

  [[nodiscard]] bool is_label_of_kind(std::string_view text) const {
    const SubjectKind* kind = tables_.vocabulary.kind(kind_);
    return kind != nullptr && (tidy(text) == kind->label.zh || tidy(text) == kind->label.en);
  }

  bool is_named(const Subject& subject, const CsvRow& row) {
    if (!subject.code.empty() && !subject.name.empty()) return true;
    report(Severity::Error, "R011", subject.code.empty() ? "the row has no code" : "the row has no name", {},
           row.begin, row.end);
    return false;
  }

  bool is_new(const Subject& subject, const CsvRow& row) {
    const auto [first, added] =
        rows_.try_emplace(subject.code, base::SourceSpan{source_, row.begin, row.end, {}});
    if (added) return true;
    report(Severity::Error, "R012", fmt::format("code `{}` is given twice", subject.code), {}, row.begin,
           row.end);
    result_.diagnostics.back().spans.push_back({first->second, "first given here"});
    return false;
  }

  void take_fact(Subject& subject, std::size_t index, const CsvCell& cell, Provenance provenance,
                 const std::string& source) {
    const Column& column = columns_[index];
    if (is_blank_cell(cell.text)) return;
    if (column.use == ColumnUse::Relation) subject.relations[column.id] = code_or_none(cell.text);
    if (column.use == ColumnUse::Part) subject.parts[column.id] = codes_of(cell.text);
    if (column.use != ColumnUse::Fact) return;
    CellShape shape = shape_of(*column.fact);
    shape.unit = column.unit;
    auto value = read_cell(cell.text, shape, tables_);
    if (!value) {
      ++result_.counts.cells_rejected;
      report(Severity::Error, "R020", column_text(index) + ": " + value.error().message, value.error().help,
             cell.begin, cell.end);
      return;
    }
    warn_of_open(*column.fact, index, cell, *value);
    auto& records = subject.facts[column.fact->id];
    FactRecord record{
        .year = column.year, .value = *std::move(value), .provenance = provenance, .source = source};
    const auto at = std::ranges::upper_bound(records, record.year, {}, &FactRecord::year);
    records.insert(at, std::move(record));
  }

  /// Reports what the value leaves unknown: fields of its records, a founding after the legal date.
  void warn_of_open(const Fact& fact, std::size_t index, const CsvCell& cell, const feel::Value& value) {
    const auto warn = [&](std::string_view what) {
      report(Severity::Warning, "R020", fmt::format("{}: {}", column_text(index), what), {}, cell.begin,
             cell.end);
    };
    for (const AbsentField& absent : absent_fields(fact, value))
      warn(words_of_absent(id_of(fact, columns_[index].year, absent)));
    if (!tables_.legal_date) return;
    if (const auto founded = founded_after(fact, value, *tables_.legal_date))
      warn(words_of_founding(*founded, *tables_.legal_date));
  }

  /// Codes between semicolons or spaces.
  static std::vector<std::string> codes_of(std::string_view text) {
    std::vector<std::string> codes(1);
    for (const char c : tidy(text)) {
      if (c != ';' && c != ' ') {
        codes.back() += c;
      } else if (!codes.back().empty()) {
        codes.emplace_back();
      }
    }
    if (codes.back().empty()) codes.pop_back();
    return codes;
  }

  std::string kind_;
  const ImportTables& tables_;
  std::shared_ptr<const base::SourceText> source_;
  std::vector<std::string> headings_;
  std::vector<Column> columns_;
  std::map<std::string, base::SourceSpan, std::less<>> rows_;
  ImportResult result_;
};

}  // namespace

ImportResult import_csv(std::string name, std::string_view bytes, std::string_view kind,
                        const ImportTables& tables, const ImportLimits& limits) {
  return Import(kind, tables).run(std::move(name), bytes, limits);
}

}  // namespace qingheng::registry
