// SPDX-License-Identifier: Apache-2.0
// Finds the comparisons that an outcome rests on, by asking the evaluator for the parts again.
#pragma once

#include <vector>

#include "feel/run/evaluator.hpp"
#include "feel/trace.hpp"

namespace qingheng::feel::run {

/// One walk from the root of a plan down to its comparisons.
class Explainer {
 public:
  explicit Explainer(Evaluator& evaluator) : evaluator_(evaluator) {}

  /// Collects the reasons for `outcome`, the value of the node in the present frame.
  void explain(std::uint32_t index, const Value& outcome);
  [[nodiscard]] std::vector<Reason>& reasons() { return reasons_; }

 private:
  /// An iterator of a `some` or `every` that stands around.
  struct Around {
    std::uint32_t domain = 0;
    std::uint32_t slot = 0;
  };
  void logic(const plan::Node& node, const Value& outcome);
  void quantified(const plan::Node& node, const Value& outcome, std::uint32_t iterator);
  void comparison(std::uint32_t index, const Value& outcome);
  void note_around(Reason& reason);
  void bare(std::uint32_t index, const Value& outcome, std::string sign);
  [[nodiscard]] std::vector<std::size_t> inputs_below(std::uint32_t index) const;
  /// Plans nest no deeper than the checker allows, which the call stack holds.
  void add_inputs(std::uint32_t index, std::vector<std::size_t>& inputs) const;
  [[nodiscard]] List items_below(std::span<const std::uint32_t> sides, const Value& outcome);

  Evaluator& evaluator_;
  std::vector<Reason> reasons_;
  std::vector<Around> around_;
  std::uint32_t depth_ = 0;
};

}  // namespace qingheng::feel::run
