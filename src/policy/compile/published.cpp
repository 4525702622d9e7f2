// SPDX-License-Identifier: Apache-2.0
// Dates that a notice printed, held against the period that it says.
// tested by: src/policy/load_test.cpp
#include <fmt/format.h>

#include "policy/compile/procedure.hpp"

namespace qingheng::policy::compile {

namespace {

using base::Severity;

std::string_view name_of(Counting counting) {
  return counting == Counting::Inclusive ? "inclusive" : "exclusive";
}

/// How many days the notice lasts, counted that way.
std::expected<std::int64_t, std::string> lasts(const Draft& draft, const rules::Publicity& block,
                                               Counting counting) {
  const base::CivilDate to = *block.published_to;
  const base::CivilDate first = block.published_from->plus_days(counting == Counting::Inclusive ? 0 : 1);
  if (block.period.kind == DayKind::Natural) return to.to_days() - first.to_days() + 1;
  const auto days = draft.around.calendar->count(first, to);
  if (!days) return std::unexpected(days.error());
  return *days;
}

/// Whether the period from the first printed day ends on the last one, counted that way.
std::expected<bool, std::string> fits(const Draft& draft, const rules::Publicity& block, Counting counting) {
  const base::CivilDate from = *block.published_from;
  const base::CivilDate to = *block.published_to;
  const Length& length = block.period.length;
  const bool inclusive = counting == Counting::Inclusive;
  if (length.months != 0) return from.plus_months(length.months).plus_days(inclusive ? -1 : 0) == to;
  const auto days = lasts(draft, block, counting);
  if (!days) return std::unexpected(days.error());
  return *days == length.days;
}

std::string length_help(const Draft& draft, const rules::Publicity& block) {
  const auto days = lasts(draft, block, Counting::Inclusive);
  if (block.period.length.months != 0 || !days) return "correct the dates or the period";
  return fmt::format("the first day included these are {} {} days, and the period is {}", *days,
                     block.period.kind == DayKind::Working ? "working" : "natural", block.period.length.days);
}

}  // namespace

void check_published(const Draft& draft, const rules::Publicity& block) {
  if (!block.published_from || !block.published_to) return;
  const base::SourceSpan& span = block.published_span;
  if (*block.published_to < *block.published_from) return;  // reported where it is read
  if (block.period.kind == DayKind::Working && draft.around.calendar == nullptr) return;
  const auto inclusive = fits(draft, block, Counting::Inclusive);
  const auto exclusive = fits(draft, block, Counting::Exclusive);
  if (!inclusive || !exclusive) {
    draft.warn("P166", span,
               "the printed dates cannot be held against the period: " +
                   (inclusive ? exclusive.error() : inclusive.error()),
               "they are taken as printed");
    return;
  }
  const std::string printed =
      fmt::format("{} to {}", block.published_from->to_string(), block.published_to->to_string());
  if (!*inclusive && !*exclusive) {
    draft.error("P165", span,
                fmt::format("{} is not the period, whether its first day counts or not", printed),
                length_help(draft, block));
    return;
  }
  if (*inclusive && *exclusive) return;
  const Counting way = *inclusive ? Counting::Inclusive : Counting::Exclusive;
  const bool agrees = block.period.counting == way && block.period.counting_written;
  report(draft.found, agrees ? Severity::Note : Severity::Warning, "P164", span,
         fmt::format("{} fits the period only when its first day {}", printed,
                     *inclusive ? "counts" : "does not count"),
         agrees ? "as the period says" : fmt::format("say `counting: {}`", name_of(way)));
}

}  // namespace qingheng::policy::compile
