// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/analyse/report_test.cpp
// Axis by axis the rows are cut down to those that take a stretch. What no row is left for is open; where one
// row takes all that remains, nothing is.
#include "decision/analyse/internal/cover.hpp"

#include <algorithm>
#include <set>

namespace qingheng::decision::analyse {

namespace {

class Search {
 public:
  Search(std::span<const Axis> axes, const CoverQuestion& question, Budget& budget)
      : axes_(axes), question_(&question), budget_(&budget), open_(axes.size()) {
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
      order_.push_back(axis);
      open_[axis] = question.domain[axis].first();
      full_.push_back(question.rows);
      each_stretch(axis, [&](std::size_t stretch) { full_.back() &= taking(axis, stretch); });
    }
    // Axes that tell rows apart come first.
    std::ranges::stable_sort(order_, {}, [&](std::size_t axis) { return full_[axis].count(); });
    rest_.assign(axes.size() + 1, question.rows);
    for (std::size_t at = axes.size(); at > 0; --at) rest_[at - 1] = rest_[at] & full_[order_[at - 1]];
  }

  CoverAnswer run() {
    const Cover cover = look(0, question_->rows);
    return {cover, cover == Cover::Open ? open_ : std::vector<std::size_t>{}};
  }

 private:
  struct Branch {
    Bits rows;
    std::size_t count;
    std::size_t stretch;
  };

  [[nodiscard]] const Bits& taking(std::size_t axis, std::size_t stretch) const {
    const Stretch& one = axes_[axis].stretches[stretch];
    return question_->certain ? one.hits : one.may;
  }

  void each_stretch(std::size_t axis, auto visit) {
    const std::size_t count = axes_[axis].stretches.size();
    for (std::size_t stretch = 0; stretch < count; ++stretch)
      if (question_->domain[axis].test(stretch)) visit(stretch);
    spend(count * question_->rows.words());
  }

  void spend(std::size_t words) { *budget_ -= std::min<Budget>(*budget_, words); }

  Cover look(std::size_t at, const Bits& rows) {
    if (rows.none()) return Cover::Open;
    if (rows.meets(rest_[at])) return Cover::Whole;
    if (whole_.contains({at, rows})) return Cover::Whole;
    if (*budget_ == 0) return Cover::Undecided;
    for (const Branch& branch : branches(order_[at], rows)) {
      open_[order_[at]] = branch.stretch;
      const Cover cover = look(at + 1, branch.rows);
      if (cover != Cover::Whole) return cover;
    }
    open_[order_[at]] = question_->domain[order_[at]].first();
    whole_.insert({at, rows});
    return Cover::Whole;
  }

  /// The stretches that leave different rows, few rows first. One that leaves more than another is left out:
  /// what is open there is open with the other as well.
  std::vector<Branch> branches(std::size_t axis, const Bits& rows) {
    std::vector<Branch> all;
    each_stretch(axis, [&](std::size_t stretch) {
      Bits left = rows & taking(axis, stretch);
      const std::size_t count = left.count();
      all.push_back({std::move(left), count, stretch});
    });
    std::ranges::stable_sort(all, {}, &Branch::count);
    std::vector<Branch> least;
    for (Branch& branch : all) {
      spend(least.size() * branch.rows.words());
      const bool more =
          std::ranges::any_of(least, [&](const Branch& other) { return other.rows.within(branch.rows); });
      if (!more) least.push_back(std::move(branch));
    }
    return least;
  }

  std::span<const Axis> axes_;
  const CoverQuestion* question_;
  Budget* budget_;
  std::vector<std::size_t> open_;
  std::vector<std::size_t> order_;
  std::vector<Bits> full_;  // by axis: rows that take all of its domain
  std::vector<Bits> rest_;  // by step: rows that take all of the axes from there on
  std::set<std::pair<std::size_t, Bits>> whole_;
};

}  // namespace

CoverAnswer find_cover(std::span<const Axis> axes, const CoverQuestion& question, Budget& budget) {
  // Without a value there is nothing to take.
  if (std::ranges::any_of(question.domain, &Bits::none)) return {Cover::Whole, {}};
  return Search(axes, question, budget).run();
}

}  // namespace qingheng::decision::analyse
