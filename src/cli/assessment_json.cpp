// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/evaluate.txt
#include "cli/show_assessment.hpp"
#include "feel/json_value.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::cli {

using base::Json;
using base::JsonArray;
using base::JsonObject;
using policy::Assessment;
using policy::CriterionResult;

namespace {

Json to_json(const base::Text& text) { return JsonObject{{"zh", text.zh}, {"en", text.en}}; }

Json strings(const std::vector<std::string>& texts) {
  JsonArray array;
  for (const std::string& text : texts) array.emplace_back(text);
  return array;
}

std::string_view name_of(policy::Lack lack) {
  switch (lack) {
    case policy::Lack::NotSupplied:
      return "not supplied";
    case policy::Lack::Expired:
      return "expired";
    case policy::Lack::NotYetGood:
      return "not yet good";
    case policy::Lack::AfterLegalDate:
      return "after the legal date";
    case policy::Lack::Unproven:
      return "unproven";
    case policy::Lack::NotSet:
      return "not set";
    case policy::Lack::NotInRegister:
      return "not in register";
    case policy::Lack::NotGiven:
      return "not given";
    case policy::Lack::NotJudged:
      return "not judged";
  }
  return "not supplied";
}

Json to_json(const policy::MissingFact& missing, const policy::Policy& policy,
             const registry::Divisions* divisions) {
  JsonObject object{{"id", missing.id}, {"label", to_json(missing.label)}, {"why", name_of(missing.why)}};
  if (missing.on) object.emplace_back("on", missing.on->to_string());
  if (!missing.evidence.empty()) object.emplace_back("evidence", strings(missing.evidence));
  if (!missing.verifiers.empty()) object.emplace_back("verified by", strings(missing.verifiers));
  if (missing.why == policy::Lack::NotSet)
    object.emplace_back("set by", to_json(words(missing.set_by, policy, divisions)));
  object.emplace_back("text", to_json(words(missing, policy, divisions)));
  return object;
}

std::string_view name_of(policy::Window::For purpose) {
  switch (purpose) {
    case policy::Window::For::Application:
      return "application";
    case policy::Window::For::Filing:
      return "filing";
    case policy::Window::For::Delivery:
      return "delivery";
    case policy::Window::For::Objection:
      return "objection";
  }
  return "application";
}

Json to_json(const policy::UsedFact& fact) {
  JsonObject object{{"id", fact.id},
                    {"label", to_json(fact.label)},
                    {"subject", fact.subject},
                    {"value", feel::to_json(fact.value)},
                    {"text", to_json(fact.shown)},
                    {"provenance", fact.provenance ? policy::words(*fact.provenance).en : "register"}};
  if (!fact.owner.empty()) object.emplace_back("owner", to_json(fact.owner));
  if (!fact.unit.empty()) object.emplace_back("unit", fact.unit);
  if (!fact.source.empty()) object.emplace_back("source", fact.source);
  if (fact.until) object.emplace_back("until", fact.until->to_string());
  return object;
}

Json to_json(const policy::Points& points) {
  return JsonObject{{"lowest", points.lowest}, {"highest", points.highest ? Json(*points.highest) : Json()}};
}

Json to_json(const policy::ScoreResult& result, const policy::Score& score) {
  JsonArray parts;
  for (const policy::PartPoints& part : result.parts) {
    const policy::ScorePart& table = score.parts[part.part];
    JsonArray items;
    for (const policy::ItemPoints& item : part.items)
      items.emplace_back(JsonObject{
          {"item", table.items[item.item].id}, {"points", to_json(item.points)}, {"judged", item.judged}});
    parts.emplace_back(JsonObject{{"part", table.id},
                                  {"points", to_json(part.points)},
                                  {"minimum", policy::name_of(part.minimum)},
                                  {"items", std::move(items)}});
  }
  return JsonObject{{"total", to_json(result.total)}, {"parts", std::move(parts)}};
}

/// The author's text of what is tested; empty for groups and judgements.
std::string expression_text(const policy::Criterion& criterion) {
  if (const auto* requirement = std::get_if<policy::Requirement>(&criterion.test))
    return std::string(requirement->expression.span.text());
  if (const auto* score = std::get_if<policy::Score>(&criterion.test))
    return std::string(score->pass.span.text());
  return {};
}

Json to_json(const policy::Gap& gap) {
  JsonObject object;
  if (gap.amount) object.emplace_back("amount", feel::to_json(*gap.amount));
  if (!gap.unit.empty()) object.emplace_back("unit", gap.unit);
  if (gap.over) object.emplace_back("over", true);
  if (gap.year) object.emplace_back("year", std::int64_t{*gap.year});
  object.emplace_back("text", to_json(policy::words(gap)));
  return object;
}

Json to_json(const CriterionResult& result, const policy::Policy& policy,
             const registry::Divisions* divisions) {
  const policy::Criterion& criterion = policy.criteria[result.criterion];
  JsonObject object{{"criterion", criterion.head.id},
                    {"label", to_json(criterion.head.label)},
                    {"clause", criterion.head.clause},
                    {"also", strings(criterion.head.also)},
                    {"verdict", policy::name_of(result.answer)},
                    {"decides", result.decides}};
  if (const std::string text = expression_text(criterion); !text.empty())
    object.emplace_back("expression", text);
  if (result.looked_back && criterion.lookback)
    object.emplace_back("looked back", JsonObject{{"phrase", criterion.lookback->phrase},
                                                  {"from", result.looked_back->first.to_string()},
                                                  {"to", result.looked_back->last.to_string()}});
  JsonArray facts;
  for (const policy::UsedFact& fact : result.facts) facts.push_back(to_json(fact));
  object.emplace_back("facts", std::move(facts));
  if (result.gap) object.emplace_back("gap", to_json(*result.gap));
  JsonArray missing;
  for (const policy::MissingFact& one : result.missing) missing.push_back(to_json(one, policy, divisions));
  object.emplace_back("missing", std::move(missing));
  if (!criterion.evidence.empty()) object.emplace_back("evidence", strings(criterion.evidence));
  JsonArray reasons;
  for (const feel::Reason& reason : result.reasons) {
    JsonObject one{
        {"text", reason.span.text()}, {"comparison", reason.comparison}, {"left", to_text(reason.left)}};
    if (!reason.comparison.empty()) one.emplace_back("right", to_text(reason.right));
    one.emplace_back("outcome", to_text(reason.outcome));
    reasons.emplace_back(std::move(one));
  }
  object.emplace_back("reasons", std::move(reasons));
  if (!result.null_reason.empty()) object.emplace_back("null", result.null_reason);
  if (result.score)
    object.emplace_back("score", to_json(*result.score, std::get<policy::Score>(criterion.test)));
  if (const auto* judgement = std::get_if<policy::Judgement>(&criterion.test)) {
    object.emplace_back("question", to_json(judgement->question));
    object.emplace_back("judged by", to_json(policy::words(judgement->by, policy, divisions)));
  }
  if (!result.each.empty()) {
    JsonArray each;
    for (const policy::EachResult& one : result.each)
      each.emplace_back(
          JsonObject{{"code", one.code}, {"name", one.name}, {"verdict", policy::name_of(one.answer)}});
    object.emplace_back("each", std::move(each));
  }
  return object;
}

/// Alternatives stand below the group of which too few are met.
Json to_json(const policy::Failure& failure, const policy::Policy& policy) {
  JsonObject object{
      {"criterion", failure.criterion ? Json(policy.criteria[*failure.criterion].head.id) : Json()}};
  if (failure.alternatives.empty()) return object;
  JsonArray alternatives;
  for (const policy::Failure& one : failure.alternatives) alternatives.push_back(to_json(one, policy));
  object.emplace_back("wanted", std::int64_t{failure.wanted});
  object.emplace_back("alternatives", std::move(alternatives));
  return object;
}

JsonArray ids(const Assessment& assessment, const std::vector<std::size_t>& criteria) {
  JsonArray array;
  for (const std::size_t index : criteria) array.emplace_back(assessment.policy->criteria[index].head.id);
  return array;
}

}  // namespace

