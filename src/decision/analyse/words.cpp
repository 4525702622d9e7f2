// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/report_test.cpp
#include "decision/analyse/words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/unicode.hpp"
#include "decision/analyse/internal/literals.hpp"

namespace qingheng::decision::analyse {

namespace {

using base::Severity;
using feel::Value;

/// Places in `kFindings`.
enum Place : std::uint8_t { Overlap, Disagreement, Gap, Masked, Dead, Idle, Unused, Unlisted, Ungiven };

std::string one_of(const std::vector<std::string>& texts) {
  constexpr std::size_t kFew = 8;
  if (texts.empty() || texts.size() > kFew) return {};
  if (texts.size() == 1) return fmt::format("there is only `{}`", texts.front());
  return fmt::format("there are `{}`", fmt::join(texts, "`, `"));
}

std::string suggest(std::string_view written, const std::vector<std::string>& texts) {
  // Numbers that look alike are not near.
  const bool word = written.starts_with('"');
  return word ? base::did_you_mean(written, texts, one_of(texts)) : one_of(texts);
}

/// The values of a column as far as they are listed.
std::vector<std::string> listed_values(const InputColumn& column) {
  std::vector<std::string> texts;
  const auto add = [&](const Value& value) {
    if (std::ranges::find(texts, feel::to_text(value)) == texts.end()) texts.push_back(feel::to_text(value));
  };
  if (column.type.codes)
    for (const std::string& code : *column.type.codes) add(Value::string(code));
  for (const Cell& allowed : column.allowed)
    for (const Value& value : constants_of(allowed).value_or(std::vector<Value>{}))
      if (value.kind() == feel::Kind::String) add(value);
  return texts;
}

std::string help_for_test(const InputColumn& column, const base::SourceSpan& test) {
  if (const auto values = listed_values(column); !values.empty()) return suggest(test.text(), values);
  if (!column.allowed.empty())
    return fmt::format("values of `{}` are those of `{}`", column.name, column.allowed.back().span.text());
  // Only a text in quotes may be of another type by mistake.
  if (column.type.tag == feel::Type::Tag::Any || test.text().find('"') == std::string_view::npos) return {};
  return fmt::format("`{}` is a {}", column.name, feel::to_text(column.type));
}

std::string listed_outputs(const OutputColumn& output, std::string_view written) {
  std::vector<std::string> texts;
  for (const Value& value : output.values) texts.push_back(feel::to_text(value));
  return suggest(written, texts);
}

class Description {
 public:
  Description(const Table& table, const Finding& finding, const Voice& voice)
      : table_(&table), finding_(&finding), voice_(&voice) {}

  base::Diagnostic rows() const {
    const bool any = finding_->kind == FindingKind::Disagreement;
    auto told = tell(Severity::Error, any ? Disagreement : Overlap,
                     fmt::format("two rows of `{}` take {}", table_->name, example_text(*table_, *finding_)),
                     any ? "give both the same outputs, or narrow one of them"
                         : fmt::format("narrow one of them, or change {}", voice_->hit));
    told.spans.push_back({table_->rows[finding_->rows.front()].span, "the other row"});
    return told;
  }

  base::Diagnostic more() const {
    const bool any = table_->hit == model::HitPolicy::Any;
    return tell(Severity::Note, any ? Disagreement : Overlap,
                fmt::format("{} more {} of rows of `{}` overlap", finding_->count,
                            finding_->count == 1 ? "pair" : "pairs", table_->name),
                {});
  }

  base::Diagnostic gap() const {
    return tell(Severity::Warning, Gap,
                fmt::format("no row of `{}` takes {}", table_->name, example_text(*table_, *finding_)),
                fmt::format("add a row for it; one with `-` in every test takes the rest when {} is `first`",
                            voice_->hit));
  }

  base::Diagnostic masked() const {
    const bool first = table_->hit == model::HitPolicy::First;
    const bool alone = finding_->rows.size() > 1;
    auto told = tell(
        Severity::Warning, Masked,
        fmt::format("row {} of `{}` is never reached: {} take{} all that it takes", number(), table_->name,
                    first ? (alone ? "a row before it" : "the rows before it together")
                          : (alone ? "a row whose output goes before" : "rows whose outputs go before"),
                    alone ? "s" : ""),
        first ? "put it before them, or leave it out" : "narrow the others, or leave it out");
    if (alone) told.spans.push_back({table_->rows[finding_->rows.back()].span, "the row that does"});
    return told;
  }

