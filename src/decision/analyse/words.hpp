// SPDX-License-Identifier: Apache-2.0
// Findings of the analysis of tables as diagnostics, for DMN models and for policy documents.
#pragma once

#include <array>
#include <string_view>

#include "base/diagnostic.hpp"
#include "decision/analyse/report.hpp"

namespace qingheng::decision::analyse {

/// A stable code and, in a few words, what it is about.
struct Code {
  std::string_view code;
  std::string_view title;
};

/// Codes of findings about the tables of DMN models.
inline constexpr std::array kFindings = {
    Code{"T001", "two rows of a `unique` table that hit together"},
    Code{"T002", "two rows of an `any` table that hit together and differ in their outputs"},
    Code{"T003", "inputs that no row of a table takes"},
    Code{"T004", "a row that is never reached"},
    Code{"T005", "a row that never hits"},
    Code{"T006", "a value or type in a test that never matches"},
    Code{"T007", "an input that no row tests"},
    Code{"T008", "an output that is none of the values listed"},
    Code{"T009", "a listed output that no row gives"},
};

/// How a language speaks of its tables.
struct Voice {
  std::array<std::string_view, kFindings.size()> codes;  // in the order of `kFindings`
  std::string_view hit;                                  // what it calls the hit policy
};

/// The voice of DMN models.
inline constexpr Voice kModelVoice = {
    {"T001", "T002", "T003", "T004", "T005", "T006", "T007", "T008", "T009"}, "the hit policy"};

/// `staff = 21, grade = "red"`; `any input` when every column may have any value.
[[nodiscard]] std::string example_text(const Table& table, const Finding& finding);

/// The finding in words: an error where a hit policy is broken, a note where the work was cut short, else a
/// warning.
[[nodiscard]] base::Diagnostic describe(const Table& table, const Finding& finding, const Voice& voice);

}  // namespace qingheng::decision::analyse
