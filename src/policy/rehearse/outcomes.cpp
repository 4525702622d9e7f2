// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rehearse/rehearse_test.cpp
#include "policy/rehearse/internal/outcomes.hpp"

#include <array>

#include "base/unicode.hpp"
#include "policy/rehearse/scenario_names.hpp"

namespace qingheng::policy {

using text::Entry;
using text::Node;

namespace {

constexpr std::array kVerdicts = {
    Named{"eligible", Verdict::Eligible}, Named{"ineligible", Verdict::Ineligible},
    Named{"undetermined", Verdict::Undetermined}, Named{"not applicable", Verdict::NotApplicable}};
constexpr std::array kAnswers = {Named{"met", Answer::Met}, Named{"unmet", Answer::Unmet},
                                 Named{"unknown", Answer::Unknown}, Named{"judgement", Answer::Judgement},
                                 Named{"not applicable", Answer::NotApplicable}};
constexpr std::array kOpenings = {Named{"not yet open", Opening::NotYet}, Named{"open", Opening::Open},
                                  Named{"not announced", Opening::Unannounced},
                                  Named{"closed", Opening::Closed}};
/// What `decided` may say of a judgement.
constexpr std::array kDecisions = {Named{"met", true}, Named{"unmet", false}};

}  // namespace

void Outcomes::read_decided(const Node& node, Case& made) {
  for (const Entry& entry : node.entries) {
    const Criterion* criterion = criterion_of(entry);
    if (criterion == nullptr) continue;
    if (!std::holds_alternative<Judgement>(criterion->test)) {
      report("S016", fmt::format("`{}` is no judgement", entry.key), entry.key_span,
             "give the facts that decide it");
    } else if (const auto decision = choice(entry.value, kDecisions)) {
      made.decided.insert_or_assign(criterion->head.id, decision->value);
    }
  }
}

std::optional<std::optional<std::int64_t>> Outcomes::quota_number(const Entry& entry) {
  const auto quota =
      std::ranges::find(policy_.quotas, entry.key, [](const Quota& one) { return one.head.id; });
  if (quota == policy_.quotas.end())
    return report("S016", fmt::format("`{}` has no quota `{}`", policy_.front.id, entry.key), entry.key_span),
           std::nullopt;
  if (entry.value.scalar == "no limit") return std::optional<std::int64_t>{};
  const auto number = base::Decimal::parse(entry.value.scalar);
  const auto whole = number ? number->to_int64() : std::nullopt;
  if (whole && *whole >= 0) return whole;
  return report("S013", "`" + entry.value.scalar + "` is no number of cases", entry.value.span), std::nullopt;
}

void Outcomes::read_then(const Node& then, Expectation& into) {
  constexpr std::array kKeys = {"verdict", "criteria", "missing", "window", "void"};
  check_keys(then, kKeys, "then");
  read_expectation(then, into);
}

const Criterion* Outcomes::criterion_of(const Entry& entry) {
  const auto is_named = [&](const Criterion& one) {
    return one.head.id == entry.key || one.head.label.zh == entry.key || one.head.label.en == entry.key;
  };
  const auto criterion = std::ranges::find_if(policy_.criteria, is_named);
  if (criterion != policy_.criteria.end()) return &*criterion;
  std::vector<std::string> names;
  for (const Criterion& other : policy_.criteria) names.push_back(other.head.id);
  report("S016", fmt::format("`{}` has no criterion `{}`", policy_.front.id, entry.key), entry.key_span,
         base::did_you_mean(entry.key, names));
  return nullptr;
}

void Outcomes::read_expectation(const Node& node, Expectation& into) {
  if (const Entry* verdict = node.find("verdict")) into.verdict = choice(verdict->value, kVerdicts);
  if (const Entry* criteria = node.find("criteria"))
    for (const Entry& entry : criteria->value.entries)
      if (const Criterion* criterion = criterion_of(entry))
        if (const auto answer = choice(entry.value, kAnswers))
          into.criteria.emplace_back(criterion->head.id, *answer);
  if (const Entry* fallen = node.find("void"))
    for (const Entry& entry : fallen->value.entries)
      if (const auto number = quota_number(entry))
        into.quotas.push_back({entry.key, {*number, entry.value.span}});
  if (const Entry* missing = node.find("missing")) {
    auto& list = into.missing.emplace();
    for (const Node& item : missing->value.items) {
      check_missing_name(policy_, item, found_);
      list.value.push_back(item.scalar);
    }
    std::ranges::sort(list.value);
    list.span = missing->value.span;
  }
  if (const Entry* window = node.find("window")) read_window(window->value, into);
}

void Outcomes::read_window(const Node& node, Expectation& into) {
  std::optional<Expected<std::int64_t>> days;
  for (const Entry& entry : node.entries) {
    if (entry.key != "days left") {
      if (policy_.window(entry.key) == nullptr) {
        report("S016", fmt::format("`{}` has no window `{}`", policy_.front.id, entry.key), entry.key_span);
      } else if (const auto opening = choice(entry.value, kOpenings)) {
        into.windows.push_back({entry.key, *opening, {}});
      }
      continue;
    }
    const auto number = base::Decimal::parse(entry.value.scalar);
    const auto whole = number ? number->to_int64() : std::nullopt;
    if (!whole) report("S013", "`" + entry.value.scalar + "` is no number of days", entry.value.span);
    if (whole) days = Expected<std::int64_t>{*whole, entry.value.span};
  }
  if (days && into.windows.size() == 1) into.windows.front().days_left = days;
  if (days && into.windows.size() != 1) report("S013", "`days left` needs one window beside it", node.span);
}

void Outcomes::read_counted(const Node& node, Case& made) {
  for (const Entry& entry : node.entries)
    if (const auto number = quota_number(entry); number && *number)
      made.counted.insert_or_assign(entry.key, **number);
}

}  // namespace qingheng::policy
