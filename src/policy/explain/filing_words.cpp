// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/match/match_test.cpp
// What is handed in, how and until when, in words.
#include <algorithm>

#include <fmt/format.h>

#include "policy/explain/window_status.hpp"
#include "policy/explain/wording.hpp"

namespace qingheng::policy {

namespace {

const Criterion* criterion_named(const Policy& policy, std::string_view id) {
  const auto found = std::ranges::find(policy.criteria, id, [](const Criterion& one) { return one.head.id; });
  return found == policy.criteria.end() ? nullptr : &*found;
}

Text label_of(const Criterion& criterion) { return named(criterion.head.label, criterion.head.id); }

}  // namespace

Text words(const Condition& condition, const Policy& policy) {
  if (condition.criterion) return label_of(policy.criteria.at(*condition.criterion));
  if (!condition.expression) return {};
  const std::string text(condition.expression->span.text());
  constexpr std::string_view kNot = "not(";
  if (text.starts_with(kNot) && text.ends_with(")")) {
    const auto inside = std::string_view(text).substr(kNot.size(), text.size() - kNot.size() - 1);
    if (const Criterion* denied = criterion_named(policy, inside)) {
      const Text label = label_of(*denied);
      return {"不符合“" + label.zh + "”", "not: " + label.en};
    }
  }
  return {"`" + text + "`", "`" + text + "`"};
}

Text words_of_form(const std::string& form) {
  if (form == "online") return {"网上提交", "online"};
  if (form == "paper") return {"纸质", "on paper"};
  if (form == "paper and electronic") return {"纸质和电子版", "on paper and as a file"};
  if (form == "written") return {"书面", "in writing"};
  if (form == "paper and disc") return {"纸质和光盘", "on paper and disc"};
  if (form == "WORD") return {"WORD 版", "as a WORD document"};
  return {form, form};
}

Text words(const Material& material, const Policy& policy, const registry::Divisions* divisions) {
  const Text label = named(material.head.label, material.head.id);
  const Text form = words_of_form(material.form);
  std::string zh = form.zh;
  std::string en = form.en;
  const auto add = [&](const std::string& more_zh, const std::string& more_en) {
    zh += (zh.empty() ? "" : "，") + more_zh;
    en += (en.empty() ? "" : ", ") + more_en;
  };
  if (material.copies > 1)
    add(fmt::format("一式{}份", material.copies), fmt::format("{} copies", material.copies));
  for (const Actor& sealer : material.sealed_by) {
    const Text who = words(sealer, policy, divisions);
    add("加盖" + who.zh + "印章", "sealed by " + who.en);
  }
  if (zh.empty()) return label;
  return {label.zh + "（" + zh + "）", label.en + " (" + en + ")"};
}

Text deadline_words(const Moment& closes) {
  const std::string text = to_text(closes);
  if (closes.second_of_day) return {text + " 前", "before " + text};
  return {text + "（含当日）前", "by " + text + " (that day included)"};
}

}  // namespace qingheng::policy
