// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/standing_test.cpp
// Who is asked about, and what the register records of it: designations, licences and bans, each noted as it
// is found so that a verdict can show what decided.
#include <algorithm>

#include <fmt/format.h>

#include "policy/explain/internal/built_in.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::policy {

using feel::Value;
using registry::Standing;
using registry::Subject;
using Arguments = std::span<const Value>;

const Subject* Finder::operator()(const std::string& code) const {
  if (subject->code == code) return subject;
  if (whole != nullptr && whole->code == code) return whole;
  return others == nullptr ? nullptr : others->find(code);
}

Value Finder::not_in_register(const std::string& code) const {
  return journal->unknown({.id = code, .label = {}, .subject = code, .why = Lack::NotInRegister});
}

Value Finder::not_stated(const Subject& of, std::string_view relation) const {
  const auto& relations = policy->vocabulary->relations;
  const auto known = std::ranges::find(relations, relation, &registry::Relation::id);
  const auto place = standpoint_of(of.code);
  return journal->unknown(
      {.id = place ? place->prefix + std::string(relation) : std::string(relation) + "(" + of.code + ")",
       .label = known == relations.end() ? base::Text{} : known->label,
       .owner = place ? place->owner : base::Text{of.name, of.name},
       .subject = of.code});
}

void Finder::note(const std::variant<BuiltIn, RelationInput>& by, const Subject& of, const std::string& name,
                  const std::string& argument, UsedFact fact) const {
  const auto place = standpoint_of(of.code);
  const std::string whose = place ? argument : argument.empty() ? of.code : of.code + ", " + argument;
  fact.id = (place ? place->prefix : std::string()) + name + (whose.empty() ? "" : "(" + whose + ")");
  fact.owner = place ? place->owner : base::Text{of.name, of.name};
  fact.subject = of.code;
  journal->found({by, argument, std::move(fact)});
}

void Finder::note_relation(const std::variant<BuiltIn, RelationInput>& by, const Subject& of,
                           std::string_view relation, const std::optional<std::string>& other) const {
  const auto& relations = policy->vocabulary->relations;
  const auto known = std::ranges::find(relations, relation, &registry::Relation::id);
  const Subject* found = other ? (*this)(*other) : nullptr;
  base::Text shown{"无", "none"};
  if (other) {
    const std::string who = found == nullptr || found->name.empty() ? *other : *other + " " + found->name;
    shown = {who, who};
  }
  note(by, of, std::string(relation), {},
       {.label = known == relations.end() ? base::Text{} : known->label,
        .value = other ? Value::string(*other) : Value{},
        .shown = std::move(shown)});
}

std::optional<Finder::Standpoint> Finder::standpoint_of(const std::string& code) const {
  if (code == subject->code) return Standpoint{prefix, owner};
  const Subject& composite = whole == nullptr ? *subject : *whole;
  if (code == composite.code) return Standpoint{};
  const registry::SubjectKind* kind = policy->vocabulary->kind(composite.kind);
  for (const auto& [id, codes] : composite.parts) {
    const auto at = std::ranges::find(codes, code);
    if (kind == nullptr || at == codes.end()) continue;
    const auto part = std::ranges::find(kind->parts, id, &registry::Part::id);
    if (part == kind->parts.end()) continue;
    const auto position =
        part->single() ? std::nullopt : std::optional(static_cast<std::size_t>(at - codes.begin()));
    const Subject* one = (*this)(code);
    return Standpoint{
        id + (position ? "[" + std::to_string(*position + 1) + "]." : "."),
        owner_of(*policy->vocabulary, composite, id, position, one == nullptr ? code : one->name)};
  }
  return std::nullopt;
}

Finder finder(const View& view, const Inputs& inputs, const std::shared_ptr<Journal>& journal) {
  const Circumstances& around = inputs.circumstances();
  return {view.subject,      view.whole,  around.subjects, &inputs.policy(), around.divisions,
          around.legal_date, view.prefix, view.owner,      journal};
}

