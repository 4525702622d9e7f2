// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qingheng::policy {

Text named(const Text& label, std::string_view id) {
  const std::string either = !label.zh.empty() ? label.zh : !label.en.empty() ? label.en : std::string(id);
  return {label.zh.empty() ? either : label.zh, label.en.empty() ? either : label.en};
}

Text words(Verdict verdict) {
  switch (verdict) {
    case Verdict::Eligible:
      return {"符合", "eligible"};
    case Verdict::Ineligible:
      return {"不符合", "ineligible"};
    case Verdict::NotApplicable:
      return {"不需要办理", "nothing to do"};
    case Verdict::Undetermined:
      return {"待定", "undetermined"};
  }
  return {};
}

Text words(Answer answer) {
  switch (answer) {
    case Answer::Met:
      return {"符合", "met"};
    case Answer::Unmet:
      return {"不符合", "unmet"};
    case Answer::Unknown:
      return {"待补充", "unknown"};
    case Answer::Judgement:
      return {"待评判", "judgement"};
    case Answer::NotApplicable:
      return {"不适用", "not applicable"};
  }
  return {};
}

Text words(registry::Provenance provenance) {
  switch (provenance) {
    case registry::Provenance::Declared:
      return {"自行申报", "declared"};
    case registry::Provenance::Evidenced:
      return {"有材料证明", "evidenced"};
    case registry::Provenance::Verified:
      return {"已核验", "verified"};
  }
  return {};
}

namespace {

Text level_words(Level level) {
  switch (level) {
    case Level::National:
      return {"国家级", "national"};
    case Level::Province:
      return {"省级", "provincial"};
    case Level::City:
      return {"市级", "city"};
    case Level::County:
      return {"县级", "county"};
  }
  return {};
}

/// `a`, `a、b`; `a, b`.
Text listed(const std::vector<Text>& items) {
  Text all;
  for (const Text& item : items) {
    all.zh += (all.zh.empty() ? "" : "、") + item.zh;
    all.en += (all.en.empty() ? "" : ", ") + item.en;
  }
  return all;
}

Text reason_words(const MissingFact& missing) {
  const std::string on = missing.on ? missing.on->to_string() : std::string();
  switch (missing.why) {
    case Lack::NotSupplied:
      return {"未提供", "not supplied"};
    case Lack::Expired:
      return {fmt::format("已于 {} 失效", on), fmt::format("expired on {}", on)};
    case Lack::NotYetGood:
      return {fmt::format("自 {} 起方有效", on), fmt::format("good only from {}", on)};
    case Lack::AfterLegalDate:
      return {fmt::format("日期 {} 晚于法律日期", on), fmt::format("dated {}, after the legal date", on)};
    case Lack::Unproven:
      return missing.demanded == Proof::Verified ? Text{"已申报，尚须核验", "declared, needs verification"}
                                                 : Text{"已申报，尚须材料证明", "declared, needs evidence"};
    case Lack::NotSet:
      return {"尚未由发布机关设定", "not yet set by the issuer"};
    case Lack::NotInRegister:
      return {"登记库中没有", "not in the register"};
    case Lack::NotGiven:
      return {"本次未给出", "not given here"};
    case Lack::NotJudged:
      return {"尚待评判", "not yet judged"};
  }
  return {};
}

}  // namespace

Text words(const Actor& actor) {
  switch (actor.kind) {
    case Actor::Kind::None:
      return {"有关部门", "the authority in charge"};
    case Actor::Kind::Applicant:
      return {"申请人", "the applicant"};
    case Actor::Kind::Recommender:
      return {"推荐单位", "the recommending body"};
    case Actor::Kind::Holder:
      return {"持有单位", "the holder"};
    case Actor::Kind::Panel:
      return {"专家组", "the panel"};
    case Actor::Kind::Agency:
      return {"第三方机构", "the agency"};
    case Actor::Kind::Authority:
      break;
  }
  const Text line = words_of_line(actor.line);
  if (!actor.level) return {line.zh + "（" + actor.division + "）", line.en + " of " + actor.division};
  const Text level = level_words(*actor.level);
  return {level.zh + line.zh, level.en + " " + line.en};
}

namespace {

/// To two digits after the point; a smaller number to its first digit.
feel::Value rounded(const feel::Value& amount) {
  if (amount.kind() != feel::Kind::Number) return amount;
  constexpr int kFinest = 34;
  for (int scale = 2; scale < kFinest; ++scale) {
    const base::Decimal cut = amount.as_number().rounded(scale, base::Rounding::HalfUp);
    if (!cut.is_zero()) return feel::Value::number(cut);
  }
  return amount;
}

bool is_zero_length(const feel::Value& amount) {
  const std::string text = to_bare_text(amount);
  return text == "PT0S" || text == "P0D" || text == "P0M";
}

/// The same authority: of one line, at one level or place.
bool same(const Actor& one, const Actor& other) {
  return one.kind == Actor::Kind::Authority && other.kind == Actor::Kind::Authority &&
         one.line == other.line && one.level == other.level && one.division == other.division;
}

}  // namespace

