// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/prose.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "feel/syntax/parse.hpp"
#include "policy/compile/bounds.hpp"

namespace qingheng::policy::compile {

namespace {

using feel::syntax::Node;
using feel::syntax::NodeKind;
using feel::syntax::Operator;

/// The clause's words: from its heading to the first fence, or to its end.
base::SourceSpan prose_of(const text::Clause& clause) {
  base::SourceSpan prose = clause.body;
  const std::size_t fence = prose.text().find("\n```");
  if (fence != std::string_view::npos) prose = prose.sub(0, static_cast<std::uint32_t>(fence));
  return prose;
}

/// A comparison with a number in a block.
struct Comparison {
  base::Decimal value;
  Cut cut = Cut::BelowTheNumber;
  base::SourceSpan span;
};

std::optional<base::Decimal> number_of(const feel::syntax::NodePtr& node) {
  if (node == nullptr || node->kind != NodeKind::Literal || node->value.kind() != feel::Kind::Number)
    return std::nullopt;
  return node->value.as_number();
}

/// Where `x op n` cuts; empty for an operator that is no order.
std::optional<Cut> cut_of(Operator op) {
  switch (op) {
    case Operator::GreaterOrEqual:
    case Operator::Less:
      return Cut::BelowTheNumber;
    case Operator::Greater:
    case Operator::LessOrEqual:
      return Cut::AboveTheNumber;
    default:
      return std::nullopt;
  }
}

Cut other(Cut cut) { return cut == Cut::BelowTheNumber ? Cut::AboveTheNumber : Cut::BelowTheNumber; }

void add(std::vector<Comparison>& into, const feel::syntax::NodePtr& literal, Cut cut, const Node& whole) {
  if (const auto value = number_of(literal)) into.push_back({*value, cut, whole.span});
}

void gather(const Node& node, std::vector<Comparison>& into) {
  if (node.kind == NodeKind::Binary) {
    if (const auto cut = cut_of(node.op)) {
      // `n < x` is `x > n`: the same operator cuts on the other side.
      add(into, node.parts[1], *cut, node);
      add(into, node.parts[0], other(*cut), node);
    }
  } else if (node.kind == NodeKind::Test) {
    if (const auto cut = cut_of(node.op)) add(into, node.parts[0], *cut, node);
  } else if (node.kind == NodeKind::Between) {
    add(into, node.parts[1], Cut::BelowTheNumber, node);
    add(into, node.parts[2], Cut::AboveTheNumber, node);
  } else if (node.kind == NodeKind::Range) {
    add(into, node.parts[0], node.low_included ? Cut::BelowTheNumber : Cut::AboveTheNumber, node);
    add(into, node.parts[1], node.high_included ? Cut::AboveTheNumber : Cut::BelowTheNumber, node);
  }
  for (const feel::syntax::NodePtr& part : node.parts)
    if (part != nullptr) gather(*part, into);
}

std::vector<Comparison> comparisons_in(const Draft& draft, const base::SourceSpan& body) {
  std::vector<Comparison> comparisons;
  for (const Written& written : draft.expressions) {
    const base::SourceSpan& span = written.expression.span;
    if (span.source != body.source || span.begin < body.begin || span.end > body.end) continue;
    const auto tree = feel::syntax::parse(span, written.expression.layout->scope, written.form);
    if (tree) gather(**tree, comparisons);
  }
  return comparisons;
}

bool has_value(const Bound& bound, base::Decimal value) {
  return std::ranges::find(bound.values, value) != bound.values.end();
}

void check_bounds(const Draft& draft, const text::Clause& clause) {
  const base::SourceSpan prose = prose_of(clause);
  const std::vector<Bound> bounds = bounds_in(prose.text());
  if (bounds.empty()) return;
  const std::vector<Comparison> comparisons = comparisons_in(draft, clause.body);
  for (const Comparison& comparison : comparisons) {
    const auto names_it = [&](const Bound& bound) { return has_value(bound, comparison.value); };
    const auto agrees = [&](const Bound& bound) { return names_it(bound) && bound.cut == comparison.cut; };
    const auto said = std::ranges::find_if(bounds, names_it);
    if (said == bounds.end() || std::ranges::any_of(bounds, agrees)) continue;
    // The same number may stand for something else, beside the comparison that the text means.
    const bool kept = std::ranges::any_of(comparisons, [&](const Comparison& each) {
      return each.value == comparison.value && each.cut == said->cut;
    });
    if (kept) continue;
    const base::SourceSpan phrase = prose.sub(said->begin, said->end);
    const bool below = said->cut == Cut::BelowTheNumber;
    base::Diagnostic finding{
        base::Severity::Warning,
        "P174",
        fmt::format("the text says `{}`, which `{}` does not", phrase.text(), comparison.span.text()),
        fmt::format("{} itself is on the side of the {} numbers: compare with `{}` or `{}`",
                    comparison.value.to_string(), below ? "greater" : "lesser", below ? ">=" : ">",
                    below ? "<" : "<="),
        {{comparison.span, {}}, {phrase, "the text"}}};
    draft.found.push_back(std::move(finding));
  }
}

std::int64_t months_of(const Lookback& lookback) {
  return lookback.months > 0 ? std::int64_t{lookback.months} : std::int64_t{lookback.years} * 12;
}

std::string length_text(std::int64_t months) {
  const bool years = months % 12 == 0;
  const std::int64_t count = years ? months / 12 : months;
  return fmt::format("{} {}{}", count, years ? "year" : "month", count == 1 ? "" : "s");
}

/// The lookback of a block against its own phrase.
void check_phrase(const Draft& draft, const Lookback& lookback) {
  const std::vector<Phrase> phrases = lookbacks_in(lookback.phrase);
  if (phrases.empty() || phrases.front().months == months_of(lookback)) return;
  draft.warn("P176", lookback.span,
             fmt::format("`{}` is {}, but this looks back {}", lookback.phrase,
                         length_text(phrases.front().months), length_text(months_of(lookback))),
             "correct `years` or `months`, or the phrase");
}

void check_lookbacks(const Draft& draft, std::size_t clause) {
  bool criteria = false;
  std::vector<const Lookback*> lookbacks;
  for (const rules::Criterion& criterion : draft.blocks.criteria) {
    if (criterion.head.clause != clause) continue;
    criteria = true;
    if (!criterion.lookback) continue;
    check_phrase(draft, *criterion.lookback);
    lookbacks.push_back(&*criterion.lookback);
  }
  if (!criteria) return;
  const base::SourceSpan prose = prose_of(draft.document.clauses[clause]);
  std::set<std::string_view> told;
  for (const Phrase& phrase : lookbacks_in(prose.text())) {
    const base::SourceSpan place = prose.sub(phrase.begin, phrase.end);
    const auto says_it = [&](const Lookback* each) {
      return each->phrase.find(place.text()) != std::string::npos || months_of(*each) == phrase.months;
    };
    if (std::ranges::any_of(lookbacks, says_it) || !told.insert(place.text()).second) continue;
    base::Diagnostic finding{
        base::Severity::Warning,
        "P173",
        fmt::format("no criterion here looks back as `{}` says", place.text()),
        "give the criterion a `lookback`: its dates are then in `window`, its years in `years`",
        {{place, {}}}};
    for (const Lookback* each : lookbacks)
      finding.spans.push_back({each->span, "looks back " + length_text(months_of(*each))});
    draft.found.push_back(std::move(finding));
  }
}

}  // namespace

void check_prose(const Draft& draft) {
  for (std::size_t at = 0; at < draft.document.clauses.size(); ++at) {
    if (draft.document.clauses[at].address.empty()) continue;
    check_bounds(draft, draft.document.clauses[at]);
    check_lookbacks(draft, at);
  }
}

}  // namespace qingheng::policy::compile
