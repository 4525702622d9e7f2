// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/prose.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "feel/syntax/parse.hpp"
#include "policy/compile/bounds.hpp"
#include "policy/compile/known_numbers.hpp"

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

/// How a comparison is written that has the number on its side, and how one that has not.
struct Signs {
  std::string_view with;
  std::string_view without;
};

/// A comparison with a number in a block.
struct Comparison {
  base::Decimal value;
  Cut cut = Cut::BelowTheNumber;
  Signs signs;
  bool upward = false;   // met by the numbers above
  bool negated = false;  // inside of a `not`: met by the others
  base::SourceSpan span;
  base::SourceSpan quantity;  // what is compared; empty where the number is tested on what stands elsewhere
  const Layout* layout = nullptr;
};

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

constexpr Signs kAbove{">=", ">"};
constexpr Signs kBelow{"<=", "<"};

/// Comparisons of the trees of one expression.
class Gatherer {
 public:
  Gatherer(const Draft& draft, const Layout& layout, std::vector<Comparison>& into)
      : draft_(&draft), layout_(&layout), into_(&into) {}

  /// `tested` is what tests below the node are of; empty when that does not stand in the text.
  void gather(const Node& node, const base::SourceSpan& tested, bool negated) {
    whole_ = &node;
    negated_ = negated;
    switch (node.kind) {
      case NodeKind::Binary:
        // `n < x` is met by the numbers above, as `x > n` is.
        compare(*node.parts[0], node.parts[1].get(), is_upward(node.op));
        compare(*node.parts[1], node.parts[0].get(), !is_upward(node.op));
        break;
      case NodeKind::Test:
        add(node.parts[0].get(), is_upward(node.op), includes(node.op), signs_of(node.op), tested);
        break;
      case NodeKind::Between:
        add(node.parts[1].get(), true, true, kAbove, node.parts[0]->span);
        add(node.parts[2].get(), false, true, kBelow, node.parts[0]->span);
        break;
      case NodeKind::Range:
        add(node.parts[0].get(), true, node.low_included, {"[", "("}, tested);
        add(node.parts[1].get(), false, node.high_included, {"]", ")"}, tested);
        break;
      default:
        break;
    }
    const base::SourceSpan inner = node.kind == NodeKind::In ? node.parts[0]->span : base::SourceSpan{};
    const bool turns = (node.kind == NodeKind::Call && node.parts[0]->text == "not") || node.negated;
    for (const feel::syntax::NodePtr& part : node.parts)
      if (part != nullptr) gather(*part, inner, negated != turns);
  }

 private:
  static bool is_order(Operator op) { return cut_of(op).has_value(); }
  static bool is_upward(Operator op) { return op == Operator::Greater || op == Operator::GreaterOrEqual; }
  static bool includes(Operator op) { return op == Operator::LessOrEqual || op == Operator::GreaterOrEqual; }
  static Signs signs_of(Operator op) { return is_upward(op) ? kAbove : kBelow; }

  void compare(const Node& quantity, const Node* number, bool upward) {
    add(number, upward, includes(whole_->op), signs_of(whole_->op), quantity.span);
  }

  void add(const Node* number, bool upward, bool included, Signs signs, const base::SourceSpan& quantity) {
    if ((whole_->kind == NodeKind::Binary || whole_->kind == NodeKind::Test) && !is_order(whole_->op)) return;
    const auto value = known_number(*draft_, *layout_, number);
    if (!value) return;
    const Cut cut = upward == included ? Cut::BelowTheNumber : Cut::AboveTheNumber;
    into_->push_back({*value, cut, signs, upward, negated_, whole_->span, quantity, layout_});
  }

  const Draft* draft_;
  const Layout* layout_;
  std::vector<Comparison>* into_;
  const Node* whole_ = nullptr;
  bool negated_ = false;
};

std::vector<Comparison> comparisons_in(const Draft& draft, const base::SourceSpan& body) {
  std::vector<Comparison> comparisons;
  for (const Written& written : draft.expressions) {
    const base::SourceSpan& span = written.expression.span;
    if (span.source != body.source || span.begin < body.begin || span.end > body.end) continue;
    const Layout& layout = *written.expression.layout;
    const auto tree = feel::syntax::parse(span, layout.scope, written.form);
    if (tree) Gatherer(draft, layout, comparisons).gather(**tree, {}, false);
  }
  return comparisons;
}