Text words(const Actor& actor, const Policy& policy, const registry::Divisions* divisions) {
  for (const Issuer& issuer : policy.front.issuers)
    if (same(actor, issuer.body)) return named(issuer.name, actor.line);
  if (actor.kind != Actor::Kind::Authority) return words(actor);
  if (actor.level == Level::National)
    if (const Text ministry = ministry_of_line(actor.line); !ministry.empty()) return ministry;
  const registry::Division* place = divisions == nullptr ? nullptr : divisions->find(actor.division);
  if (actor.level || place == nullptr) return words(actor);
  const Text line = words_of_line(actor.line);
  return {place->name + line.zh, line.en + " of " + place->name};
}

Text words(const Gap& gap) {
  if (!gap.text.empty()) return {gap.text, gap.text};
  if (!gap.amount) return {};
  if (gap.no_record) return {"没有符合要求的记录", "there is no such record"};
  const Text year =
      gap.year ? Text{fmt::format("（{}）", *gap.year), fmt::format(" ({})", *gap.year)} : Text{};
  const bool none = gap.amount->kind() == feel::Kind::Number ? gap.amount->as_number().is_zero()
                                                             : is_zero_length(*gap.amount);
  if (none) return {"恰等于界限，本数不算" + year.zh, "exactly at the bound, which does not count" + year.en};
  const std::string off = gap.over ? "over by " : "short by ";
  if (gap.of_shares) {
    const std::string points =
        to_bare_text(rounded(feel::Value::number(gap.amount->as_number() * base::Decimal(100))));
    return {(gap.over ? "超出 " : "差 ") + points + " 个百分点" + year.zh,
            off + points + " percentage points" + year.en};
  }
  const std::string amount = value_text(rounded(*gap.amount), gap.unit);
  return {(gap.over ? "超出 " : "差 ") + amount + year.zh, off + amount + year.en};
}

Text words(const Lookback& lookback, const DateSpan& span) {
  const std::string first = span.first.to_string();
  const std::string last = span.last.to_string();
  const bool of_years = lookback.years > 0;
  const std::uint32_t count = of_years ? lookback.years : lookback.months;
  const std::string en =
      fmt::format("last {} {}{}", count, of_years ? "year" : "month", count == 1 ? "" : "s");
  const std::string zh =
      !lookback.phrase.empty() ? lookback.phrase : fmt::format("近 {} {}", count, of_years ? "年" : "个月");
  if (span.last < span.first)
    return {fmt::format("{}：{} 成立，尚无完整期间", zh, first),
            fmt::format("{}: founded on {}, before which it ended", en, first)};
  return {fmt::format("{}：{} 至 {}", zh, first, last), fmt::format("{}: {} to {}", en, first, last)};
}

Text name_of_fact(const std::string& id, const Text& label, const Text& owner) {
  if (label.empty()) return {id, id};
  const Text both = named(label, id);
  Text before;
  if (!owner.empty()) before = {owner.zh + " ", owner.en + " "};
  Text year;
  if (id.ends_with(')'))
    if (const std::size_t open = id.rfind('('); open != std::string::npos) {
      const std::string inside = id.substr(open + 1, id.size() - open - 2);
      const bool number = !inside.empty() && inside.find_first_not_of("0123456789") == std::string::npos;
      if (number) year = {"（" + inside + "）", " (" + inside + ")"};
    }
  return {before.zh + both.zh + year.zh, before.en + both.en + year.en};
}

Text words(const MissingFact& missing, const Policy& policy, const registry::Divisions* divisions) {
  const Text name = name_of_fact(missing.id, missing.label, missing.owner);
  const Text why = reason_words(missing);
  Text all{name.zh + "：" + why.zh, name.en + ": " + why.en};
  if (missing.why == Lack::NotSet) {
    const Text who = words(missing.set_by, policy, divisions);
    const std::string where = missing.set_where.empty() ? "" : "（" + missing.set_where + "）";
    all.zh += "，由" + who.zh + "设定" + where;
    all.en += ", to be set by " + who.en + (missing.set_where.empty() ? "" : " (" + missing.set_where + ")");
    return all;
  }
  std::vector<Text> materials;
  for (const std::string& id : missing.evidence) {
    const Material* material = policy.material(id);
    materials.push_back(named(material == nullptr ? Text{} : material->head.label, id));
  }
  std::vector<Text> verifiers;
  for (const std::string& line : missing.verifiers) verifiers.push_back(words_of_line(line));
  const bool must_be_verified = missing.why == Lack::Unproven && missing.demanded == Proof::Verified;
  if (!materials.empty() && !must_be_verified) {
    const Text list = listed(materials);
    all.zh += "，证明材料：" + list.zh;
    all.en += ", proven by " + list.en;
  }
  if (must_be_verified && !verifiers.empty()) {
    const Text list = listed(verifiers);
    all.zh += "，由" + list.zh + "核验";
    all.en += ", by " + list.en;
  }
  return all;
}

std::string value_text(const feel::Value& value, std::string_view unit) {
  std::string text = to_bare_text(value);
  if (value.kind() == feel::Kind::Boolean) return text;
  if (unit.empty()) return text;
  return unit == "%" ? text + "%" : fmt::format("{} {}", text, unit);
}

}  // namespace qingheng::policy
