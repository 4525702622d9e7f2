// SPDX-License-Identifier: Apache-2.0
// Verdicts in words, Chinese and English side by side. Where an author left one side out, the other stands
// in for it.
#pragma once

#include "policy/explain/verdict.hpp"

namespace qingheng::policy {

/// Both sides of a label; an empty side is filled by the other, and `id` fills both when it is empty.
[[nodiscard]] Text named(const Text& label, std::string_view id);
[[nodiscard]] Text words(Verdict verdict);
[[nodiscard]] Text words(Answer answer);
[[nodiscard]] Text words(registry::Provenance provenance);
/// The authorities of a line: `工业和信息化部门`; the line itself when it has no other name.
[[nodiscard]] Text words_of_line(std::string_view line);
/// `县级工业和信息化部门`, `申请人`.
[[nodiscard]] Text words(const Actor& actor);
/// `差 1.2 万元`; empty when there is no gap.
[[nodiscard]] Text words(const Gap& gap);
/// What is missing and what would supply it: `主营业务收入（2018）：未提供，证明材料：年度报告`.
[[nodiscard]] Text words(const MissingFact& missing, const Policy& policy);
/// Label of a fact with what stands around its id: `成员 2 主营业务收入（2018）`.
[[nodiscard]] Text name_of_fact(const std::string& id, const Text& label);
/// The value of a fact as people read it: 是, 否; labels of codes; the fields of records by their labels.
[[nodiscard]] Text value_words(const feel::Value& value, const registry::Fact& fact);
/// A value as people read it: strings bare, codes as they are, numbers with their unit.
[[nodiscard]] std::string value_text(const feel::Value& value, std::string_view unit);

}  // namespace qingheng::policy
