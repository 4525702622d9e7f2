// SPDX-License-Identifier: Apache-2.0
// The values of the names in a policy's expressions, filled from the register as they are asked for. Every
// unknown that goes in leaves a note of why it is unknown.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "policy/explain/circumstances.hpp"
#include "policy/explain/verdict.hpp"

namespace qingheng::policy {

/// A year of a `per: year` fact that an expression has read.
struct YearRead {
  std::string prefix;
  std::string fact;
  std::int32_t year = 0;
};

/// What a built-in name or a relation has found in the register.
struct Found {
  std::variant<BuiltIn, RelationInput> by;  // the name that was called
  std::string argument;                     // that tells two calls apart, when it is written as a literal
  UsedFact fact;
};

/// What has been read since an expression began.
struct Reads {
  std::vector<YearRead> years;
  std::vector<Found> found;
};

/// What filling and evaluating have noted. Shared by the functions among the values, which may outlive the
/// evaluation.
struct Journal {
  std::map<std::string, MissingFact, std::less<>> lacks;  // by the id that stands in an unknown
  Reads reads;                                            // since the last expression began
  /// An unknown under the lack's id, which is noted.
  feel::Value unknown(MissingFact lack);
  /// Notes what was found, once.
  void found(Found what);
};

/// The subject that expressions are about, with the values already filled for it.
struct View {
  const registry::Subject* subject = nullptr;
  const registry::Subject* whole = nullptr;  // of a part inside `each`
  std::string prefix;                        // `members[2].`; empty for the subject of the assessment
  base::Text owner = {};                     // `成员 2 某公司`; empty for the subject of the assessment
  std::array<std::vector<std::optional<feel::Value>>, 3> base = {};  // by Proof, then entry of the layout
  std::map<std::size_t, Reads> formula_reads = {};                   // by formula
};

/// What a block adds to the names of its kind of subject.
struct BlockNames {
  const Lookback* lookback = nullptr;
  std::span<const base::Decimal> part_points = {};
  std::optional<base::Decimal> total = {};
};

/// Fills expressions of one policy.
class Inputs {
 public:
  /// `criterion` gives the value of a criterion that an expression names.
  Inputs(const Policy& policy, const Circumstances& circumstances,
         std::function<feel::Value(std::size_t)> criterion);

  /// The value of `expression` for the view's subject, facts below `proof` being unknown.
  feel::Value evaluate(const Expression& expression, View& view, Proof proof, const BlockNames& names,
                       const feel::Value* tested = nullptr);
  feel::Explanation explain(const Expression& expression, View& view, Proof proof, const BlockNames& names);
  /// The facts that the reasons rest on.
  std::vector<UsedFact> used_facts(const Expression& expression, std::span<const feel::Reason> reasons,
                                   const View& view) const;
  /// Why an unknown is unknown.
  std::vector<MissingFact> missing_of(const feel::Value& unknown) const;
  /// The subject with that code, as far as this evaluation can see.
  const registry::Subject* find(const View& view, std::string_view code) const;
  /// A view of the subject that stands in a part; `position` counts from 0, and is absent for a single one.
  std::optional<View> part_view(const View& whole, std::string_view part, std::string_view code,
                                std::optional<std::size_t> position) const;
  Journal& journal() { return *journal_; }
  const Circumstances& circumstances() const { return circumstances_; }
  const Policy& policy() const { return policy_; }

 private:
  std::vector<feel::Value> fill(const Expression& expression, View& view, Proof proof,
                                const BlockNames& names);
  feel::Value value_of(const Layout& layout, std::size_t entry, View& view, Proof proof,
                       const BlockNames& names);
  feel::Value source_value(const Layout& layout, std::size_t entry, View& view, Proof proof,
                           const BlockNames& names);
  feel::Value fact_value(const registry::Fact& fact, const View& view, Proof proof);
  feel::Value part_value(const PartInput& part, const View& view, Proof proof);
  feel::Value subject_context(std::string_view kind, const View& view, Proof proof);
  feel::Value parameter_value(const Parameter& parameter);
  feel::Value formula_value(std::size_t formula, View& view, Proof proof);
  feel::Value window_value(const Lookback* lookback, const View& view) const;
  feel::Value years_value(const Lookback* lookback, const View& view) const;

  const Policy& policy_;
  const Circumstances& circumstances_;
  std::function<feel::Value(std::size_t)> criterion_;
  std::shared_ptr<Journal> journal_;
};

/// `成员 2 某公司`: who stands in a part of `whole`, at a place that counts from 0 and is absent for a single
/// one.
[[nodiscard]] base::Text owner_of(const registry::Vocabulary& vocabulary, const registry::Subject& whole,
                                  std::string_view part, std::optional<std::size_t> position,
                                  std::string_view name);

/// The founding date of a subject when the register has it and it is not after `date`.
[[nodiscard]] std::optional<base::CivilDate> founded(const registry::Subject& subject, base::CivilDate date);

/// The value of one fact in one year (or without a year): the record's, in which each field is unknown that a
/// record of a list ought to have and has not, or unknown; with a note for every unknown.
[[nodiscard]] feel::Value recorded(const registry::Fact& fact, const View& view,
                                   std::optional<std::int32_t> year, Proof proof, base::CivilDate date,
                                   Journal& journal);

/// The function or value that a built-in name stands for.
[[nodiscard]] feel::Value built_in_value(BuiltIn name, const View& view, const Inputs& inputs,
                                         const std::shared_ptr<Journal>& journal);
/// The function that a relation stands for.
[[nodiscard]] feel::Value relation_value(const RelationInput& relation, const View& view,
                                         const Inputs& inputs, const std::shared_ptr<Journal>& journal);

/// The outcome of a decision table; `cell` gives the value of an expression, or of a test with its input.
using Cell = std::function<feel::Value(const Expression&, const feel::Value* tested)>;
[[nodiscard]] feel::Value table_value(const Table& table, const Cell& cell);

}  // namespace qingheng::policy
