// SPDX-License-Identifier: Apache-2.0
#include "decision/analyse/report.hpp"

#include <algorithm>

#include "decision/analyse/internal/axis.hpp"
#include "decision/analyse/internal/cover.hpp"
#include "decision/analyse/internal/literals.hpp"
#include "decision/analyse/internal/outputs.hpp"

namespace qingheng::decision::analyse {

namespace {

using model::HitPolicy;

bool gives_null_without_rows(const Table& table) {
  switch (table.hit) {
    case HitPolicy::RuleOrder:
    case HitPolicy::OutputOrder:
      return false;
    case HitPolicy::Collect:
      return table.aggregation == model::Aggregation::Sum || table.aggregation == model::Aggregation::Min ||
             table.aggregation == model::Aggregation::Max;
    default:
      break;
  }
  return std::ranges::any_of(table.outputs,
                             [](const OutputColumn& output) { return !output.fallback.has_value(); });
}

class Analysis {
 public:
  Analysis(const Table& table, const Limits& limits)
      : table_(&table),
        limits_(limits),
        budget_(limits.work),
        axes_(axes_of(table)),
        dead_(table.rows.size()),
        outputs_(table) {}

  std::vector<Finding> run() {
    find_dead_rows();
    find_overlaps();
    find_gap();
    find_masked();
    std::ranges::move(dead_findings_, std::back_inserter(found_));
    find_idle();
    find_unused();
    outputs_.check(dead_, found_);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t rows() const { return table_->rows.size(); }

  void find_dead_rows() {
    for (std::size_t row = 0; row < rows(); ++row) {
      for (const Axis& axis : axes_) {
        const auto never = std::ranges::find(axis.tests[row], true, &Tested::never);
        const bool contradict = never == axis.tests[row].end() && axis.columns.size() > 1 &&
                                std::ranges::none_of(axis.stretches, [&](const Stretch& stretch) {
                                  return stretch.may.test(row);
                                });
        if (never == axis.tests[row].end() && !contradict) continue;
        const std::size_t column =
            contradict ? axis.columns.back()
                       : axis.columns[static_cast<std::size_t>(never - axis.tests[row].begin())];
        if (!dead_.test(row))
          dead_findings_.push_back(
              {FindingKind::NeverHits, {row}, column, 0, {}, table_->rows[row].tests[column].span});
        dead_.set(row);
      }
    }
  }

  [[nodiscard]] std::vector<std::optional<feel::Value>> example_of(
      const std::vector<std::size_t>& stretches) const {
    std::vector<std::optional<feel::Value>> example(table_->inputs.size());
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
      example[axes_[axis].columns.front()] = axes_[axis].stretches[stretches[axis]].example;
    return example;
  }

  /// By axis and row: the likely stretches that the row hits.
  [[nodiscard]] std::vector<std::vector<Bits>> hits_by_row() const {
    std::vector<std::vector<Bits>> all;
    for (const Axis& axis : axes_) {
      std::vector<Bits>& hits = all.emplace_back(rows(), Bits(axis.stretches.size()));
      for (std::size_t at = 0; at < axis.stretches.size(); ++at)
        if (axis.stretches[at].likely)
          axis.stretches[at].hits.each([&](std::size_t row) { hits[row].set(at); });
    }
    return all;
  }

  void find_overlaps() {
    const bool any = table_->hit == HitPolicy::Any;
    if (table_->hit != HitPolicy::Unique && !any) return;
    const auto hits = hits_by_row();
    std::size_t more = 0;
    for (std::size_t later = 1; later < rows(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const auto meeting = [&](const std::vector<Bits>& axis) { return axis[earlier].meets(axis[later]); };
        if (!std::ranges::all_of(hits, meeting) || (any && !outputs_.differ(earlier, later))) continue;
        if (found_.size() >= limits_.overlaps) {
          ++more;
          continue;
        }
        std::vector<std::size_t> stretches;
        for (const std::vector<Bits>& axis : hits) stretches.push_back((axis[earlier] & axis[later]).first());
        found_.push_back({any ? FindingKind::Disagreement : FindingKind::Overlap,
                          {earlier, later},
                          0,
                          0,
                          example_of(stretches),
                          table_->rows[later].span});
      }
    }
    if (more > 0) found_.push_back({FindingKind::MoreOverlaps, {}, 0, more, {}, table_->span});
  }

  void find_gap() {
    if (!gives_null_without_rows(*table_)) return;
    CoverQuestion question{{}, Bits(rows(), true), false};
    for (const Axis& axis : axes_) {
      Bits& domain = question.domain.emplace_back(axis.stretches.size());
      for (std::size_t at = 0; at < axis.stretches.size(); ++at)
        if (axis.stretches[at].likely) domain.set(at);
    }
    const CoverAnswer answer = find_cover(axes_, question, budget_);
    if (answer.cover == Cover::Open)
      found_.push_back({FindingKind::Gap, {}, 0, 0, example_of(answer.open), table_->span});
    if (answer.cover == Cover::Undecided)
      found_.push_back({FindingKind::GapUndecided, {}, 0, 0, {}, table_->span});
  }

  void find_masked() {
    if (table_->hit != HitPolicy::First && table_->hit != HitPolicy::Priority) return;
    for (std::size_t row = 0; row < rows(); ++row) {
      if (dead_.test(row)) continue;
      const Bits before = rows_before(row);
      if (before.none()) continue;
      CoverQuestion question{domain_of(row), before, true};
      const CoverAnswer answer = find_cover(axes_, question, budget_);
      if (answer.cover == Cover::Undecided) {
        found_.push_back({FindingKind::MaskedUndecided, {row}, 0, 0, {}, table_->rows[row].span});
        return;
      }
      if (answer.cover == Cover::Open) continue;
      Finding masked{FindingKind::Masked, {row}, 0, 0, {}, table_->rows[row].span};
      if (const auto alone = one_that_takes(question)) masked.rows.push_back(*alone);
      found_.push_back(std::move(masked));
      dead_.set(row);
    }
  }

  /// Rows that win against a row wherever they hit.
  [[nodiscard]] Bits rows_before(std::size_t row) const {
    Bits before(rows());
    for (std::size_t other = 0; other < rows(); ++other)
      if (table_->hit == HitPolicy::First ? other < row : outputs_.goes_before(other, row)) before.set(other);
    return before;
  }

  [[nodiscard]] std::vector<Bits> domain_of(std::size_t row) const {
    std::vector<Bits> domain;
    for (const Axis& axis : axes_) {
      Bits& stretches = domain.emplace_back(axis.stretches.size());
      for (std::size_t at = 0; at < axis.stretches.size(); ++at)
        if (axis.stretches[at].may.test(row)) stretches.set(at);
    }
    return domain;
  }

  [[nodiscard]] std::optional<std::size_t> one_that_takes(const CoverQuestion& question) const {
    Bits all = question.rows;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
      for (std::size_t at = 0; at < axes_[axis].stretches.size(); ++at)
        if (question.domain[axis].test(at)) all &= axes_[axis].stretches[at].hits;
    return all.none() ? std::nullopt : std::optional(all.first());
  }

  void find_idle() {
    for (std::size_t row = 0; row < rows(); ++row)
      for (const Axis& axis : axes_)
        for (std::size_t at = 0; at < axis.columns.size(); ++at)
          for (const base::SourceSpan& idle : axis.tests[row][at].idle)
            found_.push_back({FindingKind::NeverMatches, {row}, axis.columns[at], 0, {}, idle});
  }

  void find_unused() {
    for (std::size_t column = 0; column < table_->inputs.size(); ++column)
      if (std::ranges::all_of(table_->rows, [&](const Row& row) { return tests_nothing(row.tests[column]); }))
        found_.push_back({FindingKind::UnusedInput, {}, column, 0, {}, table_->inputs[column].span});
  }

  const Table* table_;
  Limits limits_;
  Budget budget_;
  std::vector<Axis> axes_;
  Bits dead_;  // rows that never give the result
  std::vector<Finding> dead_findings_;
  Outputs outputs_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> analyse(const Table& table, const Limits& limits) {
  if (table.rows.empty()) return {};
  return Analysis(table, limits).run();
}

}  // namespace qingheng::decision::analyse