namespace {

base::Text status_words(Standing standing) {
  switch (standing) {
    case Standing::NotYet:
      return {"尚未授予", "not yet"};
    case Standing::Valid:
      return {"有效", "valid"};
    case Standing::Expired:
      return {"已到期", "expired"};
    case Standing::Suspended:
      return {"已暂停", "suspended"};
    case Standing::Revoked:
      return {"已撤销", "revoked"};
  }
  return {};
}

Value date_or_null(const std::optional<base::CivilDate>& date) { return date ? Value::date(*date) : Value{}; }

/// The document of a policy by its title, when it is the one at hand; else by its id.
base::Text title_of(const Policy& at_hand, const std::string& policy) {
  return policy == at_hand.front.id ? named(at_hand.front.title, policy) : base::Text{policy, policy};
}

void add(base::Text& all, const base::Text& more) {
  all.zh += (all.zh.empty() ? "" : "；") + more.zh;
  all.en += (all.en.empty() ? "" : "; ") + more.en;
}

base::Text words_of(const registry::Holding& holding, const Policy& at_hand, base::CivilDate date) {
  const auto grant = std::ranges::find_if(at_hand.grants, [&](const Grant& one) {
    return one.head.id == holding.grant && !holding.grant.empty();
  });
  base::Text what = grant == at_hand.grants.end() ? base::Text{holding.grant, holding.grant}
                                                  : named(grant->name, holding.grant);
  if (!holding.number.empty()) what = {what.zh + " " + holding.number, what.en + " " + holding.number};
  if (!what.zh.empty()) what = {what.zh + "，", what.en + ", "};
  const std::string granted = holding.granted.to_string();
  base::Text all{fmt::format("{}{} 授予", what.zh, granted), fmt::format("{}granted {}", what.en, granted)};
  if (holding.expires) {
    all.zh += fmt::format("，有效期至 {}", holding.expires->to_string());
    all.en += fmt::format(", valid until {}", holding.expires->to_string());
  }
  const Standing now = standing(holding, date);
  const auto& ended = now == Standing::Revoked     ? holding.revoked
                      : now == Standing::Suspended ? holding.suspended
                                                   : std::optional<base::CivilDate>();
  const std::string on = ended ? ended->to_string() + " " : std::string();
  const base::Text status = status_words(now);
  all.zh += fmt::format("，{}{}", on, status.zh);
  all.en += fmt::format(", {}{}{}", status.en, on.empty() ? "" : " on ", ended ? ended->to_string() : "");
  return all;
}

Value record_of(const registry::Holding& holding, base::CivilDate date) {
  return Value::context({{"grant", Value::string(holding.grant)},
                         {"number", Value::string(holding.number)},
                         {"granted", Value::date(holding.granted)},
                         {"expires", date_or_null(holding.expires)},
                         {"status", Value::string(status_words(standing(holding, date)).en)}});
}

/// Whether the subject holds, or ever held, something of the policy; notes all that it was granted.
bool holds(const Finder& find, BuiltIn by, const Subject& subject, const std::string& policy, bool ever) {
  bool answer = false;
  feel::List records;
  base::Text shown;
  for (const registry::Holding& holding : subject.holdings) {
    const Standing now = standing(holding, find.date);
    if (holding.policy != policy || now == Standing::NotYet) continue;
    answer = answer || ever || now == Standing::Valid;
    records.push_back(record_of(holding, find.date));
    add(shown, words_of(holding, *find.policy, find.date));
  }
  if (records.empty()) shown = {"无", "none"};
  const base::Text title = title_of(*find.policy, policy);
  find.note(by, subject, "held", policy,
            {.label = {fmt::format("称号和许可（{}）", title.zh),
                       fmt::format("titles and licences ({})", title.en)},
             .value = Value::list(std::move(records)),
             .shown = std::move(shown)});
  return answer;
}

Value latest_holding(const Finder& find, const std::string& policy) {
  const registry::Holding* latest = nullptr;
  for (const registry::Holding& holding : find.subject->holdings) {
    if (holding.policy != policy || standing(holding, find.date) == Standing::NotYet) continue;
    if (latest == nullptr || latest->granted <= holding.granted) latest = &holding;
  }
  (void)holds(find, BuiltIn::Holding, *find.subject, policy, true);
  return latest == nullptr ? Value{} : record_of(*latest, find.date);
}

/// Acts that bans are written with.
base::Text act_words(const std::string& act) {
  if (act == "application") return {"申报", act};
  if (act == "evaluation") return {"评价", act};
  return {act, act};
}

base::Text words_of(const registry::Ban& ban, const Policy& at_hand) {
  base::Text all{fmt::format("自 {} 起，没有截止日期", ban.from.to_string()),
                 fmt::format("from {}, without end", ban.from.to_string())};
  if (ban.until)
    all = {fmt::format("{} 至 {}（含当日）", ban.from.to_string(), ban.until->to_string()),
           fmt::format("{} to {} (included)", ban.from.to_string(), ban.until->to_string())};
  if (!ban.acts.empty()) {
    base::Text acts;
    for (const std::string& act : ban.acts) {
      const base::Text said = act_words(act);
      acts = {acts.zh + (acts.zh.empty() ? "" : "、") + said.zh,
              acts.en + (acts.en.empty() ? "" : ", ") + said.en};
    }
    all = {all.zh + "，事项：" + acts.zh, all.en + ", acts: " + acts.en};
  }
  const auto sanction =
      std::ranges::find(at_hand.sanctions, ban.sanction, [](const Sanction& one) { return one.head.id; });
  if (ban.policy == at_hand.front.id && sanction != at_hand.sanctions.end()) {
    const base::Text label = named(sanction->head.label, ban.sanction);
    all = {all.zh + "，" + label.zh, all.en + ", " + label.en};
  }
  if (!ban.ground.empty()) all = {all.zh + "，依据：" + ban.ground, all.en + ", ground: " + ban.ground};
  if (ban.until) {
    const std::string free = ban.until->plus_days(1).to_string();
    all = {all.zh + "；" + free + " 起不再受限", all.en + "; free from " + free};
  }
  return all;
}

Value record_of(const registry::Ban& ban) {
  feel::List acts;
  for (const std::string& act : ban.acts) acts.push_back(Value::string(act));
  return Value::context({{"sanction", ban.sanction.empty() ? Value{} : Value::string(ban.sanction)},
                         {"acts", Value::list(std::move(acts))},
                         {"from", Value::date(ban.from)},
                         {"until", date_or_null(ban.until)},
                         {"free from", ban.until ? Value::date(ban.until->plus_days(1)) : Value{}},
                         {"ground", ban.ground.empty() ? Value{} : Value::string(ban.ground)}});
}

/// Whether a ban is in force, under that sanction unless it is empty; notes those that are. A ban of which it
/// is not recorded under which sanction it stands may stand under any.
bool kept_out(const Finder& find, BuiltIn by, const Subject& subject, const std::string& policy,
              const std::string& sanction) {
  feel::List records;
  base::Text shown;
  for (const registry::Ban& ban : subject.bans) {
    const bool meant = sanction.empty() || ban.sanction.empty() || ban.sanction == sanction;
    if (ban.policy != policy || !meant || !in_force(ban, "", find.date)) continue;
    records.push_back(record_of(ban));
    add(shown, words_of(ban, *find.policy));
  }
  const bool answer = !records.empty();
  if (!answer) shown = {"无", "none"};
  const base::Text title = title_of(*find.policy, policy);
  find.note(by, subject, "banned", sanction.empty() ? policy : sanction,
            {.label = {fmt::format("限制（{}）", title.zh), fmt::format("bans ({})", title.en)},
             .value = Value::list(std::move(records)),
             .shown = std::move(shown)});
  return answer;
}

/// Of the subject that the first argument names; the others are handed on.
template <typename Asked>
Value of_subject(const std::string& name, std::vector<std::string> parameters, const Finder& find,
                 Asked asked) {
  parameters.insert(parameters.begin(), "subject");
  return function_of(name, std::move(parameters), [find, asked](Arguments arguments) {
    const std::string& code = arguments[0].as_string();
    const Subject* subject = find(code);
    if (subject == nullptr) return find.not_in_register(code);
    return Value::boolean(asked(*subject, arguments.subspan(1)));
  });
}

template <typename Asked>
Value of_own(const std::string& name, std::vector<std::string> parameters, const Finder& find, Asked asked) {
  return function_of(name, std::move(parameters), [subject = find.subject, asked](Arguments arguments) {
    return Value::boolean(asked(*subject, arguments));
  });
}

}  // namespace

