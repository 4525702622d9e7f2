// SPDX-License-Identifier: Apache-2.0
#include "policy/rules/blocks.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Block;

namespace {

Informative read_informative(const Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("informative"), found);
  Informative informative{.head = read_head(fields, mapping("informative"), block.clause, false),
                          .reason = fields.label("informative")};
  if (informative.reason.empty())
    report(found, "P028", "the reason is missing", "say why there is nothing to decide", fields.head());
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
  return blocks;
}

}  // namespace qingheng::policy::rules
