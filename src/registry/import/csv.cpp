// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_csv_test.cpp
#include "registry/import/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace qingheng::registry {

namespace {

constexpr std::array<std::string_view, 4> kSeparators{",", ";", "\t", "，"};

std::string_view separator_of(std::string_view text) {
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  bool seen = false;  // a character of the first line that is not empty
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted) continue;
    if ((text[at] == '\n' || text[at] == '\r') && seen) break;
    seen = seen || (text[at] != '\n' && text[at] != '\r');
    for (std::size_t i = 0; i < kSeparators.size(); ++i)
      counts[i] += text.substr(at).starts_with(kSeparators[i]) ? 1 : 0;
  }
  return kSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t most_rows) : text_(text), most_rows_(most_rows) {
    table_.separator = separator_of(text);
  }

  CsvTable read() {
    while (at_ < text_.size() && table_.rows.size() < most_rows_) {
      if (at_line_break()) {
        ++at_;
        continue;
      }
      read_row();
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] bool at_line_break() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
  [[nodiscard]] bool at_separator() const { return text_.substr(at_).starts_with(table_.separator); }
  [[nodiscard]] std::uint32_t place() const { return static_cast<std::uint32_t>(at_); }

  void read_row() {
    CsvRow row{.begin = place()};
    std::optional<CsvError> error;
    while (true) {
      CsvCell cell{.begin = place()};
      auto wrong = at_ < text_.size() && text_[at_] == '"' ? read_quoted(cell) : read_plain(cell);
      if (!error) error = std::move(wrong);
      cell.end = place();
      row.cells.push_back(std::move(cell));
      if (at_ >= text_.size() || at_line_break()) break;
      at_ += table_.separator.size();
    }
    row.end = place();
    if (error) {
      table_.errors.push_back(*std::move(error));
    } else {
      table_.rows.push_back(std::move(row));
    }
  }

  /// A quote inside of a field that does not begin with one is an ordinary character: `6" 钢管`.
  std::optional<CsvError> read_plain(CsvCell& cell) {
    const std::size_t from = at_;
    while (at_ < text_.size() && !at_line_break() && !at_separator()) ++at_;
    cell.text = text_.substr(from, at_ - from);
    return std::nullopt;
  }

  std::optional<CsvError> read_quoted(CsvCell& cell) {
    const std::uint32_t opened = place();
    ++at_;
    while (true) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        // The rest of the file would be one field. Only the line of the quote is given up.
        at_ = std::min(text_.find_first_of("\r\n", opened), text_.size());
        return CsvError{"the quoted field that begins here is never closed", opened, place()};
      }
      cell.text.append(text_.substr(at_, quote - at_));
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell.text += '"';
      ++at_;
    }
    const std::uint32_t closed = place();
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ >= text_.size() || at_line_break() || at_separator()) return std::nullopt;
    while (at_ < text_.size() && !at_line_break() && !at_separator()) ++at_;
    return CsvError{"text follows the closing quote of a field; a quote inside of one is written twice",
                    closed, place()};
  }

  std::string_view text_;
  std::size_t most_rows_;
  std::size_t at_ = 0;
  CsvTable table_;
};

}  // namespace

CsvTable read_csv(std::string_view text, std::size_t most_rows) { return Reader(text, most_rows).read(); }

std::string write_csv_field(std::string_view field) {
  const bool plain = !field.empty() && field.find_first_of("\",;\t\r\n") == std::string_view::npos &&
                     field.find("，") == std::string_view::npos;
  if (plain) return std::string(field);
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace qingheng::registry
