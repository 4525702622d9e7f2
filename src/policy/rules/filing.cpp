// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/filing.hpp"

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

using Overflow = policy::Quota::Overflow;
using Order = policy::Quota::Order;
constexpr Choice<Overflow> kOverflows[] = {{"excess_void", Overflow::ExcessVoid},
                                           {"all_void", Overflow::AllVoid}};
constexpr Choice<std::optional<Order>> kOrders[] = {{"rank", Order::Rank}, {"time", Order::Time}};

constexpr Choice<std::string_view> kCounted[] = {
    {"recommender", "recommender"}, {"applicant", "applicant"}, {"division", "division"}};

using For = policy::Window::For;
constexpr Choice<std::optional<For>> kPurposes[] = {{"application", For::Application},
                                                    {"filing", For::Filing},
                                                    {"delivery", For::Delivery},
                                                    {"objection", For::Objection}};

/// The word in the place of a moment that the document does not give.
constexpr std::string_view kUnannounced = "not announced";

bool unannounced(const Fields& fields, std::string_view key) {
  const Node* node = fields.get(key);
  return node != nullptr && node->is_scalar() && node->scalar == kUnannounced;
}

std::vector<Actor> read_actors(const Fields& fields, std::string_view key) {
  std::vector<Actor> actors;
  const Node* node = fields.get(key);
  if (node == nullptr) return actors;
  if (node->is_scalar()) return {read_actor(*node, fields.found())};
  for (const Node& item : fields.items(key)) actors.push_back(read_actor(item, fields.found()));
  return actors;
}

bool before(const Moment& a, const Moment& b) {
  if (a.date != b.date) return a.date < b.date;
  return a.second_of_day.value_or(0) < b.second_of_day.value_or(86'400);
}

}  // namespace

Material read_material(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("material"), found);
  return {.head = read_head(fields, mapping("material"), block.clause, true),
          .form = fields.string("form"),
          .copies = fields.count("copies", 1).value_or(1),
          .sealed_by = read_actors(fields, "sealed by"),
          .proves = fields.names("proves"),
          .when = fields.condition("when")};
}

Window read_window(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("window"), found);
  const bool no_opening = unannounced(fields, "opens");
  const bool no_closing = unannounced(fields, "closes");
  Window window{.head = read_head(fields, mapping("window"), block.clause, true),
                .purpose = fields.choice("for", kPurposes, std::optional<For>{}),
                .opens = no_opening ? std::nullopt : fields.moment("opens"),
                .closes = no_closing ? std::nullopt : fields.moment("closes"),
                .opens_unannounced = no_opening,
                .closes_unannounced = no_closing,
                .reopens = fields.name("reopens"),
                .group = fields.condition("group"),
                .defects = fields.names("defects"),
                .channel = fields.string("channel")};
  if (const Node* opens = fields.get("opens")) window.opens_span = opens->span;
  if (const Node* closes = fields.get("closes")) window.closes_span = closes->span;
  if (window.opens && window.closes && !before(*window.opens, *window.closes)) {
    const bool same = window.opens->date == window.closes->date &&
                      window.opens->second_of_day.value_or(0) == window.closes->second_of_day;
    report_order(found,
                 same ? "the window closes no later than it opens" : "the window closes before it opens",
                 {window.closes_span, "it closes"}, {window.opens_span, "it opens"});
  }
  return window;
}

Quota read_quota(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("quota"), found);
  Quota quota{.head = read_head(fields, mapping("quota"), block.clause, true),
              .counts = fields.name("counts"),
              .by = {},
              .limit = fields.feel("limit").value_or(FeelText{}),
              .overflow = fields.choice("overflow", kOverflows, Overflow::ExcessVoid),
              .order = fields.choice("order", kOrders, std::optional<Order>{})};
  if (const Node* by = fields.get("by"))
    quota.by = {std::string(fields.choice("by", kCounted, std::string_view{})), by->span};
  if (!fields.has("overflow"))
    report(found, "P029", "the quota does not say what becomes of those past its limit",
           "write `overflow: excess_void` with `order: rank` or `order: time`, or `overflow: all_void`",
           fields.head());
  else if (quota.overflow == Overflow::ExcessVoid && !fields.has("order"))
    report(found, "P012", "the key `order` is missing", "say by `rank` or `time` which are the excess",
           fields.head());
  return quota;
}

}  // namespace qingheng::policy::rules
