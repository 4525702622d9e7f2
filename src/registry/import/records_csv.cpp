// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/register_files_test.cpp
#include "registry/import/records_csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "registry/import/cell_value.hpp"
#include "registry/import/table_file.hpp"

namespace qingheng::registry {

namespace {

/// A column by its id and the headings that name it.
struct KnownColumn {
  std::string_view id;
  std::array<std::string_view, 3> headings;
  bool needed = false;
};

constexpr std::array<KnownColumn, 9> kHoldingColumns{
    {{"code", {"代码", "统一社会信用代码", "主体代码"}, true},
     {"policy", {"文件", "政策", "policy"}, true},
     {"grant", {"称号", "授予事项", "许可"}},
     {"number", {"编号", "证书编号", "文号"}},
     {"granted", {"授予日期", "认定日期", "发证日期"}, true},
     {"expires", {"有效期至", "到期日", "到期日期"}},
     {"suspended", {"暂停日期", "中止日期", ""}},
     {"revoked", {"撤销日期", "吊销日期", ""}},
     {"name", {"名称", "企业名称", "单位名称"}}}};

constexpr std::array<KnownColumn, 8> kBanColumns{{{"code", {"代码", "统一社会信用代码", "主体代码"}, true},
                                                  {"policy", {"文件", "政策", "policy"}, true},
                                                  {"acts", {"行为", "禁止行为", "事项"}},
                                                  {"from", {"起始日期", "自", "开始日期"}, true},
                                                  {"until", {"截止日期", "至", "结束日期"}},
                                                  {"ground", {"依据", "理由", "决定"}},
                                                  {"sanction", {"限制种类", "处理措施", ""}},
                                                  {"name", {"名称", "企业名称", "单位名称"}}}};

/// The rows of such a table, cell by cell by the id of the column.
class RecordReader {
 public:
  RecordReader(TableFile file, std::span<const KnownColumn> known) : file_(std::move(file)), known_(known) {
    counts_.read = counts_.rejected = file_.table.errors.size();
    if (!file_.table.rows.empty() && !bind()) file_.table.rows.clear();
  }

  /// Goes to the next row that has as many cells as the headings; false after the last.
  bool next() {
    while (++row_ < file_.table.rows.size()) {
      ++counts_.read;
      good_ = true;
      const CsvRow& row = file_.table.rows[row_];
      if (row.cells.size() == ids_.size()) return true;
      report("R010",
             fmt::format("the row has {} cells where the headings are {}", row.cells.size(), ids_.size()), {},
             row.begin, row.end);
      ++counts_.rejected;
    }
    return false;
  }

  /// The text of a cell; empty, and reported for a needed one, when it is blank.
  std::string text(std::string_view id) {
    const auto at = std::ranges::find(ids_, id);
    const CsvRow& row = file_.table.rows[row_];
    const CsvCell* cell =
        at == ids_.end() ? nullptr : &row.cells[static_cast<std::size_t>(at - ids_.begin())];
    if (cell != nullptr && !is_blank_cell(cell->text)) return tidy(cell->text);
    if (std::ranges::find(known_, id, &KnownColumn::id)->needed)
      report("R030", fmt::format("the row has no `{}`", id), {}, row.begin, row.end);
    return {};
  }

  std::optional<base::CivilDate> date(std::string_view id) {
    const std::string written = text(id);
    if (written.empty()) return std::nullopt;
    const auto read = read_date(written);
    if (read) return *read;
    const auto index = static_cast<std::size_t>(std::ranges::find(ids_, id) - ids_.begin());
    const CsvCell& cell = file_.table.rows[row_].cells[index];
    report("R030", fmt::format("column {} `{}`: {}", index + 1, id, read.error().message), read.error().help,
           cell.begin, cell.end);
    return std::nullopt;
  }

  /// Reported when both are given and the second is the earlier.
  void keep_order(std::string_view first, base::CivilDate from, std::string_view second,
                  const std::optional<base::CivilDate>& until) {
    if (!until || *until >= from) return;
    const CsvRow& row = file_.table.rows[row_];
    report("R030", fmt::format("`{}` is before `{}`", second, first), {}, row.begin, row.end);
  }

  /// Whether nothing was wrong with the row so far; counts it.
  bool finish_row() {
    ++(good_ ? counts_.imported : counts_.rejected);
    return good_;
  }

  [[nodiscard]] base::SourceSpan span() const {
    return {file_.source, file_.table.rows[row_].begin, file_.table.rows[row_].end, {}};
  }

