// SPDX-License-Identifier: Apache-2.0
#include "workload.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "rows.hpp"

namespace qingheng::bench {

namespace {

using base::Json;
using feel::Type;
using feel::Value;

constexpr std::uint64_t kListedCities = 20;

std::string with_cities(std::string text) {
  const std::size_t at = text.find("$CITIES");
  if (at == std::string::npos) return text;
  std::string cities;
  for (std::uint64_t index = 0; index < kListedCities; ++index) {
    cities += fmt::format("{}\"{}\"", index == 0 ? "" : ", ", city(index));
  }
  return text.replace(at, std::string_view("$CITIES").size(), cities);
}

/// The text of a member, which the workload always has.
std::string text_of(const Json& json, std::string_view name) {
  const Json* member = json.find(name);
  return member != nullptr && member->string() != nullptr ? *member->string() : std::string();
}

}  // namespace

std::expected<Workload::Expression, std::string> Workload::compiled(
    const std::string& text, const feel::Scope& scope, const feel::CompileOptions& options) const {
  auto expression = feel::compile(base::whole(base::make_source("workload", text)), scope, options);
  if (expression) return *std::move(expression);
  return std::unexpected(fmt::format("{}: {}", text, expression.error().front().message));
}

std::expected<Workload, std::string> Workload::read(const std::string& path) {
  std::ifstream in(path);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto json = base::parse_json(text);
  if (!json) return std::unexpected(fmt::format("{}: {}", path, json.error().message));
  const Json* criteria = json->find("criteria");
  const Json* table = json->find("table");
  const Json* score = json->find("score");
  if (criteria == nullptr || table == nullptr || score == nullptr) {
    return std::unexpected(fmt::format("{}: criteria, table or score is missing", path));
  }
  Workload workload;
  const auto declare = [&](const Type& type, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      workload.facts_.push_back({name, type});
      workload.scope_.declare(name, type);
    }
  };
  declare(Type::boolean(),
          {"independent_legal_person", "certified_quality", "certified_ohs", "certified_environment",
           "certified_energy", "energy_audit_passed", "blacklisted", "has_permit"});
  declare(Type::number(),
          {"years_operating", "revenue", "rd_spend", "equipment_value", "revenue_share_consumer",
           "water_reuse_rate", "pollutant_load", "distance_to_protected_area", "solar_capacity",
           "accidents_last_3y", "invention_patents", "ip_count", "rd_staff", "complaints", "violations"});
  declare(Type::string(), {"city_code", "industry_code", "credit_grade"});
  declare(Type::date(), {"permit_expiry"});
  for (std::string wrong :
       {workload.read_criteria(*criteria), workload.read_table(*table), workload.read_score(*score)}) {
    if (!wrong.empty()) return std::unexpected(std::move(wrong));
  }
  return workload;
}

std::string Workload::read_criteria(const Json& list) {
  const Type boolean = Type::boolean();
  for (const Json& criterion : *list.array()) {
    auto expression = compiled(with_cities(text_of(criterion, "feel")), scope_, {.expected = &boolean});
    if (!expression) return expression.error();
    criteria_.push_back(*std::move(expression));
  }
  return {};
}

std::string Workload::read_table(const Json& table) {
  std::vector<std::size_t> inputs;
  for (const Json& input : *table.find("inputs")->array()) {
    const auto fact = std::ranges::find(facts_, *input.string(), &Fact::name);
    if (fact == facts_.end()) return fmt::format("no fact {}", *input.string());
    inputs.push_back(static_cast<std::size_t>(fact - facts_.begin()));
  }
  for (const Json& json : *table.find("rows")->array()) {
    const base::JsonArray& row = *json.array();
    Rule rule;
    for (std::size_t input = 0; input < inputs.size(); ++input) {
      const std::string& text = *row[input].string();
      if (text == "-") continue;
      auto test = compiled(text, {}, {.form = feel::Form::UnaryTests, .tested = facts_[inputs[input]].type});
      if (!test) return test.error();
      rule.cells.push_back({inputs[input], *std::move(test)});
    }
    rule.output = Value::number(base::Decimal::parse(row.back().number()->text).value());
    rules_.push_back(std::move(rule));
  }
  return {};
}

std::string Workload::read_score(const Json& score) {
  std::string sum;
  for (const Json& term : *score.find("terms")->array()) {
    sum += fmt::format("{}({})", sum.empty() ? "" : " + ", text_of(term, "feel"));
  }
  feel::Scope scope;
  scope.declare("total", Type::number());
  auto total = compiled(sum, scope_);
  auto grade = compiled(text_of(score, "feelGrade"), scope);
  if (!total || !grade) return total ? grade.error() : total.error();
  total_ = *std::move(total);
  grade_ = *std::move(grade);
  return {};
}

std::expected<Row, std::string> Workload::row(const std::string& text) const {
  const auto json = base::parse_json(text);
  if (!json) return std::unexpected(json.error().message);
  Row row;
  for (const Fact& fact : facts_) {
    const Json* given = json->find(fact.name);
    Value value;
    if (given == nullptr) return std::unexpected(fmt::format("a row without {}", fact.name));
    if (const bool* boolean = given->boolean()) {
      value = Value::boolean(*boolean);
    } else if (const base::JsonNumber* number = given->number()) {
      value = Value::number(base::Decimal::parse(number->text).value_or(0));
    } else if (const std::string* words = given->string()) {
      const bool is_date = fact.type.tag == Type::Tag::Date;
      value = is_date ? Value::date(base::CivilDate::parse(*words).value_or(base::CivilDate{}))
                      : Value::string(*words);
    }
    row.scored.push_back(value);
    row.facts.push_back(value.is_null() ? Value::unknown({{fact.name}}) : std::move(value));
  }
  return row;
}

Value Workload::value(const Expression& expression, std::span<const Value> inputs, Reasons reasons,
                      Results& results) const {
  if (reasons == Reasons::Off) return feel::evaluate(*expression, inputs, host_);
  feel::Explanation explanation = feel::explain(*expression, inputs, host_);
  results.reasons += explanation.reasons.size();
  return std::move(explanation.value);
}

void Workload::criteria(const Row& row, Reasons reasons, Results& results) const {
  results.verdicts.resize(criteria_.size());
  for (std::size_t at = 0; at < criteria_.size(); ++at) {
    results.verdicts[at] = value(criteria_[at], row.facts, reasons, results);
  }
}

void Workload::table(const Row& row, Reasons reasons, Results& results) const {
  const auto hit = std::ranges::find_if(rules_, [&](const Rule& rule) {
    return std::ranges::all_of(rule.cells, [&](const Cell& cell) {
      const Value holds = feel::evaluate(*cell.test, {}, host_, &row.facts[cell.fact]);
      return holds.kind() == feel::Kind::Boolean && holds.as_boolean();
    });
  });
  results.inspections = hit == rules_.end() ? Value() : hit->output;
  if (reasons == Reasons::Off || hit == rules_.end()) return;
  for (const Cell& cell : hit->cells) {
    results.reasons += feel::explain(*cell.test, {}, host_, &row.facts[cell.fact]).reasons.size();
  }
}

void Workload::score(const Row& row, Reasons reasons, Results& results) const {
  results.total = value(total_, row.scored, reasons, results);
  results.grade = value(grade_, {&results.total, 1}, reasons, results);
}

}  // namespace qingheng::bench