Json to_json(const Assessment& assessment) {
  const policy::FrontMatter& front = assessment.policy->front;
  JsonArray missing;
  for (const policy::MissingFact& one : assessment.missing)
    missing.push_back(to_json(one, *assessment.policy, assessment.divisions));
  JsonArray failures;
  for (const policy::Failure& one : assessment.failures) failures.push_back(to_json(one, *assessment.policy));
  JsonArray criteria;
  for (const CriterionResult& result : assessment.criteria)
    criteria.push_back(to_json(result, *assessment.policy, assessment.divisions));
  return JsonObject{{"policy", front.id},
                    {"version", front.version},
                    {"title", to_json(front.title)},
                    {"subject", assessment.subject->code},
                    {"legal date", assessment.legal_date.to_string()},
                    {"place", policy::name_of(assessment.place)},
                    {"verdict", policy::name_of(assessment.verdict)},
                    {"subject to", ids(assessment, assessment.subject_to)},
                    {"failed", ids(assessment, assessment.failed)},
                    {"grounds", std::move(failures)},
                    {"missing", std::move(missing)},
                    {"criteria", std::move(criteria)}};
}

Json to_json(const policy::Match& match) {
  JsonArray windows;
  for (const policy::WindowStatus& status : match.windows) {
    JsonObject window{{"window", status.window->head.id},
                      {"status", policy::name_of(status.opening)},
                      {"days", status.days ? Json(*status.days) : Json()},
                      {"working days", status.working_days ? Json(*status.working_days) : Json()}};
    window.emplace_back("for", name_of(status.window->purpose));
    if (status.window->closes) window.emplace_back("closes", to_text(*status.window->closes));
    if (status.window->group) window.emplace_back("group", policy::name_of(status.group));
    windows.emplace_back(std::move(window));
  }
  JsonArray steps;
  for (const policy::NextStep& step : match.steps) steps.push_back(to_json(step.text));
  return JsonObject{{"assessment", to_json(match.assessment)},
                    {"of another place", match.out_of_place},
                    {"window", match.window ? Json(match.windows[*match.window].window->head.id) : Json()},
                    {"windows", std::move(windows)},
                    {"next", std::move(steps)}};
}

}  // namespace qingheng::cli
