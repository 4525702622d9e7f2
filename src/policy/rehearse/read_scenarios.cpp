// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rehearse/rehearse_test.cpp
#include "policy/rehearse/read_scenarios.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "policy/rehearse/internal/outcomes.hpp"
#include "policy/rehearse/scenario_names.hpp"
#include "policy/text/yaml.hpp"

namespace qingheng::policy {

using text::Entry;
using text::Node;

namespace {

constexpr std::array kScenarioKeys = {"scenario", "clause",  "note",        "policy",   "for",
                                      "as of",    "base",    "given",       "register", "set",
                                      "decided",  "counted", "recommender", "then",     "cases"};
constexpr std::array kCaseKeys = {"name",     "note",     "clause",  "as of",   "given",       "facts",
                                  "register", "set",      "decided", "counted", "recommender", "then",
                                  "verdict",  "criteria", "missing", "window",  "void"};

/// Keys that a scenario takes over from its base, and a variation from its scenario.
constexpr std::array kInherited = {"policy", "for",     "as of",   "given",      "register",
                                   "set",    "decided", "counted", "recommender"};

constexpr std::array kPurposes = {
    Named{"application", Purpose::Application}, Named{"recommendation", Purpose::Recommendation},
    Named{"re-evaluation", Purpose::Reevaluation}, Named{"acceptance", Purpose::Acceptance},
    Named{"retention", Purpose::Retention}};

/// `above` over `below`: mappings key by key, everything else replaced.
Node merge(const Node& below, const Node& above) {
  if (!below.is_mapping() || !above.is_mapping()) return above;
  Node merged = below;
  merged.span = above.span;
  for (const Entry& entry : above.entries) {
    const auto same = std::ranges::find(merged.entries, entry.key, &Entry::key);
    if (same == merged.entries.end()) {
      merged.entries.push_back(entry);
    } else {
      same->value = merge(same->value, entry.value);
      same->key_span = entry.key_span;
    }
  }
  return merged;
}

void put(Node& mapping, const Entry& entry) {
  const auto same = std::ranges::find(mapping.entries, entry.key, &Entry::key);
  if (same == mapping.entries.end()) {
    mapping.entries.push_back(entry);
  } else {
    same->value = merge(same->value, entry.value);
    same->key_span = entry.key_span;
  }
}

/// What `node` says in `kInherited`, over what `below` says.
Node inherit(const Node& below, const Node& node) {
  Node merged = below;
  merged.shape = Node::Shape::Mapping;
  merged.span = node.span;
  for (const Entry& entry : node.entries)
    if (std::ranges::find(kInherited, entry.key) != kInherited.end()) put(merged, entry);
  return merged;
}

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().lexically_normal().string();
}

/// The end of the document in which `begin` lies: the line `---` after it, or the end of the text.
std::uint32_t document_end(std::string_view text, std::uint32_t begin) {
  const std::size_t next = text.find("\n---", begin);
  return static_cast<std::uint32_t>(next == std::string_view::npos ? text.size() : next + 1);
}

/// Reads the scenarios of one file.
class Reader : public KeyReader {
 public:
  Reader(const ScenarioWorld& world, base::Diagnostics& found) : KeyReader(found), world_(world) {}

  std::optional<Scenario> read(const Node& node) {
    const std::size_t before = found_.size();
    check_keys(node, kScenarioKeys, "scenario");
    Scenario scenario;
    const Entry* name = node.find("scenario");
    if (name == nullptr)
      return report("S011", "a scenario begins with the key `scenario`", node.span), std::nullopt;
    scenario.name = name->value.scalar;
    const auto below = base_of(node, 0);
    const Node whole = inherit(below.value_or(Node{}), node);

    const Entry* cases = node.find("cases");
    if (cases == nullptr) {
      add_case(scenario, whole, node, *name, {});
    } else {
      for (const Node& variation : cases->value.items) add_variation(scenario, whole, node, *name, variation);
    }
    if (found_.size() != before) return {};
    return scenario;
  }