  base::Diagnostics take_diagnostics() { return std::move(file_.diagnostics); }
  [[nodiscard]] const ImportCounts& counts() const { return counts_; }

 private:
  void report(std::string code, std::string message, std::string help, std::uint32_t begin,
              std::uint32_t end) {
    good_ = false;
    file_.diagnostics.push_back({base::Severity::Error,
                                 std::move(code),
                                 std::move(message),
                                 std::move(help),
                                 {{{file_.source, begin, end, {}}, {}}}});
  }

  bool bind() {
    const CsvRow& header = file_.table.rows.front();
    bool good = true;
    std::vector<std::string> names;
    for (const KnownColumn& column : known_) names.emplace_back(column.id);
    for (const CsvCell& cell : header.cells) {
      const std::string heading = tidy(cell.text);
      const auto column = std::ranges::find_if(known_, [&](const KnownColumn& c) {
        return c.id == heading || std::ranges::find(c.headings, heading) != c.headings.end();
      });
      if (heading.empty() || column == known_.end()) {
        // A date that goes unread would keep what was revoked or lift a ban, so nothing of the table is
        // taken.
        report("R003", fmt::format("column {} `{}` is unknown", ids_.size() + 1, heading),
               base::did_you_mean(heading, names), cell.begin, cell.end);
        good = false;
        ids_.emplace_back();
        continue;
      }
      if (std::ranges::find(ids_, column->id) != ids_.end()) {
        report("R003", fmt::format("column {} gives `{}` once more", ids_.size() + 1, column->id), {},
               cell.begin, cell.end);
        good = false;
      }
      ids_.push_back(column->id);
    }
    for (const KnownColumn& column : known_) {
      if (!column.needed || std::ranges::find(ids_, column.id) != ids_.end()) continue;
      report("R003", fmt::format("there is no column `{}`", column.id), {}, header.begin, header.end);
      good = false;
    }
    return good;
  }

  TableFile file_;
  std::span<const KnownColumn> known_;
  std::vector<std::string_view> ids_;  // of the columns, in their order
  std::size_t row_ = 0;
  bool good_ = true;
  ImportCounts counts_;
};

std::vector<std::string> acts_of(std::string text) {
  for (std::size_t at = 0; (at = text.find("、", at)) != std::string::npos;)
    text.replace(at, std::string_view("、").size(), ";");
  std::vector<std::string> acts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    if (std::string act = tidy(text.substr(at, end - at)); !act.empty()) acts.push_back(std::move(act));
    at = end + 1;
  }
  return acts;
}

}  // namespace

RecordTable<Holding> import_holdings(std::string name, std::string_view bytes, const ImportLimits& limits) {
  RecordReader reader(read_table_file(std::move(name), bytes, limits), kHoldingColumns);
  RecordTable<Holding> result;
  while (reader.next()) {
    std::string code = reader.text("code");
    Holding holding{
        .policy = reader.text("policy"), .grant = reader.text("grant"), .number = reader.text("number")};
    holding.granted = reader.date("granted").value_or(base::CivilDate{});
    holding.expires = reader.date("expires");
    holding.suspended = reader.date("suspended");
    holding.revoked = reader.date("revoked");
    reader.keep_order("granted", holding.granted, "expires", holding.expires);
    if (reader.finish_row()) result.records.push_back({std::move(code), std::move(holding), reader.span()});
  }
  result.counts = reader.counts();
  result.diagnostics = reader.take_diagnostics();
  return result;
}

RecordTable<Ban> import_bans(std::string name, std::string_view bytes, const ImportLimits& limits) {
  RecordReader reader(read_table_file(std::move(name), bytes, limits), kBanColumns);
  RecordTable<Ban> result;
  while (reader.next()) {
    std::string code = reader.text("code");
    Ban ban{.policy = reader.text("policy"), .acts = acts_of(reader.text("acts"))};
    ban.ground = reader.text("ground");
    ban.sanction = reader.text("sanction");
    ban.from = reader.date("from").value_or(base::CivilDate{});
    ban.until = reader.date("until");
    reader.keep_order("from", ban.from, "until", ban.until);
    if (reader.finish_row()) result.records.push_back({std::move(code), std::move(ban), reader.span()});
  }
  result.counts = reader.counts();
  result.diagnostics = reader.take_diagnostics();
  return result;
}

}  // namespace qingheng::registry
