// SPDX-License-Identifier: Apache-2.0
// tested by: src/registry/import/subjects_csv_test.cpp
#include "registry/import/identity.hpp"

#include <utility>

#include <fmt/format.h>

#include "registry/credit_code.hpp"

namespace qingheng::registry {

std::expected<Identity, CellError> read_identity(std::string_view text, std::string_view kind,
                                                 const ImportTables& tables) {
  if (kind == "enterprise" || kind == "agency") {
    auto code = read_credit_code(text);
    if (!code)
      return std::unexpected(CellError{std::move(code.error().message), std::move(code.error().help)});
    return Identity{std::move(code->code), std::move(code->notes)};
  }
  if (kind == "city") {
    const auto division = tables.divisions.read(text);
    if (!division) return std::unexpected(CellError{division.error().message, division.error().help});
    return Identity{(*division)->code, {}};
  }
  return Identity{tidy(text), {}};
}

std::expected<Provenance, CellError> read_provenance(std::string_view text) {
  const std::string word = tidy(text);
  if (word == "declared" || word == "自行申报") return Provenance::Declared;
  if (word == "evidenced" || word == "有证明材料") return Provenance::Evidenced;
  if (word == "verified" || word == "已核实") return Provenance::Verified;
  return std::unexpected(CellError{fmt::format("`{}` is not a provenance", word),
                                   "write `declared`, `evidenced` or `verified`, in Chinese `自行申报`, "
                                   "`有证明材料` or `已核实`"});
}

std::optional<std::string> code_or_none(std::string_view text) {
  std::string code = tidy(text);
  if (says_none(code)) return std::nullopt;
  return code;
}

}  // namespace qingheng::registry
