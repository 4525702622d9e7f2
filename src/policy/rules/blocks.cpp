// SPDX-License-Identifier: Apache-2.0
#include "policy/rules/blocks.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Block;

namespace {

/// The rows of the requirements are R1 to R31.
constexpr std::uint32_t kLastRow = 31;

bool is_row(std::string_view word) {
  if (!word.starts_with('R')) return false;
  std::uint32_t row = 0;
  const char* const end = word.data() + word.size();
  const auto read = std::from_chars(word.data() + 1, end, row);
  return read.ec == std::errc{} && read.ptr == end && word[1] != '0' && row >= 1 && row <= kLastRow;
}

/// A bare yes or no, or digits and dashes: it says nothing of why.
bool says_nothing(std::string_view reason) {
  static constexpr std::string_view kWords[] = {"yes", "no",   "true", "false", "y",  "n",  "on",
                                                "off", "none", "null", "~",     "是", "否", "无"};
  std::string lower(reason);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::ranges::find(kWords, lower) != std::end(kWords) || std::ranges::all_of(lower, [](char c) {
           return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z');
         });
}

/// Reports a reason that gives none: in each language that it is written in, it must be words.
void check_reason(const Text& reason, const base::SourceSpan& at, std::string_view help,
                  base::Diagnostics& found) {
  for (const std::string& text : {reason.zh, reason.en})
    if (!text.empty() && says_nothing(text)) {
      report(found, "P028", fmt::format("`{}` is no reason", text), std::string(help), at);
      return;
    }
}

Informative read_informative(const Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("informative"), found);
  Informative informative{.head = read_head(fields, mapping("informative"), block.clause, false),
                          .reason = fields.label("informative")};
  if (informative.reason.empty())
    report(found, "P028", "the reason is missing", "say why there is nothing to decide", fields.head());
  else
    check_reason(informative.reason, fields.get("informative")->span, "say why there is nothing to decide",
                 found);
  return informative;
}

Later read_later(const Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("later"), found);
  Later later{.head = read_head(fields, mapping("later"), block.clause, false)};
  const text::Node* reason = fields.get("later");
  if (reason == nullptr) {
    report(found, "P028", "the reason is missing", "write `later: {row: …, zh: …, en: …}`", fields.head());
    return later;
  }
  const Fields inner(*reason, mapping("reason"), found);
  later.row = inner.name("row");
  later.reason = {inner.string("zh"), inner.string("en")};
  if (!later.row.empty() && !is_row(later.row.text))
    report(found, "P020", fmt::format("`{}` is no row of the requirements", later.row.text),
           fmt::format("the rows are `R1` to `R{}`", kLastRow), later.row.span);
  constexpr std::string_view kHelp = "say in `zh` and `en` who does what the clause says";
  if (reason->is_mapping() && later.reason.empty())
    report(found, "P028", "the reason is missing", std::string(kHelp), reason->span);
  else
    check_reason(later.reason, reason->span, kHelp, found);
  return later;
}

/// A kind of block: how it is read, whether a document without front matter may have it, and whether what
/// follows the kind is an id that no other block of the document has.
struct Kind {
  std::string_view name;
  void (*read)(const Block&, DocumentBlocks&, base::Diagnostics&);
  bool vocabulary = false;
  bool named = !vocabulary;
};

/// Reads a block with `kRead` and puts it into the vector `kInto`.
template <auto kInto, auto kRead>
void into(const Block& block, DocumentBlocks& blocks, base::Diagnostics& found) {
  (blocks.*kInto).push_back(kRead(block, found));
}

