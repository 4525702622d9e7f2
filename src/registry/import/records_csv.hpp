// SPDX-License-Identifier: Apache-2.0
// What subjects hold and what they are banned from, as tables of their own: `holdings.csv` and `bans.csv`.
//
//   code,policy,grant,number,granted,expires,suspended,revoked
//   code,policy,acts,from,until,ground
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registry/import/import_result.hpp"

namespace qingheng::registry {

/// A holding or ban, the code of its subject as written, and its row.
template <typename Record>
struct CodedRecord {
  std::string code;
  Record record;
  base::SourceSpan span;
};

/// The good records of a table in its order; `diagnostics` has a finding for every other.
template <typename Record>
struct RecordTable {
  std::vector<CodedRecord<Record>> records;
  base::Diagnostics diagnostics;
  ImportCounts counts;
};

/// Reads holdings: `code`, `policy` and `granted` are needed. Headings may be Chinese (`代码`, `文件`,
/// `称号`, `编号`, `授予日期`, `有效期至`, `暂停日期`, `撤销日期`); a column `name` or `名称` is for people
/// and not read.
[[nodiscard]] RecordTable<Holding> import_holdings(std::string name, std::string_view bytes,
                                                   const ImportLimits& limits = {});

/// Reads bans: `code`, `policy` and `from` are needed; `acts` are separated by `;` or `、`, none for all.
/// Headings may be Chinese (`代码`, `文件`, `行为`, `起始日期`, `截止日期`, `依据`).
[[nodiscard]] RecordTable<Ban> import_bans(std::string name, std::string_view bytes,
                                           const ImportLimits& limits = {});

}  // namespace qingheng::registry