  base::Diagnostic dead() const {
    const InputColumn& column = table_->inputs[finding_->column];
    return tell(Severity::Warning, Dead,
                fmt::format("row {} of `{}` never hits: no `{}` passes `{}`", number(), table_->name,
                            column.name, finding_->span.text()),
                help_for_test(column, finding_->span));
  }

  base::Diagnostic idle() const {
    const InputColumn& column = table_->inputs[finding_->column];
    return tell(Severity::Warning, Idle,
                fmt::format("no `{}` of `{}` passes `{}`", column.name, table_->name, finding_->span.text()),
                help_for_test(column, finding_->span));
  }

  base::Diagnostic unused() const {
    return tell(Severity::Warning, Unused,
                fmt::format("no row of `{}` tests `{}`", table_->name, table_->inputs[finding_->column].name),
                "test it, or leave the column out");
  }

  base::Diagnostic unlisted() const {
    const OutputColumn& output = table_->outputs[finding_->column];
    return tell(Severity::Warning, Unlisted,
                fmt::format("`{}` is none of the values that `{}` lists", finding_->span.text(), output.name),
                listed_outputs(output, finding_->span.text()));
  }

  base::Diagnostic ungiven() const {
    const OutputColumn& output = table_->outputs[finding_->column];
    return tell(Severity::Warning, Ungiven,
                fmt::format("no row of `{}` gives `{}`, which `{}` lists", table_->name,
                            feel::to_text(output.values[finding_->count]), output.name),
                "give it in a row, or leave it out of the list");
  }

  base::Diagnostic undecided() const {
    constexpr std::string_view kHelp = "split the table into smaller ones";
    if (finding_->kind == FindingKind::GapUndecided)
      return tell(Severity::Note, Gap,
                  fmt::format("the search for inputs that no row of `{}` takes was given up", table_->name),
                  std::string(kHelp));
    return tell(Severity::Note, Masked,
                fmt::format("the search for rows of `{}` that are never reached was given up at row {}",
                            table_->name, number()),
                std::string(kHelp));
  }

 private:
  [[nodiscard]] std::size_t number() const { return finding_->rows.front() + 1; }
  [[nodiscard]] base::Diagnostic tell(Severity severity, Place place, std::string message,
                                      std::string help) const {
    return {severity,
            std::string(voice_->codes.at(place)),
            std::move(message),
            std::move(help),
            {{finding_->span, {}}}};
  }

  const Table* table_;
  const Finding* finding_;
  const Voice* voice_;
};

}  // namespace

std::string example_text(const Table& table, const Finding& finding) {
  std::vector<std::string> inputs;
  for (std::size_t column = 0; column < finding.example.size(); ++column)
    if (const auto& value = finding.example[column])
      inputs.push_back(fmt::format("{} = {}", table.inputs[column].name, feel::to_text(*value)));
  return inputs.empty() ? "any input" : fmt::format("{}", fmt::join(inputs, ", "));
}

base::Diagnostic describe(const Table& table, const Finding& finding, const Voice& voice) {
  const Description description(table, finding, voice);
  switch (finding.kind) {
    case FindingKind::Overlap:
    case FindingKind::Disagreement:
      return description.rows();
    case FindingKind::MoreOverlaps:
      return description.more();
    case FindingKind::Gap:
      return description.gap();
    case FindingKind::Masked:
      return description.masked();
    case FindingKind::NeverHits:
      return description.dead();
    case FindingKind::NeverMatches:
      return description.idle();
    case FindingKind::UnusedInput:
      return description.unused();
    case FindingKind::UnlistedOutput:
      return description.unlisted();
    case FindingKind::UnreachableOutput:
      return description.ungiven();
    case FindingKind::GapUndecided:
    case FindingKind::MaskedUndecided:
      return description.undecided();
  }
  return {};
}

}  // namespace qingheng::decision::analyse