constexpr Kind kKinds[] = {
    {"informative", into<&DocumentBlocks::informative, read_informative>, true},
    {"later", into<&DocumentBlocks::later, read_later>, true},
    {"facts", into<&DocumentBlocks::facts, read_facts>, true},
    {"subjects", into<&DocumentBlocks::subjects, read_subjects>, true},
    {"relations", into<&DocumentBlocks::relations, read_relations>, true},
    {"units", into<&DocumentBlocks::units, read_units>, true},
    {"parameter", into<&DocumentBlocks::parameters, read_parameter>},
    {"formula", into<&DocumentBlocks::formulas, read_formula>},
    {"table", into<&DocumentBlocks::tables, read_table>},
    {"material", into<&DocumentBlocks::materials, read_material>, true, true},
    {"window", into<&DocumentBlocks::windows, read_window>},
    {"quota", into<&DocumentBlocks::quotas, read_quota>},
    {"criterion", into<&DocumentBlocks::criteria, read_criterion>},
    {"eligibility", into<&DocumentBlocks::eligibility, read_eligibility>},
    {"procedure", into<&DocumentBlocks::procedures, read_procedure>},
    {"grant", into<&DocumentBlocks::grants, read_grant>},
    {"duty", into<&DocumentBlocks::duties, read_duty>},
    {"revocation", into<&DocumentBlocks::revocations, read_revocation>},
    {"sanction", into<&DocumentBlocks::sanctions, read_sanction>},
};

const Kind* kind_of(std::string_view name) {
  const auto* at = std::ranges::find(kKinds, name, &Kind::name);
  return at == std::end(kKinds) ? nullptr : at;
}

void report_unknown_kind(const Block& block, base::Diagnostics& found) {
  const text::Entry& first = block.tree.entries.front();
  for (const text::Entry& entry : block.tree.entries)
    if (kind_of(entry.key) != nullptr) {
      report(found, "P010", fmt::format("a block begins with its kind, not with `{}`", first.key),
             fmt::format("put `{}` first", entry.key), first.key_span);
      return;
    }
  std::vector<std::string> names;
  for (const Kind& kind : kKinds) names.emplace_back(kind.name);
  report(found, "P010", fmt::format("`{}` is no kind of block", first.key), suggestion(first.key, names),
         first.key_span);
}

/// Reads one block, and notes the id that it gives.
void read_block(const Block& block, DocumentBlocks& blocks, std::vector<Spanned>& ids,
                base::Diagnostics& found) {
  if (!block.tree.is_mapping() || block.tree.entries.empty()) {
    report(found, "P013", "a block is a mapping whose first key is its kind",
           "write `criterion: id`, for example", block.tree.span);
    return;
  }
  const text::Entry& first = block.tree.entries.front();
  const Kind* kind = kind_of(first.key);
  if (kind == nullptr) {
    report_unknown_kind(block, found);
    return;
  }
  if (!blocks.front && !kind->vocabulary)
    report(found, "P027", fmt::format("a `{}` needs a document with a front matter", kind->name),
           "begin the file with `---`, the front matter, and `---`", first.key_span);
  kind->read(block, blocks, found);
  if (kind->named && kind->name != "eligibility") ids.push_back({first.value.scalar, first.value.span});
}

/// What could not be read may have been front matter or a block; it has a finding of its own.
bool was_reported(const base::SourceText& source, const base::Diagnostics& found) {
  return std::ranges::any_of(found, [&](const base::Diagnostic& finding) {
    return std::ranges::any_of(finding.spans, [&](const base::CaptionedSpan& each) {
      return each.span.source != nullptr && each.span.source.get() == &source;
    });
  });
}

void report_no_document(const text::Document& document, base::Diagnostics& found) {
  const auto end =
      static_cast<std::uint32_t>(std::min(document.source->text.find('\n'), document.source->text.size()));
  report(found, "P030", "the text is no document: it has neither front matter nor a block",
         "begin a policy with `---`, the front matter, and `---`, a vocabulary with a block such as `facts`",
         {document.source, 0, end, {}});
}

}  // namespace

DocumentBlocks read_blocks(const text::Document& document, base::Diagnostics& found) {
  DocumentBlocks blocks;
  if (!document.front && document.blocks.empty() && !was_reported(*document.source, found))
    report_no_document(document, found);
  if (document.front) blocks.front = read_front_matter(*document.front, found);
  std::vector<Spanned> ids;
  for (const Block& block : document.blocks) read_block(block, blocks, ids, found);
  check_unique(ids, "id", found);
  std::vector<Spanned> purposes;
  for (const Eligibility& eligibility : blocks.eligibility) purposes.push_back(eligibility.head.id);
  check_unique(purposes, "eligibility", found, "put what decides into one of the two blocks");
  return blocks;
}

}  // namespace qingheng::policy::rules