 private:
  /// What the scenario that `base:` names hands down.
  std::optional<Node> base_of(const Node& node, int depth) {
    const Entry* named = node.find("base");
    if (named == nullptr) return {};
    const base::SourceSpan& span = named->value.span;
    const std::string& reference = named->value.scalar;
    const std::size_t hash = reference.find('#');
    if (hash == std::string::npos || depth > 8)
      return report("S014", "a base is written as `file.yaml#scenario name`, no more than 8 deep", span),
             std::nullopt;
    const std::string file = reference.substr(0, hash);
    const std::string wanted = reference.substr(hash + 1);
    const std::string path =
        file.empty()
            ? span.source->name
            : (std::filesystem::path(folder_of(span.source->name)) / file).lexically_normal().string();
    const auto text = world_.open(path);
    if (text == nullptr) return report("S014", "there is no file `" + path + "`", span), std::nullopt;
    base::Diagnostics elsewhere;
    for (const Node& other : text::read_yaml(base::whole(text), elsewhere)) {
      const Entry* name = other.find("scenario");
      if (name == nullptr || name->value.scalar != wanted) continue;
      return inherit(base_of(other, depth + 1).value_or(Node{}), other);
    }
    return report("S014", fmt::format("`{}` has no scenario `{}`", path, wanted), span), std::nullopt;
  }

  void add_variation(Scenario& scenario, const Node& whole, const Node& node, const Entry& name,
                     const Node& variation) {
    check_keys(variation, kCaseKeys, "case");
    if (!variation.is_mapping()) return;
    Node merged = inherit(whole, variation);
    if (const Entry* facts = variation.find("facts")) {
      Entry given{"given", facts->key_span, Node{}};
      given.value.shape = Node::Shape::Mapping;
      given.value.span = facts->value.span;
      given.value.entries.push_back(*facts);
      put(merged, given);
    }
    add_case(scenario, merged, node, name, &variation);
  }

  void add_case(Scenario& scenario, const Node& whole, const Node& node, const Entry& name,
                const Node* variation) {
    Case made;
    made.name = scenario.name;
    made.span = name.value.span;
    const auto day = moment_of(whole, node);
    if (!day) return;
    made.as_of = *day;
    const Policy* policy = policy_of(whole, name, day->date);
    if (policy == nullptr) return;
    if (scenario.policy == nullptr) scenario.policy = policy;
    if (const Entry* purpose = whole.find("for"))
      if (const auto read = choice(purpose->value, kPurposes)) made.purpose = read->value;
    for (const Node* said : {&node, variation})
      if (const Entry* clause = said == nullptr ? nullptr : said->find("clause"))
        check_scenario_clauses(*policy, clause->value, found_);
    read_people(whole, node, made);
    read_settings(whole, *policy, made);

    Outcomes outcomes(*policy, found_);
    if (const Entry* then = node.find("then")) outcomes.read_then(then->value, made.then);
    if (variation != nullptr) {
      if (const Entry* own = variation->find("name")) made.name += "：" + own->value.scalar;
      if (const Entry* own = variation->find("name")) made.span = own->value.span;
      // A variation that says itself what comes of it does not inherit what its scenario says.
      Expectation own;
      if (const Entry* then = variation->find("then")) outcomes.read_then(then->value, own);
      outcomes.read_expectation(*variation, own);
      if (own.verdict) made.then.verdict = own.verdict;
      if (!own.criteria.empty()) made.then.criteria = own.criteria;
      if (own.missing) made.then.missing = own.missing;
      if (!own.windows.empty()) made.then.windows = own.windows;
      if (!own.quotas.empty()) made.then.quotas = own.quotas;
    }
    place_insertion(node, variation, made);
    scenario.cases.push_back(std::move(made));
  }

  static void place_insertion(const Node& node, const Node* variation, Case& made) {
    made.insert = variation == nullptr ? node.span : variation->span;
    if (variation == nullptr) {
      made.insert.begin = made.insert.end = document_end(node.span.source->text, node.span.begin);
      return;
    }
    const std::uint32_t first =
        variation->entries.empty() ? variation->span.begin : variation->entries.front().key_span.begin;
    const std::string_view before = std::string_view(node.span.source->text).substr(0, first);
    const std::size_t last = before.find_last_not_of(" \n\"'");
    made.style =
        last != std::string_view::npos && before[last] == '{' ? Case::Style::InFlow : Case::Style::InLines;
    made.insert.begin = made.insert.end = first;
  }