Value standing_function(BuiltIn name, const Finder& find) {
  const auto held = [find, name](const Subject& subject, Arguments arguments) {
    return holds(find, name, subject, arguments[0].as_string(), name == BuiltIn::HeldEver);
  };
  const auto banned = [find, name](const Subject& subject, Arguments arguments) {
    return kept_out(find, name, subject, arguments[0].as_string(),
                    arguments.size() > 1 ? arguments[1].as_string() : std::string());
  };
  switch (name) {
    case BuiltIn::Held:
      return of_own("held", {"policy"}, find, held);
    case BuiltIn::HeldEver:
      return of_own("held ever", {"policy"}, find, held);
    case BuiltIn::Banned:
      return of_own("banned", {"policy"}, find, banned);
    case BuiltIn::BannedUnder:
      return of_own("banned under", {"policy", "sanction"}, find, banned);
    case BuiltIn::SubjectHeld:
      return of_subject("subject held", {"policy"}, find, held);
    case BuiltIn::SubjectBanned:
      return of_subject("subject banned", {"policy"}, find, banned);
    case BuiltIn::SubjectBannedUnder:
      return of_subject("subject banned under", {"policy", "sanction"}, find, banned);
    case BuiltIn::Holding:
      return function_of("holding", {"policy"}, [find](Arguments arguments) {
        return latest_holding(find, arguments[0].as_string());
      });
    default:
      return {};
  }
}

}  // namespace qingheng::policy
