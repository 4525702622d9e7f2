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
/// The same in a document: its issuer by name, other authorities with the name of their place
/// (`深圳市科技部门`). Without a table of divisions a place stays a code.
[[nodiscard]] Text words(const Actor& actor, const Policy& policy, const registry::Divisions* divisions);
/// The ministry of a line: `工业和信息化部`; empty when none is known by it.
[[nodiscard]] Text ministry_of_line(std::string_view line);
/// A condition as people read it: the label of a criterion, `不符合…` for its opposite, else the expression.
[[nodiscard]] Text words(const Condition& condition, const Policy& policy);
/// What is handed in and how: `申报表（纸质和光盘，一式2份，加盖申请人印章）`.
[[nodiscard]] Text words(const Material& material, const Policy& policy,
                         const registry::Divisions* divisions);
/// How papers are handed in: `纸质`, `on paper`; what is none of the usual ways stays as the author wrote it.
[[nodiscard]] Text words_of_form(const std::string& form);
/// The last moment at which something can be done: `2019-09-19（含当日）`, `2019-09-23 09:00 前`.
[[nodiscard]] Text deadline_words(const Moment& closes);
/// `差 1.2 万元`, `差 0.01 个百分点（2018）`; empty when there is no gap.
[[nodiscard]] Text words(const Gap& gap);
/// What is missing and what would supply it: `主营业务收入（2018）：未提供，证明材料：年度报告`.
[[nodiscard]] Text words(const MissingFact& missing, const Policy& policy,
                         const registry::Divisions* divisions = nullptr);
/// Label of a fact with its owner and the year of its id: `成员 2 某公司 主营业务收入（2018）`.
[[nodiscard]] Text name_of_fact(const std::string& id, const Text& label, const Text& owner);
/// What a lookback meant: `近三年：2016-10-08 至 2019-10-08`.
[[nodiscard]] Text words(const Lookback& lookback, const DateSpan& span);
/// The value of a fact as people read it: 是, 否; labels of codes; the fields of records by their labels. Of
/// more than three records the number and the first three. `counted` are the records that decided, when it is
/// known which: only these are named then.
[[nodiscard]] Text value_words(const feel::Value& value, const registry::Fact& fact,
                               const feel::List& counted = {});
/// A value as people read it: strings bare, codes as they are, numbers with their unit.
[[nodiscard]] std::string value_text(const feel::Value& value, std::string_view unit);

}  // namespace qingheng::policy