  std::optional<Moment> moment_of(const Node& whole, const Node& node) {
    const Entry* day = whole.find("as of");
    if (day == nullptr) return report("S011", "a scenario needs the key `as of`", node.span), std::nullopt;
    const std::string& written = day->value.scalar;
    const auto date = base::CivilDate::parse(written.substr(0, written.find_first_of("T ")));
    Moment moment{date.value_or(base::CivilDate{}), {}};
    bool good = date.has_value();
    if (const std::size_t at = written.find_first_of("T "); good && at != std::string::npos) {
      const std::string time = written.substr(at + 1);
      const auto hour = base::Decimal::parse(time.substr(0, 2));
      const auto minute =
          time.size() == 5 && time[2] == ':' ? base::Decimal::parse(time.substr(3)) : std::nullopt;
      const auto h = hour ? hour->to_int64() : std::nullopt;
      const auto m = minute ? minute->to_int64() : std::nullopt;
      good = h && m && *h >= 0 && *h < 24 && *m >= 0 && *m < 60;
      if (good) moment.second_of_day = static_cast<std::int32_t>(*h * 3600 + *m * 60);
    }
    if (good) return moment;
    report("S013", "`" + written + "` is no date", day->value.span, "write 2019-09-12 or 2019-09-12T09:00");
    return {};
  }

  /// The policy named, or the one whose document stands in the folder above `scenarios`.
  const Policy* policy_of(const Node& whole, const Entry& name, base::CivilDate date) {
    std::string id;
    base::SourceSpan span = name.value.span;
    if (const Entry* named = whole.find("policy")) {
      id = named->value.scalar;
      span = named->value.span;
    } else {
      const std::string folder = folder_of(folder_of(span.source->name));
      for (const auto& policy : world_.library.policies)
        if (policy->front.span.source != nullptr && folder_of(policy->front.span.source->name) == folder)
          id = policy->front.id;
    }
    if (id.empty())
      return report("S015", "no policy stands beside this scenario", span, "name one with the key `policy`"),
             nullptr;
    if (const Policy* policy = world_.library.policy(id, date)) return policy;
    const Policy* latest = world_.library.policy(id);
    report("S015",
           latest == nullptr ? "there is no policy `" + id + "`"
                             : fmt::format("no version of `{}` is in force on {}", id, date.to_string()),
           span,
           latest == nullptr
               ? ""
               : fmt::format("the latest takes effect on {}", latest->front.effective.to_string()));
    return nullptr;
  }

  void read_people(const Node& whole, const Node& node, Case& made) {
    const Entry* given = whole.find("given");
    if (given == nullptr) return report("S011", "a scenario needs the key `given`", node.span);
    if (const Entry* others = whole.find("register"))
      for (const Node& other : others->value.items)
        if (!made.others.add(read_subject(other, world_, made.others, found_)))
          report("S014", "the code of this subject is taken", other.span);
    made.subject = read_subject(given->value, world_, made.others, found_);
    if (!made.others.add(made.subject))
      report("S014", "the code of this subject is taken", given->value.span);
  }

  void read_settings(const Node& whole, const Policy& policy, Case& made) {
    if (const Entry* body = whole.find("recommender")) {
      check_scenario_division(world_.divisions, body->value, found_);
      made.recommender = body->value.scalar;
    }
    Outcomes outcomes(policy, found_);
    if (const Entry* decided = whole.find("decided")) outcomes.read_decided(decided->value, made);
    if (const Entry* counted = whole.find("counted")) outcomes.read_counted(counted->value, made);
    const Entry* set = whole.find("set");
    if (set == nullptr) return;
    for (const Entry& entry : set->value.entries) {
      auto read = read_parameter(policy, entry.key, entry.value.scalar, world_.divisions);
      if (read) {
        made.parameters.insert(std::move(*read));
      } else {
        report(read.error().code, read.error().message, entry.key_span, read.error().help);
      }
    }
  }

  const ScenarioWorld& world_;
};

}  // namespace

std::vector<Scenario> read_scenarios(const std::shared_ptr<const base::SourceText>& text,
                                     const ScenarioWorld& world, base::Diagnostics& found) {
  std::vector<Scenario> scenarios;
  Reader reader(world, found);
  for (const Node& node : text::read_yaml(base::whole(text), found))
    if (!node.is_null())
      if (auto scenario = reader.read(node)) scenarios.push_back(std::move(*scenario));
  return scenarios;
}

}  // namespace qingheng::policy