/// The unit of what is compared; empty when it has none, or cannot be told from the text alone.
std::string unit_of(const Draft& draft, const Comparison& comparison) {
  if (comparison.quantity.source == nullptr) return {};
  const auto compiled =
      feel::compile(comparison.quantity, comparison.layout->scope, {.units = draft.around.units});
  return compiled ? feel::type_of(**compiled).unit : std::string();
}

bool has_value(const Bound& bound, base::Decimal value) {
  return std::ranges::find(bound.values, value) != bound.values.end();
}

/// A comparison of a quantity that the text bounds at other numbers only, while nothing compares with one of
/// these: the text and the block mean the same bound, and one of the numbers is wrong.
void check_number(const Draft& draft, const Comparison& comparison, std::span<const Bound> missed,
                  const base::SourceSpan& prose) {
  if (missed.empty()) return;
  const std::string unit = unit_of(draft, comparison);
  if (unit.empty()) return;
  const auto bounds_it = [&](const Bound& bound) {
    return std::ranges::any_of(bound.units, [&](const std::string& text) { return text.starts_with(unit); });
  };
  const auto said = std::ranges::find_if(missed, bounds_it);
  if (said == missed.end()) return;
  const base::SourceSpan phrase = prose.sub(said->begin, said->end);
  base::Diagnostic finding{
      base::Severity::Warning,
      "P174",
      fmt::format("the text says `{}`, and nothing here compares with that number", phrase.text()),
      "correct the number in the block, or in the text",
      {{comparison.span, {}}, {phrase, "the text"}}};
  draft.found.push_back(std::move(finding));
}

/// A comparison that cuts on the other side of a number than the text does.
void check_cut(const Draft& draft, const Comparison& comparison, const Bound& said,
               const base::SourceSpan& prose) {
  const base::SourceSpan phrase = prose.sub(said.begin, said.end);
  const bool met_above = comparison.upward != comparison.negated;
  const bool counts = met_above == (said.cut == Cut::BelowTheNumber);
  const Signs& signs = comparison.signs;
  base::Diagnostic finding{
      base::Severity::Warning,
      "P174",
      fmt::format("the text says `{}`, which `{}` does not", phrase.text(), comparison.span.text()),
      fmt::format("{} itself {}: write `{}`", comparison.value.to_string(),
                  counts ? "counts" : "does not count",
                  counts != comparison.negated ? signs.with : signs.without),
      {{comparison.span, {}}, {phrase, "the text"}}};
  draft.found.push_back(std::move(finding));
}

void check_bounds(const Draft& draft, const text::Clause& clause) {
  const base::SourceSpan prose = prose_of(clause);
  const std::vector<Bound> bounds = bounds_in(prose.text());
  if (bounds.empty()) return;
  const std::vector<Comparison> comparisons = comparisons_in(draft, clause.body);
  std::vector<Bound> missed;
  for (const Bound& bound : bounds)
    if (std::ranges::none_of(comparisons,
                             [&](const Comparison& each) { return has_value(bound, each.value); }))
      missed.push_back(bound);
  for (const Comparison& comparison : comparisons) {
    const auto names_it = [&](const Bound& bound) { return has_value(bound, comparison.value); };
    const auto agrees = [&](const Bound& bound) { return names_it(bound) && bound.cut == comparison.cut; };
    const auto said = std::ranges::find_if(bounds, names_it);
    if (said == bounds.end()) check_number(draft, comparison, missed, prose);
    if (said == bounds.end() || std::ranges::any_of(bounds, agrees)) continue;
    // The same number may stand for something else, beside the comparison that the text means.
    const bool kept = std::ranges::any_of(comparisons, [&](const Comparison& each) {
      return each.value == comparison.value && each.cut == said->cut;
    });
    if (!kept) check_cut(draft, comparison, *said, prose);
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
  if (months_of(lookback) == 0) return;  // a length that could not be read
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
      return each->phrase.find(place.text()) != std::string::npos || months_of(*each) == phrase.months ||
             months_of(*each) == 0;
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
